import { adoptStyles, type CSSResultOrNative, type PropertyValues } from 'lit';

import type { AskedSurface } from '../../ui/asked-surface.js';
import { ConsentFormElement } from '../../ui/consent-form-element.js';
import type { ValidityProblem } from '../../ui/form-control-element.js';
import type { News, Recalled } from '../../ui/recalled.js';

const SECOND =
  'This form has a <dongui-consent> already, and one form is one receipt. Put all items onto one surface.';

/**
 * What the consent form does about earlier decisions: it looks them up where the page says whose
 * they are, and where the surface is no signup. What that needs is fetched then.
 */
export abstract class RecallingElement extends ConsentFormElement {
  #sheets = (this.constructor as typeof ConsentFormElement).elementStyles;

  /** Whether another element in this form asks already: then this one takes no part. */
  get #isSecond(): boolean {
    const elements = [...(this.form?.elements ?? [])];
    const first = elements.find((each) => each instanceof RecallingElement);
    return first !== undefined && first !== this;
  }

  /**
   * Whether nothing says who is here: a signup is somebody new, and a page with fields of its own
   * asks on its own account, unless it states what a person has decided.
   */
  get #isNobody(): boolean {
    const isMapped = this.fields.page !== undefined;
    return this.surface === 'signup' || (isMapped && !this.querySelector('[decided]'));
  }

  /** @internal */
  recall(asked: AskedSurface): Promise<Recalled | undefined> | undefined {
    if (this.#isNobody && !this.subject && !this.known) return undefined;
    return import('./recall-part.js')
      .then(({ recallItems }) => recallItems(this, asked))
      .catch((error: unknown) => {
        console.error('[dongui] Earlier decisions could not be looked up.', error);
        return undefined;
      });
  }

  /** @internal What is new, where something is known. */
  get news(): News | undefined {
    return this.asking.recalled?.news;
  }

  /** @internal */
  override formResetCallback(): void {
    this.asking.recalled?.reset();
    super.formResetCallback();
  }

  /** @internal Adds to what the shadow root is drawn with. */
  addStyles(styles: CSSResultOrNative): void {
    if (this.#sheets.includes(styles) || this.shadowRoot === null) return;
    adoptStyles(this.shadowRoot, (this.#sheets = [...this.#sheets, styles]));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.asking.asked === undefined || !this.#isSecond) return;
    this.source.fail({ reason: 'document', message: SECOND });
  }

  protected override validityProblem(): ValidityProblem | null {
    return this.#isSecond ? null : super.validityProblem();
  }
}
