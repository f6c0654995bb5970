import type { Acknowledgement, Entry, Kept, Outgoing } from './entry.js';
import type { BrowserPorts } from './ports.js';
import { noticeAddress } from './endpoint.js';
import { type Answer, exchange, post, readAck } from './post.js';
import { readRetryAfter } from './retry-after.js';

/** What came of an attempt to deliver. */
export type SendResult =
  | { readonly outcome: 'acked'; readonly ack: Acknowledgement }
  /** The endpoint will not take it: a dead letter. */
  | { readonly outcome: 'rejected'; readonly reason: string }
  | {
      readonly outcome: 'retry';
      /** What the endpoint asked for, in ms. */
      readonly afterMs?: number;
      /** The address is wrong or closed, which takes people, not seconds, to mend. */
      readonly isMisconfigured?: true;
    };

/** Finds a notice or a long text of an entry by its hash. */
export type FindDocument = (entry: Entry, hash: string) => Promise<unknown>;

/** What an endpoint says of the receipt itself, and will say of the same bytes again. */
const REFUSALS = new Set([400, 409, 413, 415, 422]);

/** Client errors that pass: 408 and 425 ask to try again, 429 to slow down. */
const PASSING = new Set([408, 425, 429]);

const NOTICE_UNKNOWN = 424;

/** One for the notice, one for its texts, one for what a restored server has lost meanwhile. */
const ROUNDS = 3;

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
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
export function classify(answer: Answer | undefined, now: number): SendResult {
  if (!answer) return { outcome: 'retry' };
  const { status, text, retryAfter, date } = answer;
  if (REFUSALS.has(status)) {
    const { code } = parse(text);
    return {
      outcome: 'rejected',
      reason: `HTTP ${status} ${typeof code === 'string' ? code : ''}`.trim(),
    };
  }
  const afterMs = readRetryAfter(retryAfter, date, now);
  const isMisconfigured = status >= 400 && status < 500 && !PASSING.has(status);
  return {
    outcome: 'retry',
    ...(afterMs !== undefined && { afterMs }),
    ...(isMisconfigured && { isMisconfigured }),
  };
}

/** Puts a notice or a long text beside the endpoint, under its hash. */
export function putDocument(
  ports: BrowserPorts,
  address: { readonly endpoint: string; readonly hash: string },
  document: unknown,
): Promise<Answer | undefined> {
  const url = noticeAddress(address.endpoint, address.hash);
  const body = JSON.stringify(document);
  return exchange(ports, url, { method: 'PUT', body }).catch(() => undefined);
}

/** Hashes of what the receiver lacks, as its answer names them; of the notice if it names none. */
function missingHashes({ text }: Answer, { receipt }: Entry): readonly string[] {
  const { missing } = parse(text);
  const hashes = Array.isArray(missing) ? missing.filter((hash) => typeof hash === 'string') : [];
  return hashes.length > 0 ? hashes : [receipt.notice.sha256];
}

/** Sends receipts, and first what a receiver lacks to understand them. */
export class Sender {
  readonly #ports: BrowserPorts;
  readonly #find: FindDocument;
  #skew: number | undefined;

  constructor(ports: BrowserPorts, find: FindDocument) {
    this.#ports = ports;
    this.#find = find;
  }

  /** Client clock minus server clock in ms, as of the newest answer that gave its time. */
  get skew(): number | undefined {
    return this.#skew;
  }

  /** One attempt. Never rejects. The row counts it already. */
  send(entry: Outgoing, kept: Kept): Promise<SendResult> {
    return this.conclude(entry, this.#post(entry, kept), kept);
  }

  /** Goes on with an attempt whose first request somebody else has issued. */
  async conclude(
    entry: Outgoing,
    first: Promise<Answer | undefined>,
    kept: Kept,
  ): Promise<SendResult> {
    let answer = await first;
    for (let round = 0; round < ROUNDS && answer?.status === NOTICE_UNKNOWN; round++) {
      const problem = await this.#supply(entry, missingHashes(answer, entry));
      if (problem) return problem;
      answer = await this.#post(entry, kept);
    }
    const sentAt = Date.parse(answer?.date ?? '');
    if (sentAt) this.#skew = this.#ports.now() - sentAt;
    const ack = readAck(entry, answer);
    return ack ? { outcome: 'acked', ack } : classify(answer, this.#ports.now());
  }

  #post(entry: Outgoing, kept: Kept): Promise<Answer | undefined> {
    const { tries, mode } = entry.row;
    return post(this.#ports, entry, { persisted: kept, attempt: tries, ack: mode });
  }

  /** Puts what is missing. Answers what to make of it when that fails. */
  async #supply(entry: Outgoing, hashes: readonly string[]): Promise<SendResult | undefined> {
    for (const hash of hashes) {
      const document = await this.#find(entry, hash).catch(() => undefined);
      if (document === undefined) return { outcome: 'retry', isMisconfigured: true };
      const { endpoint } = entry.row;
      const answer = await putDocument(this.#ports, { endpoint, hash }, document);
      if (!answer || answer.status > 299) return classify(answer, this.#ports.now());
    }
    return undefined;
  }
}
