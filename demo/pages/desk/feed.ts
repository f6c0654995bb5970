import type { Notice } from '../../../src/model/notice.js';
import { hashOf } from '../../../src/model/sha256.js';
import type { FeedItem } from '../../../src/receiver/receipt-store.js';

/** A receipt as the desk knows it: what came, and what this page has checked itself. */
export interface Entry {
  readonly item: FeedItem;
  /** Whether the hash is that of the receipt, computed here from what came. */
  readonly isIntact: boolean;
  /** What was shown, when the text behind the hash came and has that hash. */
  readonly notice?: Notice;
}

interface Feed {
  readonly items: readonly FeedItem[];
  readonly next: string;
}

const PAGE_SIZE = 200;

/** Follows the receiver's feed from the beginning, and checks each receipt as it comes. */
export class FeedReader {
  #next = '';
  readonly #notices = new Map<string, Promise<Notice | undefined>>();

  /**
   * The receipts that have come since the last call, oldest first.
   *
   * @throws Error when the server does not answer; nothing is passed over then.
   */
  async read(): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    for (;;) {
      const page = await getJson<Feed>(`/desk/feed?limit=${PAGE_SIZE}&after=${this.#next}`);
      entries.push(...(await Promise.all(page.items.map((item) => this.#check(item)))));
      this.#next = page.next;
      if (page.items.length < PAGE_SIZE) return entries;
    }
  }

  async #check(item: FeedItem): Promise<Entry> {
    const isIntact = isHashOf(item.hash, item.receipt);
    const { sha256 } = item.receipt.notice;
    let loading = this.#notices.get(sha256);
    if (loading === undefined) {
      loading = getNotice(sha256);
      this.#notices.set(sha256, loading);
    }
    const notice = await loading;
    // What did not come may come with the next receipt on it.
    if (notice === undefined) this.#notices.delete(sha256);
    return { item, isIntact, ...(notice !== undefined && { notice }) };
  }
}

async function getNotice(sha256: string): Promise<Notice | undefined> {
  try {
    const notice = await getJson<Notice>(`/consents/notices/${sha256}`);
    return isHashOf(sha256, notice) ? notice : undefined;
  } catch {
    return undefined;
  }
}

async function getJson<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url);
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return body as Answer;
}

function isHashOf(hash: string, value: unknown): boolean {
  try {
    return hashOf(value) === hash;
  } catch {
    return false;
  }
}
