import type { BrowserPorts } from './ports.js';
import type { KeyValueStore } from './storage/key-value-store.js';

const NAME = 'dongui/drain';

/** A lease that nobody gave back, for its page crashed, ends by itself. */
const LEASE_MS = 30_000;

interface Lease {
  readonly owner: string;
  readonly until: number;
}

/** Whose turn it is among the tabs of an origin. */
export interface Exclusive {
  /** Names this tab. */
  readonly owner: string;
  readonly ports: Pick<BrowserPorts, 'locks' | 'now'>;
  readonly store: KeyValueStore;
}

/** Where there are no Web Locks (plain http): a row that says until when which tab works. */
async function underLease(
  { owner, ports, store }: Exclusive,
  work: () => Promise<void>,
): Promise<boolean> {
  const mine = (lease: Lease | undefined): boolean => lease?.owner === owner;
  const until = ports.now() + LEASE_MS;
  let isFree = false;
  await store.transact([NAME], ([value]) => {
    const lease = value as Lease | undefined;
    // A lease that ends far ahead was written under another clock.
    isFree = !lease || mine(lease) || lease.until <= ports.now() || lease.until > until + LEASE_MS;
    return isFree ? { [NAME]: { owner, until } satisfies Lease } : {};
  });
  if (!isFree) return false;
  await work();
  await store.transact([NAME], ([lease]) =>
    mine(lease as Lease | undefined) ? { [NAME]: undefined } : {},
  );
  return true;
}

/**
 * Runs the work unless another tab is at work. Saves requests, no more: a receipt that is sent twice
 * is stored once.
 *
 * @param isImpatient takes the turn from a tab that does not give it back, for a browser froze it.
 * @returns whether it was this tab's turn. Where locks and database both fail, it is.
 */
export async function exclusively(
  tab: Exclusive,
  work: () => Promise<void>,
  isImpatient = false,
): Promise<boolean> {
  const { locks } = tab.ports;
  let hasWorked = false;
  const once = async (): Promise<void> => {
    hasWorked = true;
    await work();
  };
  try {
    if (!locks) return await underLease(tab, once);
    const options = isImpatient ? { steal: true } : { ifAvailable: true };
    return await locks.request(NAME, options, async (lock) => {
      if (lock) await once();
      return lock !== null;
    });
  } catch {
    if (!hasWorked) await once();
    return true;
  }
}
