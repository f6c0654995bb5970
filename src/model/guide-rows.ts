import type { NotApplicable, PolicyDocument } from './policy-document.js';

/** A part of a policy document; trackers stand inside another part. */
type GuidePart = keyof PolicyDocument | 'automaticCollection.trackers';

/** One chapter of the regulator's guide, as a policy is drawn. */
export interface GuideChapter {
  /** Rows of the guide that it holds, in their order. */
  readonly rows: readonly number[];
  /** What the documents that have it put there. One that is there is enough. */
  readonly parts: readonly GuidePart[];
  /** What a document that has none of it declares. */
  readonly absent?: NotApplicable;
  /** What else a document may declare as "해당 없음" in this chapter. */
  readonly alsoAbsent?: readonly NotApplicable[];
  /** Requirement and the statute behind it. */
  readonly requirement: string;
  readonly source: string;
}

/** The name of a chapter. */
export type GuideChapterName =
  | 'about'
  | 'processing'
  | 'children'
  | 'retention'
  | 'destruction'
  | 'third-parties'
  | 'additional-use'
  | 'processors'
  | 'transfers'
  | 'safety'
  | 'sensitive-exposure'
  | 'pseudonyms'
  | 'automatic'
  | 'behaviour'
  | 'rights'
  | 'automated-decisions'
  | 'contacts'
  | 'domestic-agent'
  | 'remedies'
  | 'fixed-cameras'
  | 'mobile-cameras'
  | 'other'
  | 'changes';

/**
 * The 24 rows of the regulator's guide (작성지침 2026.4, p. 15; requirement POL-11) in their order,
 * by the name of the chapter. The names are public: they end the addresses of chapters,
 * `#policy-third-parties`.
 */
export const GUIDE_CHAPTERS: Readonly<Record<GuideChapterName, GuideChapter>> = {
  about: {
    rows: [1],
    parts: ['controllers', 'preface', 'statutes', 'definitions'],
    requirement: 'POL-01',
    source: 'PIPA 30(1); 표준지침 20',
  },
  processing: {
    rows: [2, 3],
    parts: ['processing', 'processingRule', 'marketing'],
    absent: 'processing',
    alsoAbsent: ['sensitiveData', 'biometricData', 'uniqueIds', 'marketing'],
    requirement: 'POL-05',
    source: 'PIPA 22(3), 30(1)1; Decree 31(1)1',
  },
  children: {
    rows: [4],
    parts: ['children', 'age'],
    absent: 'children',
    requirement: 'CHD-01',
    source: 'PIPA 22-2',
  },
  retention: {
    rows: [5],
    parts: ['retentionRule', 'keptRecords', 'dormancy', 'processing'],
    absent: 'keptRecords',
    alsoAbsent: ['dormancy'],
    requirement: 'POL-15',
    source: 'PIPA 30(1)2, 21(3)',
  },
  destruction: {
    rows: [6],
    parts: ['destruction'],
    requirement: 'POL-03',
    source: 'PIPA 21, 30(1)3-2',
  },
  'third-parties': {
    rows: [7],
    parts: ['thirdParties', 'thirdPartyRule'],
    absent: 'thirdParties',
    requirement: 'TPP-01',
    source: 'PIPA 17, 30(1)3',
  },
  'additional-use': {
    rows: [8],
    parts: [],
    absent: 'additionalUse',
    requirement: 'POL-06',
    source: 'PIPA 15(3), 17(4); Decree 14-2(2)',
  },
  processors: {
    rows: [9],
    parts: ['processors', 'processorRule', 'asProcessor', 'asProcessorRule'],
    absent: 'processors',
    alsoAbsent: ['asProcessor'],
    requirement: 'TPP-06',
    source: 'PIPA 26(2), 30(1)4; Decree 28(2)',
  },
  transfers: {
    rows: [10],
    parts: ['transfers'],
    absent: 'transfers',
    requirement: 'OVS-05',
    source: 'PIPA 28-8(2); Decree 31(1)',
  },
  safety: {
    rows: [11],
    parts: ['safety', 'safetyRule'],
    requirement: 'POL-04',
    source: 'PIPA 29; Decree 31(1)3',
  },
  'sensitive-exposure': {
    rows: [12],
    parts: [],
    absent: 'sensitiveExposure',
    requirement: 'SEN-04',
    source: 'PIPA 23(3), 30(1)3-3',
  },
  pseudonyms: {
    rows: [13],
    parts: [],
    absent: 'pseudonymisedData',
    requirement: 'POL-03',
    source: 'PIPA 28-2, 30(1)4-2',
  },
  automatic: {
    rows: [14],
    parts: ['automaticCollection'],
    absent: 'automaticCollection',
    requirement: 'CKI-01',
    source: 'PIPA 30(1)7',
  },
  behaviour: {
    rows: [15],
    parts: ['automaticCollection.trackers'],
    absent: 'behaviouralData',
    requirement: 'CKI-06',
    source: '작성지침 2026.4',
  },
  rights: {
    rows: [16],
    parts: ['rights', 'withdrawal'],
    requirement: 'WDR-05',
    source: 'PIPA 4, 30(1)5, 35-38',
  },
  'automated-decisions': {
    rows: [17],
    parts: [],
    absent: 'automatedDecisions',
    requirement: 'POL-07',
    source: 'PIPA 37-2(4)',
  },
  contacts: {
    rows: [18],
    parts: ['contacts', 'contactRule'],
    requirement: 'POL-13',
    source: 'PIPA 30(1)6, 31',
  },
  'domestic-agent': {
    rows: [19],
    parts: [],
    absent: 'domesticAgent',
    requirement: 'OVS-06',
    source: 'PIPA 31-2(4)',
  },
  remedies: {
    rows: [20],
    parts: ['remedies', 'remedyRule'],
    absent: 'remedies',
    requirement: 'POL-14',
    source: '작성지침 2026.4',
  },
  'fixed-cameras': {
    rows: [21],
    parts: [],
    absent: 'fixedCameras',
    requirement: 'POL-11',
    source: 'PIPA 25',
  },
  'mobile-cameras': {
    rows: [22],
    parts: [],
    absent: 'mobileCameras',
    requirement: 'POL-11',
    source: 'PIPA 25-2',
  },
  other: {
    rows: [23],
    parts: ['disclaimers', 'terms'],
    absent: 'sections',
    alsoAbsent: ['terms'],
    requirement: 'POL-11',
    source: '작성지침 2026.4',
  },
  changes: {
    rows: [24],
    parts: ['history', 'changeNotice', 'next'],
    requirement: 'POL-08',
    source: '표준지침 21',
  },
};

/**
 * How a document stands to a chapter. `announced`: a list is there and has no rows; `absent`: the
 * document itself says that there is no such thing; `unstated`: it says nothing.
 */
export type ChapterState = 'stated' | 'announced' | 'absent' | 'unstated';

function partOf(document: PolicyDocument, part: GuidePart): unknown {
  return part === 'automaticCollection.trackers'
    ? document.automaticCollection?.trackers
    : document[part];
}

function isStated(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** How a document stands to a chapter (requirements POL-03, POL-11). */
export function chapterState(document: PolicyDocument, name: GuideChapterName): ChapterState {
  const { rows, parts, absent } = GUIDE_CHAPTERS[name];
  const values = parts.map((part) => partOf(document, part));
  const hasSection = document.sections?.some(({ row }) => rows.includes(row)) ?? false;
  if (hasSection || values.some(isStated)) return 'stated';
  if (absent !== undefined && document.notApplicable?.includes(absent)) return 'absent';
  return values.some((value) => value !== undefined) ? 'announced' : 'unstated';
}
