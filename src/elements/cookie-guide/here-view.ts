import { html, nothing, type TemplateResult } from 'lit';

import { BROWSER_GUIDES, LEAVING_CHECKED_ON } from '../../gates/browser-guides.js';
import type { DetectedApp, DetectedBrowser, InAppName } from '../../gates/detected-browser.js';
import type { Way, WayKind } from '../../gates/guide.js';
import type { BrowserGuideId, WayId } from '../../gates/guide-ids.js';
import { guideIdOf } from '../../gates/guide-of.js';
import { type GuideContext, type GuideKey, say, type StepsContext } from './guide-context.js';
import { guideIcon } from './guide-icons.js';
import { addressView, oldView, stepsView, wayView } from './steps-view.js';

/** The three things, in this order; each with its text and a general way (requirement CKI-07). */
const KINDS: readonly (readonly [WayKind, GuideKey, GuideKey, GuideKey])[] = [
  ['refuse', 'wayRefuse', 'wayRefuseText', 'generalRefuse'],
  ['delete', 'wayDelete', 'wayDeleteText', 'generalDelete'],
  ['limit', 'wayLimit', 'wayLimitText', 'generalLimit'],
];

/** Apps with a way of leaving of their own; the others are left by the general one. */
const OTHERS: ReadonlySet<InAppName> = new Set(['snapchat', 'linkedin', 'pinterest', 'google']);

/** Who the reader is, and what was chosen instead. */
export interface HereView {
  readonly detected: DetectedBrowser;
  readonly chosen: BrowserGuideId | undefined;
  readonly choose: (id: BrowserGuideId | undefined) => void;
  /** Address of this page: what an app's reader takes along. */
  readonly pageAddress: string;
}

/** The steps that stand on top: the chosen ones, else the reader's own. */
export function shownGuide({ detected, chosen }: HereView): BrowserGuideId | undefined {
  return chosen ?? guideIdOf(detected);
}

function waysOf(id: BrowserGuideId | undefined): readonly Way<WayId>[] {
  return BROWSER_GUIDES.find((guide) => guide.id === id)?.ways ?? [];
}

function systemName({ platform, platformVersion }: DetectedBrowser, context: GuideContext): string {
  if (platform === 'other') return '';
  const name = say(context, `platform-${platform}`);
  return platformVersion === undefined ? name : `${name} ${platformVersion}`;
}

/** The browser in words: "Windows용 Chrome". */
function browserText(detected: DetectedBrowser, context: GuideContext): string {
  if (detected.kind === 'in-app') {
    if (detected.app === 'other') return say(context, 'hereOtherApp');
    return say(context, 'hereApp', { app: say(context, `app-${detected.app}`) });
  }
  if (!('browser' in detected)) return say(context, 'hereUnknown');
  const browser = say(context, `browser-${detected.browser}`);
  const platform = systemName(detected, context);
  if (platform === '' || detected.kind === 'retired') return browser;
  return say(context, 'browserOn', { platform, browser });
}

function chooserView({ chosen, choose }: HereView, context: GuideContext): TemplateResult {
  const change = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    choose(BROWSER_GUIDES.find(({ id }) => id === value)?.id);
  };
  const own = say(context, chosen === undefined ? 'hereChange' : 'hereOwn');
  return html`<select aria-label=${say(context, 'hereChange')} @change=${change}>
    <option value="" ?selected=${chosen === undefined}>${own}</option>
    ${BROWSER_GUIDES.map(
      ({ id }) =>
        html`<option value=${id} ?selected=${chosen === id}>
          ${say(context, `guide-${id}`)}
        </option>`,
    )}
  </select>`;
}

/** The browser that the steps below are for, and the way to another. */
function boxView(view: HereView, context: GuideContext): TemplateResult {
  const { detected, chosen } = view;
  return html`<div class="here">
    ${guideIcon('here')}
    <p role="status">
      <span class="soft small"
        >${say(context, chosen === undefined ? 'hereNow' : 'hereChosen')}</span
      ><br /><b
        >${chosen === undefined ? browserText(detected, context) : say(context, `guide-${chosen}`)}</b
      >
    </p>
    ${chooserView(view, context)}
  </div>`;
}

/** Out of an app first: what it shows has no settings of its own. */
function leaveView(detected: DetectedApp, view: HereView, steps: StepsContext): TemplateResult {
  const { context } = steps;
  const app = OTHERS.has(detected.app) ? 'other' : detected.app;
  return html`<section class="note leave">
    <div>
      <h4>${say(context, 'leaveTitle')}</h4>
      <p>${say(context, 'leaveText')}</p>
      ${stepsView(say(context, `leave-${app as 'other'}`))}
      ${addressView(
        'page',
        { label: 'pageAddress', address: view.pageAddress, done: 'copiedPage' },
        steps,
      )}
      <p class="meta">
        <span>${say(context, 'notTried', { date: LEAVING_CHECKED_ON })}</span>
        <span>${say(context, 'notTriedNote')}</span>
        ${oldView(LEAVING_CHECKED_ON, steps)}
      </p>
    </div>
  </section>`;
}

/** Why there are no steps of this browser's own; nothing where there are. */
function whyView(view: HereView, context: GuideContext): TemplateResult | typeof nothing {
  const { detected } = view;
  const guide = shownGuide(view);
  if (detected.kind === 'in-app' && view.chosen === undefined && guide !== undefined) {
    const name = say(context, `guide-${guide}`);
    return html`<p class="then">${say(context, 'leaveNext', { guide: name })}</p>`;
  }
  if (guide !== undefined) return nothing;
  return html`<p>${say(context, detected.kind === 'retired' ? 'retired' : 'noSteps')}</p>`;
}

/** Refuse, delete, limit; the general way where a browser's own was not checked. */
export function kindsView(
  ways: readonly Way<WayId>[],
  steps: StepsContext,
  place = '',
): TemplateResult {
  const { context } = steps;
  return html`<div class="list">
    ${KINDS.map(([kind, title, text, general]) => {
      const own = ways.filter((way) => way.kind === kind);
      return html`<section class="kind" data-kind=${kind}>
        <div class="head">
          ${guideIcon(kind)}
          <div>
            <h4>${say(context, title)}</h4>
            <p>${say(context, text)}</p>
          </div>
        </div>
        ${own.map((way) => wayView(way, steps, place + way.id))}
        ${
          own.length > 0
            ? nothing
            : html`<div class="way">
                ${stepsView(say(context, general))}
                <p class="meta"><span>${say(context, 'generalWay')}</span></p>
              </div>`
        }
      </section>`;
    })}
  </div>`;
}

/** How to refuse in the reader's own browser, which stands first. */
export function hereView(view: HereView, steps: StepsContext): TemplateResult {
  const { context } = steps;
  const { detected, chosen } = view;
  return html`<section class="part" id="here">
    <h3 tabindex="-1">${say(context, 'hereTitle')}</h3>
    ${boxView(view, context)}
    ${detected.kind === 'in-app' && chosen === undefined ? leaveView(detected, view, steps) : nothing}
    ${whyView(view, context)} ${kindsView(waysOf(shownGuide(view)), steps)}
  </section>`;
}
