import type { Messages } from './messages.js';

/** Texts of the element that asks about one recipient at a time. */
export interface ThirdPartyMessages extends Messages {
  /** What is asked, of how many recipients, and the how-manieth it is. */
  readonly askStep: string;
  /** The question where the policy has none of its own. */
  readonly askQuestion: string;
  readonly answerRefuse: string;
  readonly answerGive: string;

  readonly change: string;
  /** What a link does, and to what: its accessible name. */
  readonly actOnItem: string;
  readonly withdraw: string;
  readonly stateWithdrawn: string;
  readonly givenSince: string;

  readonly changedSince: string;
  readonly changedFacts: string;

  /** What stands where the policy names no consequence of refusing. */
  readonly refusedTitle: string;
  readonly nothingSent: string;
  readonly decideAgain: string;
}
