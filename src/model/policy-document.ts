import type { Block } from './block.js';
import type { Count, CountryCode, Day, Id, Locale, Sha256, Url } from './formats.js';
import type {
  Age,
  Controller,
  Destruction,
  Dormancy,
  KeptRecord,
  PolicyContact,
  Remedy,
  Rights,
  SafetyGroup,
  Section,
  Terms,
  Withdrawal,
} from './policy-about.js';
import type { AutomaticCollection } from './policy-automatic.js';
import type { Marketing } from './policy-marketing.js';
import type {
  AsProcessor,
  ProcessingEntry,
  Processor,
  ThirdParty,
  Transfer,
} from './policy-processing.js';

/** `authored` by the site, or `transcribed` from a policy that exists as text. */
export type Origin = 'authored' | 'transcribed';

/** One version of the policy and what it changed (requirement POL-08). */
export interface HistoryEntry {
  readonly version: string;
  /** The day on which it was announced. */
  readonly announced?: Day;
  /** First day, `YYYY-MM-DD`. */
  readonly effective: Day;
  /** Last day; absent for the current version. */
  readonly until?: Day;
  readonly url?: Url;
  /** Address of that version's policy document. */
  readonly document?: Url;
  readonly changes?: readonly Block[];
}

/** The version that comes next. */
export interface NextVersion {
  readonly version: string;
  readonly announced?: Day;
  readonly effective: Day;
  readonly document?: Url;
  readonly changes?: readonly Block[];
}

/**
 * What a text may declare as "해당 없음": parts of this document, kinds of data, and the rows of the
 * regulator's guide that have no part of their own here (작성지침 2026.4; requirement POL-11).
 */
export type NotApplicable =
  | 'terms'
  | 'processing'
  | 'thirdParties'
  | 'transfers'
  | 'processors'
  | 'asProcessor'
  | 'marketing'
  | 'keptRecords'
  | 'dormancy'
  | 'automaticCollection'
  | 'children'
  | 'remedies'
  | 'sections'
  | 'sensitiveData'
  | 'biometricData'
  | 'uniqueIds'
  /** Row 8: use beyond the purpose without consent (PIPA 15(3), 17(4)). */
  | 'additionalUse'
  /** Row 12: sensitive data that others may come to see (PIPA 23(3)). */
  | 'sensitiveExposure'
  /** Row 13 (PIPA 28-2). */
  | 'pseudonymisedData'
  /** Row 15: behavioural data that third parties take on the site. */
  | 'behaviouralData'
  /** Row 17 (PIPA 37-2). */
  | 'automatedDecisions'
  /** Row 19 (PIPA 31-2). */
  | 'domesticAgent'
  /** Rows 21 and 22 (PIPA 25, 25-2). */
  | 'fixedCameras'
  | 'mobileCameras';

/**
 * A site's privacy policy as data: the only thing a site writes, one JSON file a language. A part
 * that is absent is not mentioned by the policy; an empty list is announced but without rows;
 * `notApplicable` names what the text declares as "해당 없음". It may describe anything, also an
 * unlawful practice; `deriveSurface()` refuses to ask for that.
 */
export interface PolicyDocument {
  /** Address of `policy.schema.json`, for editors. Not a fact of the policy. */
  readonly $schema?: Url;
  readonly schema: 'dongui/policy@1';
  /** Public id, equal in all languages and versions: `haru`. */
  readonly id: Id;
  /** BCP 47: `ko`, `en`, `ko-KR`. */
  readonly locale: Locale;
  /** Address of the document in each other language, by locale. */
  readonly translations?: Readonly<Record<string, Url>>;
  /** The original that this translates, by locale and by hash of its canonical JSON. */
  readonly translationOf?: { readonly locale: Locale; readonly sha256: Sha256 };
  /** ISO 3166-1 alpha-2: whose law the surface is derived under. */
  readonly jurisdiction: CountryCode;
  /** Absent: `authored`. */
  readonly origin?: Origin;
  /** Absent: `current`. */
  readonly status?: 'current' | 'archived';
  readonly version: string;
  readonly effective: Day;
  readonly announced?: Day;
  /** Other effective dates that the text itself gives, with where it gives them. */
  readonly otherDates?: readonly { readonly date: Day; readonly where: string }[];
  readonly title?: string;
  /** A line above the title: a notice of amendment, "이전 개인정보처리방침". */
  readonly banner?: string;
  readonly preface?: readonly Block[];
  /** Statutes and rules that the preface names, as it names them. */
  readonly statutes?: readonly string[];
  /** Table of contents as printed, where it is. */
  readonly contents?: readonly string[];
  /** Headings of the body as printed, in their order. */
  readonly headings?: readonly string[];
  /** Those of the headings that the text prints in one line with other text. */
  readonly runInHeadings?: readonly string[];
  readonly definitions?: readonly { readonly term: string; readonly text: string }[];
  readonly pageUrl?: Url;
  readonly history?: readonly HistoryEntry[];
  readonly next?: NextVersion;
  /** How many days before, and where, a change is announced. */
  readonly changeNotice?: {
    readonly days: Count;
    readonly where: string;
    /** What counts as a change, in words. */
    readonly of?: string;
  };

  readonly controllers: readonly Controller[];
  readonly service: {
    readonly name: string;
    /** Other names that the text uses for it, without saying that they mean the same. */
    readonly alsoNamed?: readonly string[];
    /** The services it consists of, where the text names several. */
    readonly parts?: readonly string[];
    readonly description?: string;
    readonly url?: Url;
  };
  readonly terms?: readonly Terms[];
  readonly processing?: readonly ProcessingEntry[];
  /** What holds for collection as a whole: how people are told, what happens on a new purpose. */
  readonly processingRule?: readonly Block[];
  readonly thirdParties?: readonly ThirdParty[];
  /** When data is provided at all: general rule and exceptions. */
  readonly thirdPartyRule?: readonly Block[];
  readonly transfers?: readonly Transfer[];
  readonly processors?: readonly Processor[];
  /** Contract clauses and supervision that hold for all processors. */
  readonly processorRule?: readonly Block[];
  readonly asProcessor?: readonly AsProcessor[];
  /** For whom, for what and for how long customers' data is processed as a whole. */
  readonly asProcessorRule?: readonly Block[];
  readonly marketing?: Marketing;
  readonly age?: Age;
  readonly retentionRule?: readonly Block[];
  readonly keptRecords?: readonly KeptRecord[];
  readonly dormancy?: Dormancy;
  readonly automaticCollection?: AutomaticCollection;
  readonly rights?: Rights;
  readonly withdrawal?: Withdrawal;
  readonly contacts?: readonly PolicyContact[];
  readonly contactRule?: readonly Block[];
  readonly remedies?: readonly Remedy[];
  readonly remedyRule?: readonly Block[];
  /** The supervisory authority: name and address of its site. */
  readonly authority?: { readonly name: string; readonly url?: Url };
  /** ISO 3166-1 alpha-2 of each country where data is stored. */
  readonly storage?: { readonly countries: readonly CountryCode[] };
  readonly destruction?: Destruction;
  readonly safety?: readonly SafetyGroup[];
  /** What the text says of its safety measures as a whole: aim and article. */
  readonly safetyRule?: readonly Block[];
  readonly disclaimers?: readonly Block[];
  readonly children?: readonly Block[];
  readonly sections?: readonly Section[];
  readonly notApplicable?: readonly NotApplicable[];
  /** Which items each page asks for or shows, by the page's name: `signup`, `inquiry`, `event`. */
  readonly surfaces: Readonly<Record<string, readonly Id[]>>;
}
