import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';

import {
  answerItem,
  answerTo,
  type Answers,
  type BulkPress,
  bulkState,
  pressBulk,
} from '../../model/decisions.js';
import type { SurfaceItem } from '../../model/surface.js';
import type { AskedSurface } from '../../ui/asked-surface.js';
import { choiceOf } from '../../ui/attribute.js';
import type { ReceiptStoredDetail } from '../../ui/events.js';
import type { ItemHandlers } from '../../ui/item-view.js';
import { askErrorView, loadingView } from '../../ui/status-view.js';
import { baseStyles } from '../../ui/styles/base.styles.js';
import { factsStyles } from '../../ui/styles/facts.styles.js';
import { itemStyles } from '../../ui/styles/item.styles.js';
import { tokenStyles } from '../../ui/styles/tokens.styles.js';
import { say } from '../../ui/view-context.js';
import type { Adopted } from './adopted-part.js';
import { chooseView } from './choose-view.js';
import { closingView, errorSummaryView, restoredView } from './closing-view.js';
import type { GuardianPart } from './guardian-part.js';
import { consentStyles } from './consent.styles.js';
import { groupsView, type GroupsView, type KnownViews } from './groups-view.js';
import type { RecalledItems } from './recalled-items.js';
import { RecallingElement } from './recalling-element.js';
import type { StoredView } from './stored-view.js';

// Also what brings the event map into the sight of a page that imports only the element.
export * from '../../ui/events.js';

/**
 * The itemised consent part of a form. It asks for each matter of a policy document apart, with the
 * facts that the law wants beside the box, takes part in the form like a native control, keeps a
 * receipt of what was decided, and delivers it to an endpoint of the page's choice.
 *
 * @tag dongui-consent
 *
 * @event {ConsentChangeEvent} dongui-consent-change - A person changed a decision.
 * @event {Event} input - The same moment, as native controls report it.
 * @event {Event} change - The same moment, as native controls report it.
 * @event {ReceiptStoredEvent} dongui-receipt-stored - A receipt is durable on this device.
 * @event {ReceiptDeliveredEvent} dongui-receipt-delivered - The endpoint has acknowledged it.
 * @event {ReceiptRejectedEvent} dongui-receipt-rejected - The endpoint refuses it for good.
 * @event {DonguiErrorEvent} dongui-error - The document did not load, or can't be asked for.
 *
 * @cssprop [--dongui-accent] - What is ticked, chosen, focused, or a link.
 * @cssprop [--dongui-on-accent] - The tick on it.
 * @cssprop [--dongui-accent-soft] - The tint of a chosen button.
 * @cssprop [--dongui-surface] - What the element stands on.
 * @cssprop [--dongui-radius=12px] - The radius of groups and buttons.
 * @cssprop [--dongui-font] - The font family.
 * @cssprop [--dongui-font-size] - The base size; every other size hangs on it.
 */
export class ConsentElement extends RecallingElement {
  static override readonly styles: CSSResultGroup = [
    tokenStyles,
    baseStyles,
    itemStyles,
    factsStyles,
    consentStyles,
  ];

  /** What was recorded since somebody changed an answer: the last decides what is said. */
  #stored: readonly ReceiptStoredDetail[] = [];
  #adopted: Adopted | undefined;
  #guardian: GuardianPart | undefined;
  #storedView: ((view: StoredView) => TemplateResult) | undefined;

  /** @internal The note comes in a file of its own; until then, and without it, the items stand. */
  override recorded(detail: ReceiptStoredDetail): void {
    this.#stored = [...this.#stored, detail];
    import('./stored-view.js').then(
      ({ storedView, rememberPage }) => {
        rememberPage(this, detail);
        this.#storedView = storedView;
        this.requestUpdate();
      },
      (error: unknown) => {
        console.error('[dongui] The note after recording could not be loaded.', error);
      },
    );
  }

  /** @internal What was recorded on another notice says nothing of this one. */
  override surfaceChanged(): void {
    this.#stored = [];
    super.surfaceChanged();
  }

