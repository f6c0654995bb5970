import { type BrowserPorts, browserPorts } from '../core/ports.js';
import type { Delivery, DeliveryEvent } from '../core/delivery.js';
import {
  createRecorder,
  type Recorder,
  type RecordInput,
  type Recording,
} from '../core/recorder.js';
import { type BridgedControl, FormBridge, type SubmitCause } from '../host/form-bridge.js';
import { readShown } from '../host/shown.js';
import type { CreatedNotice } from '../model/create-notice.js';
import type { ReceiptItem } from '../model/receipt.js';
import {
  ReceiptDeliveredEvent,
  ReceiptRejectedEvent,
  type ReceiptStoredDetail,
  ReceiptStoredEvent,
} from './events.js';

/** What the controller asks of the element whose decisions it records. */
export interface RecordingHost extends HTMLElement {
  readonly form: HTMLFormElement | null;
  readonly surface: string;
  /** Address that receipts are posted to, relative to the page; `''` when they stay on this device. */
  readonly endpoint: string;
  readonly ack: 'hash' | 'status';
  readonly subject: string;
  readonly recording: 'auto' | 'manual';
  readonly renderRoot: ParentNode;
  /** Every item as a receipt holds it; `undefined` while nothing can be recorded. */
  receiptItems(): readonly ReceiptItem[] | undefined;
  isComplete(): boolean;
  showProblems(): void;
  /** Called when a receipt is durable and the page stays. */
  recorded(detail: ReceiptStoredDetail): void;
}

/** By what a decision came to be recorded, and whether the browser says that a person caused it. */
type Cause = Pick<RecordInput['submit'], 'by' | 'trusted'>;

/** Records what a person decided, by the form or by `record()`, and tells the page what becomes of it. */
export class RecordingController implements BridgedControl {
  /** Between `prepare()` and `forget()`. */
  isPrepared = false;
  readonly #host: RecordingHost;
  readonly #bridge: FormBridge = new FormBridge(this);
  #ports: BrowserPorts | undefined;
  #recorder: Recorder | undefined;
  #delivery: Delivery | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Hashes of the receipts that this element made. */
  readonly #own = new Set<string>();
  #shownAt = 0;

  constructor(host: RecordingHost) {
    this.#host = host;
  }

  get form(): HTMLFormElement | null {
    return this.#host.form;
  }

  get isPressed(): boolean {
    return this.#bridge.isPressed;
  }

  /** Milliseconds since the items were shown. */
  get elapsed(): number {
    return Math.round(performance.now() - this.#shownAt);
  }

  attach(): void {
    this.#bridge.attach(this.#host.form);
    if (this.#ports !== undefined) this.#startDelivery(this.#ports);
  }

  detach(): void {
    this.#bridge.detach();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** Makes everything ready, so that recording is one synchronous task (DESIGN 5). */
  prepare({ notice, hash, texts }: CreatedNotice): void {
    this.isPrepared = true;
    const { endpoint, ack, subject, surface } = this.#host;
    const ports = (this.#ports ??= browserPorts());
    this.#shownAt = performance.now();
    this.#recorder = createRecorder({
      notice,
      hash,
      texts,
      ack,
      ports,
      ...(endpoint === '' ? {} : { endpoint: new URL(endpoint, document.baseURI).href }),
      ...(subject === '' ? {} : { subject }),
      newSubject: surface === 'signup',
    });
    if (this.#delivery !== undefined) this.#recorder.attach(this.#delivery);
    this.#startDelivery(ports);
  }

  /** Nothing can be recorded any more until the next `prepare()`. */
  forget(): void {
    this.isPrepared = false;
    this.#recorder = undefined;
  }

  /** The database and the outbox come in a file of their own, after the items are visible. */
  #startDelivery(ports: BrowserPorts): void {
    if (this.#unsubscribe !== undefined) return;
    this.#unsubscribe = () => undefined;
    void import('../core/delivery.js').then(
      ({ getDelivery }) => {
        this.#delivery = getDelivery(ports);
        this.#recorder?.attach(this.#delivery);
        if (this.#unsubscribe !== undefined)
          this.#unsubscribe = this.#delivery.subscribe(this.#onDelivery);
        // What was recorded before stands in the journal: it is taken over at once.
        void this.#delivery.wake();
      },
      (error: unknown) => {
        // The receipt still goes to the journal and to the endpoint; a later page sees to the rest.
        console.error('[dongui] The delivery part could not be loaded.', error);
      },
    );
  }

  readonly #onDelivery = (event: DeliveryEvent): void => {
    if (!this.#own.has(event.hash)) return;
    const { id, hash } = event;
    if (event.type === 'delivered') {
      const ack = event.ack === 'status' ? {} : { ack: event.ack };
      this.#host.dispatchEvent(new ReceiptDeliveredEvent({ id, hash, ...ack }));
    } else if (event.type === 'rejected') {
      this.#host.dispatchEvent(new ReceiptRejectedEvent({ id, hash, reason: event.reason }));
    }
  };

  canRecord(): boolean {
    return (
      this.#recorder !== undefined &&
      this.#host.recording !== 'manual' &&
      !this.#host.matches(':disabled')
    );
  }

  isComplete(): boolean {
    return this.#host.isComplete();
  }

  decisionsKey(): string {
    return JSON.stringify(this.#host.receiptItems()?.map(({ id, state }) => [id, state]));
  }

  showProblems(): void {
    this.#host.showProblems();
  }

  record(by: SubmitCause, trusted: boolean, stays: boolean): string {
    return this.recordNow({ by, trusted }, stays).token;
  }

  /**
   * Records in this task.
   *
   * @throws Error when there is nothing to record yet.
   */
  recordNow(submit: Cause, stays = true): Recording {
    const recorder = this.#recorder;
    const input = this.#input(submit);
    if (recorder === undefined || input === undefined) {
      throw new Error('[dongui] There is nothing to record yet: the consent items are not shown.');
    }
    const recording = recorder.record(input);
    const { receipt, hash } = recording;
    if (!this.#own.has(hash)) {
      this.#own.add(hash);
      void recording.stored.then((persisted) => {
        const detail = { receipt, hash, persisted };
        this.#host.dispatchEvent(new ReceiptStoredEvent(detail));
        if (stays) this.#host.recorded(detail);
      });
    }
    return recording;
  }

  recordProvisionally(): string {
    const input = this.#input({ by: 'formdata', trusted: false });
    return input === undefined ? '' : (this.#recorder?.provisional(input) ?? '');
  }

  keepProvisional(): void {
    this.#recorder?.commitProvisional();
  }

  dropProvisional(): void {
    this.#recorder?.dropProvisional();
  }

  #input(submit: Cause): RecordInput | undefined {
    const items = this.#host.receiptItems();
    if (items === undefined) return undefined;
    return {
      items,
      shown: readShown(this.#host.renderRoot),
      submit: { ...submit, dt: this.elapsed },
      actor: 'self',
    };
  }
}
