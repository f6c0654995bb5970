/**
 * The shapes of a policy document as data, for the parser and for those who explain its errors.
 *
 * A shape lists its keys: `key:type`, `key=one|other` for words of which one stands there, and
 * `key?…` when it may be absent. A key without a type has the type of its own name, and is text
 * where there is none. A type is a shape, a record or a choice of this file, or a format; with `[]`
 * a list of it. The types in `policy-*.ts` say what each key means; a test holds the two against
 * each other.
 */

/** Ways to receive advertising, as `one|other`. */
export const CHANNELS = 'email|sms|alimtalk|push|phone|post';

const CONTACT = 'phone? fax? email? url? address? text?';

/** For what, which data, for how long. */
const USE = 'purposes[] data[] retention[]';

const VERSION = 'version announced?:day effective:day document?:url changes?:block[]';

const NOT_APPLICABLE =
  'terms|processing|thirdParties|transfers|processors|asProcessor|marketing|keptRecords|dormancy' +
  '|automaticCollection|children|remedies|sections|sensitiveData|biometricData|uniqueIds' +
  '|additionalUse|sensitiveExposure|pseudonymisedData|behaviouralData|automatedDecisions' +
  '|domesticAgent|fixedCameras|mobileCameras';

const BASIS = 'contract|consent|law|legitimate-interest|vital|public-task|unstated';

/** What every matter says that rests on a basis in law. */
const MATTER = `
  id:matter basis=${BASIS} statute?
  required refusal? dependsOn?:reference[] detail?:block[] childText? revision:day
`;

/** Each object of a policy document, by its type. */
export const SHAPES: Readonly<Record<string, string>> = {
  document: `
    $schema?:url schema=dongui/policy@1 id locale translations?
    translationOf? jurisdiction:country origin?=authored|transcribed
    status?=current|archived version effective:day announced?:day otherDates?[] title?
    banner? preface?:block[] statutes?:text[] contents?:text[] headings?:text[] runInHeadings?:text[]
    definitions?[] pageUrl?:url history?[] next?
    changeNotice? controllers[] service terms?[]
    processing?[] processingRule?:block[] thirdParties?[]
    thirdPartyRule?:block[] transfers?[] processors?[] processorRule?:block[]
    asProcessor?[] asProcessorRule?:block[] marketing? age?
    retentionRule?:block[] keptRecords?[] dormancy?
    automaticCollection? rights? withdrawal?
    contacts?[] contactRule?:block[] remedies?[] remedyRule?:block[]
    authority? storage? destruction? safety?[]
    safetyRule?:block[] disclaimers?:block[] children?:block[] sections?[]
    notApplicable?=${NOT_APPLICABLE}[]
    surfaces
  `,
  translationOf: 'locale sha256',
  otherDates: 'date:day where',
  definitions: 'term text',
  history: `${VERSION} until?:day url?`,
  next: VERSION,
  changeNotice: 'days:count where of?',
  service: 'name alsoNamed?:text[] parts?:text[] description? url?',
  authority: 'name url?',
  storage: 'countries:country[]',

  controllers: `${CONTACT} name? brands?:text[] alsoNamed?:text[]`,
  terms: `
    id:matter title summary? version required:boolean url? text?:block[] sha256?
    childText? revision:day
  `,
  age: `
    threshold:count title?
    guardianMethods?=sms-notice|card|phone-identity|paper-sign|email|phone-call|other-equivalent[]
    guardianUrl?:url childText? revision:day
  `,
  keptRecords: 'record? data?[] basis=statute|internal|unstated retention[]',
  dormancy: `
    after:period condition? effect:block[] noticeDays?:count noticeBy? reactivation?:block[]
  `,
  contacts: `${CONTACT} role=cpo|officer|access|complaints department? title? roleName?`,
  remedies: 'body duty? phone? phoneNote? url? address? operator? condition?',
  oneRight: 'right statute? how? url? limit?',
  rights: 'list:oneRight[] how?:block[] agents?:block[] response?:block[] duties?:block[]',
  withdrawal: 'url? method?',
  destruction: 'rules?:block[] procedure?:block[] methods?:block[]',
  safety: 'title? lead?:block[] measures:block[]',
  sections: 'row title body:block[]',

  purposes: 'text group? of?:text[] statute? dpv?',
  data: `
    name kind=ordinary|sensitive|biometric|unique-id|rrn|location|credit|behavioural note?
    condition? about? dpv?
  `,
  retention: 'period? from? event? until?:lastDay condition? statute? reason? text?',
  refusal: 'right? consequence? withdrawal?:text',
  empty: 'purposes?=none|unstated data?=none|unstated retention?=none|unstated',
  processing: `
    ${MATTER} ${USE} title printedUnder? audience? collection?:text[] source? empty? detailTitle?
  `,
  contact: CONTACT,
  recipient: 'name contact?',
  uses: `${USE} title?`,
  thirdParties: `${MATTER} title? question? reason? recipient uses[]`,
  transfers: `${MATTER} ${USE} title? recipient country when how`,
  processors: `
    names:text[] namesLabel? work:text[] data?[] country? promotion?:boolean retention?[]
    contact? subProcessors?[]
  `,
  subProcessors: 'name work?',
  asProcessor: 'purposes[] data[] retention?[]',

  marketing: 'sender? use? advertising? night?',
  use: `${USE} title? refusal? detail?:block[] childText? revision:day`,
  advertising: 'title? content? channels:channel[] retention[] refusal? childText? revision:day',
  channel: `channel=${CHANNELS} title?`,
  night: `title? channels=${CHANNELS}[] retention[] refusal? childText? revision:day`,

  automaticCollection: `
    data[] dataOpen? purposes?[] means?:block[] retention?[]
    trackers?[] refusal?:block[] refusalEffect? original?:steps[]
    cookies?:cookieCategory[] devicePermissions?[]
  `,
  trackers: `
    name company data[] purposes[] retention?[] refusal?:block[]
    country?
  `,
  steps: 'target device? path:text[] action?',
  cookieCategory: `
    id:matter title description? necessary:boolean basis?=${BASIS} purposes?[] data?[]
    retention?[] refusal? services:cookieService[] revision:day
  `,
  cookieService: `
    id:serviceId name company? contact? country? purposes[] data?[]
    retention?[] ownUse?:boolean cookies?[] url?
  `,
  cookies: 'name storage?=cookie|local-storage|indexed-db purpose? retention?[]',
  devicePermissions: 'name required:boolean reason',

  link: 'text href',
  block: 'type=paragraph|list|table',
  paragraph: 'type=paragraph text:rich',
  list: 'type=list items:line[] ordered?:boolean',
  line: 'text:rich items:line[]',
  table: 'type=table caption? head?:rich[] rows:rich[][]',
};

/** Objects whose keys the site chooses: the format of a key, the type of a value. */
export const RECORDS: Readonly<Record<string, readonly [key: string, type: string]>> = {
  translations: ['locale', 'url'],
  surfaces: ['id', 'reference[]'],
};

/** Types of which what stands there decides: text, a list or an object. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  rich: ['text', 'piece[]'],
  piece: ['text', 'link'],
  line: ['text', 'piece[]', 'line'],
  block: ['text', 'block'],
  required: ['boolean', '=unstated'],
};
