import { html, nothing, type TemplateResult } from 'lit';

import type { NoticeItem } from '../../../src/model/notice.js';
import type { ReceiptItem } from '../../../src/model/receipt.js';
import { icon } from '../../../src/ui/icons.js';
import { itemTitle } from '../../../src/ui/item-view.js';
import { contextOf } from '../../speakers.js';
import type { Entry } from './feed.js';
import { noticePanel } from './notice-panel.js';
import { TEXTS } from './texts.js';
import { timeText } from './time-text.js';

const KOREAN = contextOf('ko', 'ko');

function titleOf(item: ReceiptItem, facts: NoticeItem | undefined): string {
  return facts === undefined ? item.id : itemTitle(facts, KOREAN);
}

function answerView(item: ReceiptItem, { notice }: Entry): TemplateResult {
  const facts = notice?.items.find(({ id }) => id === item.id);
  const isGiven = item.state === 'given' || item.state === 'renewed';
  return html`<li data-item=${item.id} data-state=${item.state}>
    <b class=${isGiven ? 'is-given' : nothing}>${TEXTS[item.state]}</b>
    <span lang=${notice === undefined ? nothing : notice.locale}>${titleOf(item, facts)}</span>
  </li>`;
}

function verdictView({ isIntact, notice }: Entry): TemplateResult {
  if (!isIntact) {
    return html`<span class="verdict is-danger">${icon('alert')} ${TEXTS.altered}</span>`;
  }
  return notice === undefined
    ? html`<span class="verdict is-warn">${icon('alert')} ${TEXTS.noNotice}</span>`
    : html`<span class="verdict is-ok">${icon('check')} ${TEXTS.intact}</span>`;
}

/** What a row needs besides its receipt. */
export interface RowState {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One receipt as a row of the table, and the text that was shown in a row below it. */
export function receiptRows(entry: Entry, { isOpen, onToggle }: RowState): TemplateResult {
  const { receipt, receivedAt } = entry.item;
  const panelId = `panel-${receipt.id}`;
  return html`<tr role="row" data-row=${receipt.id}>
      <th role="rowheader" scope="row">
        <time datetime=${receivedAt}>${timeText(receivedAt)}</time>
        <code>${receipt.id.slice(0, 13)}</code>
      </th>
      <td role="cell" class="live__policy">
        <b>${entry.notice?.service.name ?? receipt.notice.policy}</b>
        <span>${receipt.notice.version}${TEXTS.version}</span>
      </td>
      <td role="cell">
        <ul class="live__answers">
          ${receipt.items.map((item) => answerView(item, entry))}
        </ul>
      </td>
      <td role="cell" class="live__check">
        ${verdictView(entry)}
        <button
          class="button"
          type="button"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls=${panelId}
          @click=${onToggle}
        >
          ${isOpen ? TEXTS.hideNotice : TEXTS.showNotice}
        </button>
      </td>
    </tr>
    <tr role="row" class="live__detail" id=${panelId} ?hidden=${!isOpen}>
      <td role="cell" colspan="4">${isOpen ? noticePanel(entry) : nothing}</td>
    </tr>`;
}
