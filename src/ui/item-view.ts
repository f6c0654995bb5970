import { html, nothing, type TemplateResult } from 'lit';

import type { Answer } from '../model/decisions.js';
import type { ItemFacts } from '../model/notice.js';
import type { Terms } from '../model/policy-about.js';
import { blocksView, linkView } from './block-view.js';
import { channelsText } from './fact-texts.js';
import { factsView } from './facts-view.js';
import { icon } from './icons.js';
import { localTime } from './local-time.js';
import { safeHref } from './safe-href.js';
import { say, type ViewContext } from './view-context.js';

/** Where an item stands at the moment. */
export interface ItemState {
  readonly given: boolean;
  /** Whether the person has decided it: only then the decision is put into words. */
  readonly decided: boolean;
  /** Whether the whole control is disabled. */
  readonly disabled: boolean;
  /** Why it can't be decided yet: a parent is not given. */
  readonly hint?: string | undefined;
  /** Where, and when, it was decided already: the answer that stands there. */
  readonly elsewhere?: Pick<Answer, 'given' | 'source' | 'at'> | undefined;
  readonly error?: string | undefined;
}

/** Answers to presses on a box. */
export interface ItemHandlers {
  readonly onInput: (event: Event) => void;
  readonly onChange: (event: Event) => void;
}

/** All that one item is drawn from. */
export interface ItemView {
  readonly item: ItemFacts;
  readonly state: ItemState;
  readonly context: ViewContext;
  readonly handlers: ItemHandlers;
  /** The terms behind an item of kind `terms`. */
  readonly terms?: Terms | undefined;
  /** The first line of an item that has no box of the element. */
  readonly row?: TemplateResult | undefined;
  /** What stands above the facts, and in place of what an age item says: words for a child. */
  readonly above?: unknown;
  /** What stands in place of the facts. */
  readonly facts?: unknown;
  /** Id of the item whose facts and hint stand for this one, where it shares them. */
  readonly shares?: string;
}

/** The title that an item has, or the one that its kind has where the policy gives none. */
export function itemTitle(item: ItemFacts, { reader }: ViewContext): string {
  if (item.title !== '') return item.title;
  if (item.kind === 'age') return reader.term('titleAge', { age: item.threshold ?? 0 });
  if (item.kind === 'marketing-use') return reader.term('titleMarketingUse');
  if (item.kind === 'advertising-night') return reader.term('titleNight');
  return item.channel === undefined
    ? reader.messages.kind[item.kind]
    : channelsText([item.channel], reader);
}

/** What the item is, in words: information that rests on no consent is told from what is not asked. */
function kindText({ kind, basis }: ItemFacts, { reader }: ViewContext): string {
  const isOpen = basis === 'consent' || basis === 'unstated';
  if (kind === 'information' && isOpen) return reader.term('kindNotAsked');
  return reader.messages.kind[kind];
}

function badgeOf(item: ItemFacts, context: ViewContext): string {
  if (item.kind === 'information') return say(context, 'badgeNotice');
  return say(context, item.required ? 'badgeRequired' : 'badgeOptional');
}

/** The accessible name: the badge first, in brackets (requirements A11Y-01, CTL-13). */
function itemName(item: ItemFacts, context: ViewContext): string {
  return `[${badgeOf(item, context)}] ${kindText(item, context)} ${itemTitle(item, context)}`;
}

/** What to do about a required item that is not given. */
export function errorText(item: ItemFacts, context: ViewContext): string {
  if (item.kind === 'age') return say(context, 'mustAge', { age: item.threshold ?? 0 });
  if (item.kind === 'terms') return say(context, 'mustTerms');
  return say(context, 'mustAgree', { title: itemTitle(item, context) });
}

/** The box of an item: a native checkbox with the whole name on it. */
export function boxView({ item, state, context, handlers, shares }: ItemView): TemplateResult {
  const hasFacts = item.kind !== 'age' && item.kind !== 'terms';
  const described = [
    ...(state.error === undefined ? [] : [`error-${item.id}`]),
    ...(hasFacts ? [`facts-${shares ?? item.id}`] : []),
    ...(state.hint === undefined ? [] : [`hint-${shares ?? item.id}`]),
  ];
  return html`<input
    type="checkbox"
    id="box-${item.id}"
    data-item=${item.id}
    autocomplete="off"
    aria-label=${itemName(item, context)}
    aria-describedby=${described.join(' ') || nothing}
    aria-invalid=${state.error === undefined ? nothing : 'true'}
    ?required=${item.required}
    ?disabled=${state.disabled || state.hint !== undefined}
    @input=${handlers.onInput}
    @change=${handlers.onChange}
  />`;
}

/** The decision in words, at the end of the first line; refusal where agreement would stand. */
export function stateView(state: ItemState, context: ViewContext): TemplateResult | typeof nothing {
  if (!state.decided || state.hint !== undefined) return nothing;
  return html`<span class="state ${state.given ? 'given' : ''}" aria-hidden="true">
    ${say(context, state.given ? 'stateGiven' : 'stateRefused')}
  </span>`;
}

