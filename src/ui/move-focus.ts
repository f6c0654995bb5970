/**
 * Moves the focus, and the page with it: WebKit leaves what is in the window already where it is, be
 * it below a bar that the page has fixed there. How far from the edges is said in `base.styles.ts`.
 */
export function moveFocus(target: HTMLElement | null | undefined, options?: FocusOptions): void {
  target?.focus(options);
  if (options?.preventScroll !== true) target?.scrollIntoView({ block: 'nearest' });
}
