import type { Block } from './block.js';
import type { Controller, GuardianMethod, Right, Withdrawal } from './policy-about.js';
import type { Origin, PolicyDocument } from './policy-document.js';
import type { Channel } from './policy-marketing.js';
import type {
  Basis,
  Contact,
  DataItem,
  EmptyLists,
  Purpose,
  RecipientUse,
  Refusal,
} from './policy-processing.js';
import type { Retention } from './retention.js';

/** What an item of a surface is. Only `information` is shown without a question. */
export type ItemKind =
  | 'age'
  | 'terms'
  | 'collection'
  | 'sensitive'
  | 'unique-id'
  | 'location'
  | 'credit'
  | 'third-party'
  | 'overseas'
  | 'marketing-use'
  | 'advertising'
  | 'advertising-night'
  | 'information';

/** The facts of one item, as a person sees them beside the box. */
export interface ItemFacts {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** True when the form does not go on without it. Never true for `information`. */
  readonly required: boolean;
  readonly revision: string;
  readonly audience?: string;
  readonly basis?: Basis;
  readonly statute?: string;
  readonly purposes?: readonly Purpose[];
  readonly data?: readonly DataItem[];
  readonly source?: string;
  readonly retention?: Retention;
  /** Why a list above is empty, as the policy has it: none, or unstated. */
  readonly empty?: EmptyLists;
  /** Third-party provision asked on its own: the question, and why it is asked. */
  readonly question?: string;
  readonly reason?: string;
  readonly recipient?: { readonly name: string; readonly contact?: Contact };
  /** Third-party provision: each purpose with its own data and period. */
  readonly uses?: readonly RecipientUse[];
  readonly country?: string;
  readonly when?: string;
  readonly how?: string;
  readonly refusal?: Refusal;
  /** Advertising: who sends, what, by which channel. */
  readonly sender?: string;
  readonly content?: string;
  readonly channel?: Channel;
  /** Advertising: what all its channels stand under, "광고를 받을 방법"; empty where not given. */
  readonly groupTitle?: string;
  /** Night advertising: the channels it is about. */
  readonly channels?: readonly Channel[];
  /** Age: whole years, and the ways to confirm a guardian. */
  readonly threshold?: number;
  readonly guardianMethods?: readonly GuardianMethod[];
  readonly guardianUrl?: string;
  /** Of age: what a child can do. Of any other: the matter in words that a child reads. */
  readonly childText?: string;
  /** Terms: which text. */
  readonly terms?: {
    readonly version: string;
    readonly summary?: string;
    readonly url?: string;
    /** SHA-256 of the text part, base64url. */
    readonly sha256?: string;
  };
  readonly detail?: readonly Block[];
  readonly detailTitle?: string;
  /** Ids on the same surface that must all be given first. */
  readonly dependsOn?: readonly string[];
  /** Ids on the same surface of which one must be given first. */
  readonly dependsOnAny?: readonly string[];
  /** Names of legal facts that the policy does not state: `refusal`, `required`, `basis`, … */
  readonly gaps?: readonly string[];
}

/** An item of a notice: its facts, and two hashes of them. */
export interface NoticeItem extends ItemFacts {
  /** SHA-256 of the canonical JSON of the whole item without its two hashes, base64url. */
  readonly sha256: string;
  /** The same of its legal facts alone: when it changes in one locale, consent is asked again (CON-17). */
  readonly facts: string;
}

/** What one surface showed, as data. Its address is the SHA-256 of its canonical JSON. */
export interface Notice {
  readonly schema: 'dongui/notice@1';
  readonly policy: {
    readonly id: string;
    readonly version: string;
    readonly effective: string;
    readonly title?: string;
    readonly url?: string;
    /** Hash of the canonical JSON of the policy document. */
    readonly sha256: string;
  };
  readonly surface: string;
  readonly locale: string;
  readonly jurisdiction: string;
  readonly origin: Origin;
  readonly controllers: readonly Controller[];
  readonly service: PolicyDocument['service'];
  readonly authority?: { readonly name: string; readonly url?: string };
  readonly storage?: { readonly countries: readonly string[] };
  readonly withdrawal?: Withdrawal;
  readonly rights?: readonly Right[];
  readonly items: readonly NoticeItem[];
  /** Paths of the legal facts that a transcribed policy does not state. Absent when there is none. */
  readonly gaps?: readonly string[];
}

/** A long text (terms) that a notice names by hash. Its address is the SHA-256 of its canonical JSON. */
export interface TextPart {
  readonly schema: 'dongui/text@1';
  readonly title: string;
  readonly version: string;
  readonly locale: string;
  readonly body: readonly Block[];
}
