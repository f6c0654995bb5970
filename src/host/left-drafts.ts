/** Answers that wait for the form to come back, one key for each policy and surface. */
export const DRAFTS = 'dongui/d/';

/**
 * Forgets the drafts on a page that is no part of a signup: no element on it keeps one, and none of
 * its forms carries a receipt on to a next step. Whoever signs up after that, at the same screen,
 * finds nothing of who was there before.
 */
export function dropLeftDrafts(): void {
  if (document.querySelector('dongui-consent[draft], [name="dongui_receipt"]') !== null) return;
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(DRAFTS)) sessionStorage.removeItem(key);
  } catch {
    // A browser without storage keeps no drafts.
  }
}
