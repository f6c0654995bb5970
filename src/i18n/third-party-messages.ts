import type { RecallMessages } from './recall-messages.js';

/** Texts of the element that asks about one recipient at a time. */
export interface ThirdPartyMessages extends RecallMessages {
  /** What is asked, of how many recipients, and the how-manieth it is. */
  readonly askStep: string;
  /** The question where the policy has none of its own. */
  readonly askQuestion: string;
  readonly answerRefuse: string;
  readonly answerGive: string;

  readonly change: string;
  readonly givenSince: string;

  /** What stands where the policy names no consequence of refusing. */
  readonly refusedTitle: string;
  readonly nothingSent: string;
}
