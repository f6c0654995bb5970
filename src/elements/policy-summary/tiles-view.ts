import { html, nothing, type TemplateResult } from 'lit';

import type { PolicyContact } from '../../model/policy-about.js';
import { listText, purposesText, retentionText } from '../../ui/fact-texts.js';
import type { GuideChapterName } from '../../model/guide-rows.js';
import { say } from '../../ui/view-context.js';
import { roleText } from './contacts-view.js';
import { choicesOf, type Label, type LabelId, type LabelSource, labelsOf } from './labels.js';
import type { SummaryContext } from './summary-context.js';
import { tileIcon } from './tile-icons.js';
import { DOT, partedView, policyLink } from './value-views.js';

/** Which tile is looked at, and what the tiles tell of themselves. */
export interface TilesView {
  readonly shown: LabelId | undefined;
  /** A tile was pressed or has the focus: its details stay. */
  readonly onChoose: (id: LabelId) => void;
  /** A mouse came over a tile, or left it (`undefined`). */
  readonly onPoint: (id: LabelId | undefined) => void;
}

/** Where the policy tells more. */
const ROWS: Readonly<Record<LabelId, GuideChapterName>> = {
  ordinary: 'processing',
  sensitive: 'processing',
  'unique-id': 'processing',
  biometric: 'processing',
  automatic: 'automatic',
  'third-party': 'third-parties',
  overseas: 'transfers',
  complaints: 'contacts',
};

/** Labels of which only names are told: periods and choices differ from name to name. */
const NAMES_ONLY: ReadonlySet<LabelId> = new Set<LabelId>(['ordinary', 'automatic']);

function nameOf(id: LabelId, context: SummaryContext): string {
  const { messages } = context.reader;
  const names: Readonly<Record<LabelId, string>> = {
    ordinary: messages.labelOrdinary,
    sensitive: messages.kind.sensitive,
    'unique-id': messages.kind['unique-id'],
    biometric: messages.labelBiometric,
    automatic: messages.labelAutomatic,
    'third-party': messages.kind['third-party'],
    overseas: messages.kind.overseas,
    complaints: messages.labelComplaints,
  };
  return names[id];
}

function choiceWords(label: Label, context: SummaryContext): readonly string[] {
  const choices = choicesOf(label);
  if (choices === undefined) return [];
  const { required, optional } = choices;
  if (optional === 0) return [say(context, 'badgeRequired')];
  if (required === 0) return [say(context, 'badgeOptional')];
  return [
    say(context, 'choiceRequired', { n: required }),
    say(context, 'choiceOptional', { n: optional }),
  ];
}

function countWords({ id, names }: Label, { policy, ...context }: SummaryContext): string {
  const n = names.length;
  if (id === 'third-party' || id === 'overseas') return say(context, 'countPlaces', { n });
  const hasCookies = (policy.automaticCollection?.cookies ?? []).length > 0;
  return say(context, id === 'automatic' && hasCookies ? 'countCookies' : 'countItems', { n });
}

function reachText({ phone, email, department, title }: PolicyContact): string | undefined {
  return phone ?? email ?? department ?? title;
}

/** What stands in large letters on a tile: words that stay in one piece. */
function valueOf(label: Label, context: SummaryContext): readonly string[] {
  const { contact, id, status } = label;
  if (status === 'none') return [say(context, 'labelNone')];
  if (status !== 'stated') return [say(context, 'labelUnstated')];
  if (contact !== undefined) return [reachText(contact) ?? say(context, 'labelUnstated')];
  return [countWords(label, context), ...(NAMES_ONLY.has(id) ? [] : choiceWords(label, context))];
}

function sourceText(source: LabelSource, id: LabelId, context: SummaryContext): string {
  const { content } = context;
  const { names, purposes = [], retention = [], required } = source;
  const isRecipient = id === 'third-party' || id === 'overseas';
  const parts = [
    listText(names, content),
    isRecipient ? purposesText(purposes, content) : '',
    required === true ? content.term('badgeRequired') : '',
    required === false ? content.term('badgeOptional') : '',
    ...retention.slice(0, 1).map((rule) => retentionText(rule, content)),
  ];
  return parts.filter((part) => part !== '').join(DOT);
}

function contactText(contact: PolicyContact, context: SummaryContext): string {
  const { department, title, phone, email, fax, text } = contact;
  return [roleText(contact, context), department, title, phone, email, fax, text]
    .filter((part) => part !== undefined)
    .join(DOT);
}

/** What stands below the tiles while one of them is looked at. */
function detailOf(label: Label, context: SummaryContext): readonly string[] {
  const { id, status, sources, names, contact } = label;
  if (status === 'none') return [say(context, 'labelNoneDetail')];
  if (status === 'announced') return [say(context, 'labelAnnouncedDetail')];
  if (status === 'unstated') return [say(context, 'unstated')];
  if (contact !== undefined) return [contactText(contact, context)];
  if (NAMES_ONLY.has(id)) return [listText(names, context.content)];
  return [...new Set(sources.map((source) => sourceText(source, id, context)))];
}

function tileView(label: Label, view: TilesView, context: SummaryContext): TemplateResult {
  const { id, status } = label;
  const choose = (): void => {
    view.onChoose(id);
  };
  const point = ({ type, pointerType }: PointerEvent): void => {
    if (pointerType === 'mouse') view.onPoint(type === 'pointerenter' ? id : undefined);
  };
  return html`<li>
    <button
      type="button"
      class="tile ${status === 'stated' ? '' : 'absent'} ${view.shown === id ? 'shown' : ''}"
      aria-describedby="detail-${id}"
      @click=${choose}
      @focus=${choose}
      @pointerenter=${point}
      @pointerleave=${point}
    >
      ${tileIcon(id)}
      <span>
        <span>${nameOf(id, context)}</span>
        <b> ${partedView(valueOf(label, context))} </b>
      </span>
    </button>
  </li>`;
}

function detailView(label: Label, view: TilesView, context: SummaryContext): TemplateResult {
  const { id, status } = label;
  const lang = status === 'stated' ? context.contentLang : undefined;
  return html`<div class="detail" ?hidden=${view.shown !== id}>
    <p id="detail-${id}">
      <b>${nameOf(id, context)}</b>
      ${detailOf(label, context).map((line) => html`<span lang=${lang ?? nothing}>${line}</span> `)}
    </p>
    ${policyLink(context.hrefOf(ROWS[id]), say(context, 'labelLink'))}
  </div>`;
}

/**
 * The labels as tiles, with the details of the one that is looked at in the line below (POL-10). All
 * details are in the page: a reader's software has them with their tile, and paper shows them all.
 */
export function tilesView(view: TilesView, context: SummaryContext): TemplateResult {
  const labels = labelsOf(context.policy);
  return html`<ul class="tiles" aria-label=${say(context, 'labelsHeading')}>
      ${labels.map((label) => tileView(label, view, context))}
    </ul>
    <div class="details">
      <p class="hint" ?hidden=${view.shown !== undefined}>${say(context, 'labelsHint')}</p>
      ${labels.map((label) => detailView(label, view, context))}
    </div>`;
}
