import type { MessageKey } from '../../i18n/messages.js';
import type { PartKey } from '../../i18n/parts.js';
import { say as sayKey, type ViewContext } from '../../ui/view-context.js';
import type { MessageValues } from '../../i18n/messages.js';

/** Keys of the texts of this element. */
export type GuideKey = MessageKey | PartKey<'cookie-guide'>;

/** Both languages, with this element's texts. */
export type GuideContext = ViewContext<GuideKey>;

/** One of the reader's texts. */
export function say(context: GuideContext, key: GuideKey, values?: MessageValues): string {
  return sayKey(context, key, values);
}

/** What became of copying an address. */
export type Copied = 'copied' | 'failed';

/** What the steps need beside texts. */
export interface StepsContext {
  readonly context: GuideContext;
  /** The reader's clock. */
  readonly now: Date;
  /** By the name of the place that the address stands in. */
  readonly copied: ReadonlyMap<string, Copied>;
  /** Copies an address, or selects it where that fails. */
  readonly copy: (place: string, address: string) => void;
}
