import type { Messages } from './messages.js';

/** Texts that all the elements share which only show a policy document. */
export interface ReadingMessages extends Messages {
  readonly readingLoading: string;
  readonly readingErrorTitle: string;
  readonly readingErrorNetwork: string;
  readonly readingErrorDocument: string;
  /** The policy itself says that there is no such thing: "해당 없음". */
  readonly notApplicable: string;
  /** Marks of data, beside those that are kinds of consent too. */
  readonly markBiometric: string;
  readonly markBehavioural: string;
  readonly markAutomatic: string;
}
