import { FORMATS as POLICY_FORMATS } from './policy-formats.js';
import { CHANNELS, CHOICES as POLICY_CHOICES, SHAPES as POLICY_SHAPES } from './policy-shapes.js';

/** A time that exists, UTC with milliseconds. */
const INSTANT = {
  test: (text: string): boolean =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) &&
    JSON.stringify(new Date(text)) === JSON.stringify(text),
};

/**
 * The shapes of notice, text part, receipt and what travels with it, in the language of
 * `policy-shapes.ts`. What each key means stands in `notice.ts` and `receipt.ts`; a test holds the
 * two against each other.
 */
export const SHAPES: Readonly<Record<string, string>> = {
  ...POLICY_SHAPES,
  noticeRecord: `
      schema=dongui/notice@1 policy:noticePolicy surface:id locale jurisdiction:country
      origin=authored|transcribed controllers[] service authority? storage? withdrawal?
      rights?:oneRight[] items:noticeItem[] gaps?:text[]
    `,
  noticePolicy: 'id version effective:day title? url? sha256',
  noticeItem: `
      id kind=age|terms|collection|sensitive|unique-id|location|credit|third-party|overseas|marketing-use|advertising|advertising-night|information
      title required:boolean revision:day audience?
      basis?=contract|consent|law|legitimate-interest|vital|public-task|unstated statute?
      purposes?[] data?[] source? retention?[] empty? question? reason? recipient? uses?[]
      country? when? how? refusal? sender? content? channel?=${CHANNELS} groupTitle?
      channels?=${CHANNELS}[] threshold?:count
      guardianMethods?=sms-notice|card|phone-identity|paper-sign|email|phone-call|other-equivalent[]
      guardianUrl?:url childText? terms?:noticeTerms detail?:block[] detailTitle?
      dependsOn?:id[] dependsOnAny?:id[] gaps?:text[] sha256 facts:sha256
    `,
  noticeTerms: 'version summary? url? sha256?',
  textRecord: 'schema=dongui/text@1 title version locale body:block[]',

  envelope: 'receipt:anything hash:sha256 notice?:anything delivery:deliveryFacts',
  deliveryFacts: 'persisted=idb|journal|none attempt:ordinal ack=hash|status',
  receiptRecord: `
      schema=dongui/receipt@1 id:uuid event=decision|withdrawal|renewal|expiry|correction
      at:instant tz?:zone skew?:offset subject:pseudonym actor=self|guardian|system
      guardian?:guardianFacts chain:chain seq:ordinal prev:previous ref?:uuid
      notice:noticeReference shown:shownFacts items:receiptItem[] submit:submission
      client:clientFacts
    `,
  guardianFacts: `
      method=sms-notice|card|phone-identity|paper-sign|email|phone-call|other-equivalent
      ref?:pseudonym at?:instant
    `,
  noticeReference: 'policy:id surface:id version locale sha256',
  shownFacts: 'sha256 hidden:id[] framed:boolean',
  receiptItem: `
      id state=given|refused|withdrawn|renewed|expired
      by=checkbox|agree-all|required-only|unticked|parent|restored|button|host|clock
      dt?:milliseconds source?:sourceName at?:instant
    `,
  ackRecord:
    'rh:sha256 id:uuid iat:seconds notice=published|unverified log?:logHead jws?:compactJws',
  logHead: 'size:logSize head:sha256',
  submission: 'by=submit|formdata|script|button trusted:boolean dt:milliseconds',
  clientFacts: 'lib:libraryVersion origin:webOrigin secure:boolean',
};

/** Types of which what stands there decides. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  ...POLICY_CHOICES,
  previous: ['sha256', 'null'],
};

/** Formats of texts, and of numbers as they are written. */
export const FORMATS: Readonly<Record<string, { readonly test: (text: string) => boolean }>> = {
  ...POLICY_FORMATS,
  // UUIDv7 (RFC 9562, 5.7).
  uuid: /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  instant: INSTANT,
  zone: /^[\w+-]{1,32}(\/[\w+-]{1,32}){0,2}$/,
  // No letters beyond ASCII and no blanks: no name of a person.
  pseudonym: /^[\x21-\x7e]{1,128}$/,
  // One line, not longer than a caption.
  sourceName: /^(?!\s)[^\p{Cc}]{1,80}(?<!\s)$/u,
  chain: /^c_[\w-]{22}$/,
  ordinal: /^[1-9]\d{0,8}$/,
  milliseconds: /^\d{1,15}$/,
  logSize: /^[1-9]\d{0,14}$/,
  seconds: /^\d{1,11}$/,
  // RFC 7515, 7.1.
  compactJws: /^[\w-]+\.[\w-]+\.[\w-]+$/,
  offset: /^(0|-?[1-9]\d{0,14})$/,
  libraryVersion: /^[\w.+-]{1,64}$/,
  webOrigin: /^(null|[a-z][a-z\d+.-]*:\/\/[^\s/?#@\\]{0,255})$/i,
};

/** The formats that are of numbers. */
export const NUMBERS: readonly string[] = [
  'count',
  'row',
  'ordinal',
  'milliseconds',
  'seconds',
  'logSize',
  'offset',
];
