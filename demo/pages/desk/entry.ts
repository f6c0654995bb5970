import type { Finding } from '../../../src/model/finding.js';
import type { Notice } from '../../../src/model/notice.js';
import type { Receipt } from '../../../src/model/receipt.js';
import type { ErasedItem, FeedItem } from '../../../src/receiver/receipt-store.js';
import { SERVICES } from '../services.js';

/** A line of the feed whose receipt is there. */
export interface ReceiptEntry {
  readonly item: FeedItem;
  /** What was shown, when the text behind the hash came and has that hash. */
  readonly notice?: Notice;
  /** What verification in this page found. */
  readonly findings: readonly Finding[];
}

/** A line of the feed whose receipt was erased with its account. */
export interface ErasedEntry {
  readonly item: ErasedItem;
}

export type Entry = ReceiptEntry | ErasedEntry;

/** Whether what the receipt says is still there. */
export function isReceipt(entry: Entry): entry is ReceiptEntry {
  return 'receipt' in entry.item;
}

/** The id of the receipt, also of an erased one. */
export function idOf({ item }: Entry): string {
  return 'receipt' in item ? item.receipt.id : item.id;
}

/** The policy of an entry; undefined where nobody knows any more. */
export function policyOf(entry: Entry): string | undefined {
  return isReceipt(entry) ? entry.item.receipt.notice.policy : undefined;
}

/** What a service is called at the desk: as the demo names it, else as its notice does. */
export function serviceName(policy: string, notice: Notice | undefined): string {
  return SERVICES[policy] ?? notice?.service.name ?? policy;
}

/**
 * `intact`: nothing contradicts itself. `unverified`: neither, but what was shown comes from no
 * policy that the receiver was given, or is not there to be looked at. `broken`: something does.
 */
export type Verdict = 'intact' | 'unverified' | 'no-notice' | 'broken';

/** What all that was found comes to. */
export function verdictOf({ item, notice, findings }: ReceiptEntry): Verdict {
  if (findings.some(({ level }) => level === 'broken')) return 'broken';
  if (notice === undefined) return 'no-notice';
  return item.status === 'published' ? 'intact' : 'unverified';
}

/** How often each was answered in a receipt, `required` being those given that had to be. */
export interface AnswerCounts {
  readonly required: number;
  readonly given: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly renewed: number;
  readonly expired: number;
}

/** Counts the answers of a receipt. Without its notice nobody knows what was required. */
export function countAnswers({ items }: Receipt, notice: Notice | undefined): AnswerCounts {
  const required = new Set(notice?.items.filter((item) => item.required).map(({ id }) => id));
  const count = (state: string): number => items.filter((item) => item.state === state).length;
  const given = items.filter(({ state }) => state === 'given');
  const ofRequired = given.filter(({ id }) => required.has(id)).length;
  return {
    required: ofRequired,
    given: given.length - ofRequired,
    refused: count('refused'),
    withdrawn: count('withdrawn'),
    renewed: count('renewed'),
    expired: count('expired'),
  };
}
