import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';

import type { Decisions } from '../../ui/events.js';
import { moveFocus } from '../../ui/move-focus.js';
import { baseStyles } from '../../ui/styles/base.styles.js';
import { factsStyles } from '../../ui/styles/facts.styles.js';
import { itemStyles } from '../../ui/styles/item.styles.js';
import { tokenStyles } from '../../ui/styles/tokens.styles.js';
import { Asker, type AskOptions } from './asker.js';
import { partsView } from './parts-view.js';
import { idsIn } from './recipients.js';
import { RecipientsElement } from './recipients-element.js';
import { thirdPartyStyles } from './third-party.styles.js';
import type { ThirdPartyContext } from './third-party-context.js';
import { waitingView } from './waiting-view.js';

// Also what brings the event map into the sight of a page that imports only the element.
export * from '../../ui/events.js';
export type { AskOptions } from './asker.js';

/**
 * Provision to third parties, asked at the moment it is needed: at the checkout, at a partner's
 * link. One recipient at a time, each with its own facts and two equal answers. In a form it takes
 * part like a native control; without one it records with the last answer. What is given already
 * is not asked again.
 *
 * @tag dongui-third-party
 *
 * @event {ConsentChangeEvent} dongui-consent-change - A person changed a decision.
 * @event {Event} input - The same moment, as native controls report it.
 * @event {Event} change - The same moment, as native controls report it.
 * @event {ReceiptStoredEvent} dongui-receipt-stored - A receipt is durable on this device.
 * @event {ReceiptDeliveredEvent} dongui-receipt-delivered - The endpoint has acknowledged it.
 * @event {ReceiptRejectedEvent} dongui-receipt-rejected - The endpoint refuses it for good.
 * @event {DonguiErrorEvent} dongui-error - The document did not load, or can't be asked for.
 *
 * @cssprop [--dongui-accent] - What is given, chosen, focused, or a link.
 * @cssprop [--dongui-accent-soft] - The tint of a chosen answer.
 * @cssprop [--dongui-surface] - What the element stands on.
 * @cssprop [--dongui-radius=12px] - The radius of cards and buttons.
 * @cssprop [--dongui-font] - The font family.
 * @cssprop [--dongui-font-size] - The base size; every other size hangs on it.
 */
export class ThirdPartyElement extends RecipientsElement {
  static override readonly styles: CSSResultGroup = [
    tokenStyles,
    baseStyles,
    itemStyles,
    factsStyles,
    thirdPartyStyles,
  ];

  static override readonly properties: PropertyDeclarations = {
    needed: {},
    reason: {},
  };

  /** Ids of the recipients that the order needs: refusing one of them names what follows. */
  needed = '';

  /** Why it is asked now, in the page's own words instead of the policy's. */
  reason = '';

  readonly #asker = new Asker(this);
  /**
   * Asks what is not decided yet, and waits for it: shows the element (and opens the dialog around
   * it), moves the focus to the question, and records with the last answer.
   *
   * @returns the decisions of all recipients, once the receipt is durable on this device; at once
   *   where nothing is open. A refusal is a decision, also of what the order needs.
   * @throws DOMException `AbortError` when the dialog is closed or the element removed without a
   *   decision, `InvalidStateError` when it is disabled or not in the page; the signal's reason;
   *   Error when the document does not load or may not be asked for.
   */
  async ask({ signal }: AskOptions = {}): Promise<Decisions> {
    signal?.throwIfAborted();
    if (!this.isConnected || this.isDisabled) {
      throw new DOMException('[dongui] Disabled, or not in the page.', 'InvalidStateError');
    }
    if (this.source.state.status === 'error') this.source.retry();
    const decisions = this.#asker.wait(signal);
    this.requestUpdate();
    return decisions;
  }

  /** Moves the focus to the question that is open, else to the first answer. */
  override focus(options?: FocusOptions): void {
    const selectors = ['.card[id]', '[id^="box-"]', '#problem'];
    const found = selectors.map((each) => this.renderRoot.querySelector<HTMLElement>(each));
    moveFocus(
      found.find((each) => each !== null),
      options,
    );
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asker.leave();
  }

