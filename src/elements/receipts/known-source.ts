import { pageDefaults } from '../../core/config.js';
import type { KnownBundles } from '../../core/past.js';
import type { BrowserPorts } from '../../core/ports.js';
import { bringKnown, type Known } from '../../ui/known-bundles.js';

/** What a page knows of a person, brought once for all readings of the past. */
export class KnownSource {
  /** Whether it did not come. */
  isMissing = false;
  readonly #onFailure: (message: string) => void;
  #bundles: Promise<readonly unknown[]> | undefined;

  /** @param onFailure Is told, for the developer, why nothing came. */
  constructor(onFailure: (message: string) => void) {
    this.#onFailure = onFailure;
  }

  /** Never rejects: without them there is still what this device keeps. */
  bring(known: Known | undefined): Promise<readonly unknown[]> {
    return (this.#bundles ??= this.#bring(known));
  }

  /** The next call brings them again. */
  forget(): void {
    this.#bundles = undefined;
  }

  async #bring(known: Known | undefined): Promise<readonly unknown[]> {
    try {
      const bundles = await bringKnown(known);
      this.isMissing = false;
      return bundles;
    } catch (error) {
      this.isMissing = true;
      this.#onFailure(`known: ${(error as Error).message}`);
      return [];
    }
  }
}

/** Checks the receiver's signatures of what a page passes in, where the page names keys. */
export function signatureCheck(ports: BrowserPorts): Pick<KnownBundles, 'checkSignature'> {
  const { ackKeys } = pageDefaults();
  if (ackKeys === undefined) return {};
  return {
    checkSignature: async (ack) => {
      const { signatureOf } = await import('../../core/check-ack.js');
      // Where the keys can't be had now, nothing is said against it.
      return signatureOf(ports, ack, ackKeys).catch(() => 'unchecked' as const);
    },
  };
}
