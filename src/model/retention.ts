import type { LastDay, Period } from './formats.js';

/**
 * One rule of how long data is kept. Several rules of one entry are alternatives by condition or
 * statute; the first one is the entry's own, the others are exceptions to it. A rule says when it
 * ends: by `period` (with `from`), by `event`, or by `until`; `text` is how the policy words it.
 *
 * Law: PIPA 15(2)3, 17(2)4, 30(1)2; a bare "until the purpose is met" is guidance's wrong example
 * (requirement POL-15).
 */
export interface RetentionRule {
  /** ISO 8601 duration in whole years, months, weeks or days: `P5Y`, `P3M`, `P5D`. */
  readonly period?: Period;
  /** What the period runs from, in words: "회원 탈퇴", "the delivery". Absent: from collection. */
  readonly from?: string;
  /** The event that ends keeping, in words, where no period follows it: "회원 탈퇴". */
  readonly event?: string;
  /** A fixed last day (`2027-12-31`), or `purpose-met` where the policy says no more than that. */
  readonly until?: LastDay;
  /** When the rule applies, in words: "건당 1만원 초과". */
  readonly condition?: string;
  /** The statute and article that demand it, as the policy names them. */
  readonly statute?: string;
  /** Why it is kept, where the policy gives a reason and no statute. */
  readonly reason?: string;
  /** The policy's own wording. Shown as it stands, in place of a sentence made from the parts. */
  readonly text?: string;
}

/** The rules by which one set of data is kept. An empty list: announced, but nothing follows. */
export type Retention = readonly RetentionRule[];
