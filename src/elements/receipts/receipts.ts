import { type CSSResultGroup, html, type PropertyDeclarations, type TemplateResult } from 'lit';

import type { DeliveryEvent } from '../../core/delivery.js';
import type { Notice } from '../../model/notice.js';
import { localTime } from '../../ui/local-time.js';
import { moveFocus } from '../../ui/move-focus.js';
import { loadErrorView } from '../../ui/status-view.js';
import { baseStyles } from '../../ui/styles/base.styles.js';
import { factsStyles } from '../../ui/styles/facts.styles.js';
import { itemStyles } from '../../ui/styles/item.styles.js';
import { tokenStyles } from '../../ui/styles/tokens.styles.js';
import { createViewContext, say } from '../../ui/view-context.js';
import { makeFile, saveFile } from './downloads.js';
import type { Format, Panel } from './end-view.js';
import { historyStyles } from './history.styles.js';
import { PressedElement } from './pressed-element.js';
import { receiptsStyles } from './receipts.styles.js';
import type { ReceiptsContext, ReceiptsKey } from './receipts-context.js';
import { receiptsView } from './receipts-view.js';
import type { Scene } from './scene.js';
import { speakingNotice, type Standing } from './standing.js';

// Also what brings the event map into the sight of a page that imports only the element.
export * from '../../ui/events.js';
export type { Known } from '../../ui/known-bundles.js';

/**
 * My consents on this site: each matter with its state, since when, on which wording, and its
 * history. One press withdraws; giving again shows the facts first. It works from what this device
 * keeps, without a network, and with what the page knows of the person.
 *
 * @tag dongui-receipts
 *
 * @event {ConsentChangeEvent} dongui-consent-change - A person changed a decision.
 * @event {ReceiptStoredEvent} dongui-receipt-stored - A receipt is durable on this device.
 * @event {ReceiptDeliveredEvent} dongui-receipt-delivered - The endpoint has acknowledged it.
 * @event {ReceiptRejectedEvent} dongui-receipt-rejected - The endpoint refuses it for good.
 * @event {DonguiErrorEvent} dongui-error - The document, or what the page knows, did not come.
 *
 * @cssprop [--dongui-accent] - What is given, chosen, focused, or a link.
 * @cssprop [--dongui-accent-soft] - The tint of a chosen answer.
 * @cssprop [--dongui-surface] - What the element stands on.
 * @cssprop [--dongui-radius=12px] - The radius of cards and buttons.
 * @cssprop [--dongui-font] - The font family.
 * @cssprop [--dongui-font-size] - The base size; every other size hangs on it.
 */
export class ReceiptsElement extends PressedElement {
  static override readonly styles: CSSResultGroup = [
    tokenStyles,
    baseStyles,
    itemStyles,
    factsStyles,
    receiptsStyles,
    historyStyles,
  ];

  static override readonly properties: PropertyDeclarations = {
    support: {},
    loginUrl: { attribute: 'login-url' },
  };

  /** Where a person turns to when something does not work: an e-mail address or a page. */
  support = '';

  /** Where a person logs in who has no records on this device. */
  loginUrl = '';

