import type { Document, Entry, Kept, LedgerRecord, Outgoing } from './entry.js';
import { JOURNAL, put, readEntries, removeKey, WAITS, writeEntry } from './journal.js';
import type { Ledger } from './ledger.js';
import type { BrowserPorts } from './ports.js';

/** Where entries are kept: the ledger; the journal while it takes none; else memory. */
export interface Keeper {
  readonly ports: BrowserPorts;
  readonly ledger: Ledger;
  /** By receipt id. */
  readonly memory: Map<string, Entry>;
  /** Says what became of a receipt: see its `delivery`. */
  tell(type: 'stored' | 'delivered' | 'rejected', entry: Entry): void;
}

/** What is not known to be in the ledger, of this page and of those before; chains in their order. */
export function leftovers({ ports, memory }: Keeper): readonly Entry[] {
  const entries = [...readEntries(ports), ...memory.values()];
  return entries.sort((a, b) => a.receipt.seq - b.receipt.seq);
}

/** Keeps an entry outside the ledger. */
function stash({ ports, memory }: Keeper, entry: Entry): Kept {
  const kept = writeEntry(ports, entry);
  if (kept === 'none') memory.set(entry.receipt.id, entry);
  return kept;
}

/** Brings an entry into the ledger, and then out of the journal; tells where it is. Never rejects. */
export async function keep(keeper: Keeper, entry: Entry): Promise<Kept> {
  const { ports, ledger, memory } = keeper;
  const { id } = entry.receipt;
  let persisted: Kept = 'idb';
  try {
    await ledger.append(entry);
    // Before the journal's key goes: whoever looks meanwhile finds the one or the other.
    if (entry.row) put(ports, WAITS, 1);
    removeKey(ports, JOURNAL + id);
    memory.delete(id);
  } catch {
    persisted = stash(keeper, entry);
  }
  keeper.tell('stored', { ...entry, delivery: { ...entry.delivery, persisted } });
  return persisted;
}

/** Something that waits: with its entry where that is at hand. */
export type Waiting = Pick<Outgoing, 'row'> & Partial<Entry>;

/** All that waits, as far as it can be read: what was sent least first. */
export async function waiting(keeper: Keeper): Promise<readonly Waiting[]> {
  const rows = await keeper.ledger.outbox().catch(() => []);
  const others = leftovers(keeper).filter(({ row }) => row) as readonly Outgoing[];
  return [...rows.map((row) => ({ row })), ...others].sort(
    (a, b) => a.row.attempts - b.row.attempts,
  );
}

/** All that is needed to send it; undefined when it waits no longer. */
export async function findEntry(
  keeper: Keeper,
  { row, ...known }: Waiting,
): Promise<Outgoing | undefined> {
  const entry = known.receipt ? (known as Entry) : await keeper.ledger.receipt(row.policy, row.id);
  if (!entry || entry.delivery.ack) return undefined;
  const { sha256 } = entry.receipt.notice;
  const notice = await findDocument(keeper, entry, sha256);
  return { documents: notice ? [[sha256, notice]] : [], ...entry, row };
}

/** A notice or a long text that an entry names; undefined when it is nowhere. */
export async function findDocument(
  { ledger }: Keeper,
  { receipt, documents = [] }: Entry,
  hash: string,
): Promise<Document[1] | undefined> {
  const known = documents.find(([name]) => name === hash);
  return known ? known[1] : ledger.notice(receipt.notice.policy, hash);
}

/** Notes what an attempt brought: in the ledger, or in the journal where that fails. */
export async function settle(keeper: Keeper, entry: Entry): Promise<void> {
  await keeper.ledger.settle(entry).catch(() => stash(keeper, entry));
}

/** Receipts of a policy, oldest first, and those that the ledger did not take. */
export async function allReceipts(
  keeper: Keeper,
  policy: string,
): Promise<readonly LedgerRecord[]> {
  const records = await keeper.ledger.receipts(policy).catch(() => []);
  const others = leftovers(keeper).filter(({ receipt }) => receipt.notice.policy === policy);
  // What is left over knows better what became of it.
  return [...new Map([...records, ...others].map((each) => [each.receipt.id, each])).values()];
}

/** Forgets everything on this device, also what still waits. */
export function clear(keeper: Keeper): Promise<void> {
  for (const { receipt } of leftovers(keeper)) removeKey(keeper.ports, JOURNAL + receipt.id);
  keeper.memory.clear();
  return keeper.ledger.clear();
}