/** Whether the item is required, optional or a notice: a word in a frame. */
export function badgeView(item: ItemFacts, context: ViewContext): TemplateResult {
  const tone = item.kind === 'information' ? 'notice' : item.required ? 'required' : '';
  return html`<span class="badge ${tone}">${badgeOf(item, context)}</span>`;
}

/** Badge, kind and title: what stands beside every box, and beside an icon where there is none. */
export function nameView(item: ItemFacts, title: string, context: ViewContext): TemplateResult {
  return html`<span class="name">
    <span class="eyebrow" data-shown="kind">
      ${badgeView(item, context)} ${kindText(item, context)}
    </span>
    <span class="title" data-shown="title" lang=${context.contentLang ?? nothing}>${title}</span>
  </span>`;
}

/** A line below the facts that says why a box is closed, or what else to know. */
export function hintView(
  id: string,
  text: string | undefined,
  apart = true,
): TemplateResult | typeof nothing {
  if (text === undefined) return nothing;
  return html`<p class="hint ${apart ? 'sub' : ''}" id="hint-${id}">
    ${icon('info')} <span>${text}</span>
  </p>`;
}

/** What to do about an item, where something has to be done. */
export function errorView({ id }: ItemFacts, { error }: ItemState): unknown {
  if (error === undefined) return nothing;
  return html`<p class="error" id="error-${id}">${icon('alert')} <span>${error}</span></p>`;
}

/** That an item was decided at another place, and that it can be decided here. */
export function elsewhereView(
  { elsewhere }: ItemState,
  context: ViewContext,
  apart = true,
): unknown {
  if (elsewhere?.source === undefined) return nothing;
  const { given, source, at } = elsewhere;
  const day = at === undefined ? '' : `, ${localTime(new Date(at), false)}`;
  return html`<p class="hint ${apart ? 'sub' : ''}">
    ${icon('info')}
    <span
      >${say(context, given ? 'elsewhereGiven' : 'elsewhereRefused', { where: source + day })}</span
    >
  </p>`;
}

/** Longer text in place, behind a disclosure. */
export function moreView(title: string, long: unknown, context: ViewContext): TemplateResult {
  return html`<details>
    <summary>${title} ${icon('down')}</summary>
    <div class="long" data-shown="long" lang=${context.contentLang ?? nothing}>${long}</div>
  </details>`;
}

function termsView({ item, terms, context }: ItemView): unknown {
  const summary = item.terms?.summary;
  const url = item.terms?.url;
  return [
    summary === undefined
      ? nothing
      : html`<p class="soft" data-shown="facts" lang=${context.contentLang ?? nothing}>
          ${summary}
        </p>`,
    terms?.text === undefined
      ? nothing
      : moreView(say(context, 'termsText'), blocksView(terms.text), context),
    terms?.text !== undefined || url === undefined
      ? nothing
      : html`<p class="link">${linkView({ text: say(context, 'termsOpen'), href: url })}</p>`,
  ];
}

function ageView({ item, state, context }: ItemView): TemplateResult {
  const age = item.threshold ?? 0;
  const url = item.guardianUrl;
  const href = url === undefined ? undefined : safeHref(url, document.baseURI);
  const ask = item.childText ?? say(context, 'guardianAsk', { age });
  return html`${state.error === undefined && href !== undefined ? nothing : html`<p>${ask}</p>`}
  ${
    href === undefined
      ? nothing
      : html`<a class="link" href=${href}>${say(context, 'guardianLink', { age })}</a>`
  }`;
}

function bodyView(view: ItemView): unknown {
  const { item, context, above } = view;
  if (item.kind === 'terms') return [above, termsView(view)];
  if (item.kind === 'age') return above ?? ageView(view);
  const title = item.detailTitle ?? say(context, 'more');
  return [
    above,
    view.facts ?? factsView(item, context),
    item.gaps?.includes('required') === true && item.kind !== 'information'
      ? html`<p class="soft">${say(context, 'unstatedRequired')}</p>`
      : nothing,
    item.detail === undefined ? nothing : moreView(title, blocksView(item.detail), context),
  ];
}

/** One item, the same wherever consent is asked: box, badge, kind, title, error, facts, disclosure. */
export function itemView(view: ItemView): TemplateResult {
  const { item, state, context } = view;
  const name = nameView(item, itemTitle(item, context), context);
  const row =
    view.row ??
    (item.kind === 'information'
      ? html`<div class="row"><span class="mark">${icon('info')}</span>${name}</div>`
      : html`<label class="row">${boxView(view)}${name}${stateView(state, context)}</label>`);
  return html`<div class="item ${state.error === undefined ? '' : 'invalid'}" data-part=${item.id}>
    ${row}
    <div class="body">
      ${errorView(item, state)} ${bodyView(view)} ${elsewhereView(state, context)}
      ${hintView(item.id, state.hint)}
    </div>
  </div>`;
}
