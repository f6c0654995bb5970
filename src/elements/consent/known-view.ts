import { html, nothing, type TemplateResult } from 'lit';

import type { StaleAnswer } from '../../model/recall-answers.js';
import type { SurfaceItem } from '../../model/surface.js';
import { askedAgainView, factsAgainView, type RecallContext } from '../../ui/asked-again-view.js';
import { factsView } from '../../ui/facts-view.js';
import { icon } from '../../ui/icons.js';
import { boxView, itemTitle, itemView, nameView, stateView } from '../../ui/item-view.js';
import { localTime } from '../../ui/local-time.js';
import { say } from '../../ui/view-context.js';
import { dueView } from './due-view.js';
import { type GroupsView, type KnownViews, stateOf } from './groups-view.js';
import type { KnownItem } from './known-item.js';
import { knownOf, type KnownViewsOptions } from './known-options.js';

const WORDS = {
  given: 'stateGiven',
  refused: 'stateRefused',
  withdrawn: 'stateWithdrawn',
} as const;

/** A statement of age and a contract are ended elsewhere; a consent is withdrawn here (WDR-02). */
const isConsent = ({ kind }: SurfaceItem): boolean => kind !== 'age' && kind !== 'terms';

/** Draws what is decided already, and what is asked again. */
export function createKnownViews(options: KnownViewsOptions): KnownViews {
  const { items } = options;
  const isSettled = (item: SurfaceItem): boolean => items.isSettled(item, options.answers());
  return {
    lead() {
      const isOpen = items.open(options.answers()).some(({ kind }) => kind !== 'information');
      return isOpen ? undefined : say(options.context(), 'leadDone');
    },
    card(item, view) {
      if (isSettled(item)) return settledCard(item, view, options);
      const notes = notesOf(item, options);
      if (notes.length === 0) return undefined;
      return askedCard(item, view, { ...options, notes });
    },
    channel: (item) => (isSettled(item) ? settledChannel(item, options) : undefined),
    facts: (channels) => channelFacts(channels, options),
  };
}

function buttonView(
  item: SurfaceItem,
  { context, known }: { context: RecallContext; known: KnownItem },
  { onWithdraw, onReopen, isReady }: KnownViewsOptions,
): TemplateResult | typeof nothing {
  if (!isConsent(item)) return nothing;
  const isGiven = known.state === 'given';
  const action = say(context, isGiven ? 'withdraw' : 'decideAgain');
  const title = itemTitle(item, context);
  return html`<button
    class="button"
    type="button"
    data-item=${item.id}
    data-action=${isGiven ? 'withdraw' : 'reopen'}
    aria-label=${say(context, 'actOnItem', { action, title })}
    ?disabled=${!isReady()}
    @click=${isGiven ? onWithdraw : onReopen}
  >
    ${action}
  </button>`;
}

/** How an item stands, and since when. */
function sinceView({ state, since }: KnownItem, context: RecallContext): TemplateResult {
  const date = since === undefined ? '' : localTime(new Date(since), false);
  return html`<span class="since"
    ><b class="state ${state}">${say(context, WORDS[state])}</b>${
      date === '' ? nothing : html`${' \u00b7 '}${say(context, 'sinceDay', { date })}`
    }</span
  >`;
}

function markView({ state }: KnownItem): TemplateResult {
  const isGiven = state === 'given';
  return html`<span class="mark ${state}">${icon(isGiven ? 'check' : 'minus')}</span>`;
}

function settledCard(
  item: SurfaceItem,
  view: GroupsView,
  options: KnownViewsOptions,
): TemplateResult {
  const context = options.context();
  const known = knownOf(item, options);
  const row = html`<div
    class="row settled"
    id="box-${item.id}"
    data-state=${known.state}
    tabindex="-1"
  >
    ${markView(known)}
    <div class="name">
      ${nameView(item, itemTitle(item, context), context)} ${sinceView(known, context)}
    </div>
    ${buttonView(item, { context, known }, options)}
  </div>`;
  if (item.kind === 'age') return html`<div class="item" data-part=${item.id}>${row}</div>`;
  const due = dueView([item], options);
  const terms = view.terms.find(({ id }) => id === item.id);
  const state = { ...stateOf(item, view), hint: undefined, elsewhere: undefined };
  return itemView({
    item,
    state,
    context,
    handlers: view.handlers,
    terms,
    row: html`${row} ${due}`,
  });
}

function settledChannel(item: SurfaceItem, options: KnownViewsOptions): TemplateResult {
  const context = options.context();
  const known = knownOf(item, options);
  return html`<li data-part=${item.id}>
    <div class="check settled" id="box-${item.id}" data-state=${known.state} tabindex="-1">
      ${markView(known)}
      <div class="name">
        <span data-shown="title" lang=${context.contentLang ?? nothing}
          >${itemTitle(item, context)}</span
        >
        ${sinceView(known, context)}
      </div>
      ${buttonView(item, { context, known }, options)}
    </div>
  </li>`;
}

/** That an item was withdrawn a moment ago. */
function withdrawnView({ id }: SurfaceItem, options: KnownViewsOptions): TemplateResult[] {
  const { items, context } = options;
  if (items.known(id)?.state !== 'withdrawn' || !items.isOpened(id)) return [];
  return [
    html`<p class="hint again" role="status">
      ${icon('info')} <span>${say(context(), 'withdrawnNow')}</span>
    </p>`,
  ];
}

function staleOf({ id }: SurfaceItem, { items }: KnownViewsOptions): StaleAnswer | undefined {
  return items.known(id) === undefined ? items.recall.stale.get(id) : undefined;
}

/** Why a box is asked: that it holds no longer, or that it was withdrawn a moment ago. */
function notesOf(item: SurfaceItem, options: KnownViewsOptions): TemplateResult[] {
  const stale = staleOf(item, options);
  return stale === undefined
    ? withdrawnView(item, options)
    : [askedAgainView(stale, options.context())];
}

function askedCard(
  item: SurfaceItem,
  view: GroupsView,
  options: KnownViewsOptions & { readonly notes: readonly TemplateResult[] },
): TemplateResult {
  const context = options.context();
  const state = stateOf(item, view);
  const { handlers, terms: texts } = view;
  const name = nameView(item, itemTitle(item, context), context);
  const box =
    view.adopted?.row(item, state, { name, context, classes: 'row' }) ??
    html`<label class="row"
      >${boxView({ item, state, context, handlers })}${name}${stateView(state, context)}</label
    >`;
  const stale = staleOf(item, options);
  const facts = stale && factsAgainView(item, stale, context);
  const terms = texts.find(({ id }) => id === item.id);
  const row = html`${box} ${options.notes}`;
  return itemView({ item, state, context, handlers, terms, row, facts });
}

/** The facts that all channels share, with why they are asked again. */
function channelFacts(channels: readonly SurfaceItem[], options: KnownViewsOptions): unknown {
  const context = options.context();
  const [first] = channels as readonly [SurfaceItem];
  const [again] = channels.flatMap((item) => staleOf(item, options) ?? []);
  const withdrawn = channels.flatMap((item) => withdrawnView(item, options)).slice(0, 1);
  const due = dueView(channels, options);
  return again === undefined
    ? [withdrawn, factsView(first, context), due]
    : [withdrawn, askedAgainView(again, context), factsAgainView(first, again, context), due];
}
