import { html, nothing, type TemplateResult } from 'lit';

import type { LedgerRecord } from '../../../src/core/entry.js';
import { formatMessage } from '../../../src/i18n/messages.js';
import { guardianDueDay } from '../../../src/model/guardian-due.js';
import type { Notice, NoticeItem } from '../../../src/model/notice.js';
import type { ReceiptItem } from '../../../src/model/receipt.js';
import { icon } from '../../../src/ui/icons.js';
import { itemTitle } from '../../../src/ui/item-view.js';
import type { ViewContext } from '../../../src/ui/view-context.js';
import { methodsOf, type WelcomeTexts } from './texts.js';

/** A receipt of this browser and the text that it is about. */
export interface KeptRecord {
  readonly record: LedgerRecord;
  readonly notice: Notice;
}

/** Where a receipt is on its way. `sending`: too early to call it late. */
export type Progress = 'delivered' | 'rejected' | 'sending' | 'waiting';

export interface RecordView extends KeptRecord {
  readonly progress: Progress;
  readonly context: ViewContext;
  readonly texts: WelcomeTexts;
}

/** As many characters of an id as a person can read out. */
const READABLE_ID = 13;

function dayText(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function timeText(at: Date): string {
  return `${dayText(at)} ${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

const TONES = {
  delivered: ['note--ok', 'check'],
  rejected: ['note--danger', 'alert'],
  sending: ['', 'check'],
  waiting: ['note--warn', 'info'],
} as const;

function noteView({ record, context, texts, progress }: RecordView): TemplateResult {
  const { id, at } = record.receipt;
  const detail = { date: timeText(new Date(at)), id: id.slice(0, READABLE_ID) };
  const [tone, drawing] = TONES[progress];
  return html`<div class="note ${tone}">
    ${icon(drawing)}
    <div>
      <strong>${context.reader.term('storedTitle')}</strong>
      <p>${context.reader.term('storedDetail', detail)}</p>
      <p>${texts[progress]}</p>
    </div>
  </div>`;
}

/** "Required" or not, and what kind of matter: a channel's name alone would say too little. */
function kindView(
  item: NoticeItem | undefined,
  { reader }: ViewContext,
): TemplateResult | typeof nothing {
  if (item === undefined) return nothing;
  const badge = reader.term(item.required ? 'badgeRequired' : 'badgeOptional');
  return html`<small lang=${reader.lang}>${badge} · ${reader.messages.kind[item.kind]}</small>`;
}

function answerView(
  { id, state }: ReceiptItem,
  item: NoticeItem | undefined,
  context: ViewContext,
): TemplateResult {
  const isGiven = state === 'given';
  return html`<li data-item=${id} data-state=${state}>
    <span lang=${context.contentLang ?? nothing}>
      ${item === undefined ? id : itemTitle(item, context)} ${kindView(item, context)}
    </span>
    <b class=${isGiven ? 'is-given' : nothing}>
      ${context.reader.term(isGiven ? 'stateGiven' : 'stateRefused')}
    </b>
  </li>`;
}

function factView(label: string, value: string, isKey = false): TemplateResult | typeof nothing {
  if (value === '') return nothing;
  return html`<div>
    <dt>${label}</dt>
    <dd class=${isKey ? 'is-key' : nothing}>${value}</dd>
  </div>`;
}

/** Sender, day and result of an answer on advertising (MKT-06; Network Act 50(7)). */
function advertisingView({ record, notice, context }: RecordView): unknown {
  const asked = notice.items.filter(({ kind }) => kind.startsWith('advertising'));
  const [first] = asked;
  if (first === undefined) return nothing;
  const { at, items } = record.receipt;
  const isGiven = ({ id }: NoticeItem): boolean =>
    items.some((item) => item.id === id && item.state === 'given');
  const names = (list: readonly NoticeItem[]): string =>
    list.map((item) => itemTitle(item, context)).join(context.reader.messages.listSeparator);
  const agreed = asked.filter(isGiven);
  const day = new Date(at);
  // By the end of the second year the sender asks again (MKT-08; Network Act 50(8)).
  const next = new Date(day.getFullYear() + 2, day.getMonth(), day.getDate() - 1);
  return html`<h2>${context.reader.term('resultHeading')}</h2>
    <div class="card">
      <dl class="facts">
        ${factView(context.reader.term('factSender'), first.sender ?? '')}
        ${factView(context.reader.term('resultDate'), dayText(day))}
        ${factView(context.reader.term('resultGiven'), names(agreed), true)}
        ${factView(
          context.reader.term('resultRefused'),
          names(asked.filter((item) => !isGiven(item))),
          true,
        )}
      </dl>
      ${
        agreed.length === 0
          ? nothing
          : html`<p class="soft">${context.reader.term('resultNext', { date: dayText(next) })}</p>`
      }
    </div>`;
}

/** Who decided for a child, and whether that is confirmed. */
function guardianView({ record, context, texts }: RecordView): unknown {
  const { guardian, at } = record.receipt;
  if (guardian === undefined) return nothing;
  const method = methodsOf(context.reader.lang)[`guardian-${guardian.method}`];
  const due = guardianDueDay(record.receipt, at);
  const text =
    guardian.at === undefined
      ? formatMessage(texts.guardianDue, { method, due: due ?? '' }, context.reader.lang)
      : formatMessage(
          texts.guardianConfirmed,
          { method, at: timeText(new Date(guardian.at)) },
          context.reader.lang,
        );
  return html`<div class="note ${guardian.at === undefined ? 'note--warn' : ''}" data-guardian>
    ${icon('info')}
    <div>
      <strong>${texts.guardian}</strong>
      <p>${text}</p>
    </div>
  </div>`;
}

/** What was recorded, in words: that it is kept, where it is, and each decision. */
export function recordView(view: RecordView): TemplateResult {
  const { record, notice, context, texts } = view;
  const items = new Map(notice.items.map((item) => [item.id, item]));
  return html`${noteView(view)}${guardianView(view)}
    <h2>${texts.answers}</h2>
    <div class="card">
      <ul class="answers">
        ${record.receipt.items.map((item) => answerView(item, items.get(item.id), context))}
      </ul>
    </div>
    ${advertisingView(view)}`;
}

/**
 * Where the person finds the record again: on this device, and on another one.
 *
 * @param account What the server calls the account; absent where it has none for this receipt.
 */
export function againView(texts: WelcomeTexts, account: string | undefined): TemplateResult {
  const address = `/my/?account=${encodeURIComponent(account ?? '')}`;
  return html`<p class="actions"><a class="button" href="/my/">${texts.mine}</a></p>
    ${
      account === undefined
        ? nothing
        : html`<details class="elsewhere">
            <summary>${texts.elsewhere}</summary>
            <p class="soft">${texts.elsewhereAdvice}</p>
            <p><a href=${address} data-account=${account}>${location.origin}${address}</a></p>
          </details>`
    }`;
}

/** A note in place of a record. */
export function absentView(title: string, advice: string): TemplateResult {
  return html`<div class="note">
    ${icon('info')}
    <div>
      <strong>${title}</strong>
      <p>${advice}</p>
    </div>
  </div>`;
}