  /** @internal */
  override formResetCallback(): void {
    this.#stored = [];
    super.formResetCallback();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { context } = this;
    const { state } = this.source;
    const { asked } = this.asking;
    if (context === undefined) return html`<div id="problem" tabindex="-1" aria-busy="true"></div>`;
    if (state.status === 'error') {
      const { support } = this;
      return askErrorView(context, state.reason, { support, onRetry: this.#onRetry });
    }
    if (asked === undefined) {
      return html`<div id="problem" tabindex="-1" aria-busy="true">
        ${loadingView(say(context, 'loading'))}
      </div>`;
    }
    const { items } = this.asking;
    const last = this.#stored.at(-1);
    if (last !== undefined && this.#storedView !== undefined) {
      const [stored, note] = [this.#stored, this.#guardian?.storedNote(last)];
      return this.#storedView({ stored, items, context, note, onBack: this.#onBack });
    }
    return this.view === undefined ? nothing : this.#renderItems(this.view, asked);
  }

  /** @internal What is changed is not what was recorded: the items stand again. */
  override setAnswers(answers: Answers): void {
    this.#stored = [];
    super.setAnswers(answers);
  }

  /** A press changes a box by itself: a render that found nothing new has to set it all the same. */
  protected override updated(): void {
    const { answers } = this.asking;
    for (const box of this.renderRoot.querySelectorAll('input')) {
      box.checked = answerTo({ id: box.dataset['item'] ?? '' }, answers)?.given === true;
    }
    super.updated();
    // Who can't say to be old enough is told how to go on: in a file of its own, and in plain words.
    if (this.errors.has('age')) this.#fetchGuardian().catch(console.error);
  }

  async #fetchGuardian(): Promise<void> {
    const { GuardianPart } = await import('./guardian-part.js');
    this.#guardian ??= new GuardianPart(this, this.asking, this.source);
  }

  /** @internal */
  async alongside(): Promise<void> {
    if (choiceOf(this, 'actor', ['self', 'guardian']) !== 'self') await this.#fetchGuardian();
  }

  /** @internal */
  asks(asked: AskedSurface): readonly SurfaceItem[] | undefined {
    return this.#guardian?.asks(asked);
  }

  /** @internal */
  decider(): GuardianPart['decider'] {
    return this.#guardian?.decider;
  }

  /** @internal */
  shownBeside(): readonly ParentNode[] {
    return this.#adopted?.roots ?? [];
  }

  protected override async adopting(): Promise<void> {
    const { Adopted } = await import('./adopted-part.js');
    this.#adopted ??= new Adopted(this, ConsentElement.elementStyles, this.#onGoTo);
  }

  get #known(): KnownViews | undefined {
    return (this.asking.recalled as RecalledItems | undefined)?.views;
  }

  /** @internal All that the items are drawn from; `undefined` while there are none. */
  get view(): GroupsView | undefined {
    const { context, errors, isDisabled: disabled } = this;
    const { items, answers, asked } = this.asking;
    if (context === undefined || asked === undefined) return undefined;
    const terms = asked.policy.terms ?? [];
    const [handlers, adopted, known] = [this.#handlers, this.#adopted, this.#known];
    const [rest, guardian] = [{ handlers, terms, adopted, known }, this.#guardian];
    return { items, answers, context, disabled, errors, guardian, ...rest };
  }

  #renderItems(view: GroupsView, { policy }: AskedSurface): TemplateResult {
    const { items, answers, context, disabled, errors } = view;
    const { open } = this.asking;
    return html`
      ${errors.size > 0 ? errorSummaryView(errors, context, this.#onGoTo) : nothing}
      <h2 tabindex=${this.#adopted === undefined ? nothing : -1}>${say(context, 'heading')}</h2>
      <p class="soft">${view.known?.lead() ?? say(context, 'lead')}</p>
      ${this.asking.isRestored ? restoredView(context) : nothing} ${this.#guardian?.head()}
      ${chooseView({
        items: open,
        bulk: bulkState(open, answers),
        context,
        disabled,
        onPress: this.#onPress,
        isAlone: ({ id }) => (this.decider() ?? this.fields.page?.boxOf(id)) !== undefined,
      })}
      ${groupsView(view)} ${closingView({ policy, items, answers, context })}
    `;
  }

  readonly #onInput = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    const items = this.asking.open;
    const answer = { id: box.dataset['item'] ?? '', given: box.checked, dt: this.recorder.elapsed };
    this.#before = this.asking.answers;
    // Before `input` leaves the shadow root: a listener of the page already reads the new value.
    this.setAnswers(answerItem(items, this.asking.answers, { ...answer, by: 'checkbox' }));
  };

  readonly #onChange = (): void => {
    this.announce(this.asking.changedSince(this.#before));
  };

  #before = this.asking.answers;

  readonly #handlers: ItemHandlers = { onInput: this.#onInput, onChange: this.#onChange };

  readonly #onPress = (by: BulkPress['by']): void => {
    const items = this.asking.open;
    const before = this.asking.answers;
    this.setAnswers(pressBulk(items, before, { by, dt: this.recorder.elapsed }));
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.announce(this.asking.changedSince(before));
    // To the first required item that is still open, where there is one.
    if (!this.isComplete()) this.focus();
  };

  readonly #onRetry = (): void => {
    this.source.retry();
  };

  readonly #onBack = (): void => {
    this.#stored = [];
    this.requestUpdate();
  };

  readonly #onGoTo = (event: Event): void => {
    event.preventDefault();
    const id = (event.currentTarget as HTMLElement).dataset['item'] ?? '';
    this.problems.focusOn(id);
  };
}
