import type { Delivery, DeliveryEvent } from '../../core/delivery.js';
import type { AckMode, Head } from '../../core/entry.js';
import type { PastRecord } from '../../core/past.js';
import type { BrowserPorts } from '../../core/ports.js';
import { createRecorder, type Recorder, type Recording } from '../../core/recorder.js';
import { isFramed, type Shown, shownTexts } from '../../host/shown.js';
import { isVisible } from '../../host/visible.js';
import type { Notice } from '../../model/notice.js';
import { outlineOf } from '../../model/notice-outline.js';
import type { Receipt } from '../../model/receipt.js';
import { hashOf } from '../../model/sha256.js';
import {
  ReceiptDeliveredEvent,
  ReceiptRejectedEvent,
  ReceiptStoredEvent,
} from '../../ui/events.js';
import type { Act } from './acts.js';
import type { Standing } from './standing.js';

/** Who tells of records, and where they go. */
export interface DeskOptions {
  readonly element: HTMLElement;
  readonly ports: BrowserPorts;
  readonly delivery: Delivery;
}

/** What is known at a press. */
export interface Press {
  readonly standing: Standing;
  /** Where the matters are shown. */
  readonly root: ParentNode;
  /** Whether the browser says that a person pressed. */
  readonly trusted: boolean;
  /** Milliseconds since the matters were shown. */
  readonly dt: number;
  /** Relative to the page; `''`: receipts stay on this device. */
  readonly endpoint: string;
  readonly ack: AckMode;
}

/** What was in front of the person of the matters that a receipt is about. */
function shownOf(root: ParentNode, ids: readonly string[], notice: Notice): Shown {
  const parts = ids.flatMap(
    (id) => root.querySelector<HTMLElement>(`[data-part="${CSS.escape(id)}"]`) ?? [],
  );
  const visible = parts.filter(isVisible).map((part) => part.dataset['part']);
  return {
    sha256: hashOf(parts.flatMap(shownTexts)),
    hidden: notice.items.map(({ id }) => id).filter((id) => !visible.includes(id)),
    framed: isFramed(),
  };
}

/** The end of a receipt's chain, as far as anything is known of it. */
function headOf({ chain }: Receipt, records: readonly PastRecord[]): Head | undefined {
  const [first, ...others] = records.filter(({ receipt }) => receipt.chain === chain);
  if (first === undefined) return undefined;
  const last = others.reduce((a, b) => (b.receipt.seq > a.receipt.seq ? b : a), first);
  const { subject, seq } = last.receipt;
  return { subject, chain, seq, hash: last.hash };
}

/** Records what a person pressed, each in one task, and tells the page what becomes of it. */
export class RecorderDesk {
  readonly #options: DeskOptions;
  readonly #own = new Set<string>();

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Whether a receipt was made here. */
  isOwn(hash: string): boolean {
    return this.#own.has(hash);
  }

  /**
   * Makes the receipt, and hands it over.
   *
   * @throws TypeError when the endpoint is none that may be.
   */
  record(act: Act, press: Press): Recording {
    const { element, delivery } = this.#options;
    const { notice, follows: _follows, items, ...rest } = act;
    const { trusted, dt, root } = press;
    const recorder = this.#recorder(act, press);
    const letGo = recorder.attach(delivery);
    const shown = shownOf(
      root,
      items.map(({ id }) => id),
      notice,
    );
    const submit = { by: 'button', trusted, dt } as const;
    const recording = recorder.record({ ...rest, items, shown, submit, actor: 'self' });
    const { receipt, hash, stored } = recording;
    this.#own.add(hash);
    void stored.then((persisted) => {
      letGo();
      element.dispatchEvent(new ReceiptStoredEvent({ receipt, hash, persisted }));
    });
    return recording;
  }

  /** Tells the page what became of a receipt that was made here. */
  tell(event: DeliveryEvent): void {
    const { id, hash } = event;
    if (!this.isOwn(hash)) return;
    const { element } = this.#options;
    if (event.type === 'delivered') {
      const ack = event.ack === 'status' ? {} : { ack: event.ack };
      element.dispatchEvent(new ReceiptDeliveredEvent({ id, hash, ...ack }));
    } else if (event.type === 'rejected') {
      element.dispatchEvent(new ReceiptRejectedEvent({ id, hash, reason: event.reason }));
    }
  }

  /** A recorder that goes on where the receipt's chain has ended. */
  #recorder({ notice, follows }: Act, { standing, endpoint, ack }: Press): Recorder {
    const head = headOf(follows, standing.past.records);
    const texts = outlineOf(notice).texts.flatMap((hash) => {
      const part = standing.texts.get(hash);
      return part === undefined ? [] : [{ hash, part }];
    });
    return createRecorder({
      notice,
      hash: hashOf(notice),
      texts,
      ...(endpoint === '' ? {} : { endpoint: new URL(endpoint, document.baseURI).href }),
      ack,
      subject: follows.subject,
      ...(head && { head }),
      ports: this.#options.ports,
    });
  }
}
