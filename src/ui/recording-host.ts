import type { Shown } from '../host/shown.js';
import type { Receipt, ReceiptItem } from '../model/receipt.js';
import type { Asking } from './asking.js';
import type { ReceiptStoredDetail } from './events.js';
import type { News } from './recalled.js';
import type { RecordingOptions } from './recording-part.js';

/** What the controller asks of the element whose decisions it records. */
export interface RecordingHost extends HTMLElement, Omit<RecordingOptions, 'ack'> {
  readonly form: HTMLFormElement | null;
  /** Every item as a receipt holds it; `undefined` while nothing can be recorded. */
  receiptItems(): readonly ReceiptItem[] | undefined;
  /** Who decides, where it is not the person of the receipt. */
  decider?(): Pick<Receipt, 'actor' | 'guardian'> | undefined;
  readonly renderRoot: ParentNode;
  /** Where items are shown besides. */
  shownBeside?(): readonly ParentNode[];
  /** What was in front of the person, where those do not show all of it any more. */
  shown?(): Shown;
  /** What is new, where something is known already. */
  readonly news?: News | undefined;
  isComplete(): boolean;
  /** What the surface has, the page not; and what stands on it as it was decided before. */
  readonly asking: Pick<Asking, 'notAsked' | 'standing'>;
  /** The required items that are not given. */
  missing(): readonly object[];
  showProblems(): void;
  /** Called when a receipt is durable and the page stays. */
  recorded(detail: ReceiptStoredDetail): void;
}
