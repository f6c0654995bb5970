import type { RecordInput, Recording } from '../core/recorder.js';
import { type BridgedControl, FormBridge, type SubmitCause } from '../host/form-bridge.js';
import type { ReceiptItem } from '../model/receipt.js';
import type { AskedSurface } from './asked-surface.js';
import { choiceOf } from './attribute.js';
import { type DonguiErrorDetail, ReceiptStoredEvent } from './events.js';
import type { Earlier, Sequel } from './recalled.js';
import type { RecordingHost } from './recording-host.js';
import type * as Part from './recording-part.js';

/** By what a decision came to be recorded, and whether the browser says that a person caused it. */
type Cause = Pick<RecordInput['submit'], 'by' | 'trusted'>;

/** Records what a person decided, by the form or by `record()`, and tells the page what becomes of it. */
export class RecordingController implements BridgedControl {
  readonly #host: RecordingHost;
  readonly #bridge: FormBridge = new FormBridge(this);
  #asked: AskedSurface | undefined;
  #fetching: Promise<string> | undefined;
  #recording: Part.Recording | undefined;
  /** What a person pressed before recording was ready. */
  #button: HTMLElement | undefined;
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

  get isPrepared(): boolean {
    return this.#recording !== undefined;
  }

  get isPressed(): boolean {
    return this.#bridge.pressed !== undefined;
  }

  /** Milliseconds since the items were shown. */
  get elapsed(): number {
    return Math.round(performance.now() - this.#shownAt);
  }

  /** The token that `formdata` would put into the form now; `''` while nothing can be recorded. */
  token(): string {
    return this.#bridge.token();
  }

  attach(): void {
    this.#bridge.attach(this.#host.form);
    this.#listen();
  }

  detach(): void {
    this.#bridge.detach();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /**
   * The items are visible: fetches what records, and makes it ready for them.
   *
   * @returns the address of the notice, or nothing where it is under way or done. Rejects with the
   *   detail of an error event.
   */
  prepare(asked: AskedSurface): Promise<string> | undefined {
    if (this.#asked === asked) return undefined;
    this.forget();
    this.#asked = asked;
    this.#shownAt = performance.now();
    return (this.#fetching = this.#fetch(asked));
  }

  /** Nothing can be recorded any more until it is prepared again. */
  forget(): void {
    this.#asked = this.#recording = this.#button = undefined;
  }

  /**
   * Keeps in mind that a person pressed the button before recording was ready: the form is sent as
   * soon as it is.
   *
   * @returns whether there is something to wait for.
   */
  sendLater(): boolean {
    if (this.#asked === undefined || this.isPrepared || this.#host.missing().length > 0)
      return false;
    this.#button = this.#bridge.pressed;
    return this.#button !== undefined;
  }

  /** Presses the button that was pressed too early. */
  sendNow(): void {
    const button = this.#button;
    this.#button = undefined;
    if (button !== undefined) this.form?.requestSubmit(button);
  }

  /** Resolves when recording is ready, or never will be. */
  async ready(): Promise<void> {
    await this.#fetching?.catch(() => undefined);
  }

  async #fetch(asked: AskedSurface): Promise<string> {
    let reason: DonguiErrorDetail['reason'] = 'network';
    try {
      const part = await import('./recording-part.js');
      reason = 'document';
      const ack = choiceOf(this.#host, 'ack', ['hash', 'status']);
      const { endpoint, subject, surface } = this.#host;
      const options = { ack, endpoint, subject, surface, form: this.form };
      const recording = part.prepareRecording(asked, options, part.browserPorts());
      if (this.#asked === asked) this.#take(recording);
      return recording.hash;
    } catch (error) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- what an error event says
      throw { reason, message: (error as Error).message } satisfies DonguiErrorDetail;
    }
  }

  #take(recording: Part.Recording): void {
    this.#recording = recording;
    this.#listen();
    // What was recorded before stands in the journal: it is taken over at once.
    void recording.delivery.wake();
  }

  #listen(): void {
    const recording = this.#recording;
    this.#unsubscribe ??= recording?.delivery.subscribe((event) => {
      const told = this.#own.has(event.hash) && recording.eventOf(event);
      if (told) this.#host.dispatchEvent(told);
    });
  }

  canRecord(): boolean {
    return (
      this.#host.receiptItems() !== undefined &&
      choiceOf(this.#host, 'recording', ['auto', 'manual']) === 'auto' &&
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

  record(by: SubmitCause, trusted: boolean, stays: () => boolean): string {
    return this.recordNews({ by, trusted }, stays)?.token ?? '';
  }

  /** Records what is new in this task; `null` where nothing is, and nothing was. See `News`. */
  recordNews(submit: Cause, stays?: () => boolean): Earlier | null {
    const record = (sequel?: Sequel): Recording => this.recordNow(submit, stays, sequel);
    const { news } = this.#host;
    return news ? news.record(record) : record();
  }

  /** The same for an app that asks for a receipt: of the whole, where there is none yet. */
  recordByScript(items: readonly ReceiptItem[]): Earlier {
    const cause = { by: 'script', trusted: false } as const;
    return this.recordNews(cause) ?? this.recordNow(cause, undefined, { items });
  }

  /**
   * Records in this task.
   *
   * @throws Error when there is nothing to record yet.
   */
  recordNow(submit: Cause, stays = () => true, sequel?: Sequel): Recording {
    const recorder = this.#recording?.recorder;
    const input = this.#input(submit, sequel);
    if (recorder === undefined || input === undefined) {
      throw new Error('[dongui] There is nothing to record yet: the consent items are not shown.');
    }
    const recording = recorder.record(input);
    const { receipt, hash } = recording;
    if (!this.#own.has(hash)) {
      this.#own.add(hash);
      this.#host.news?.take(recording);
      void recording.stored.then((persisted) => {
        const detail = { receipt, hash, persisted };
        this.#host.dispatchEvent(new ReceiptStoredEvent(detail));
        if (stays()) this.#host.recorded(detail);
      });
    }
    return recording;
  }

  recordProvisionally(): string {
    const recorder = this.#recording?.recorder;
    if (recorder === undefined || this.#host.receiptItems() === undefined) return '';
    const inputOf = (sequel?: Sequel): RecordInput =>
      this.#input({ by: 'formdata', trusted: false }, sequel) as RecordInput;
    return this.#host.news?.note(recorder, inputOf) ?? recorder.provisional(inputOf());
  }

  keepProvisional(): void {
    const recorder = this.#recording?.recorder;
    if (recorder === undefined) return;
    recorder.commitProvisional();
    this.#host.news?.keep(recorder);
  }

  /** The form was reset: what is sent now is another signup, also with the same decisions. */
  startOver(): void {
    this.#recording?.recorder.startOver();
  }

  #input(submit: Cause, sequel?: Sequel): RecordInput | undefined {
    const items = this.#host.receiptItems();
    const recording = this.#recording;
    if (items === undefined || recording === undefined) return undefined;
    return {
      items,
      ...sequel,
      shown: recording.shownBy(this.#host),
      standing: this.#host.asking.standing,
      submit: { ...submit, dt: this.elapsed },
      actor: 'self',
      ...this.#host.decider?.(),
    };
  }
}
