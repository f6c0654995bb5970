const two = (part: number): string => String(part).padStart(2, '0');

/** The day of the reader's own clock. */
function dayText(at: Date): string {
  return [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
}

/** The day and the time of the reader's own clock. */
export function timeText(utc: string): string {
  const at = new Date(utc);
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
  return `${dayText(at)} ${time}`;
}

/**
 * The time alone for today, else day and time, so that a column of them stays narrow.
 *
 * @param now In ms since 1970.
 */
export function shortTimeText(utc: string, now: number): string {
  const [day = '', time = ''] = timeText(utc).split(' ');
  return day === dayText(new Date(now)) ? time : `${day.slice(5)} ${time.slice(0, 5)}`;
}
