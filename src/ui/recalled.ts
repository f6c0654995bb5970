import type { Recorder, RecordInput } from '../core/recorder.js';
import type { Begun } from '../host/page-fields.js';
import type { Answers } from '../model/decisions.js';
import type { Receipt, ReceiptItem } from '../model/receipt.js';
import type { SurfaceItem } from '../model/surface.js';

/** A receipt that holds what stands, in the words of a recording. */
export interface Earlier {
  readonly receipt: Receipt;
  readonly hash: string;
  /** `<id>.<hash>`. */
  readonly token: string;
  /** Settles when it is durable. */
  readonly stored: Promise<unknown>;
}

/** What followed a decision, to be recorded instead of the decisions. */
export interface Sequel {
  readonly items: readonly ReceiptItem[];
  readonly event?: Receipt['event'];
  readonly ref?: string;
}

/** What is new to the receipts of a person: it decides what a form that is sent records. */
export interface News {
  /**
   * Records what no receipt holds yet: what is taken back in a receipt of its own, then what is
   * decided.
   *
   * @param record in this task; without a sequel the decisions.
   * @returns the newest receipt, also where nothing is new; `null` where there is none.
   */
  record(record: (sequel?: Sequel) => Earlier): Earlier | null;
  /** Notes down what may be sent, and answers its token. */
  note(recorder: Recorder, inputOf: (sequel?: Sequel) => RecordInput): string;
  /** The page really goes: what was noted down beside the first note is recorded, too. */
  keep(recorder: Recorder): void;
  /** Called in the task of recording, once for each receipt. */
  take(recording: Earlier): void;
}

/**
 * What is known of a person's earlier decisions, as the part knows it that is fetched for it. The
 * answers of a form hold what stands; an item whose answer is not touched is not asked.
 */
export interface Recalled {
  readonly news: News;
  /** What stands before anybody pressed anything. */
  readonly initial: Answers;
  /** Takes over what a page asks, and what it says was decided elsewhere. */
  begin(begun: Begun): Begun;
  /** The items that wait for an answer. */
  open(answers: Answers): readonly SurfaceItem[];
  /** All items of the page, as they would be submitted. */
  resolved(answers: Answers): readonly ReceiptItem[];
  /** What a decision would hold that no receipt holds yet. */
  fresh(answers: Answers): readonly ReceiptItem[];
  /** The form was reset. */
  reset(): void;
}
