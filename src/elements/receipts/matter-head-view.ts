import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../../ui/icons.js';
import { badgeView } from '../../ui/item-view.js';
import { localTime } from '../../ui/local-time.js';
import { say } from '../../ui/view-context.js';
import { receiptsIcon } from './receipts-icons.js';
import type { ReceiptsKey } from './receipts-context.js';
import { type Scene, titleOf } from './scene.js';
import { type DeliveryWord, deliveryWord, isConfirmation, type Matter } from './standing.js';

const STATES: Readonly<Record<Matter['state'], ReceiptsKey>> = {
  given: 'stateGiven',
  refused: 'stateRefused',
  withdrawn: 'stateWithdrawn',
  expired: 'stateExpired',
  stale: 'stateStale',
};

/** The state of a matter in a word. */
function stateText(matter: Matter, { context }: Scene): string {
  const kind = (matter.step.item ?? matter.now?.item)?.kind;
  const isConfirmed = kind === 'age' && matter.state === 'given';
  return say(context, isConfirmed ? 'stateConfirmed' : STATES[matter.state]);
}

/** Since when it is so, or what made it so. */
function sinceText({ state, since, now, endedOn }: Matter, { context }: Scene): string {
  const at = new Date(since);
  if (state === 'withdrawn') return localTime(at, true);
  if (endedOn !== undefined) return say(context, 'endedOn', { date: endedOn });
  if (state === 'stale') return say(context, 'changedOn', { date: now?.item.revision ?? '' });
  return say(context, 'sinceDay', { date: localTime(at, false) });
}

const DELIVERY: Readonly<
  Record<DeliveryWord, readonly [ReceiptsKey, TemplateResult, tone: string]>
> = {
  delivered: ['delivered', icon('check'), 'arrived'],
  waiting: ['deliveryWaiting', receiptsIcon('clock'), 'wait'],
  rejected: ['deliveryRejected', icon('alert'), 'fail'],
  local: ['deliveryLocal', receiptsIcon('device'), ''],
  known: ['deliveryKnown', icon('check'), 'arrived'],
};

/** Whether the site has the record, in plain words: no status codes for people. */
function deliveryView({ step }: Matter, { context, service }: Scene): TemplateResult {
  const word = deliveryWord(step.record);
  const [key, drawing, tone] = DELIVERY[word];
  const to = word === 'delivered' && service !== '' ? ` \u00b7 ${service}` : '';
  return html`<p class="delivery ${tone}" data-delivery=${word}>
    ${drawing} <span>${say(context, key) + to}</span>
  </p>`;
}

/** What a button does, with the matter in its name: many of them say the same. */
export function actionLabel(action: string, matter: Matter, scene: Scene): string {
  const { context } = scene;
  const { kind, channel } = matter.step.item ?? matter.now?.item ?? {};
  const title = titleOf(matter, scene);
  // A channel is called "e-mail", which says nothing by itself.
  const named = kind && channel ? `${context.reader.messages.kind[kind]}, ${title}` : title;
  return say(context, 'actOnItem', { action, title: named });
}

function eyebrowView({ step, now }: Matter, { context }: Scene): TemplateResult | typeof nothing {
  const item = step.item ?? now?.item;
  if (item === undefined) return nothing;
  return html`<p class="eyebrow" data-shown="kind">
    ${badgeView(item, context)} ${context.reader.messages.kind[item.kind]}
  </p>`;
}

/** Badge, kind, title, state and delivery of a matter: the same in every group. */
export function matterHeadView(matter: Matter, scene: Scene, button: unknown): TemplateResult {
  const { id, state, step, now } = matter;
  const lang = scene.speak(step.item === undefined ? now?.notice : step.notice).contentLang;
  const isAgreed = state === 'given' && !isConfirmation(matter);
  return html`<div class="top">
    <div class="about">
      ${eyebrowView(matter, scene)}
      <h4 class="title" id="title-${id}" data-shown="title" lang=${lang ?? nothing}>
        ${titleOf(matter, scene)}
      </h4>
      <p class="now">
        <b class=${isAgreed ? 'agreed' : nothing}>${stateText(matter, scene)}</b>
        <span class="num"
          ><span class="dot" aria-hidden="true"></span> ${sinceText(matter, scene)}</span
        >
      </p>
      ${deliveryView(matter, scene)}
    </div>
    ${button}
  </div>`;
}
