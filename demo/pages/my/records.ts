import type { Delivery } from '../../../src/core/delivery.js';
import type { Bundle } from '../../../src/model/bundle.js';
import type { Receipt } from '../../../src/model/receipt.js';
import { SERVICES } from '../services.js';

/** What is there of one service: on this device, and by the account. */
export interface ServiceRecords {
  readonly policy: string;
  /** Newest first, each once. */
  readonly receipts: readonly Receipt[];
  /** What the account knows of this service. */
  readonly known?: Bundle;
}

/** Asks for the receipts of an account; undefined when they do not come. */
export async function readKnown(account: string): Promise<Bundle | undefined> {
  try {
    const response = await fetch(`/my/known?account=${encodeURIComponent(account)}`);
    return response.ok ? ((await response.json()) as Bundle) : undefined;
  } catch {
    return undefined;
  }
}

/** The receipts of every service of the demo that has any, in the order of the start page. */
export async function readRecords(
  delivery: Pick<Delivery, 'receipts'>,
  known: Bundle | undefined,
): Promise<readonly ServiceRecords[]> {
  const all = await Promise.all(
    Object.keys(SERVICES).map(async (policy): Promise<ServiceRecords> => {
      const here = (await delivery.receipts(policy)).map(({ receipt }) => receipt);
      const there = (known?.receipts ?? [])
        .map(({ receipt }) => receipt)
        .filter(({ notice }) => notice.policy === policy);
      const byId = new Map([...there, ...here].map((receipt) => [receipt.id, receipt]));
      const receipts = [...byId.values()].sort((one, other) => (one.at < other.at ? 1 : -1));
      return { policy, receipts, ...(known && there.length > 0 && { known }) };
    }),
  );
  return all.filter(({ receipts }) => receipts.length > 0);
}
