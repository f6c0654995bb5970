import type { MessageKey } from '../../i18n/messages.js';
import type { PartKey } from '../../i18n/parts.js';
import type { ViewContext } from '../../ui/view-context.js';

/** The languages of this element, with its own texts. */
export type ThirdPartyContext = ViewContext<MessageKey | PartKey<'third-party'>>;
