import type { Messages } from './messages.js';

/** Ways to confirm a guardian, in words. */
export interface GuardianMethodMessages {
  readonly 'guardian-sms-notice': string;
  readonly 'guardian-card': string;
  readonly 'guardian-phone-identity': string;
  readonly 'guardian-paper-sign': string;
  readonly 'guardian-email': string;
  readonly 'guardian-phone-call': string;
  readonly 'guardian-other-equivalent': string;
}

/** Texts for a child who has to ask a guardian, and for the guardian who decides. */
export interface GuardianMessages extends Messages, GuardianMethodMessages {
  /** To the child: what is asked of a guardian, why, and what becomes of it (CHD-04, CHD-05). */
  readonly childTitle: string;
  readonly childWho: string;
  readonly childWhy: string;
  readonly childWhyText: string;
  readonly childWhat: string;
  readonly childWhatText: string;
  readonly childUntil: string;
  /** `{n}`: days. */
  readonly childUntilText: string;
  readonly childHow: string;
  readonly childGo: string;

  /** To the guardian. `{age}`: whole years. */
  readonly guardianTitle: string;
  readonly guardianLead: string;
  readonly guardianMethod: string;
  readonly guardianAt: string;
  readonly guardianUnconfirmed: string;
  /** `{date}`: until when it has to be confirmed. */
  readonly guardianProvisional: string;
  readonly guardianPromotion: string;
  readonly childWords: string;
  readonly storedProvisional: string;
}
