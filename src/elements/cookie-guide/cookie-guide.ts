import { type CSSResultGroup, html, type PropertyDeclarations, type TemplateResult } from 'lit';

import { askSignals, type NavigatorLike, readSignals } from '../../gates/browser-signals.js';
import { detectBrowser } from '../../gates/detect-browser.js';
import type { DetectedBrowser } from '../../gates/detected-browser.js';
import type { BrowserGuideId } from '../../gates/guide-ids.js';
import type { PolicyDocument } from '../../model/policy-document.js';
import { icon } from '../../ui/icons.js';
import { ReadingElement } from '../../ui/reading-element.js';
import { factsStyles } from '../../ui/styles/facts.styles.js';
import { collectsView } from './collects-view.js';
import { cookieGuideStyles } from './cookie-guide.styles.js';
import { originalsView, permissionsView } from './device-view.js';
import { type Copied, type GuideContext, say, type StepsContext } from './guide-context.js';
import { hereView, type HereView } from './here-view.js';
import { advertisingView, othersView } from './others-view.js';
import { stepsStyles, tableStyles } from './steps.styles.js';

// Also what brings the event map into the sight of a page that imports only the element.
export * from '../../ui/events.js';

/** What the element takes from the page around it; a test or a preview gives its own. */
export interface GuidePorts {
  readonly navigator: NavigatorLike;
  /** Today, by which steps grow old. */
  readonly now: () => Date;
  /** Rejects where the page may not write to the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  /** Address of this page. */
  readonly pageAddress: () => string;
}

function pagePorts(): GuidePorts {
  return {
    navigator,
    now: () => new Date(),
    // Absent on an http page, whatever its type says: then the promise rejects.
    copy: async (text) => navigator.clipboard.writeText(text),
    pageAddress: () => location.href,
  };
}

/**
 * How to refuse, delete and limit cookies and advertising identifiers: first what this site
 * collects by itself and what refusing costs, then the steps for the reader's own browser and
 * device, then those for others. Every step names what it was checked for, and when.
 *
 * @tag dongui-cookie-guide
 *
 * @event {DonguiErrorEvent} dongui-error - The document did not load.
 *
 * @cssprop [--dongui-accent] - Links, focus.
 * @cssprop [--dongui-surface] - What the element stands on.
 * @cssprop [--dongui-surface-sunken] - The box that names the browser.
 * @cssprop [--dongui-warn] - The warning of steps older than 12 months.
 * @cssprop [--dongui-radius=12px] - The radius of groups and buttons.
 * @cssprop [--dongui-font] - The font family.
 * @cssprop [--dongui-font-size] - The base size; every other size hangs on it.
 */
export class CookieGuideElement extends ReadingElement<'cookie-guide'> {
  protected static override readonly textPart = 'cookie-guide';

  static override readonly styles: CSSResultGroup = [
    ReadingElement.styles,
    factsStyles,
    stepsStyles,
    tableStyles,
    cookieGuideStyles,
  ];

  static override readonly properties: PropertyDeclarations = {
    ...ReadingElement.properties,
    ports: { attribute: false },
  };

  /** @internal */
  ports: GuidePorts = pagePorts();

  #detected: DetectedBrowser | undefined;
  #asked: NavigatorLike | undefined;
  #chosen: BrowserGuideId | undefined;
  readonly #copied = new Map<string, Copied>();

  protected override renderPolicy(policy: PolicyDocument, context: GuideContext): TemplateResult {
    const here = this.#here();
    const steps = this.#steps(context);
    const { automaticCollection } = policy;
    return html`<h2>${say(context, 'title')}</h2>
      <p class="soft lead">${say(context, 'lead')}</p>
      <button class="link" type="button" @click=${this.#jump}>
        ${say(context, 'jump')}${icon('down')}
      </button>
      ${collectsView(policy, context)} ${hereView(here, steps)}
      ${advertisingView(here.detected, steps)} ${othersView(here, steps)}
      ${permissionsView(automaticCollection?.devicePermissions, context)}
      ${originalsView(policy, context)}`;
  }

  /** What the browser says at once is shown at once; what it says when asked comes after. */
  #detect(): DetectedBrowser {
    const { navigator } = this.ports;
    if (this.#detected !== undefined && this.#asked === navigator) return this.#detected;
    this.#asked = navigator;
    this.#detected = detectBrowser(readSignals(navigator));
    void askSignals(navigator).then((signals) => {
      if (this.#asked !== navigator) return;
      this.#detected = detectBrowser(signals);
      this.requestUpdate();
    });
    return this.#detected;
  }

  #here(): HereView {
    return {
      detected: this.#detect(),
      chosen: this.#chosen,
      choose: (id) => {
        this.#chosen = id;
        this.requestUpdate();
      },
      pageAddress: this.ports.pageAddress(),
    };
  }

  #steps(context: GuideContext): StepsContext {
    return {
      context,
      now: this.ports.now(),
      copied: this.#copied,
      copy: (place, address) => {
        void this.#copy(place, address);
      },
    };
  }

  async #copy(place: string, address: string): Promise<void> {
    try {
      await this.ports.copy(address);
      this.#copied.set(place, 'copied');
    } catch {
      this.#select(place);
      this.#copied.set(place, 'failed');
    }
    this.requestUpdate();
  }

  #select(place: string): void {
    const code = this.renderRoot.querySelector<HTMLElement>(`#address-${place}`);
    if (code === null) return;
    code.focus();
    getSelection()?.selectAllChildren(code);
  }

  readonly #jump = (): void => {
    const here = this.renderRoot.querySelector<HTMLElement>('#here');
    here?.scrollIntoView();
    here?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  };
}
