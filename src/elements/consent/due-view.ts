import { html, nothing, type TemplateResult } from 'lit';

import { koreanDay, reconfirmationDay } from '../../model/due-dates.js';
import type { SurfaceItem } from '../../model/surface.js';
import { listText } from '../../ui/fact-texts.js';
import { icon } from '../../ui/icons.js';
import { itemTitle } from '../../ui/item-view.js';
import { localTime } from '../../ui/local-time.js';
import { say } from '../../ui/view-context.js';
import { knownOf, type KnownViewsOptions } from './known-options.js';

/** How long before the day a person is asked to confirm, in days: as the list of what is due looks. */
const CONFIRM_AHEAD = 60;

const DAY_MS = 86_400_000;

/** The day by which a consent to advertising is to be confirmed; undefined for what is none. */
function dueDayOf(item: SurfaceItem, options: KnownViewsOptions): string | undefined {
  const { state, since, receipt } = knownOf(item, options);
  if (state !== 'given' || since === undefined) return undefined;
  return reconfirmationDay(since, item, receipt?.event === 'renewal' ? receipt.at : since);
}

/**
 * That consents to advertising are to be confirmed, for all of those that are due first: soon with a
 * button, till then with the day.
 */
export function dueView(
  items: readonly SurfaceItem[],
  options: KnownViewsOptions,
): TemplateResult | typeof nothing {
  const context = options.context();
  const [date] = items.flatMap((item) => dueDayOf(item, options) ?? []).sort();
  if (date === undefined) return nothing;
  const due = items.filter((item) => dueDayOf(item, options) === date);
  if (date > koreanDay(Date.now() + CONFIRM_AHEAD * DAY_MS)) {
    return html`<p class="hint due">
      ${icon('bell')} <span>${say(context, 'resultNext', { date })}</span>
    </p>`;
  }
  const [first] = due;
  if (first === undefined) return nothing;
  const { since = '' } = knownOf(first, options);
  const action = say(context, 'confirmKeep');
  const title = listText(
    due.map((item) => itemTitle(item, context)),
    context.reader,
  );
  const day = localTime(new Date(since), false);
  return html`<div class="due">
    <p class="hint">
      ${icon('bell')} <span>${say(context, 'confirmDue', { since: day, date })}</span>
    </p>
    <button
      class="button"
      type="button"
      data-item=${first.id}
      data-items=${due.map(({ id }) => id).join(' ')}
      data-action="confirm"
      aria-label=${say(context, 'actOnItem', { action, title })}
      ?disabled=${!options.isReady()}
      @click=${options.onConfirm}
    >
      ${action}
    </button>
  </div>`;
}
