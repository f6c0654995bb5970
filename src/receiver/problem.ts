/** One thing that is wrong with a body: where, and what, in words a program can compare. */
export interface FieldError {
  /** JSON path from the body: `$.receipt.items[0].state`. */
  readonly path: string;
  /** Stable, like a problem's code: `unknown-key`, `item-unanswered`. */
  readonly code: string;
  /** The type or words that belong there. */
  readonly expected?: string;
  /** Id of the item of the notice that is meant. */
  readonly item?: string;
}

/** The stable codes of the receiver's problems, as documented in `docs/receiver.md`. */
export type ProblemCode =
  | 'body-not-json'
  | 'cursor-invalid'
  | 'limit-invalid'
  | 'until-invalid'
  | 'key-required'
  | 'origin-not-allowed'
  | 'route-unknown'
  | 'notice-not-found'
  | 'due-not-found'
  | 'method-not-allowed'
  | 'body-too-slow'
  | 'body-incomplete'
  | 'receipt-conflict'
  | 'account-conflict'
  | 'account-erased'
  | 'body-too-large'
  | 'media-type-unsupported'
  | 'body-too-deep'
  | 'body-invalid'
  | 'hash-mismatch'
  | 'receipt-inconsistent'
  | 'subject-personal'
  | 'account-personal'
  | 'notice-unpublished'
  | 'notice-missing'
  | 'rate-limited'
  | 'store-unavailable';

/** Every way in which the receiver says no: status and title by stable code. */
const PROBLEMS: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  'body-not-json': [400, 'The body is not JSON'],
  'cursor-invalid': [400, 'The cursor did not come from this list'],
  'limit-invalid': [400, 'The limit is not a whole number from 1 to 500'],
  'until-invalid': [400, 'The day is not one of the calendar, YYYY-MM-DD'],
  'key-required': [401, 'This address needs the key'],
  'origin-not-allowed': [403, 'Pages of this origin may not post here'],
  'route-unknown': [404, 'There is nothing at this address'],
  'notice-not-found': [404, 'No notice or text is stored under this hash'],
  'due-not-found': [404, 'Nothing of this kind is due of this receipt'],
  'method-not-allowed': [405, 'This address does not take this method'],
  'body-too-slow': [408, 'The body did not arrive in time'],
  'body-incomplete': [408, 'The body broke off'],
  'receipt-conflict': [409, 'Another receipt is stored under this id'],
  'account-conflict': [409, 'The receipt is linked to another account'],
  'account-erased': [410, 'The account or the receipt was erased'],
  'body-too-large': [413, 'The body is larger than 256 KiB'],
  'media-type-unsupported': [415, 'The body must be plain application/json in UTF-8'],
  'body-too-deep': [422, 'The body is nested more than 16 deep'],
  'body-invalid': [422, 'The body is not what the schema says'],
  'hash-mismatch': [422, 'The hash is not that of the canonical JSON'],
  'receipt-inconsistent': [422, 'The receipt does not fit its notice'],
  'subject-personal': [422, 'The subject looks like personal data'],
  'account-personal': [422, 'The account looks like personal data'],
  'notice-unpublished': [422, 'The notice is not one of the published documents'],
  'notice-missing': [424, 'A notice or text that the receipt rests on is not stored yet'],
  'rate-limited': [429, 'Too many requests'],
  'store-unavailable': [503, 'The store cannot be reached'],
};

/** All codes. */
export const PROBLEM_CODES: readonly string[] = Object.keys(PROBLEMS);

/** What a problem can say beyond its code. */
export interface ProblemFacts {
  /** One sentence about this case. Never a value from the body. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Hashes of the notices and texts to put first. */
  readonly missing?: readonly string[];
}

/** An answer that says no, thrown from any depth of a route. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    facts: ProblemFacts = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(PROBLEMS[code][1]);
    this.name = 'ProblemError';
    this.code = code;
    this.facts = facts;
    this.headers = headers;
  }
}

/** The answer for a problem: `application/problem+json` (RFC 9457) with the members of `ProblemFacts`. */
export function problemResponse({ code, facts, headers }: ProblemError): Response {
  const [status, title] = PROBLEMS[code];
  return new Response(JSON.stringify({ code, title, status, ...facts }), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
}
