import type { Receipt } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import type { FakeAnswer, FakeRequest } from './fake-browser.js';

interface Body {
  readonly receipt: Receipt;
  readonly hash: string;
  readonly notice?: unknown;
}

/** A receiver in memory that keeps the contract (DESIGN 6), and counts. */
export class FakeReceiver {
  /** Receipts by id. */
  readonly receipts: Map<string, Body> = new Map();
  readonly documents: Set<string> = new Set();
  /** Texts that it wants to have besides the notice. */
  readonly wanted: readonly string[];
  /** How often a receipt arrived that it had already. */
  repeats = 0;
  readonly #now: () => number;

  constructor(now: () => number, wanted: readonly string[] = []) {
    this.#now = now;
    this.wanted = wanted;
  }

  readonly answer = (request: FakeRequest): FakeAnswer =>
    request.method === 'PUT' ? this.#put(request) : this.#post(request);

  #put({ url, body }: FakeRequest): FakeAnswer {
    const hash = url.split('/').at(-1) ?? '';
    if (hashOf(JSON.parse(body)) !== hash) return { status: 422 };
    this.documents.add(hash);
    return { status: 201, body: JSON.stringify({ sha256: hash }) };
  }

  #post({ body }: FakeRequest): FakeAnswer {
    const envelope = JSON.parse(body) as Body;
    const { receipt, hash, notice } = envelope;
    if (hashOf(receipt) !== hash) return { status: 422, body: '{"code":"hash-mismatch"}' };
    if (notice !== undefined) this.documents.add(hashOf(notice));
    const missing = [receipt.notice.sha256, ...this.wanted].filter((h) => !this.documents.has(h));
    if (missing.length > 0) return { status: 424, body: JSON.stringify({ missing }) };
    const known = this.receipts.get(receipt.id);
    if (known && known.hash !== hash) return { status: 409 };
    if (known) this.repeats += 1;
    this.receipts.set(receipt.id, envelope);
    const ack = {
      rh: hash,
      id: receipt.id,
      iat: Math.floor(this.#now() / 1_000),
      notice: 'published',
    };
    return { status: known ? 200 : 201, body: JSON.stringify(ack) };
  }
}
