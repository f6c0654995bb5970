import type { Block } from './block.js';
import type { Count, Day, Id, Period, Sha256, Url } from './formats.js';
import type { Contact, DataItem } from './policy-processing.js';
import type { Retention } from './retention.js';

/** Who decides about the data. A transcribed policy may name only brands. */
export interface Controller extends Contact {
  /** The legal name; absent where the policy never says it. */
  readonly name?: string;
  readonly brands?: readonly string[];
  /** Other forms of the name that the text uses for the same party. */
  readonly alsoNamed?: readonly string[];
}

/** Contract terms. Agreeing to them is apart from every privacy consent (requirement CON-18). */
export interface Terms {
  readonly id: Id;
  readonly title: string;
  /** One or two sentences on what the contract is about. */
  readonly summary?: string;
  readonly version: string;
  readonly required: boolean;
  readonly url?: Url;
  /** The whole text. Stored as a part of its own, under its own hash. */
  readonly text?: readonly Block[];
  /** Hash of the text where it stands elsewhere: SHA-256 as base64url, 43 characters. */
  readonly sha256?: Sha256;
  /** The contract in words that a child reads (PIPA 22-2(3)). */
  readonly childText?: string;
  readonly revision: Day;
}

/** How a guardian's consent can be confirmed (PIPA Decree 17-2(1) 1-7; requirement CHD-03). */
export type GuardianMethod =
  | 'sms-notice'
  | 'card'
  | 'phone-identity'
  | 'paper-sign'
  | 'email'
  | 'phone-call'
  | 'other-equivalent';

/** The age below which a guardian consents (PIPA 22-2: 14). Id: `age`. */
export interface Age {
  /** Whole years. */
  readonly threshold: Count;
  readonly title?: string;
  readonly guardianMethods?: readonly GuardianMethod[];
  /** Where a child goes on with a guardian. */
  readonly guardianUrl?: Url;
  /** What a child can do, in words a child reads (PIPA 22-2(3)). */
  readonly childText?: string;
  readonly revision: Day;
}

/** A record kept beyond the purpose, by statute or by the controller's own rule. */
export interface KeptRecord {
  /** Absent where the policy keeps something without saying what. */
  readonly record?: string;
  readonly data?: readonly DataItem[];
  readonly basis: 'statute' | 'internal' | 'unstated';
  readonly retention: Retention;
}

/** What happens to accounts that nobody uses. The statute behind it was repealed on 2023-09-15. */
export interface Dormancy {
  /** ISO 8601 duration without use after which the account counts as dormant. */
  readonly after: Period;
  /** What counts as not used, in words. */
  readonly condition?: string;
  readonly effect: readonly Block[];
  /** Days of warning before. */
  readonly noticeDays?: Count;
  readonly noticeBy?: string;
  readonly reactivation?: readonly Block[];
}

export type ContactRole = 'cpo' | 'officer' | 'access' | 'complaints';

/** A department or post to turn to. Never a person's name. */
export interface PolicyContact extends Contact {
  readonly role: ContactRole;
  readonly department?: string;
  readonly title?: string;
  /** The role as the text names it, where it differs from today's: "개인정보관리책임자". */
  readonly roleName?: string;
}

/** A body that helps with infringements. What became outdated is marked by the linter, not here. */
export interface Remedy {
  readonly body: string;
  readonly duty?: string;
  readonly phone?: string;
  /** What the text says about dialling: "국번없이". */
  readonly phoneNote?: string;
  /** As the policy prints it. Without a scheme ("www.spo.go.kr") it is text, not an address to follow. */
  readonly url?: Url;
  readonly address?: string;
  readonly operator?: string;
  /** When it applies, where not always: an administrative appeal, for example. */
  readonly condition?: string;
}

/** A right, the article it comes from, and how to use it (PIPA 4, 35-38). */
export interface Right {
  readonly right: string;
  readonly statute?: string;
  readonly how?: string;
  readonly url?: Url;
  /** Where the right is limited, and by what. */
  readonly limit?: string;
}

export interface Rights {
  readonly list: readonly Right[];
  /** Channels and steps that hold for all of them. */
  readonly how?: readonly Block[];
  /** Agents and guardians. */
  readonly agents?: readonly Block[];
  /** What the controller does on a request, and by when. */
  readonly response?: readonly Block[];
  /** Duties that the text lays on the person. */
  readonly duties?: readonly Block[];
}

/** How to take consent back, in no more steps than giving it took (PIPA 38(4)). */
export interface Withdrawal {
  readonly url?: Url;
  readonly method?: string;
}

export interface Destruction {
  readonly rules?: readonly Block[];
  readonly procedure?: readonly Block[];
  readonly methods?: readonly Block[];
}

/** One group of safety measures (PIPA 29): "관리적 조치". */
export interface SafetyGroup {
  readonly title?: string;
  /** What the text says of the group as a whole, before its measures. */
  readonly lead?: readonly Block[];
  readonly measures: readonly Block[];
}

/** A row of the regulator's guide that has no part of its own here. */
export interface Section {
  /**
   * Row of the guide (작성지침 2026.4, p. 15).
   *
   * @asType integer
   * @minimum 1
   * @maximum 24
   */
  readonly row: number;
  readonly title: string;
  readonly body: readonly Block[];
}
