const LONGEST_MS = 86_400_000;

/**
 * How long a server asks to wait (RFC 9110, 10.2.3): seconds, or a date that counts from the
 * response's own `Date`, so that a wrong clock of the person does no harm. At most a day.
 *
 * @returns milliseconds; undefined for what is neither.
 */
export function readRetryAfter(
  value: string | null,
  date: string | null,
  now: number,
): number | undefined {
  if (value === null) return undefined;
  // Date.parse() makes something of nearly anything; all three forms of a date name a weekday.
  const until = /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : NaN;
  const sent = Date.parse(date ?? '');
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : until - (sent || now);
  return wait >= 0 || wait < 0 ? Math.min(Math.max(wait, 0), LONGEST_MS) : undefined;
}
