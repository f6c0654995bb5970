import { pageDefaults } from './config.js';
import { noticeAddress } from './endpoint.js';
import type { Acknowledgement, DeliveryState, Outgoing } from './entry.js';
import { findDocument, type Keeper } from './keeper.js';
import type { BrowserPorts } from './ports.js';
import { type Answer, parseObject, post, readAck, request } from './post.js';

/** What came of an attempt to deliver. With neither `ack` nor `rejected` it is to be tried again. */
export interface SendResult {
  readonly ack?: Acknowledgement;
  /** What the signature of `ack` is worth, where keys are known. */
  readonly signature?: DeliveryState['signature'];
  /** Why the endpoint will not take it: a dead letter. */
  readonly rejected?: string;
  /** What the endpoint asked to wait, in ms. */
  readonly afterMs?: number;
  /** The address is wrong or closed, which takes people, not seconds, to mend. */
  readonly isMisconfigured?: boolean;
}

/** What an endpoint says of the receipt itself, and will say of the same bytes again. */
const REFUSALS = [400, 409, 413, 415, 422];

/** Client errors that pass: 408 and 425 ask to try again, 429 to slow down. */
const PASSING = [408, 425, 429];

const NOTICE_UNKNOWN = 424;

/** One for the notice, one for its texts, one for what a restored server has lost meanwhile. */
const ROUNDS = 3;

const LONGEST_WAIT_MS = 86_400_000;

/**
 * How long a server asks to wait (RFC 9110, 10.2.3): seconds, or a date that counts from the
 * response's own `Date`, so that a wrong clock of the person does no harm. At most a day.
 *
 * @returns milliseconds; 0 for what is neither, and for what is past.
 */
function readRetryAfter({ retryAfter, date }: Answer, now: number): number {
  const value = retryAfter ?? '';
  // Date.parse() makes something of nearly anything.
  const until = value.endsWith(' GMT') ? Date.parse(value) : 0;
  const seconds = /^\d+$/.test(value) ? Number(value) : 0;
  const wait = seconds * 1_000 || until - (Date.parse(String(date)) || now);
  return Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}

/**
 * Sorts what is no acknowledgement.
 *
 * Refused, and so a dead letter, is what the endpoint says of this receipt: 400, 409 (same id, other
 * content), 413, 415, 422. Everything else is tried again, for ever: no answer, 5xx, 408, 425, 429, a
 * 2xx that does not name the receipt (a captive portal, a page that answers everything), a redirect.
 * 401, 403, 404, 405, 410 and their like say that the endpoint is set up wrongly, or that a firewall
 * stands before it. Whoever runs it will mend that, and the receipts must still be there: they are
 * tried again, but at long intervals from the start.
 */
function classify(answer: Answer | undefined, now: number): SendResult {
  if (!answer) return {};
  const { status, text } = answer;
  if (REFUSALS.includes(status)) {
    return { rejected: ['HTTP', status, parseObject(text)['code']].join(' ').trim() };
  }
  return {
    afterMs: readRetryAfter(answer, now),
    isMisconfigured: status > 399 && status < 500 && !PASSING.includes(status),
  };
}

/** Puts a notice or a long text beside the endpoint, under its hash. */
export function putDocument(
  ports: BrowserPorts,
  { endpoint, hash }: { readonly endpoint: string; readonly hash: string },
  document: unknown,
): Promise<Answer | undefined> {
  const body = JSON.stringify(document);
  return request(ports, noticeAddress(endpoint, hash), { method: 'PUT', body, key: hash });
}

/** Puts what a receiver lacks. Answers what to make of it when that fails. */
async function supply(
  keeper: Keeper,
  entry: Outgoing,
  { text }: Answer,
): Promise<SendResult | undefined> {
  const { missing = entry.receipt.notice.sha256 } = parseObject(text);
  for (const hash of [missing].flat() as string[]) {
    const document = await findDocument(keeper, entry, hash).catch(() => undefined);
    if (!document) return { isMisconfigured: true };
    const address = { endpoint: entry.row.endpoint, hash };
    const answer = await putDocument(keeper.ports, address, document);
    if (!answer || answer.status > 299) return classify(answer, keeper.ports.Date.now());
  }
  return undefined;
}

/**
 * Sees an attempt through: what the first request, or one that was issued before, brought; what the
 * receiver lacks to understand it; the receipt again. Never rejects.
 */
export async function send(
  keeper: Keeper,
  entry: Outgoing,
  first?: Promise<Answer | undefined>,
): Promise<SendResult> {
  const { ports } = keeper;
  let answer = await (first ?? post(ports, entry));
  for (let round = 0; round < ROUNDS && answer?.status === NOTICE_UNKNOWN; round++) {
    const problem = await supply(keeper, entry, answer);
    if (problem) return problem;
    answer = await post(ports, entry);
  }
  const ack = readAck(entry, answer);
  if (!ack) return classify(answer, ports.Date.now());
  const keys = pageDefaults().ackKeys ?? entry.row.keys;
  if (!keys || ack === 'status') return { ack };
  // Without what checks, or without the keys, the receipt waits.
  return import('./check-ack.js')
    .then(({ checkAck }) => checkAck(ports, entry, { ack, keys }))
    .catch(() => ({}));
}
