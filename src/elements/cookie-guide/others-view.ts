import { html, nothing, type TemplateResult } from 'lit';

import { ADVERTISING_GUIDES, BROWSER_GUIDES } from '../../gates/browser-guides.js';
import type { DetectedBrowser } from '../../gates/detected-browser.js';
import type { Guide, Way } from '../../gates/guide.js';
import type { WayId } from '../../gates/guide-ids.js';
import { advertisingGuideIdOf } from '../../gates/guide-of.js';
import { icon } from '../../ui/icons.js';
import { say, type StepsContext } from './guide-context.js';
import { type HereView, kindsView, shownGuide } from './here-view.js';
import { isChecked, oldView, stepsView, versionText, wayView } from './steps-view.js';

/** The day that was checked longest ago: what the whole entry answers for. */
function oldestDay(ways: readonly Way[]): string {
  return ways.map(({ checkedOn }) => checkedOn).sort()[0] ?? '';
}

function foldView(
  { title, small, open = false }: { title: unknown; small: unknown; open?: boolean },
  body: unknown,
): TemplateResult {
  return html`<details class="fold" ?open=${open}>
    <summary>
      <span>${title}<small>${small}</small></span
      >${icon('down')}
    </summary>
    <div class="fold-body">${body}</div>
  </details>`;
}

function guideSmall({ ways }: Guide, steps: StepsContext, version = false): TemplateResult {
  const { context } = steps;
  const day = oldestDay(ways);
  const [first] = ways;
  const checked = ways.some((way) => isChecked(way, context));
  const date = say(context, checked ? 'checkedOn' : 'notTried', { date: day });
  const words = version && first ? `${date} \u00b7 ${versionText(first.version, context)}` : date;
  return html`${words} ${oldView(day, steps)}`;
}

/** Advertising identifiers, the reader's own device first and open. */
export function advertisingView(detected: DetectedBrowser, steps: StepsContext): TemplateResult {
  const { context } = steps;
  const own = advertisingGuideIdOf(detected);
  const guides = [...ADVERTISING_GUIDES].sort(
    (one, other) => Number(other.id === own) - Number(one.id === own),
  );
  return html`<section class="part">
    <h3>${say(context, 'adsTitle')}</h3>
    <p class="soft">${say(context, 'adsText')}</p>
    <div class="list">
      ${guides.map((guide, index) => {
        const name = say(context, `guide-${guide.id}`);
        const title = guide.id === own ? `${name} \u00b7 ${say(context, 'thisDevice')}` : name;
        return foldView(
          { title, small: guideSmall(guide, steps, true), open: index === 0 },
          guide.ways.map((way: Way<WayId>) => wayView(way, steps)),
        );
      })}
    </div>
  </section>`;
}

/** Every other browser behind its own line, and pages inside apps. */
export function othersView(view: HereView, steps: StepsContext): TemplateResult {
  const { context } = steps;
  const shown = shownGuide(view);
  const inApp = view.detected.kind === 'in-app' && view.chosen === undefined;
  return html`<section class="part" id="others">
    <h3>${say(context, 'othersTitle')}</h3>
    <div class="list">
      ${BROWSER_GUIDES.filter(({ id }) => id !== shown).map((guide) =>
        foldView(
          { title: say(context, `guide-${guide.id}`), small: guideSmall(guide, steps) },
          kindsView(guide.ways, steps, 'list-'),
        ),
      )}
      ${
        inApp
          ? nothing
          : foldView(
              { title: say(context, 'appsTitle'), small: say(context, 'appsText') },
              html`<p>${say(context, 'leaveText')}</p>
                ${stepsView(say(context, 'leave-other'))}`,
            )
      }
    </div>
  </section>`;
}
