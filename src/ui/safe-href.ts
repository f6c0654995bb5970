const ALLOWED = /^(https?|mailto|tel):$/;

/**
 * The address of a link, or `undefined` where it is none that a link may have: then the view draws
 * text. `javascript:` and its disguises do not survive `URL`, which is what a browser itself would
 * read.
 *
 * @param base what a relative address is relative to.
 */
export function safeHref(href: string, base: string): string | undefined {
  try {
    const url = new URL(href, base);
    return ALLOWED.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
