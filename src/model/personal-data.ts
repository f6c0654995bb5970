/** Letters or digits around it would make it a part of something else: of a UUID, of a random id. */
const ALONE = (pattern: string): RegExp => new RegExp(`(?<![0-9a-z])(${pattern})(?![0-9a-z])`, 'i');

/** What stands between the parts of a number as people write it. */
const GAP = '[-.) ]{0,2}';

const PERSONAL: readonly RegExp[] = [
  // An e-mail address, also as it stands in a URL.
  /[^@\s](@|%40)[^@\s]/i,
  // Resident or alien registration number: birth date, then a digit for sex and century (PIPA 24-2).
  ALONE('[0-9]{6}-?[1-8][0-9]{6}'),
  // A Korean phone number: area or mobile code, then three or four and four digits.
  ALONE(`0[0-9]{1,2}${GAP}[0-9]{3,4}${GAP}[0-9]{4}`),
  // A phone number with a country code (ITU-T E.164: at most 15 digits).
  /\+ ?[0-9]([-.() ]{0,2}[0-9]){6,14}(?![0-9])/,
];

/**
 * Whether a pseudonym looks like what it must not be: an e-mail address, a phone number, a
 * resident registration number (requirements REC-03, REC-09). UUIDs, database numbers and the
 * library's own random subjects do not.
 */
export function looksPersonal(text: string): boolean {
  return PERSONAL.some((pattern) => pattern.test(text));
}