  readonly #open = new Set<string>();
  #panel: Panel | undefined;
  #message = '';
  #isPrinted = false;

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('#receipts, #problem');
    moveFocus(target, options);
  }

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#onBeforePrint);
    addEventListener('afterprint', this.#onAfterPrint);
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#onBeforePrint);
    removeEventListener('afterprint', this.#onAfterPrint);
  }

  protected override onDelivery(event: DeliveryEvent): void {
    super.onDelivery(event);
    if (event.type !== 'stored' || this.isOwn(event.hash)) return;
    const context = this.#speak(undefined);
    if (context) this.announced = say(context, 'changedElsewhere');
  }

  protected override toggleText(key: string): void {
    if (!this.#open.delete(key)) this.#open.add(key);
    this.requestUpdate();
  }

  protected override closed(id: string): void {
    this.#open.delete(`again-${id}`);
  }

  protected override render(): TemplateResult {
    const { reading } = this;
    const context = this.#speak(this.standing && speakingNotice(this.standing));
    if (context === undefined) return html`<div aria-busy="true"></div>`;
    if (reading.status === 'ready') return this.#renderStanding(reading.standing, context);
    if (reading.status === 'error') return this.#renderError(reading.reason, context);
    return html`<div class="stack" aria-busy="true">
      <p class="soft" role="status">${say(context, 'receiptsLoading')}</p>
      ${['w1', 'w2', '', 'w3'].map(
        (width) => html`<div class="bone ${width}" aria-hidden="true"></div>`,
      )}
    </div>`;
  }

  /** Both languages: the reader's, and that of a notice. */
  #speak(notice: Notice | undefined): ReceiptsContext | undefined {
    const titles = (notice?.items ?? []).flatMap(({ channel, title }) =>
      channel && title ? [[channel, title] as const] : [],
    );
    return createViewContext(this.localize, {
      locale: notice?.locale ?? '',
      channelTitles: new Map(titles),
    });
  }

  #renderError(reason: 'network' | 'document', context: ReceiptsContext): TemplateResult {
    const key: ReceiptsKey =
      reason === 'network' ? 'receiptsErrorNetwork' : 'receiptsErrorDocument';
    return loadErrorView({
      context,
      title: say(context, 'receiptsErrorTitle'),
      text: say(context, key),
      support: this.support,
      onRetry: () => {
        this.load(true);
      },
    });
  }

  #renderStanding(standing: Standing, context: ReceiptsContext): TemplateResult {
    const scene = this.#scene(standing, context);
    return html`${receiptsView({
        scene,
        panel: this.#panel,
        message: this.#message,
        loginUrl: this.loginUrl,
        isPolicyMissing: this.isPolicyMissing,
        isKnownMissing: this.isKnownMissing,
        bulk: this.bulk,
        onPanel: this.#onPanel,
        onDownload: (event) => void this.#download(event),
        onClear: () => void this.#clear(),
        onWithdrawAll: this.onWithdrawAll,
        onUndoAll: this.onUndoAll,
      })}
      <p class="announced" role="status">${this.announced}</p>`;
  }

  #scene(standing: Standing, context: ReceiptsContext): Scene {
    return {
      standing,
      context,
      speak: (notice) => this.#speak(notice) ?? context,
      service: speakingNotice(standing)?.service.name ?? '',
      outcomes: this.outcomes,
      hasEndpoint: this.endpoint !== '',
      support: this.support,
      now: this.ports.Date.now(),
      isPrinted: this.#isPrinted,
      isOpen: (key) => this.#open.has(key),
      onToggle: this.#onToggle,
      onPress: this.onPress,
    };
  }

  readonly #onToggle = (event: Event): void => {
    const details = event.currentTarget as HTMLDetailsElement;
    const { key = '' } = details.dataset;
    if (this.#isPrinted || details.open === this.#open.has(key)) return;
    if (details.open) this.#open.add(key);
    else this.#open.delete(key);
    this.requestUpdate();
  };

  readonly #onPanel = (event: Event): void => {
    const panel = (event.currentTarget as HTMLElement).dataset['panel'] as Panel;
    const isOpen = this.#panel !== panel;
    this.#panel = isOpen ? panel : undefined;
    this.#message = '';
    this.requestUpdate();
    this.focusOn(isOpen ? `#panel-${panel}` : `.end [data-panel="${panel}"]`);
  };

  async #download(event: Event): Promise<void> {
    const format = (event.currentTarget as HTMLElement).dataset['format'] as Format;
    const { standing } = this;
    const context = this.#speak(undefined);
    if (standing === undefined || context === undefined) return;
    if (format === 'print') {
      print();
      return;
    }
    try {
      const day = localTime(new Date(this.ports.Date.now()), false);
      const file = await makeFile(format, standing, day);
      saveFile(file);
      this.#message = say(context, 'downloadDone', { name: file.name });
    } catch {
      this.#message = say(context, 'downloadFailed');
    }
    this.requestUpdate();
  }

  async #clear(): Promise<void> {
    const context = this.#speak(undefined);
    const key: ReceiptsKey = await this.clearDevice().then(
      () => 'cleared',
      () => 'clearFailed',
    );
    this.#message = context ? say(context, key) : '';
    if (key === 'cleared') {
      this.#panel = undefined;
      this.announced = this.#message;
      this.focusOn('#receipts');
    }
    this.requestUpdate();
  }

  /** What is closed on the screen is open on paper. */
  readonly #onBeforePrint = (): void => {
    this.#isPrinted = true;
    this.requestUpdate();
    // The page is laid out for paper as soon as this returns.
    this.performUpdate();
  };

  readonly #onAfterPrint = (): void => {
    this.#isPrinted = false;
    this.requestUpdate();
  };
}
