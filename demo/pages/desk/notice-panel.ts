import { css, html, LitElement, nothing, type TemplateResult } from 'lit';

import type { Finding, FindingLevel } from '../../../src/model/finding.js';
import type { Notice, NoticeItem } from '../../../src/model/notice.js';
import type { Receipt, ReceiptItem } from '../../../src/model/receipt.js';
import { factsView } from '../../../src/ui/facts-view.js';
import { icon } from '../../../src/ui/icons.js';
import { itemTitle, moreView, nameView } from '../../../src/ui/item-view.js';
import { blocksView } from '../../../src/ui/block-view.js';
import { baseStyles } from '../../../src/ui/styles/base.styles.js';
import { factsStyles } from '../../../src/ui/styles/facts.styles.js';
import { itemStyles } from '../../../src/ui/styles/item.styles.js';
import { tokenStyles } from '../../../src/ui/styles/tokens.styles.js';
import { contextOf } from '../../speakers.js';
import type { ReceiptEntry } from './entry.js';
import { sentenceOf, TEXTS } from './texts.js';
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

function findingView(found: Finding): TemplateResult {
  const isBroken = found.level === 'broken';
  return html`<li class=${isBroken ? 'is-danger' : nothing}>
    ${icon(isBroken ? 'alert' : 'info')} <span>${sentenceOf(found)}</span>
  </li>`;
}

/** What verification found, the worst first. */
function findingsView(findings: readonly Finding[]): TemplateResult {
  const levels: readonly FindingLevel[] = ['broken', 'unproved', 'note'];
  const sorted = levels.flatMap((level) => findings.filter((each) => each.level === level));
  return html`<div class="found">
    <h3>${TEXTS.found}</h3>
    ${
      sorted.length === 0
        ? html`<p class="soft">${TEXTS.foundNothing}</p>`
        : html`<ul>
            ${sorted.map(findingView)}
          </ul>`
    }
  </div>`;
}

/** What lies behind a row: what was found, ids and hashes, and the text that was shown. */
export function noticePanel({ item, notice, findings }: ReceiptEntry): TemplateResult {
  const { receipt, hash, receivedAt, account } = item;
  const { policy, surface, sha256 } = receipt.notice;
  const code = (text: string): TemplateResult => html`<code>${text}</code>`;
  return html`${findingsView(findings)}
    <dl class="facts">
      ${fact(TEXTS.decidedAt, timeText(receipt.at))} ${fact(TEXTS.receivedAt, timeText(receivedAt))}
      ${fact(TEXTS.receipt, code(receipt.id))}
      ${receipt.ref === undefined ? nothing : fact(TEXTS.refersTo, code(receipt.ref))}
      ${fact(TEXTS.hash, code(hash))} ${fact(TEXTS.subject, code(receipt.subject))}
      ${account === undefined ? nothing : fact(TEXTS.account, code(account))}
      ${fact(TEXTS.surface, `${policy} \u00b7 ${TEXTS.surfaces[surface] ?? surface}`)}
      ${fact(TEXTS.noticeHash, code(sha256))}
    </dl>
    ${
      notice === undefined
        ? html`<p class="soft">${TEXTS.noNotice}</p>`
        : html`<desk-notice .notice=${notice} .receipt=${receipt}></desk-notice>`
    }`;
}
