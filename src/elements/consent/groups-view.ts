import { html, nothing, type TemplateResult } from 'lit';

import { answerTo, type Answers, isAvailable } from '../../model/decisions.js';
import type { Terms } from '../../model/policy-about.js';
import type { ItemGroup, SurfaceItem } from '../../model/surface.js';
import { listText } from '../../ui/fact-texts.js';
import { factsView } from '../../ui/facts-view.js';
import { icon } from '../../ui/icons.js';
import {
  boxView,
  elsewhereView,
  hintView,
  type ItemHandlers,
  type ItemState,
  itemTitle,
  type ItemView,
  itemView,
  nameView,
  stateView,
} from '../../ui/item-view.js';
import { say, type ViewContext } from '../../ui/view-context.js';

/** All that the groups are drawn from. */
export interface GroupsView {
  readonly items: readonly SurfaceItem[];
  readonly answers: Answers;
  readonly context: ViewContext;
  readonly handlers: ItemHandlers;
  readonly disabled: boolean;
  /** What is wrong with an item, by its id. */
  readonly errors: ReadonlyMap<string, string>;
  readonly terms: readonly Terms[];
  /** What draws items that have a box of the page. */
  readonly adopted: AdoptedItems | undefined;
  /** What is said to a child, or to the guardian who decides for one. */
  readonly guardian: GuardianTexts | undefined;
  /** What draws items that are decided already, or asked again. */
  readonly known: KnownViews | undefined;
}

/** Words for a child, beside what the law wants said. */
export interface GuardianTexts {
  /** What stands above the facts of an item; undefined where nothing does. */
  above(item: SurfaceItem, state: ItemState): unknown;
}

/** How items are drawn of which something is known; undefined: as ever. */
export interface KnownViews {
  /** What stands above the items where none of them waits for an answer. */
  lead(): string | undefined;
  card(item: SurfaceItem, view: GroupsView): TemplateResult | undefined;
  channel(item: SurfaceItem): TemplateResult | undefined;
  /** What the channels of advertising have in common. */
  facts(channels: readonly SurfaceItem[]): unknown;
}

/** What the first line of an item is drawn from. */
export interface RowView extends Pick<ItemView, 'context'> {
  readonly name: TemplateResult;
  readonly classes: 'row' | 'check';
}

/** How items are drawn that have a box of the page. */
export interface AdoptedItems {
  /** Whether an item is drawn beside the page's box, and not here. */
  isBeside(item: SurfaceItem): boolean;
  /** The first line of an item, where the page has its box. */
  row(item: SurfaceItem, state: ItemState, view: RowView): TemplateResult | undefined;
}

/** Why a box is closed: the names of what has to be given first. */
function hintOf(item: SurfaceItem, { items, answers, context }: GroupsView): string | undefined {
  if (isAvailable(item, items, answers)) return undefined;
  const open = (ids: readonly string[] = []): SurfaceItem[] =>
    items.filter(({ id }) => ids.includes(id) && answerTo({ id }, answers)?.given !== true);
  const [parent] = open(item.dependsOn);
  if (parent !== undefined) {
    return say(context, 'hintParent', { title: itemTitle(parent, context) });
  }
  const channels = open(item.dependsOnAny).map((each) => itemTitle(each, context));
  return say(context, 'hintAny', { channels: listText(channels, context.reader) });
}

/** Where an item stands at the moment. */
export function stateOf(item: SurfaceItem, view: GroupsView): ItemState {
  const answer = answerTo(item, view.answers);
  return {
    given: answer?.given === true,
    decided: answer !== undefined,
    disabled: view.disabled,
    hint: hintOf(item, view),
    elsewhere: answer,
    error: view.errors.get(item.id),
  };
}

function channelView(item: SurfaceItem, shares: string, view: GroupsView): TemplateResult {
  const { context, handlers } = view;
  const state = stateOf(item, view);
  const closed = state.hint !== undefined || view.disabled;
  const name = html`<span data-shown="title" lang=${context.contentLang ?? nothing}
    >${itemTitle(item, context)}</span
  >`;
  return html`<li data-part=${item.id}>
    ${
      view.adopted?.row(item, state, { name, context, classes: 'check' }) ??
      html`<label class="check ${closed ? 'closed' : ''}">
        ${boxView({ item, state, context, handlers, shares })} ${name} ${stateView(state, context)}
      </label>`
    }
    ${elsewhereView(state, context, false)}
  </li>`;
}

/** The channels of advertising: one card with its facts, and a box for each channel (MKT-04). */
function channelsView(channels: readonly SurfaceItem[], view: GroupsView): TemplateResult {
  const { context } = view;
  const [first] = channels as readonly [SurfaceItem];
  const title =
    first.groupTitle === undefined || first.groupTitle === ''
      ? say(context, 'titleAdvertising')
      : first.groupTitle;
  return html`<div class="item">
    <div class="row">
      <span class="mark">${icon('bell')}</span>${nameView(first, title, context)}
    </div>
    <div class="body">
      ${view.guardian?.above(first, stateOf(first, view))}
      ${view.known?.facts(channels) ?? factsView(first, context)}
      <ul class="sub" aria-label=${title}>
        ${channels.map((item) => view.known?.channel(item) ?? channelView(item, first.id, view))}
      </ul>
      ${hintView(first.id, hintOf(first, view), false)}
    </div>
  </div>`;
}

function cardsView(items: readonly SurfaceItem[], view: GroupsView): TemplateResult[] {
  const channels = items.filter(({ kind }) => kind === 'advertising');
  return items
    .filter((item) => item.kind !== 'advertising' || item === channels[0])
    .map((item) =>
      item.kind === 'advertising'
        ? channelsView(channels, view)
        : (view.known?.card(item, view) ?? cardView(item, view)),
    );
}

function cardView(item: SurfaceItem, view: GroupsView): TemplateResult {
  const { context, handlers } = view;
  const state = stateOf(item, view);
  const terms = view.terms.find(({ id }) => id === item.id);
  const name = nameView(item, itemTitle(item, context), context);
  const row = view.adopted?.row(item, state, { name, context, classes: 'row' });
  const above = view.guardian?.above(item, state);
  return itemView({ item, state, context, handlers, terms, row, above });
}

function headOf(group: ItemGroup, items: readonly SurfaceItem[], context: ViewContext): string[] {
  if (group === 'optional') {
    return [say(context, 'groupOptional'), say(context, 'groupOptionalNote')];
  }
  if (group === 'promotion') {
    return [say(context, 'groupPromotion'), say(context, 'groupPromotionNote')];
  }
  const notices = items.filter(({ kind }) => kind === 'information').length;
  const required = items.filter((item) => item.required).length;
  const counts = [
    required === 0 ? '' : say(context, 'countRequired', { n: required }),
    notices === 0 ? '' : say(context, 'countNotices', { n: notices }),
  ].filter((part) => part !== '');
  return [
    say(context, required === 0 ? 'groupNotices' : 'groupRequired'),
    listText(counts, context.reader),
  ];
}

/** The items under their headings: required, optional, promotion, in this order (CTL-10). */
export function groupsView(view: GroupsView): (TemplateResult | typeof nothing)[] {
  const { context } = view;
  return (['required', 'optional', 'promotion'] as const).map((group) => {
    const items = view.items.filter(
      (item) => item.group === group && view.adopted?.isBeside(item) !== true,
    );
    if (items.length === 0) return nothing;
    const [title, note] = headOf(group, items, context);
    return html`<section class="group">
      <div class="head">
        <h3>${title}</h3>
        <p>${note}</p>
      </div>
      <div class="list">${cardsView(items, view)}</div>
    </section>`;
  });
}
