import type { PropertyDeclarations } from 'lit';

import { pageDefaults } from '../core/config.js';
import type { Known } from './known-bundles.js';
import { FormControlElement } from './form-control-element.js';

/** What a page sets on an element that asks: which document, what of it, and where receipts go. */
export abstract class PolicyControlElement extends FormControlElement {
  static override readonly properties: PropertyDeclarations = {
    src: {},
    policy: { attribute: false },
    surface: {},
    endpoint: {},
    subject: {},
    known: {},
    support: {},
  };

  /** Address of the policy document, relative to the page. */
  src: string = pageDefaults().src ?? '';

  /** The policy document itself, instead of an address. It has no attribute. */
  policy: object | undefined = undefined;

  /** Which of the document's surfaces to ask for. */
  surface = 'signup';

  /** The exact address that receipts are posted to. Without it they stay on this device. */
  endpoint: string = pageDefaults().endpoint ?? '';

  /** Who decides, as an opaque id of the page's own: never an e-mail address or a phone number. */
  subject = '';

  /**
   * What this person has decided elsewhere: a bundle or a list of bundles, as the receiver answers
   * them, or the address of one. It counts as what this browser itself has kept.
   */
  known: Known = '';

  /** Where a person turns to when the document does not load: an e-mail address or a page. */
  support = '';
}
