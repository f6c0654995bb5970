import { html, render } from 'lit';

import { getDelivery } from '../../src/core/delivery.js';
import { browserPorts } from '../../src/core/ports.js';
import { contextOf } from '../speakers.js';
import {
  absentView,
  againView,
  type KeptRecord,
  type Progress,
  recordView,
} from './welcome/record-view.js';
import { ENGLISH, KOREAN } from './welcome/texts.js';

/** How often to look until the receipt is delivered, and for how long it may take to be found. */
const LOOK_MS = 300;
const EXPECT_MS = 5000;

/** A receipt whose answer was lost with the form's page is sent again after some seconds. */
const LATE_MS = 12_000;

const { lang } = document.documentElement;
const texts = lang.startsWith('en') ? ENGLISH : KOREAN;

/** The receipt that the signup form was sent with: `?receipt=<id>.<hash>`. */
function readToken(): { readonly id: string; readonly hash: string } | undefined {
  const token = new URLSearchParams(location.search).get('receipt') ?? '';
  const [, id, hash] = /^([\da-f-]{36})\.([\w-]{43})$/.exec(token) ?? [];
  return id === undefined || hash === undefined ? undefined : { id, hash };
}

/** The account that the server has invented for it. */
function account(): string | undefined {
  return new URLSearchParams(location.search).get('account') ?? undefined;
}

/** The receipt as this browser's own ledger holds it, and the text that was shown. */
async function findRecord(policy: string, id: string): Promise<KeptRecord | undefined> {
  const { ledger } = getDelivery(browserPorts());
  const record = await ledger.receipt(policy, id);
  if (record === undefined) return undefined;
  const notice = await ledger.notice(policy, record.receipt.notice.sha256);
  return notice === undefined ? undefined : { record, notice };
}

function progressOf({ record }: KeptRecord, sinceMs: number): Progress {
  const { ack, rejected } = record.delivery;
  if (ack !== undefined) return 'delivered';
  if (rejected !== undefined) return 'rejected';
  return sinceMs < LATE_MS ? 'sending' : 'waiting';
}

/** Shows the receipt, and goes on looking until the server has it. */
async function show(place: HTMLElement): Promise<void> {
  const token = readToken();
  if (token === undefined) {
    render(absentView(texts.none, texts.noneAdvice), place);
    return;
  }
  place.dataset['receipt'] = token.id;
  render(html`<p class="soft">${texts.looking}</p>`, place);
  const start = Date.now();
  for (;;) {
    const found = await findRecord(place.dataset['policy'] ?? '', token.id).catch(() => undefined);
    // A receipt of this id with another content is not the one that was sent.
    if (found?.record.hash === token.hash) {
      const context = contextOf(lang, found.notice.locale);
      const progress = progressOf(found, Date.now() - start);
      render(
        [recordView({ ...found, context, texts, progress }), againView(texts, account())],
        place,
      );
      place.dataset['delivery'] = progress;
      if (progress === 'delivered' || progress === 'rejected') return;
    } else if (Date.now() - start > EXPECT_MS) {
      // Storage that is only slow may still bring it.
      render(absentView(texts.missing, `${texts.missingAdvice} ${token.id}`), place);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

const place = document.getElementById('record');
if (place !== null) void show(place);
