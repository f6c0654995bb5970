import type { Block } from './block.js';
import type { CountryCode, Day, DpvTerm, Id, Url } from './formats.js';
import type { Retention } from './retention.js';

/** True, false, or `unstated` where the source does not say whether it is required. */
export type Required = boolean | 'unstated';

/**
 * On what a processing rests: PIPA 15(1) 1 consent, 2 law, 3 public task, 4 contract, 5 vital
 * interests, 6 legitimate interest; `unstated` where the source does not say (requirement POL-05).
 */
export type Basis =
  'contract' | 'consent' | 'law' | 'legitimate-interest' | 'vital' | 'public-task' | 'unstated';

/**
 * What kind of data an item is. `sensitive`: PIPA 23, Decree 18. `biometric`: feature data to
 * identify a person. `unique-id`: passport, driver licence, alien registration number (PIPA 24).
 * `rrn`: resident registration number (PIPA 24-2). `location`: Location Information Act 15, 18.
 * `credit`: Credit Information Act 32. `behavioural`: what a person does online.
 */
export type DataKind =
  | 'ordinary'
  | 'sensitive'
  | 'biometric'
  | 'unique-id'
  | 'rrn'
  | 'location'
  | 'credit'
  | 'behavioural';

export interface Purpose {
  readonly text: string;
  /** The heading under which the policy lists it, where one entry has several: "회원관리". */
  readonly group?: string;
  /** Names of the data it is about, where the policy says it of some of the list only: "쿠키". */
  readonly of?: readonly string[];
  /** The statute that this purpose carries out, where the policy names one for it alone. */
  readonly statute?: string;
  /** A purpose of the Data Privacy Vocabulary, without prefix: `ServiceProvision`. */
  readonly dpv?: DpvTerm;
}

/** One collected item. Never a phrase that stands for unlisted ones (requirement CON-10). */
export interface DataItem {
  readonly name: string;
  readonly kind: DataKind;
  readonly note?: string;
  /** When it is collected, where not always: "가맹점의 경우". */
  readonly condition?: string;
  /** Whose data it is, where not the person's own: "세대원", "a child". */
  readonly about?: string;
  /** A term of the DPV's personal data extension, without prefix: `EmailAddress`. */
  readonly dpv?: DpvTerm;
}

/** That a person may refuse, and what follows from it (PIPA 15(2)4, 17(2)5). */
export interface Refusal {
  /** The sentence that says that consent may be refused. */
  readonly right?: string;
  /** What refusing changes, and only that (requirements CON-15, CTL-11). */
  readonly consequence?: string;
  /** What withdrawing changes, where it is more than what refusing does: "정기배송이 멈춥니다". */
  readonly withdrawal?: string;
}

/** Why a list is empty: the policy says that there is `none`, or it is `unstated`. */
export type EmptyReason = 'none' | 'unstated';

/** The lists of an entry that are empty for a reason. */
export interface EmptyLists {
  readonly purposes?: EmptyReason;
  readonly data?: EmptyReason;
  readonly retention?: EmptyReason;
}

/** One matter of collection and use: what a person may decide apart from every other. */
export interface ProcessingEntry {
  readonly id: Id;
  readonly title: string;
  /**
   * The label under which the policy prints it, where several entries share one or where the label
   * says more than `required` can: "[필수항목]", "추가 항목".
   */
  readonly printedUnder?: string;
  /** Whom it concerns, where the policy tells groups apart: "가맹점". */
  readonly audience?: string;
  readonly purposes: readonly Purpose[];
  readonly data: readonly DataItem[];
  /** Ways of collection: "홈페이지", "전화", "계정신청서(오프라인)". */
  readonly collection?: readonly string[];
  /** Where the data comes from, when not from the person (PIPA 20). */
  readonly source?: string;
  readonly basis: Basis;
  /** Statute and article behind the basis, as the policy names it. */
  readonly statute?: string;
  readonly required: Required;
  readonly retention: Retention;
  /** Why a list above is empty. Absent: the policy announces it, and no rows follow. */
  readonly empty?: EmptyLists;
  readonly refusal?: Refusal;
  /** Ids of entries that must be given before this one can be. */
  readonly dependsOn?: readonly Id[];
  /** Longer text, shown in place behind a disclosure. */
  readonly detail?: readonly Block[];
  /** What the disclosure is called, where "details" would say too little. */
  readonly detailTitle?: string;
  /** The same in words that a child reads (PIPA 22-2(3); requirement CHD-06). */
  readonly childText?: string;
  /** The day on which a legal fact of this entry last changed; equal in all languages. */
  readonly revision: Day;
}

