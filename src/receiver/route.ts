import type { AckSigner } from './ack-signer.js';
import type { LogSealer } from './log-sealer.js';
import type { NoticeShelf } from './notice-shelf.js';
import type { ReceiptStore } from './receipt-store.js';

/** What every route works with. */
export interface ReceiverContext {
  readonly store: ReceiptStore;
  readonly shelf: NoticeShelf;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly bodyTimeoutMs: number;
  /** Path under which the routes stand, without a slash at its end. */
  readonly basePath: string;
  /** Absent: acknowledgements are not signed. */
  readonly signer?: AckSigner;
  /** There with a signer: an unsigned head is nobody's word. */
  readonly sealer?: LogSealer;
}

/** One request, taken apart by its route. */
export interface Call {
  readonly request: Request;
  readonly query: URLSearchParams;
  /** What the path's group matched: a hash, an id. Empty where it has none. */
  readonly parameter: string;
}

/** One method at one address. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The whole path behind `basePath`, with at most one group. */
  readonly path: RegExp;
  /** Whether it takes the key. */
  readonly keyed: boolean;
  readonly answer: (context: ReceiverContext, call: Call) => Promise<Response>;
}

/** An answer in JSON. Text counts as JSON already, so that stored bytes go out as they are. */
export function jsonResponse(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
  });
}
