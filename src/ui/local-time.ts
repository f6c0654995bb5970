/** A day or a minute as `2026-11-22` or `2026-11-22 09:12`, by the reader's own clock. */
export function localTime(date: Date, withTime: boolean): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return withTime ? `${day} ${two(date.getHours())}:${two(date.getMinutes())}` : day;
}