export interface Contact {
  readonly phone?: string;
  readonly fax?: string;
  readonly email?: string;
  readonly url?: Url;
  readonly address?: string;
  /** Any other way, in words. */
  readonly text?: string;
}

/** What one recipient gets, for what, and for how long (PIPA 17(2) 1-4). */
export interface RecipientUse {
  readonly title?: string;
  readonly purposes: readonly Purpose[];
  readonly data: readonly DataItem[];
  readonly retention: Retention;
}

/** Provision to one recipient. Several recipients are several entries (requirement TPP-03). */
export interface ThirdParty {
  readonly id: Id;
  readonly title?: string;
  /** The question, where this recipient is asked about on its own: "달빛약과에 배송 정보를 제공할까요?". */
  readonly question?: string;
  /** Why it is asked, in one sentence below the question. */
  readonly reason?: string;
  readonly recipient: { readonly name: string; readonly contact?: Contact };
  readonly uses: readonly RecipientUse[];
  readonly refusal?: Refusal;
  readonly basis: Basis;
  readonly statute?: string;
  readonly required: Required;
  readonly dependsOn?: readonly Id[];
  readonly detail?: readonly Block[];
  /** The same in words that a child reads (PIPA 22-2(3); requirement CHD-06). */
  readonly childText?: string;
  readonly revision: Day;
}

/** Overseas transfer to one recipient, with the facts of PIPA 28-8(2). */
export interface Transfer {
  readonly id: Id;
  readonly title?: string;
  readonly recipient: { readonly name: string; readonly contact?: Contact };
  readonly data: readonly DataItem[];
  /** ISO 3166-1 alpha-2, upper case: `JP`. */
  readonly country: CountryCode;
  /** When it is transferred, in words: "상담할 때마다". */
  readonly when: string;
  /** How it is transferred, in words: "암호화 통신으로 전송". */
  readonly how: string;
  readonly purposes: readonly Purpose[];
  readonly retention: Retention;
  readonly refusal?: Refusal;
  readonly basis: Basis;
  readonly statute?: string;
  readonly required: Required;
  readonly dependsOn?: readonly Id[];
  readonly detail?: readonly Block[];
  /** The same in words that a child reads (PIPA 22-2(3); requirement CHD-06). */
  readonly childText?: string;
  readonly revision: Day;
}

/** Work entrusted to others (PIPA 26). Information, never a consent (requirement TPP-06). */
export interface Processor {
  readonly names: readonly string[];
  /** What the policy calls the names together, where it does: "은행". */
  readonly namesLabel?: string;
  readonly work: readonly string[];
  readonly data?: readonly DataItem[];
  /** ISO 3166-1 alpha-2 of where the processor works, when not at home. */
  readonly country?: CountryCode;
  /** True when the work is promotion or sales (PIPA 26(3)). */
  readonly promotion?: boolean;
  readonly retention?: Retention;
  readonly contact?: Contact;
  readonly subProcessors?: readonly { readonly name: string; readonly work?: string }[];
}

/** What the controller itself processes on behalf of its customers. */
export interface AsProcessor {
  readonly purposes: readonly Purpose[];
  readonly data: readonly DataItem[];
  readonly retention?: Retention;
}
