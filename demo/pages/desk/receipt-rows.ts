import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../../../src/ui/icons.js';
import {
  countAnswers,
  type Entry,
  idOf,
  isReceipt,
  type ReceiptEntry,
  serviceName,
  type Verdict,
  verdictOf,
} from './entry.js';
import { noticePanel } from './notice-panel.js';
import { sentenceOf, TEXTS } from './texts.js';
import { shortTimeText, timeText } from './time-text.js';

/** As many characters of an id as tell one receipt from another. */
const READABLE_ID = 13;

const TONES: Readonly<Record<Verdict, readonly ['check' | 'alert', string]>> = {
  intact: ['check', 'is-ok'],
  unverified: ['alert', 'is-warn'],
  'no-notice': ['alert', 'is-warn'],
  broken: ['alert', 'is-danger'],
};

/** "필수 3 · 동의 5 · 안 함 3": of what was asked all three, also where there are none. */
function answersView({ item: { receipt }, notice }: ReceiptEntry): TemplateResult {
  const counts = countAnswers(receipt, notice);
  const always: readonly string[] =
    receipt.event === 'decision' ? ['required', 'given', 'refused'] : [];
  const parts = Object.entries(counts)
    .filter(([name, count]) => count > 0 || always.includes(name))
    .map(([name, count]) => `${TEXTS.counts[name as keyof typeof counts]} ${String(count)}`);
  return html`<div class="parts">
    <ul>
      ${parts.map((part) => html`<li>${part}</li>`)}
    </ul>
  </div>`;
}

function verdictView(entry: ReceiptEntry): TemplateResult {
  const verdict = verdictOf(entry);
  const [drawing, tone] = TONES[verdict];
  return html`<span class="verdict ${tone}" data-verdict=${verdict}>
    ${icon(drawing)} ${TEXTS[verdict]}
  </span>`;
}

/** What contradicts itself, said in the row: nobody should have to open it to learn that. */
function whyView({ findings }: ReceiptEntry): TemplateResult | typeof nothing {
  const first = findings.find(({ level }) => level === 'broken');
  return first === undefined ? nothing : html`<p class="live__why">${sentenceOf(first)}</p>`;
}

/** What a row needs besides its receipt. */
export interface RowState {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** In ms since 1970. */
  readonly now: number;
}

/** Ids of what was answered, and how, for whoever reads the page by program. */
function statesOf({ item: { receipt } }: ReceiptEntry): string {
  return receipt.items.map(({ id, state }) => `${id}:${state}`).join(' ');
}

function timeCell({ item }: Entry, now: number): TemplateResult {
  const { receivedAt } = item;
  return html`<th role="rowheader" scope="row">
    <time datetime=${receivedAt} title=${timeText(receivedAt)}
      >${shortTimeText(receivedAt, now)}</time
    >
  </th>`;
}

function erasedRow(entry: Entry, now: number): TemplateResult {
  return html`<tr role="row" data-row=${idOf(entry)}>
    ${timeCell(entry, now)}
    <td role="cell" class="live__id"><code>${idOf(entry).slice(0, READABLE_ID)}</code></td>
    <td role="cell" class="live__policy"></td>
    <td role="cell" class="live__answers">${TEXTS.erasedWhy}</td>
    <td role="cell" class="live__check"><span class="verdict">${TEXTS.erased}</span></td>
  </tr>`;
}

/** One receipt as a row of the table, and the text that was shown in a row below it. */
export function receiptRows(entry: Entry, { isOpen, onToggle, now }: RowState): TemplateResult {
  if (!isReceipt(entry)) return erasedRow(entry, now);
  const { receipt } = entry.item;
  const panelId = `panel-${receipt.id}`;
  return html`<tr role="row" data-row=${receipt.id} data-states=${statesOf(entry)}>
      ${timeCell(entry, now)}
      <td role="cell" class="live__id">
        <button
          class="live__open"
          type="button"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls=${panelId}
          aria-label="${receipt.id.slice(0, READABLE_ID)}, ${TEXTS.open}"
          @click=${onToggle}
        >
          <code>${receipt.id.slice(0, READABLE_ID)}</code> ${icon('down')}
        </button>
      </td>
      <td role="cell" class="live__policy">
        ${serviceName(receipt.notice.policy, entry.notice)}
        <span>${receipt.notice.version}</span>
      </td>
      <td role="cell" class="live__answers">${answersView(entry)} ${whyView(entry)}</td>
      <td role="cell" class="live__check">${verdictView(entry)}</td>
    </tr>
    <tr role="row" class="live__detail" id=${panelId} ?hidden=${!isOpen}>
      <td role="cell" colspan="5">${isOpen ? noticePanel(entry) : nothing}</td>
    </tr>`;
}
