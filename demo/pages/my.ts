import { html, render, type TemplateResult } from 'lit';

import { getDelivery } from '../../src/core/delivery.js';
import type { LedgerRecord } from '../../src/core/entry.js';
import { browserPorts } from '../../src/core/ports.js';
import { contextOf } from '../speakers.js';
import { timeText } from './desk/time-text.js';
import { TEXTS } from './my/texts.js';
import { SERVICES } from './services.js';
import { type KeptRecord, type Progress, recordView } from './welcome/record-view.js';
import { KOREAN } from './welcome/texts.js';

/** The receipts of one service, newest first, each with the text that was shown. */
interface ServiceRecords {
  readonly policy: string;
  readonly records: readonly KeptRecord[];
}

const { ledger } = getDelivery(browserPorts());

async function withNotice(policy: string, record: LedgerRecord): Promise<readonly KeptRecord[]> {
  const notice = await ledger.notice(policy, record.receipt.notice.sha256);
  return notice === undefined ? [] : [{ record, notice }];
}

async function readService(policy: string): Promise<ServiceRecords> {
  const records = [...(await ledger.receipts(policy))].reverse();
  const kept = await Promise.all(records.map((record) => withNotice(policy, record)));
  return { policy, records: kept.flat() };
}

async function readAll(): Promise<readonly ServiceRecords[]> {
  const all = await Promise.all(Object.keys(SERVICES).map(readService));
  return all.filter(({ records }) => records.length > 0);
}

function countText({ record }: KeptRecord, state: 'given' | 'refused'): string {
  const n = record.receipt.items.filter((item) => item.state === state).length;
  return `${TEXTS[state]} ${TEXTS.count.replace('{n}', String(n))}`;
}

function progressOf({ record: { delivery } }: KeptRecord): Progress {
  if (delivery.ack !== undefined) return 'delivered';
  return delivery.rejected === undefined ? 'waiting' : 'rejected';
}

/** One receipt: when and how many of each answer; the whole opens in place. */
function receiptView(kept: KeptRecord): TemplateResult {
  const { id, at } = kept.record.receipt;
  const counts = [countText(kept, 'given'), countText(kept, 'refused')].join(' \u00b7 ');
  const context = contextOf('ko', kept.notice.locale);
  return html`<details class="kept" data-receipt=${id}>
    <summary><b>${timeText(at)}</b> <span class="soft">${counts}</span></summary>
    ${recordView({ ...kept, context, texts: KOREAN, progress: progressOf(kept) })}
  </details>`;
}

function recordsView(all: readonly ServiceRecords[]): TemplateResult {
  if (all.length === 0) return html`<p class="soft" id="none">${TEXTS.none}</p>`;
  return html`${all.map(
    ({ policy, records }) =>
      html`<section>
        <h2>${SERVICES[policy] ?? policy}</h2>
        ${records.map(receiptView)}
      </section>`,
  )}`;
}

const place = document.getElementById('records');
if (place !== null) {
  const drawn = readAll().then(recordsView, () => html`<p class="soft">${TEXTS.unreadable}</p>`);
  render(await drawn, place);
}
