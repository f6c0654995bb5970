/** What elements of a page fall back to when they do not say it themselves. */
export interface PageDefaults {
  /** Address that receipts are posted to, also relative to the page. */
  readonly endpoint?: string;
  /** Address of the policy document. */
  readonly src?: string;
  /** `status` for an endpoint that can only say 2xx. Absent: `hash`. */
  readonly ack?: 'hash' | 'status';
  /** Language of our own texts where no `lang` is near. */
  readonly lang?: string;
}

let defaults: PageDefaults = {};

/** Sets page-wide defaults. A later call adds to an earlier one. Call it before elements are drawn. */
export function configure(more: PageDefaults): void {
  defaults = { ...defaults, ...more };
}

/** The page-wide defaults, as the script tag or `configure()` set them. */
export function pageDefaults(): PageDefaults {
  return defaults;
}
