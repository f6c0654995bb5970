/** A public key as JSON (RFC 7517): `EC` with `P-256`, or `OKP` with `Ed25519`. */
export interface AckKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string;
  /** Names the key in signatures. */
  readonly kid?: string;
}

/** Public keys, or the address where a receiver publishes them. */
export type AckKeys = string | { readonly keys: readonly AckKey[] };

/** What elements of a page fall back to when they do not say it themselves. */
export interface PageDefaults {
  /** Address that receipts are posted to, also relative to the page. */
  readonly endpoint?: string;
  /** Address of the policy document. */
  readonly src?: string;
  /** `status` for an endpoint that can only say 2xx. Absent: `hash`. */
  readonly ack?: 'hash' | 'status';
  /**
   * Keys by which receivers sign: their JWK Set, or its address, also relative to the page. With
   * them, an answer without a valid signature of one of them does not count as delivered. Absent: an
   * answer counts by the hash that it names.
   */
  readonly ackKeys?: AckKeys | undefined;
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
