import type { DecidedBy } from '../../model/receipt.js';
import type { FieldMap } from '../field-map.js';

/** What is decided, by item id. What is left open is refused. */
export type CarriedDecisions = Readonly<Record<string, 'given' | 'refused'>>;

/** What carries the decisions into a page's form. */
export interface Carrier {
  /** What the element itself submits; `null` for nothing. */
  value(decisions: CarriedDecisions): FormData | null;
  /** Brings the page's inputs into line with the decisions. Called after each change of them. */
  show(decisions: CarriedDecisions): void;
  /** The page's own box of an item: then the element draws none. */
  boxOf(item: string): HTMLElement | undefined;
  /** All inputs of the page that answer an item, in their order. */
  boxesOf?(item: string): readonly HTMLElement[];
  /** The element is in the page (again), or out of it for now. */
  watch?(): void;
  rest?(): void;
  /** Takes in what scripts of the page have set without an event. */
  read?(): void;
  /** The form was reset: what the page's inputs say now is nobody's answer. */
  reset?(): void;
  /** Lets go of the page. Nothing of it stays. */
  release(): void;
}

/** How a box of the page came to be answered: a person pressed it, or a script of the page did. */
export type PageAnswer = Extract<DecidedBy, 'checkbox' | 'host'>;

/** The element whose decisions are carried. */
export interface CarriedControl {
  readonly element: HTMLElement & { readonly form: HTMLFormElement | null; readonly name: string };
  /** True while the element or a fieldset around it is disabled. */
  readonly isDisabled: () => boolean;
  /**
   * A box of the page was answered. `show()` is called before this returns: what may not be given
   * yet is not given.
   */
  readonly answered: (item: string, given: boolean, by: PageAnswer) => void;
  /** Inputs of the page came or went: what is drawn and submitted has to follow. */
  readonly moved: () => void;
  /** Moves the focus to the element's own box of an item. */
  readonly focusItem: (item: string) => void;
  /** The token of the receipt, as `formdata` would put it into the form at this moment. */
  readonly token: () => string;
  /** Tells the developer, once, what is wrong and what to do. */
  readonly complain: (problem: string) => void;
}

/** Makes a carrier for what the page's map says. */
export type CreateCarrier = (control: CarriedControl, map: FieldMap) => Carrier;
