import { finding } from '../../../src/model/finding.js';
import { parseReceipt } from '../../../src/model/parse-receipt.js';
import type { Ack, Receipt } from '../../../src/model/receipt.js';
import type { CheckSignature, SignatureState } from '../../../src/model/verify-bundle.js';
import { followChains, type PlacedReceipt } from '../../../src/model/verify-chains.js';
import { parseFindings } from '../../../src/model/verify-documents.js';
import { verifyReceipt } from '../../../src/model/verify-receipt.js';
import type { ErasedItem, FeedItem } from '../../../src/receiver/receipt-store.js';
import { ask } from './ask.js';
import type { Documents } from './documents.js';
import { type Entry, isReceipt, type ReceiptEntry } from './entry.js';
import { LogWalk } from './log-walk.js';

interface Feed {
  readonly items: readonly (FeedItem | ErasedItem)[];
  readonly next: string;
}

const PAGE_SIZE = 200;

/** A receipt with what was found of it alone; what its chain says is found anew each time. */
interface Checked {
  readonly entry: Entry;
  readonly placed?: PlacedReceipt;
}

export interface FeedReaderOptions {
  readonly documents: Documents;
  /** Checks the signature of an answer; absent: signatures stay unchecked. */
  readonly checkSignature?: CheckSignature;
}

/**
 * Follows the receiver's feed from the beginning and verifies each receipt here, by nothing that the
 * receiver says of itself: its hash, its notice, the answer and the answer's signature, its chain,
 * and the log that all of them together make.
 */
export class FeedReader {
  readonly #options: FeedReaderOptions;
  readonly #log = new LogWalk();
  readonly #checked: Checked[] = [];
  #next = '';

  constructor(options: FeedReaderOptions) {
    this.#options = options;
  }

  /** Where the log that this page makes itself differs from what somebody was answered. */
  get log(): LogWalk['broken'] {
    return this.#log.broken;
  }

  /**
   * Reads what has come since.
   *
   * @param onPage Is told after each page but the last, for the first reading may be long.
   * @returns whether anything was new.
   * @throws TroubleError when the server does not answer; nothing is passed over then.
   */
  async read(onPage: () => void = () => undefined): Promise<boolean> {
    const before = this.#checked.length;
    for (;;) {
      const query = `limit=${PAGE_SIZE}&after=${this.#next}`;
      const page = await ask<Feed>(`/desk/feed?${query}`);
      const checked = await Promise.all(page.items.map((item) => this.#check(item)));
      for (const { hash, ack } of page.items) this.#log.add(hash, ack);
      this.#checked.push(...checked);
      this.#next = page.next;
      this.#log.settle();
      if (page.items.length < PAGE_SIZE) return this.#checked.length > before;
      onPage();
    }
  }

  /** Everything read so far, newest first. */
  entries(): readonly Entry[] {
    const linksOf = followChains(this.#checked.flatMap(({ placed }) => placed ?? []));
    const all = this.#checked.map(({ entry, placed }) => {
      if (placed === undefined || !isReceipt(entry)) return entry;
      const { id } = placed.receipt;
      const witness = this.#log.broken?.id === id ? [this.#log.broken.finding] : [];
      return { ...entry, findings: [...entry.findings, ...linksOf(placed), ...witness] };
    });
    return all.reverse();
  }

  async #check(item: FeedItem | ErasedItem): Promise<Checked> {
    if (!('receipt' in item)) return { entry: { item } };
    const { sha256 } = item.receipt.notice;
    const documents = await this.#options.documents.load(sha256);
    const notice = documents.notices.get(sha256)?.part;
    const known = { item, ...(notice !== undefined && { notice }) };
    let receipt: Receipt;
    try {
      receipt = parseReceipt(item.receipt);
    } catch (error) {
      return { entry: { ...known, findings: parseFindings(error, '$', 'receipt-invalid') } };
    }
    const placed = { receipt, hash: item.hash, ack: item.ack, path: receipt.id };
    const signature = await this.#signatureOf(item.ack);
    const findings = [
      ...verifyReceipt(placed, documents, signature),
      ...documents.findings,
      ...statusFindings(item),
    ];
    const entry: ReceiptEntry = { ...known, findings };
    return { entry, placed };
  }

  async #signatureOf(ack: Ack): Promise<SignatureState | undefined> {
    if (ack.jws === undefined) return undefined;
    return (await this.#options.checkSignature?.(ack)) ?? 'unchecked';
  }
}

/** What the feed says of a receipt has to be what was answered when it came. */
function statusFindings({ status, ack }: FeedItem): ReceiptEntry['findings'] {
  return status === ack.notice ? [] : [finding('ack-other', '$.status', status)];
}
