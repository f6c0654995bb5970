import type { Notice } from '../model/notice.js';
import type { Entry, Kept, LedgerRecord, OutboxRow, Outgoing } from './entry.js';
import { JOURNAL, markWaiting, removeKey, writeEntry } from './journal.js';
import type { Ledger } from './ledger.js';
import { readJournal } from './leftovers.js';
import type { BrowserPorts } from './ports.js';

/** Where entries are kept: the ledger, and, while it takes none, the journal. */
export interface Keeper {
  readonly ports: BrowserPorts;
  readonly ledger: Ledger;
}

/** Brings an entry into the ledger, and then out of the journal. Never rejects. */
export async function keep({ ports, ledger }: Keeper, entry: Entry): Promise<Kept> {
  try {
    await ledger.append(entry);
  } catch {
    return entry.delivery.persisted;
  }
  // Before the journal's key goes: whoever looks meanwhile finds the one or the other.
  if (entry.row) markWaiting(ports, true);
  removeKey(ports, JOURNAL + entry.receipt.id);
  return 'idb';
}

const inJournal = ({ ports }: Keeper, id: string): Entry | undefined =>
  readJournal(ports).find(({ receipt }) => receipt.id === id);

/** All rows that wait, as far as they can be read: those that were sent least first. */
export async function waitingRows({ ports, ledger }: Keeper): Promise<readonly OutboxRow[]> {
  const rows = await ledger.outbox().catch(() => []);
  const others = readJournal(ports).flatMap(({ row }) => row ?? []);
  return [...rows, ...others].sort((a, b) => a.tries - b.tries);
}

/** All that a row needs to be sent; undefined when it waits no longer. */
export async function findEntry(keeper: Keeper, row: OutboxRow): Promise<Outgoing | undefined> {
  const { policy, id } = row;
  const entry: Entry | undefined =
    inJournal(keeper, id) ?? (await keeper.ledger.receipt(policy, id));
  if (!entry || entry.delivery.ack) return undefined;
  const notice = (await findDocument(keeper, entry, entry.receipt.notice.sha256)) as Notice;
  return { ...entry, row, notice };
}

/** A notice or a long text that an entry names; undefined when it is nowhere. */
export async function findDocument(
  { ledger }: Keeper,
  { receipt, notice, texts = [] }: Entry,
  hash: string,
): Promise<unknown> {
  const { policy, sha256 } = receipt.notice;
  if (hash === sha256) return notice ?? ledger.notice(policy, hash);
  return texts.find((text) => text.hash === hash)?.part ?? ledger.text(policy, hash);
}

/** Notes what an attempt brought. */
export async function settle(keeper: Keeper, entry: Entry): Promise<void> {
  if (inJournal(keeper, entry.receipt.id)) writeEntry(keeper.ports, JOURNAL, entry);
  else await keeper.ledger.settle(entry);
}

/** Receipts of a policy, oldest first, and those that the ledger did not take. */
export async function allReceipts(
  { ports, ledger }: Keeper,
  policy: string,
): Promise<readonly LedgerRecord[]> {
  const records = await ledger.receipts(policy).catch(() => []);
  return [
    ...records,
    ...readJournal(ports).filter(({ receipt }) => receipt.notice.policy === policy),
  ];
}

/** Forgets the receipts of a policy on this device. */
export function clear({ ports, ledger }: Keeper, policy: string): Promise<void> {
  for (const { receipt } of readJournal(ports)) {
    if (receipt.notice.policy === policy) removeKey(ports, JOURNAL + receipt.id);
  }
  return ledger.clear(policy);
}

/** Corrects the mirror by which a page knows, without a database, that something waits. */
export async function mirror(keeper: Keeper): Promise<void> {
  // Gone first, then looked again: what another tab adds meanwhile is seen by one of us.
  markWaiting(keeper.ports, false);
  if ((await waitingRows(keeper)).length > 0) markWaiting(keeper.ports, true);
}
