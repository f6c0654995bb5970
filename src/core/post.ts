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

/** One request of ours. */
interface Init {
  readonly method: 'POST' | 'PUT';
  readonly body: string;
  /** The request may be repeated without harm under this key. */
  readonly key: string;
  /** The request outlives the page. */
  readonly keepalive?: boolean;
}

/** Above this many bytes of the body the notice goes by a request of its own. */
const LONGEST_BODY = 48 * 1024;

const TIMEOUT_MS = 10_000;

/** The object that a text holds; an empty one for any other text. */
export function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/**
 * One request, issued before this returns and given up after 10 s. Never with credentials, never
 * through a redirect. The body is always read: Chromium leaks the keepalive quota otherwise. A
 * browser that refuses keepalive is asked once more without.
 *
 * @returns undefined when no whole answer came.
 */
export async function request(
  ports: BrowserPorts,
  url: string,
  { key, ...init }: Init,
): Promise<Answer | undefined> {
  try {
    const response = await ports.fetch(url, {
      ...init,
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      credentials: 'omit',
      redirect: 'error',
      signal: ports.AbortSignal.timeout(TIMEOUT_MS),
    });
    const { status, headers } = response;
    const text = await response.text();
    return { status, text, retryAfter: headers.get('retry-after'), date: headers.get('date') };
  } catch (error) {
    // A timeout is no refusal: the receiver may be at work on it.
    const isRefusal = init.keepalive && error instanceof TypeError && ports.navigator.onLine;
    return isRefusal ? request(ports, url, { ...init, key, keepalive: false }) : undefined;
  }
}

/**
 * Posts a receipt, with its notice where the body stays within 48 KiB. The first attempt outlives the
 * page; later ones need not, for the row stays until there is an answer.
 */
export function post(
  ports: BrowserPorts,
  { receipt, hash, notice, row, delivery }: Outgoing,
): Promise<Answer | undefined> {
  const { tries: attempt, mode: ack, endpoint } = row;
  const envelope = { receipt, hash, delivery: { persisted: delivery.persisted, attempt, ack } };
  const whole = JSON.stringify({ ...envelope, notice });
  return request(ports, endpoint, {
    method: 'POST',
    body: new Blob([whole]).size > LONGEST_BODY ? JSON.stringify(envelope) : whole,
    key: receipt.id,
    keepalive: attempt < 2,
  });
}

/**
 * What an answer proves. A 200 alone proves nothing, for a captive portal says it to anything: the
 * answer must name the receipt's hash, unless the endpoint is one that can only say 2xx.
 */
export function readAck(
  { hash, row }: Outgoing,
  answer: Answer | undefined,
): Acknowledgement | undefined {
  if (!answer || answer.status < 200 || answer.status > 299) return undefined;
  const { rh, id, iat, notice, log, jws } = parseObject(answer.text);
  if (rh !== hash) return row.mode === 'status' ? 'status' : undefined;
  return {
    rh,
    id,
    iat,
    notice,
    ...(log !== undefined && { log }),
    ...(jws !== undefined && { jws }),
  } as Acknowledgement;
}
