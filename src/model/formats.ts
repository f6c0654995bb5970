/**
 * Name of a matter, a surface or a policy: public, in field maps, receipts and the host's code.
 *
 * @pattern ^(?!(constructor|prototype)$)[a-z][a-z0-9-]{0,40}$
 */
export type Id = string;

/**
 * A day that exists, `YYYY-MM-DD`: February has no 30th, and a 29th in leap years only.
 *
 * @pattern ^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])|\d{4}-(0[13-9]|1[0-2])-(29|30)|\d{4}-(0[13578]|1[02])-31|(\d\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$
 */
export type Day = string;

/**
 * A day, or `purpose-met`: kept until the purpose is met, and no more is said.
 *
 * @pattern ^(purpose-met|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])|\d{4}-(0[13-9]|1[0-2])-(29|30)|\d{4}-(0[13578]|1[02])-31|(\d\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$
 */
export type LastDay = string;

/**
 * ISO 8601 duration in whole years, months, weeks or days, longer than nothing: `P5Y`, `P3M`, `P5D`.
 *
 * @pattern ^P(?=.*[1-9])(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?$
 */
export type Period = string;

/**
 * Language tag by BCP 47 – language, script, region, variants: `ko`, `en-US`, `zh-Hant`.
 *
 * @pattern ^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*$
 */
export type Locale = string;

/**
 * ISO 3166-1 alpha-2, upper case: `KR`.
 *
 * @pattern ^[A-Z]{2}$
 */
export type CountryCode = string;

/**
 * An `http:` or `https:` address, or one relative to the page. No other scheme, so that no data
 * becomes a script; no blanks, which browsers leave out of a scheme.
 *
 * @pattern ^([Hh][Tt][Tt][Pp][Ss]?:\/\/|(?![A-Za-z][A-Za-z0-9+.\-]*:))[^\s\u0000-\u001f\u007f]+$
 */
export type Url = string;

/**
 * SHA-256 as base64url without padding.
 *
 * @pattern ^[A-Za-z0-9_\-]{43}$
 */
export type Sha256 = string;

/**
 * A term of the Data Privacy Vocabulary without its prefix: `ServiceProvision`.
 *
 * @pattern ^[A-Za-z][A-Za-z0-9\-]*$
 */
export type DpvTerm = string;

/**
 * A whole number from 0 to 99999.
 *
 * @asType integer
 * @minimum 0
 * @maximum 99999
 */
export type Count = number;
