import { html, type TemplateResult } from 'lit';

import type { MessageKey, TextKey } from '../i18n/messages.js';
import type { RecallMessages } from '../i18n/recall-messages.js';
import type { ItemFacts } from '../model/notice.js';
import type { StaleAnswer } from '../model/recall-answers.js';
import { markChanges } from './changed-facts.js';
import { factsView } from './facts-view.js';
import { icon } from './icons.js';
import { localTime } from './local-time.js';
import { say, type ViewContext } from './view-context.js';

/** The languages of an element that speaks of earlier decisions. */
export type RecallContext = ViewContext<MessageKey | TextKey<RecallMessages>>;

/** All facts of an item, with what has changed since it was agreed to (requirement CON-17). */
export function factsAgainView(
  item: ItemFacts,
  { then }: StaleAnswer,
  context: RecallContext,
): unknown {
  if (then === undefined) return factsView(item, context);
  const words = {
    changed: say(context, 'factChanged'),
    before: (value: string) => say(context, 'factBefore', { value }),
  };
  return factsView(item, context, markChanges(then, item, { context, words }));
}

/** Why a question is asked again, and that the earlier consent does not answer it. */
export function askedAgainView(stale: StaleAnswer, context: RecallContext): TemplateResult {
  const since = localTime(new Date(stale.since), false);
  const { endedOn } = stale;
  const [why, unused] =
    endedOn === undefined
      ? [say(context, 'staleSince', { date: since }), say(context, 'staleUnused')]
      : [say(context, 'endedSince', { since, date: endedOn }), say(context, 'endedUnused')];
  return html`<p class="hint again">
    ${icon('info')} <span><b>${why}</b> ${unused}</span>
  </p>`;
}
