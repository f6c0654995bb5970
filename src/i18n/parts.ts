import type { CookieGuideMessages } from './cookie-guide-messages.js';
import type { GuardianMessages } from './guardian-messages.js';
import type { Messages, TextKey } from './messages.js';
import type { PolicySummaryMessages } from './policy-summary-messages.js';
import type { ReceiptsMessages } from './receipts-messages.js';
import type { ThirdPartyMessages } from './third-party-messages.js';
import type { RecallMessages } from './recall-messages.js';
import type { PolicyMessages } from './policy-messages.js';

/**
 * The texts that each element needs, all in one: a page loads only those of the elements it has.
 * A part is named after its element's tag without the prefix.
 */
export interface MessageParts {
  readonly consent: Messages;
  readonly 'cookie-guide': CookieGuideMessages;
  /** What a consent form says to a child and to a guardian. It has no element of its own. */
  readonly guardian: GuardianMessages;
  readonly 'policy-summary': PolicySummaryMessages;
  readonly receipts: ReceiptsMessages;
  readonly 'third-party': ThirdPartyMessages;
  readonly policy: PolicyMessages;
  /** Of the consent form, where it knows of earlier decisions. */
  readonly recall: RecallMessages;
}

/** Whose texts. */
export type Part = keyof MessageParts;

/** Keys of the texts of a part. */
export type PartKey<Name extends Part> = TextKey<MessageParts[Name]>;
