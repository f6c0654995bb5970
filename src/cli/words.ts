import type { ItemTexts } from '../model/exports/csv-columns.js';
import type { FindingCode } from '../model/finding.js';
import type { ItemKind } from '../model/notice.js';
import type { GuardianMethod } from '../model/policy-about.js';
import type { Channel } from '../model/policy-marketing.js';
import type { DecidedBy, ItemState, ReceiptEvent } from '../model/receipt.js';
import type { DatabaseWords } from './database-words.js';

/** What the command says, in one language. `{name}` is replaced by a value. */
export interface Words {
  readonly usage: string;
  readonly unknownCommand: string;
  readonly noFile: string;
  readonly unreadable: string;
  readonly notJson: string;
  readonly keysWrong: string;
  readonly langWrong: string;
  readonly siteWrong: string;
  readonly madeAt: string;
  readonly intact: string;
  readonly broken: string;
  readonly firstBroken: string;
  readonly log: string;
  readonly logIntact: string;
  readonly shown: string;
  readonly shownMissing: string;
  /** What `shown` of a receipt says: the hash of the texts in the page, and what nobody could see. */
  readonly shownTexts: string;
  readonly allVisible: string;
  readonly notVisible: string;
  readonly decided: string;
  /** Who decided for a child, and how and when that was confirmed. */
  readonly guardian: string;
  readonly guardianConfirmed: string;
  readonly guardianMethods: Readonly<Record<GuardianMethod, string>>;
  readonly periods: Readonly<Record<'Y' | 'M' | 'W' | 'D', string>>;
  /** What was shown of an item, by fact. */
  readonly facts: Readonly<Record<keyof ItemTexts, string>>;
  readonly after: string;
  readonly from: string;
  readonly required: string;
  readonly optional: string;
  readonly proved: string;
  readonly provedContent: string;
  readonly provedShown: string;
  readonly provedChain: string;
  readonly provedReceived: string;
  readonly levels: Readonly<Record<'broken' | 'unproved' | 'note', string>>;
  readonly elsewhere: string;
  readonly limits: string;
  readonly events: Readonly<Record<ReceiptEvent, string>>;
  readonly states: Readonly<Record<ItemState, string>>;
  readonly by: Readonly<Record<DecidedBy, string>>;
  /** Items that the library names where the policy gives no title. */
  readonly untitled: Readonly<Partial<Record<ItemKind, string>>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly findings: Readonly<Record<FindingCode, string>>;
  readonly database: DatabaseWords;
}

/** Puts values into a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
