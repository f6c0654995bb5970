import {
  adoptStyles,
  type CSSResultOrNative,
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  render,
  type TemplateResult,
} from 'lit';

import type { SurfaceItem } from '../../model/surface.js';
import { choiceOf } from '../../ui/attribute.js';
import { factsView } from '../../ui/facts-view.js';
import type { FieldsController } from '../../ui/fields-controller.js';
import { icon } from '../../ui/icons.js';
import {
  elsewhereView,
  errorView,
  hintView,
  type ItemState,
  itemTitle,
  itemView,
  nameView,
} from '../../ui/item-view.js';
import { say } from '../../ui/view-context.js';
import { aboveStyles, besideStyles } from './adopted.styles.js';
import { Beside } from './beside.js';
import { type AdoptedItems, type GroupsView, type RowView, stateOf } from './groups-view.js';

/** The element whose items have boxes of the page. */
export interface AdoptedHost extends HTMLElement, ReactiveControllerHost {
  readonly fields: Pick<FieldsController, 'page'>;
  readonly view: GroupsView | undefined;
  addStyles(styles: CSSResultOrNative): void;
}

/** Draws what has a box of the page: where the element stands, or beside that box. */
export class Adopted implements AdoptedItems, ReactiveController {
  readonly #host: AdoptedHost;
  readonly #beside: Beside;
  readonly #onPress: (event: Event) => void;

  /** @param onPress on the name of an item that has a box of the page. */
  constructor(
    host: AdoptedHost,
    styles: readonly CSSResultOrNative[],
    onPress: (event: Event) => void,
  ) {
    this.#host = host;
    this.#onPress = onPress;
    host.addStyles(aboveStyles);
    this.#beside = new Beside(host, (root) => {
      adoptStyles(root, [...styles, besideStyles]);
    });
    host.addController(this);
  }

  /** What stands beside boxes of the page. */
  get roots(): readonly ParentNode[] {
    return this.#beside.roots;
  }

  /** Whether an item is drawn beside a box of the page. */
  isBeside({ id }: SurfaceItem): boolean {
    const isWanted = choiceOf(this.#host, 'facts', ['above', 'beside']) === 'beside';
    return isWanted && this.#host.fields.page?.boxOf(id) !== undefined;
  }

  /** The first line of an item: its name and how the page's box stands, which a press leads to. */
  row(item: SurfaceItem, state: ItemState, view: RowView): TemplateResult | undefined {
    if (this.#host.fields.page?.boxOf(item.id) === undefined) return undefined;
    const { given, error } = state;
    const sign = icon(given ? 'check' : 'minus');
    return html`<button
      type="button"
      class="page ${view.classes} ${given ? 'given' : ''}"
      id="box-${item.id}"
      data-item=${item.id}
      aria-describedby=${error === undefined ? nothing : `error-${item.id}`}
      @click=${this.#onPress}
    >
      ${view.classes === 'row' ? html`<span class="mark">${sign}</span>` : sign} ${view.name}
      <span class="state ${given ? 'given' : ''}"
        >${say(view.context, given ? 'stateGiven' : 'stateRefused')} ${icon('down')}</span
      >
    </button>`;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.#host.isConnected) this.#draw(this.#host.view);
  }

  hostDisconnected(): void {
    this.#draw(undefined);
  }

  #boxesOf({ id }: SurfaceItem): readonly HTMLElement[] {
    return this.#host.fields.page?.boxesOf(id) ?? [];
  }

  /** Brings what stands beside the page's boxes up to date. */
  #draw(view: GroupsView | undefined): void {
    const items = (view?.items ?? []).filter((item) => this.isBeside(item));
    this.#beside.keep(items.map(({ id }) => id));
    if (view === undefined) return;
    const [first] = items.filter(({ kind }) => kind === 'advertising');
    for (const item of items) {
      const state = stateOf(item, view);
      const [place, root] = this.#beside.place(item.id, this.#boxesOf(item));
      // Written only where it differs: the element watches languages.
      if (place.lang !== view.context.reader.lang) place.lang = view.context.reader.lang;
      // The facts of the channels are the same: they stand at the first of them.
      const facts = item === first ? factsView(item, view.context) : nothing;
      const content =
        item.kind === 'advertising' ? channelView(item, facts, view) : cardView(item, view);
      render(html`<div class="list">${content}</div>`, root);
      this.#beside.describe(item.id, state.error !== undefined);
    }
  }
}

function headView(item: SurfaceItem, { context }: GroupsView): TemplateResult {
  return html`<div class="row">${nameView(item, itemTitle(item, context), context)}</div>`;
}

function cardView(item: SurfaceItem, view: GroupsView): TemplateResult {
  const { context, handlers } = view;
  const state = stateOf(item, view);
  const terms = view.terms.find(({ id }) => id === item.id);
  const above = view.guardian?.above(item, state);
  return itemView({ item, state, context, handlers, terms, row: headView(item, view), above });
}

function channelView(item: SurfaceItem, facts: unknown, view: GroupsView): TemplateResult {
  const state = stateOf(item, view);
  return html`<div class="item" data-part=${item.id}>
    ${headView(item, view)}
    <div class="body">
      ${errorView(item, state)} ${facts} ${elsewhereView(state, view.context)}
      ${hintView(item.id, state.hint)}
    </div>
  </div>`;
}
