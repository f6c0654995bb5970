import type { MessageKey } from '../../i18n/messages.js';
import type { PartKey } from '../../i18n/parts.js';
import type { ViewContext } from '../../ui/view-context.js';

/** Keys of the texts of this element. */
export type ReceiptsKey = MessageKey | PartKey<'receipts'>;

/** The languages of this element, with its own texts. */
export type ReceiptsContext = ViewContext<ReceiptsKey>;
