import type { Messages } from './messages.js';

/** Texts about what a person has decided earlier: fetched where something is known. */
export interface RecallMessages extends Messages {
  /** What stands above the items when none of them waits for an answer. */
  readonly leadDone: string;
  readonly stateWithdrawn: string;
  /** Since when an item stands as it does. */
  readonly sinceDay: string;
  readonly withdraw: string;
  readonly decideAgain: string;
  /** What a button does, and to what: its accessible name. */
  readonly actOnItem: string;
  readonly withdrawnNow: string;

  /** Why a question is asked again that was answered with yes. */
  readonly staleSince: string;
  readonly endedSince: string;
  /** What the old consent is good for until then. */
  readonly staleUnused: string;
  readonly endedUnused: string;
  /** A fact that differs, and what it was. */
  readonly factChanged: string;
  readonly factBefore: string;

  /** Advertising is confirmed every two years. */
  readonly confirmDue: string;
  readonly confirmKeep: string;

  /** What the record is called, where a box of the page says how an item stands. */
  readonly recordName: string;
}
