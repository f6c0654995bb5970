import type { Delivery, ReceiptEnvelope } from '../model/receipt.js';
import type { Acknowledgement, Outgoing } from './entry.js';
import type { BrowserPorts } from './ports.js';

/** How much of an answer matters. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** `Retry-After` and `Date`, where they may be read. */
  readonly retryAfter: string | null;
  readonly date: string | null;
}

/** Above this many bytes of the body the notice goes by a request of its own. */
const NOTICE_LIMIT = 48 * 1024;

/** Firefox refuses keepalive bodies of 64 KiB; a little is left for others of the page. */
const KEEPALIVE_LIMIT = 60 * 1024;

const TIMEOUT_MS = 10_000;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** Whether a notice is too big to travel with its receipt. */
export function isBigNotice(notice: unknown): boolean {
  // Receipt, hash and delivery take less than 4 KiB with 64 items; what does not fit stays out anyway.
  return byteLength(JSON.stringify(notice)) > NOTICE_LIMIT - 4_096;
}

/**
 * One request, given up after 10 s. The body is always read: Chromium leaks the page's keepalive
 * quota otherwise. Never with credentials, never through a redirect.
 *
 * @throws TypeError or AbortError when no whole answer came.
 */
export async function exchange(
  ports: BrowserPorts,
  url: string,
  init: { method: string; body: string; keepalive?: boolean; headers?: Record<string, string> },
): Promise<Answer> {
  const giveUp = new AbortController();
  const timer = ports.setTimeout(() => {
    giveUp.abort();
  }, TIMEOUT_MS);
  try {
    const response = await ports.fetch(url, {
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers },
      credentials: 'omit',
      redirect: 'error',
      signal: giveUp.signal,
    });
    const { status, headers } = response;
    const text = await response.text();
    return { status, text, retryAfter: headers.get('retry-after'), date: headers.get('date') };
  } finally {
    ports.clearTimeout(timer);
  }
}

/**
 * Posts a receipt. The request is issued before this returns, with `keepalive` where the size
 * allows, so that it outlives the page. A browser may refuse that, and does not say so: every other
 * attempt goes without, and after the first one that happens at once, for the page may go.
 *
 * @returns undefined when no whole answer came.
 */
export function post(
  ports: BrowserPorts,
  { receipt, hash, notice, row }: Outgoing,
  delivery: Delivery,
): Promise<Answer | undefined> {
  const envelope: ReceiptEnvelope = { receipt, hash, delivery };
  const whole = JSON.stringify({ ...envelope, notice });
  const body = byteLength(whole) > NOTICE_LIMIT ? JSON.stringify(envelope) : whole;
  const init = { method: 'POST', body, headers: { 'idempotency-key': receipt.id } };
  const { attempt } = delivery;
  const keepalive = attempt % 2 > 0 && byteLength(body) <= KEEPALIVE_LIMIT;
  const issue = (more: { keepalive: boolean }): Promise<Answer> =>
    exchange(ports, row.endpoint, { ...init, ...more });
  return issue({ keepalive }).catch((error: unknown) => {
    // A timeout is no refusal: the receiver may be at work on it.
    const isRefusal = keepalive && attempt < 2 && error instanceof TypeError && ports.isOnline();
    return isRefusal ? issue({ keepalive: false }).catch(() => undefined) : undefined;
  });
}

/**
 * What an answer proves. A 200 alone proves nothing, for a captive portal says it to anything: the
 * answer must name the receipt's hash, unless the endpoint is one that can only say 2xx.
 */
export function readAck(
  { receipt, hash, row }: Outgoing,
  answer: Answer | undefined,
): Acknowledgement | undefined {
  if (answer === undefined || answer.status < 200 || answer.status > 299) return undefined;
  const ack = readNamed(answer.text, hash);
  if (ack && answer.status < 202) {
    const { iat, jws } = ack;
    return {
      rh: hash,
      id: receipt.id,
      iat: typeof iat === 'number' && Number.isSafeInteger(iat) ? iat : 0,
      notice: ack['notice'] === 'published' ? 'published' : 'unverified',
      ...(typeof jws === 'string' && { jws }),
    };
  }
  return row.mode === 'status' ? 'status' : undefined;
}

/** The object in a text that names this hash and no other. */
function readNamed(text: string, hash: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as { rh?: unknown } | null;
    return value?.rh === hash ? value : undefined;
  } catch {
    return undefined;
  }
}
