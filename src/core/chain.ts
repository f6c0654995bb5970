import type { Delivery } from './delivery.js';
import type { Entry, Head } from './entry.js';
import type { BrowserPorts } from './ports.js';
import type { Notice } from '../model/notice.js';
import { createToken } from './uuid.js';

/** Whose chain it is. */
export interface ChainOptions {
  readonly notice: Notice;
  readonly ports: BrowserPorts;
  readonly subject?: string;
  readonly newSubject?: boolean;
}

/** The chain that the receipts of a recorder continue. */
export interface Chain {
  /** What the next receipt continues. A chain that is not known is begun. */
  head(): Head;
  /** The chain goes on with this receipt. */
  add(entry: Entry): void;
  /** Goes on where the ledger ends, also when another recorder of the page has continued it. */
  follow(delivery: Delivery): () => void;
}

/**
 * The chain of the host's subject, of a new one, or of the newest one of the policy. Until the ledger
 * is there, and where it cannot be read, a chain is begun anew: recording never waits for it.
 */
export function createChain({ notice, ports, subject, newSubject }: ChainOptions): Chain {
  let head: Head | undefined;
  let isOurs = false;

  async function load({ ledger }: Delivery): Promise<void> {
    const before = head;
    const name = isOurs ? before?.subject : subject;
    if (newSubject && !name) return;
    const end = await ledger.head(notice.policy.id, name);
    if (end && head === before) head = end;
  }

  return {
    head: () =>
      (head ??= {
        subject: subject ?? createToken('u_', ports),
        chain: createToken('c_', ports),
        seq: 0,
        hash: null,
      }),
    add: ({ receipt, hash }) => {
      isOurs = true;
      head = { ...receipt, hash };
    },
    follow: (delivery) => {
      const refresh = (): void => void load(delivery).catch(() => undefined);
      refresh();
      return delivery.subscribe(refresh);
    },
  };
}
