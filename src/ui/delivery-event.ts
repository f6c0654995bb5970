import type { DeliveryEvent } from '../core/delivery.js';
import { ReceiptDeliveredEvent, ReceiptRejectedEvent } from './events.js';

/** What a page is told of what became of a receipt; nothing of what it knows already. */
export function eventOf(event: DeliveryEvent): CustomEvent | undefined {
  const { id, hash } = event;
  if (event.type === 'delivered') {
    const { ack, signature } = event;
    const detail = { id, hash, ...(ack !== 'status' && { ack }), ...(signature && { signature }) };
    return new ReceiptDeliveredEvent(detail);
  }
  return event.type === 'rejected'
    ? new ReceiptRejectedEvent({ id, hash, reason: event.reason })
    : undefined;
}
