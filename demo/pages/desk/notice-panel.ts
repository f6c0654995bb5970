import { css, html, LitElement, nothing, type TemplateResult } from 'lit';

import type { Notice, NoticeItem } from '../../../src/model/notice.js';
import type { Receipt, ReceiptItem } from '../../../src/model/receipt.js';
import { factsView } from '../../../src/ui/facts-view.js';
import { itemTitle, moreView, nameView } from '../../../src/ui/item-view.js';
import { blocksView } from '../../../src/ui/block-view.js';
import { baseStyles } from '../../../src/ui/styles/base.styles.js';
import { factsStyles } from '../../../src/ui/styles/facts.styles.js';
import { itemStyles } from '../../../src/ui/styles/item.styles.js';
import { tokenStyles } from '../../../src/ui/styles/tokens.styles.js';
import { contextOf } from '../../speakers.js';
import type { Entry } from './feed.js';
import { TEXTS } from './texts.js';
import { timeText } from './time-text.js';

const panelStyles = css`
  .item {
    padding-block: 8px 16px;
  }

  .row {
    cursor: default;
  }

  .body {
    padding-inline-start: 0;
  }

  .body > p {
    margin-block-end: 6px;
  }

  .how {
    color: var(--_soft);
    font-size: var(--_small);
  }
`;

/**
 * The text that a person saw, drawn from the stored notice by the library's own views, and what
 * that person answered. In a shadow root, so that the library's styles stay among themselves.
 */
class ShownNotice extends LitElement {
  static override readonly styles = [tokenStyles, baseStyles, itemStyles, factsStyles, panelStyles];
  static override readonly properties = {
    notice: { attribute: false },
    receipt: { attribute: false },
  };

  declare notice?: Notice;
  declare receipt?: Receipt;

  protected override render(): unknown {
    const { notice, receipt } = this;
    if (notice === undefined || receipt === undefined) return nothing;
    return html`<div class="list">
      ${notice.items.map((item) => this.#itemView(item, notice, receipt))}
    </div>`;
  }

  #itemView(item: NoticeItem, { locale }: Notice, receipt: Receipt): TemplateResult {
    const context = contextOf('ko', locale);
    const answer = receipt.items.find(({ id }) => id === item.id);
    return html`<div class="item" data-part=${item.id}>
      <div class="row">
        ${nameView(item, itemTitle(item, context), context)}
        ${answer === undefined ? nothing : stateView(answer)}
      </div>
      <div class="body">
        ${answer === undefined ? nothing : howView(answer, receipt)} ${wordsView(item)}
        ${factsView(item, context)}
        ${
          item.detail === undefined
            ? nothing
            : moreView(
                item.detailTitle ?? context.reader.term('more'),
                blocksView(item.detail),
                context,
              )
        }
      </div>
    </div>`;
  }
}

/** What is shown of terms and age, which have no table of facts. */
function wordsView({ terms, childText }: NoticeItem): unknown {
  const words = [terms?.summary, childText].filter((text) => text !== undefined);
  return [
    ...words.map((text) => html`<p>${text}</p>`),
    terms?.sha256 === undefined
      ? nothing
      : html`<p class="how">
          ${TEXTS.termsHash}: ${terms.version}${TEXTS.version}, <code>${terms.sha256}</code>
        </p>`,
  ];
}

function stateView({ state }: ReceiptItem): TemplateResult {
  const isGiven = state === 'given' || state === 'renewed';
  return html`<span class="state ${isGiven ? 'given' : ''}">${TEXTS[state]}</span>`;
}

function howView({ id, by }: ReceiptItem, { shown }: Receipt): TemplateResult {
  const isHidden = shown.hidden.includes(id);
  return html`<p class="how">${TEXTS.by[by]}${isHidden ? `, ${TEXTS.hidden}` : nothing}</p>`;
}

customElements.define('desk-notice', ShownNotice);

function fact(name: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** What lies behind a row: ids and hashes, and the text that was shown. */
export function noticePanel({ item, notice }: Entry): TemplateResult {
  const { receipt, hash, status } = item;
  return html`<dl class="facts">
      ${fact(TEXTS.decidedAt, timeText(receipt.at))}
      ${fact(TEXTS.receipt, html`<code>${receipt.id}</code>`)}
      ${fact(TEXTS.hash, html`<code>${hash}</code>`)}
      ${fact(TEXTS.subject, html`<code>${receipt.subject}</code>`)}
      ${fact(TEXTS.surface, `${receipt.notice.policy} · ${receipt.notice.surface}`)}
      ${fact(TEXTS.noticeHash, html`<code>${receipt.notice.sha256}</code>`)}
    </dl>
    ${status === 'unverified' ? html`<p class="soft">${TEXTS.unverified}</p>` : nothing}
    <desk-notice .notice=${notice} .receipt=${receipt}></desk-notice>`;
}
