import { html, nothing, type TemplateResult } from 'lit';

import type { SurfaceItem } from '../../model/surface.js';
import { factsView } from '../../ui/facts-view.js';
import { icon } from '../../ui/icons.js';
import { itemTitle, moreView } from '../../ui/item-view.js';
import { localTime } from '../../ui/local-time.js';
import { say } from '../../ui/view-context.js';
import type { Standing } from './questions.js';
import type { ThirdPartyContext } from './third-party-context.js';

/** All that an answer is drawn from. */
export interface AnsweredView {
  readonly item: SurfaceItem;
  readonly standing: Standing;
  readonly context: ThirdPartyContext;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (event: Event) => void;
  readonly onWithdraw: (event: Event) => void;
}

const STATES = {
  given: 'stateGiven',
  refused: 'stateRefused',
  withdrawn: 'stateWithdrawn',
} as const;

/** A link that says what it does, and to assistive technology also to what. */
function linkView(
  { item, context, disabled }: AnsweredView,
  key: 'change' | 'withdraw' | 'decideAgain',
  onPress: (event: Event) => void,
): TemplateResult {
  const action = say(context, key);
  const title = itemTitle(item, context);
  return html`<button
    class="link"
    type="button"
    data-item=${item.id}
    data-action=${key}
    aria-label=${say(context, 'actOnItem', { action, title })}
    ?disabled=${disabled}
    @click=${onPress}
  >
    ${action}
  </button>`;
}

function sinceText({ standing, context }: AnsweredView): string {
  const { since, state, isEarlier } = standing;
  if (since === undefined) return '';
  const date = localTime(new Date(since), true);
  return isEarlier && state === 'given' ? say(context, 'givenSince', { date }) : date;
}

/** The facts in place, where their card has not been on this page. */
function factsMoreView({ item, context, standing }: AnsweredView): TemplateResult | typeof nothing {
  if (!standing.isEarlier && standing.since !== undefined) return nothing;
  return moreView(say(context, 'more'), factsView(item, context), context);
}

function errorView(error: string | undefined): TemplateResult | typeof nothing {
  if (error === undefined) return nothing;
  return html`<p class="error">${icon('alert')} <span>${error}</span></p>`;
}

/** An answer: both in the same shape, and both changed with the same effort. */
export function answeredView(view: AnsweredView): TemplateResult {
  const { item, standing, context, onChange, error } = view;
  const isGiven = standing.state === 'given';
  const tone = isGiven ? 'given' : '';
  return html`<div
    class="item ${error === undefined ? '' : 'invalid'}"
    id="box-${item.id}"
    data-state=${standing.state}
    tabindex="-1"
  >
    <div class="row">
      <span class="mark ${tone}">${icon(isGiven ? 'check' : 'minus')}</span>
      <span class="name">
        <span class="title" lang=${context.contentLang ?? nothing}
          >${itemTitle(item, context)}</span
        >
        <span class="soft small">${sinceText(view)}</span>
      </span>
      <span class="state ${tone}">${say(context, STATES[standing.state])}</span>
    </div>
    <div class="body">
      ${errorView(error)} ${factsMoreView(view)}
      ${
        // What is given already is withdrawn by one press (requirement WDR-01).
        isGiven && standing.isEarlier
          ? linkView(view, 'withdraw', view.onWithdraw)
          : linkView(view, 'change', onChange)
      }
    </div>
  </div>`;
}

/**
 * Somebody refused what the order needs: what follows from it, and what can be done. Nobody is
 * blamed (requirements CON-15, CTL-11).
 */
export function refusedView(view: AnsweredView): TemplateResult {
  const { item, context, error, onChange } = view;
  const consequence = item.refusal?.consequence;
  const lang = consequence === undefined ? undefined : context.contentLang;
  const recipient = item.recipient?.name ?? '';
  return html`<div
    class="note"
    role="status"
    id="box-${item.id}"
    data-state="refused"
    tabindex="-1"
  >
    ${icon('info')}
    <div>
      <strong lang=${lang ?? nothing}>${consequence ?? say(context, 'refusedTitle')}</strong>
      <p>${say(context, 'nothingSent', { recipient })}</p>
      ${errorView(error)}
      <p>${linkView(view, 'decideAgain', onChange)}</p>
    </div>
  </div>`;
}
