import type { Block } from './block.js';
import type { CountryCode, Day, Id, Url } from './formats.js';
import type { Basis, Contact, DataItem, Purpose, Refusal } from './policy-processing.js';
import type { Retention } from './retention.js';

/** A third party's device or script on the controller's pages (requirement CKI-06). */
export interface Tracker {
  readonly name: string;
  readonly company: string;
  readonly data: readonly DataItem[];
  readonly purposes: readonly Purpose[];
  readonly retention?: Retention;
  readonly refusal?: readonly Block[];
  readonly country?: CountryCode;
}

/** One cookie or similar of a service. */
export interface Cookie {
  readonly name: string;
  /** Where the browser keeps it. Absent: a cookie. */
  readonly storage?: 'cookie' | 'local-storage' | 'indexed-db';
  readonly purpose?: string;
  readonly retention?: Retention;
}

/** A service behind a cookie category, which a choice turns on or off. */
export interface CookieService {
  readonly id: Id;
  readonly name: string;
  readonly company?: string;
  readonly contact?: Contact;
  readonly country?: CountryCode;
  readonly purposes: readonly Purpose[];
  readonly data?: readonly DataItem[];
  readonly retention?: Retention;
  /** True where the company uses the data for itself: a recipient (PIPA 17), not a processor. */
  readonly ownUse?: boolean;
  readonly cookies?: readonly Cookie[];
  readonly url?: Url;
}

/** A category of cookies that one choice covers. `necessary` ones are shown, not asked. */
export interface CookieCategory {
  readonly id: Id;
  readonly title: string;
  readonly description?: string;
  readonly necessary: boolean;
  /** What must be told of behavioural data (requirements CKI-03, CKI-04): the same as of a consent. */
  readonly basis?: Basis;
  readonly purposes?: readonly Purpose[];
  readonly data?: readonly DataItem[];
  readonly retention?: Retention;
  readonly refusal?: Refusal;
  readonly services: readonly CookieService[];
  readonly revision: Day;
}

/** Steps of refusing as the policy itself gives them, often long out of date. */
export interface OriginalSteps {
  /** Browser or device: "인터넷 익스플로러", "아이폰". */
  readonly target: string;
  /** The heading that the text groups it under: "PC", "모바일". */
  readonly device?: string;
  /** Menu path, outermost first. */
  readonly path: readonly string[];
  /** What the steps do, where the text says: "쿠키 삭제", or the choices it names. */
  readonly action?: string;
}

/** Permission of an app on a device (Network Act 22-2; requirement CKI-12). */
export interface DevicePermission {
  readonly name: string;
  readonly required: boolean;
  readonly reason: string;
}

/** What is collected by itself while a service is used, and how to refuse (PIPA 30(1)7; CKI-01). */
export interface AutomaticCollection {
  /** Cookies, device identifiers, logs. Empty: announced, but not listed. */
  readonly data: readonly DataItem[];
  /** The word that leaves the list open, "등": a finding (requirement CON-10). */
  readonly dataOpen?: string;
  readonly purposes?: readonly Purpose[];
  /** What the means are, in words: what a cookie is, where it is stored. */
  readonly means?: readonly Block[];
  readonly retention?: Retention;
  readonly trackers?: readonly Tracker[];
  /** That and how collection can be refused. */
  readonly refusal?: readonly Block[];
  /** What refusing changes. */
  readonly refusalEffect?: string;
  readonly original?: readonly OriginalSteps[];
  readonly cookies?: readonly CookieCategory[];
  readonly devicePermissions?: readonly DevicePermission[];
}