  /** @internal */
  override showProblems(): void {
    super.showProblems();
    if (this.missing().length === 0 || this.conversation.questions === undefined) this.focus();
  }

  /** @internal The answers stand where they were given: there is nothing else to show. */
  override recorded(): void {
    this.requestUpdate();
  }

  protected override updated(): void {
    super.updated();
    this.#settle();
  }

  protected override render(): TemplateResult {
    // What is registered under a part has that part's type.
    const context = this.context as ThirdPartyContext | undefined;
    const { questions, openId } = this.conversation;
    const { source, support } = this;
    if (context === undefined || questions === undefined) {
      return waitingView({ context, source, support });
    }
    return partsView({
      ...{ questions, context, openId, errors: this.errors, reason: this.reason },
      standingOf: (id) => this.conversation.standingOf(id),
      isNeeded: ({ id, required }) => required || idsIn(this.needed).includes(id),
      disabled: this.isDisabled || !this.recorder.isPrepared,
      isRestored: this.asking.isRestored,
      onAnswer: this.#onAnswer,
      onChange: this.#onChange,
      onWithdraw: this.#onWithdraw,
    });
  }

  /** Brings the calls of `ask()` on: to the question, to the receipt, to the decisions. */
  #settle(): void {
    const { questions, openId, fresh } = this.conversation;
    if (!this.#asker.isWaiting) return;
    if (this.source.state.status === 'error') {
      this.#asker.reject(new Error('[dongui] Could not ask: see the dongui-error event.'));
    } else if (questions !== undefined && this.recorder.isPrepared) {
      if (openId !== undefined) {
        if (this.#asker.show()) this.focus();
      } else if (fresh?.length === 0) this.#asker.resolve(this.decisions);
      else this.recorder.recordNow({ by: 'script', trusted: false });
    }
  }

  readonly #onAnswer = (event: Event): void => {
    const { item: id = '', answer } = (event.currentTarget as HTMLElement).dataset;
    this.seen.keep(this.renderRoot);
    const given = answer === 'given';
    const stood = this.conversation.questions?.given(id);
    if (stood !== undefined && !given) this.#withdraw(id, event);
    else {
      const before = this.asking.answers;
      this.setAnswers(this.conversation.answered(id, given));
      this.#tell(this.asking.changedSince(before));
    }
    this.#recordLast(event);
    this.#focusOn(id);
  };

  /** Without a form, or where the page waits, the last answer is what records: in its own task. */
  #recordLast({ isTrusted: trusted }: Event): void {
    const { openId, fresh = [] } = this.conversation;
    const isWanted = this.#asker.isWaiting || (this.form === null && this.recorder.canRecord());
    if (!isWanted || openId !== undefined || fresh.length === 0) return;
    this.recorder.recordNow({ by: 'button', trusted });
  }

  /** Takes back what is given: a receipt of its own, at once, in a form too (PIPA 37(1), 38(4)). */
  #withdraw(id: string, { isTrusted: trusted }: Event): void {
    const given = this.conversation.questions?.given(id);
    this.conversation.change(undefined);
    if (given === undefined) return;
    const { receipt } = this.recorder.recordNow({ by: 'button', trusted }, undefined, {
      event: 'withdrawal',
      ref: given.id,
      items: [{ id, state: 'withdrawn', by: 'button' }],
    });
    this.take(receipt);
    this.#tell([id]);
  }

  #tell(changed: readonly string[]): void {
    if (changed.length === 0) return;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.announce(changed);
  }

  /** To the next question, or to where the answer stands now. */
  #focusOn(id: string): void {
    const next = this.conversation.openId ?? id;
    void this.updateComplete.then(() => {
      moveFocus(this.renderRoot.querySelector<HTMLElement>(`#box-${next}`));
    });
  }

  readonly #onChange = (event: Event): void => {
    const { item: id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.conversation.change(id);
    this.requestUpdate();
    this.#focusOn(id);
  };

  readonly #onWithdraw = (event: Event): void => {
    const { item: id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.#withdraw(id, event);
    this.#focusOn(id);
  };
}
