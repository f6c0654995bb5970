import { html, nothing, type TemplateResult } from 'lit';

import type { StaleAnswer } from '../../model/recall-answers.js';
import type { SurfaceItem } from '../../model/surface.js';
import { askedAgainView, factsAgainView } from '../../ui/asked-again-view.js';
import { blocksView } from '../../ui/block-view.js';
import { factsView } from '../../ui/facts-view.js';
import { icon } from '../../ui/icons.js';
import { badgeView, moreView } from '../../ui/item-view.js';
import { say } from '../../ui/view-context.js';
import type { ThirdPartyContext } from './third-party-context.js';

/** All that the card of one recipient is drawn from. */
export interface CardView {
  readonly item: SurfaceItem;
  readonly context: ThirdPartyContext;
  /** Of how many recipients it is the how-manieth. */
  readonly place: { readonly number: number; readonly of: number };
  /** Why the host asks now, in its own words; `''` for the policy's. */
  readonly reason: string;
  /** What stands until the person answers anew. */
  readonly given: boolean | undefined;
  /** An earlier consent to other facts. */
  readonly stale: StaleAnswer | undefined;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly onAnswer: (event: Event) => void;
}

/** A shop: somebody else than the service. */
const shop: TemplateResult = html`<span class="shop"
  ><svg viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M4.5 9.5V20h15V9.5M3 9.5l2-5h14l2 5a2.9 2.9 0 0 1-6 0 3 3 0 0 1-6 0 2.9 2.9 0 0 1-6 0zM10 20v-5h4v5"
    /></svg
></span>`;

/** The question: the policy's own, or ours with the recipient's name. */
function questionView({ item, context }: CardView): TemplateResult {
  const own = item.question;
  const text = own ?? say(context, 'askQuestion', { recipient: item.recipient?.name ?? '' });
  const lang = own === undefined ? undefined : context.contentLang;
  return html`<h2 id="question-${item.id}" data-shown="title" lang=${lang ?? nothing}>${text}</h2>`;
}

function reasonView({ item, reason, context }: CardView): TemplateResult | typeof nothing {
  const own = reason === '' ? item.reason : reason;
  if (own === undefined) return nothing;
  const lang = reason === '' ? context.contentLang : undefined;
  return html`<p class="soft" data-shown="reason" lang=${lang ?? nothing}>${own}</p>`;
}

function errorView({ item, error }: CardView): TemplateResult | typeof nothing {
  if (error === undefined) return nothing;
  return html`<p class="error" id="error-${item.id}">${icon('alert')} <span>${error}</span></p>`;
}

/** The two answers, drawn by the same lines, so that neither can stand out (requirement CTL-03). */
function answersView({ item, context, given, disabled, onAnswer }: CardView): TemplateResult {
  const answers = [
    ['refused', say(context, 'answerRefuse'), given === false],
    ['given', say(context, 'answerGive'), given === true],
  ] as const;
  return html`<div class="answers" role="group" aria-labelledby="question-${item.id}">
    ${answers.map(
      ([answer, label, isPressed]) =>
        html`<button
          type="button"
          data-item=${item.id}
          data-answer=${answer}
          aria-pressed=${given === undefined ? nothing : isPressed ? 'true' : 'false'}
          ?disabled=${disabled}
          @click=${onAnswer}
        >
          ${label}
        </button>`,
    )}
  </div>`;
}

/** One recipient: why it is asked now, the five facts (requirement TPP-01), two equal answers. */
export function cardView(view: CardView): TemplateResult {
  const { item, context, place, error, stale } = view;
  const kind = context.reader.messages.kind[item.kind];
  return html`<section
    class="card ${error === undefined ? '' : 'invalid'}"
    id="box-${item.id}"
    data-part=${item.id}
    tabindex="-1"
    aria-labelledby="step-${item.id} question-${item.id}"
    aria-describedby="${error === undefined ? '' : `error-${item.id} `}facts-${item.id}"
  >
    <p class="eyebrow" id="step-${item.id}" data-shown="kind">
      ${badgeView(item, context)} ${say(context, 'askStep', { kind, n: place.of, m: place.number })}
    </p>
    <div class="ask">${shop}${questionView(view)}</div>
    ${reasonView(view)} ${stale === undefined ? nothing : askedAgainView(stale, context)}
    ${errorView(view)}
    <div class="told">
      ${stale === undefined ? factsView(item, context) : factsAgainView(item, stale, context)}
      ${
        item.gaps?.includes('required') === true
          ? html`<p class="soft">${say(context, 'unstatedRequired')}</p>`
          : nothing
      }
      ${
        item.detail === undefined
          ? nothing
          : moreView(item.detailTitle ?? say(context, 'more'), blocksView(item.detail), context)
      }
    </div>
    ${answersView(view)}
  </section>`;
}
