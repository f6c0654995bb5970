import { earlierOf } from '../../ui/earlier.js';
import type { ReceiptStoredDetail } from '../../ui/events.js';
import type { PressHost } from './known-presses.js';
import { RecalledItems } from './recalled-items.js';

/**
 * What this page itself has recorded of a form that looks nothing up: where the person changes it
 * and sends it again, what was given is taken back.
 */
export function rememberPage(
  { asking }: Pick<PressHost, 'asking'>,
  { receipt }: ReceiptStoredDetail,
): void {
  if (asking.recalled !== undefined || asking.asked === undefined) return;
  const items = new RecalledItems({
    isWhole: true,
    hasBox: () => true,
    answers: () => asking.answers,
    // Its boxes stand as the person has left them.
    changed: () => undefined,
  });
  items.begin({ items: asking.items, answers: asking.initial });
  items.take(earlierOf(receipt), asking.answers);
  asking.recalled = items;
}
