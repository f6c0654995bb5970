import type { LogHead } from '../model/log.js';
import type { ReceiptStore } from './receipt-store.js';

/** Seals the log from time to time, and knows the newest head. */
export interface LogSealer {
  /** The newest head that is sealed, as far as this receiver knows; undefined of an empty log. */
  readonly head: LogHead | undefined;
  /** Something was stored: seals it soon. Never waits, never throws. */
  wake(): void;
}

/** What a sealer is made of. */
export interface LogSealerOptions {
  readonly store: Pick<ReceiptStore, 'sealLog'>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Shortest time between two seals, in ms: many receipts are one seal. */
const PAUSE_MS = 1_000;

/**
 * Seals in batches beside the answers, so that no visitor waits for a lock (decision 1103). What
 * the last requests before a silence brought is sealed with the next one, or when the log is read.
 */
export function createLogSealer({ store, now, onError }: LogSealerOptions): LogSealer {
  let head: LogHead | undefined;
  let nextAt = now() + PAUSE_MS;
  let isBusy = false;
  const seal = async (): Promise<void> => {
    isBusy = true;
    try {
      const sealed = await store.sealLog(now());
      if (sealed.size > 0) head = sealed;
    } catch (error) {
      onError(error);
    } finally {
      isBusy = false;
    }
  };
  return {
    get head() {
      return head;
    },
    wake() {
      if (isBusy || now() < nextAt) return;
      nextAt = now() + PAUSE_MS;
      void seal();
    },
  };
}
