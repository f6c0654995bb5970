/** What a format asks of a text or number; a number is asked as it is written. */
interface Format {
  test(text: string): boolean;
}

const ID = /^(?!(constructor|prototype)$)[a-z][a-z\d-]{0,40}$/;

/** A day that exists: `Date` takes the 30th of February for another day, or for none. */
const DAY: Format = {
  test: (text) =>
    /^\d{4}-\d\d-\d\d$/.test(text) && JSON.stringify(new Date(text)).startsWith(text, 1),
};

/** The formats of a policy document, by type. `formats.ts` says what each is. */
export const FORMATS: Readonly<Record<string, Format>> = {
  text: /^\P{Surrogate}*$/u,
  boolean: /^/,
  id: ID,
  // Ids that must be free, each in its namespace, and ids that must exist.
  matter: ID,
  serviceId: ID,
  reference: ID,
  day: DAY,
  lastDay: { test: (text) => text === 'purpose-met' || DAY.test(text) },
  period: /^P(?=.*[1-9])(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?$/,
  locale: /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*$/i,
  country: /^[A-Z]{2}$/,
  // Browsers leave blanks out of a scheme: `java script:` with a tab in it is a script to them.
  // eslint-disable-next-line no-control-regex -- refusing them is what it is for
  url: /^(https?:\/\/|(?![a-z][a-z\d+.-]*:))[^\s\0-\x1f\x7f]+$/i,
  sha256: /^[\w-]{43}$/,
  dpv: /^[a-z][a-z\d-]*$/i,
  count: /^\d{1,5}$/,
  row: /^([1-9]|1\d|2[0-4])$/,
};
