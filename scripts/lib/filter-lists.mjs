/**
 * Words by which EasyList Cookie and its like block a path, whatever it serves: scripts, pages and
 * endpoints. A signup form must not die because a file beside it was named like a banner.
 */
const BLOCKED = [
  'cookie-?(banner|bar|consent|control|disclaimer|law|notice|notification|overlay|policy|popup)',
  'cookies?/cookie-',
  'cookie-choices?[./]',
  '(?<![a-z])consent-?(banner|dialog|management|manager|popup)',
  'consent\\.min\\.js',
  'privacy-?(consent|manager|modal|popup)',
  'privacy[-_]policy\\.js',
  'terms[-_]of[-_]service\\.js',
  'gdpr',
  'cmp\\.bundle\\.js',
  '(?<![a-z])cnil',
  'onetrust',
  'tarteaucitron',
];

const pattern = new RegExp(BLOCKED.map((word) => `(?:${word})`).join('|'), 'i');

/** The part of a path that a filter list blocks, or undefined. Also for routes of the demo. */
export function blockedBy(path) {
  return pattern.exec(path)?.[0];
}
