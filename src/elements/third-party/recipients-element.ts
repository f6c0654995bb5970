import type { PropertyDeclarations, PropertyValues } from 'lit';

import type { Shown } from '../../host/shown.js';
import type { Receipt, ReceiptItem } from '../../model/receipt.js';
import type { SurfaceItem } from '../../model/surface.js';
import type { AskedSurface } from '../../ui/asked-surface.js';
import { ConsentFormElement } from '../../ui/consent-form-element.js';
import { earlierOf } from '../../ui/earlier.js';
import { type Decisions, ReceiptStoredEvent } from '../../ui/events.js';
import type { ValidityProblem } from '../../ui/form-control-element.js';
import { notReadyProblem } from '../../ui/not-ready.js';
import type { News } from '../../ui/recalled.js';
import { RecordedNews } from '../../ui/recorded-news.js';
import { recallSurface } from '../../ui/recall-surface.js';
import { Conversation } from './conversation.js';
import { recipientsOf, refuseSignupBeside } from './recipients.js';
import { Seen } from './seen.js';

/**
 * The recipients of a surface as a form control: what is asked of them, what is known already, what
 * the form submits and what a receipt holds. A subclass draws and is pressed.
 */
export abstract class RecipientsElement extends ConsentFormElement {
  static override readonly properties: PropertyDeclarations = { items: {} };

  protected static override readonly textPart = 'third-party';

  /** Which of the document's surfaces to ask for. */
  override surface = 'checkout';

  /** Ids of the recipients to ask about, parted by blanks. Absent: all of the surface. */
  items = '';

  protected readonly conversation: Conversation = new Conversation(this.asking);
  protected readonly seen: Seen = new Seen();
  /** @internal */
  readonly news: News = new RecordedNews({
    earlier: () => this.conversation.whole && earlierOf(this.conversation.whole),
    isFresh: () => this.conversation.fresh?.length !== 0,
  });
  #askedFor: AskedSurface | undefined;

  constructor() {
    super();
    this.addEventListener(ReceiptStoredEvent.type, ({ detail }) => {
      this.take(detail.receipt);
    });
  }

  /** What stands and what the person has decided so far. What is left open is refused. */
  override get decisions(): Decisions {
    return this.conversation.decisions;
  }

  /** @internal */
  override formResetCallback(): void {
    this.conversation.change(undefined);
    super.formResetCallback();
  }

  /** @internal What no receipt holds yet. */
  override receiptItems(): readonly ReceiptItem[] | undefined {
    const { questions, fresh } = this.conversation;
    return this.recorder.isPrepared && questions?.asked.length !== 0 ? fresh : undefined;
  }

  /** @internal */
  shown(): Shown {
    const items = this.asking.asked?.surface.items ?? [];
    return this.seen.read(
      this.renderRoot,
      items.map(({ id }) => id),
    );
  }

  /** @internal */
  override isComplete(): boolean {
    this.source.attempt(() => {
      refuseSignupBeside(this);
    });
    return super.isComplete();
  }

  /** @internal While it is not known what is asked, nothing is given. */
  override missing(): readonly SurfaceItem[] {
    const { questions } = this.conversation;
    return questions === undefined ? this.asking.items : this.conversation.missing();
  }

  /** @internal */
  override surfaceChanged(): void {
    this.#askedFor = undefined;
    this.conversation.end();
    super.surfaceChanged();
  }

  protected override validityProblem(): ValidityProblem | null {
    if (this.conversation.questions !== undefined) return super.validityProblem();
    const anchor = this.renderRoot.querySelector<HTMLElement>('#problem');
    return notReadyProblem(this.context, this.source.state, anchor ?? undefined);
  }

  protected override formValue(): FormData | null {
    return this.conversation.questions === undefined ? null : this.fields.value(this.decisions);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('items')) this.source.load();
    this.conversation.tidy();
  }

  protected override updated(): void {
    super.updated();
    this.#recall();
  }

  /** Takes a receipt of this page into account. */
  protected take(receipt: Receipt): void {
    this.seen.forget(receipt.items.map(({ id }) => id));
    this.setAnswers(this.conversation.taken(receipt));
  }

  /** Looks up what is known of the items, after the recorder has found the end of its chain. */
  #recall(): void {
    const { asked } = this.asking;
    if (asked === undefined || asked === this.#askedFor || !this.recorder.isPrepared) return;
    this.#askedFor = asked;
    this.conversation.end();
    this.source.attempt(() => {
      refuseSignupBeside(this);
      const items = recipientsOf(asked, this.items);
      void recallSurface(asked, this).then(({ recall }) => {
        if (this.#askedFor !== asked) return;
        this.conversation.begin(items, recall);
        this.commit();
      });
    });
  }
}
