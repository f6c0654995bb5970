import { html, nothing, type TemplateResult } from 'lit';

import { reconfirmationDay } from '../../model/due-dates.js';
import { dependantsOf, isStanding } from '../../model/matters.js';
import { factsView } from '../../ui/facts-view.js';
import { icon } from '../../ui/icons.js';
import { localTime } from '../../ui/local-time.js';
import { say } from '../../ui/view-context.js';
import { storedNotice } from './acts.js';
import { questionOf, questionView } from './answers-view.js';
import { historyView } from './history-view.js';
import { actionLabel, matterHeadView } from './matter-head-view.js';
import { outcomeView, rejectedView } from './outcome-view.js';
import type { ReceiptsKey } from './receipts-context.js';
import { type Action, type Scene, titleOf } from './scene.js';
import { deliveryWord, groupOf, type Matter } from './standing.js';
import { longMoreView, storedNoticeView } from './stored-notice-view.js';

/** From how many days before its day on a person is asked whether advertising goes on. */
const ASK_DAYS = 30;

const DAY_MS = 86_400_000;

/** A small button beside a matter. */
function actionView(
  action: Action,
  key: ReceiptsKey,
  { matter, scene }: { readonly matter: Matter; readonly scene: Scene },
): TemplateResult {
  const label = say(scene.context, key);
  return html`<button
    class="button"
    type="button"
    data-action=${action}
    data-item=${matter.id}
    aria-label=${actionLabel(label, matter, scene)}
    @click=${scene.onPress}
  >
    ${label}
  </button>`;
}

/** The day of the next question about advertising; undefined for everything else (MKT-08). */
function renewalDay({ since, step, state }: Matter): string | undefined {
  if (state !== 'given' || step.item === undefined) return undefined;
  const { at } = step.record.receipt;
  return reconfirmationDay(since, step.item, step.state === 'renewed' ? at : since);
}

function isRenewalDue(day: string | undefined, now: number): boolean {
  return day !== undefined && Date.parse(day) - ASK_DAYS * DAY_MS <= now;
}

function hintView(drawing: TemplateResult, text: string, lang?: string): TemplateResult {
  return html`<p class="hint">${drawing} <span lang=${lang ?? nothing}>${text}</span></p>`;
}

/** What withdrawing would end: told before it is pressed (requirements WDR-02, CON-15). */
function effectView({ step }: Matter, scene: Scene): TemplateResult | typeof nothing {
  const { refusal, required = false } = step.item ?? {};
  const { contentLang } = scene.speak(step.notice);
  if (refusal?.withdrawal !== undefined)
    return hintView(icon('info'), refusal.withdrawal, contentLang);
  if (refusal?.consequence !== undefined) {
    const text = say(scene.context, 'withdrawEffect', { text: refusal.consequence });
    return hintView(icon('info'), text, contentLang);
  }
  return required ? hintView(icon('info'), say(scene.context, 'withdrawRequired')) : nothing;
}

/** What else goes with it, by name. */
function alsoView({ id }: Matter, scene: Scene): TemplateResult | typeof nothing {
  const fallen = dependantsOf([id], scene.standing.matters);
  if (fallen.length === 0) return nothing;
  const { context } = scene;
  const titles = fallen
    .map((each) => titleOf(each, scene))
    .join(context.reader.messages.listSeparator);
  return hintView(icon('info'), say(context, 'withdrawAlso', { titles }));
}

/** When a person is asked whether advertising goes on; and the question, when it is time. */
function renewalView(matter: Matter, scene: Scene): TemplateResult | typeof nothing {
  const { context } = scene;
  const day = renewalDay(matter);
  if (day === undefined) return nothing;
  if (!isRenewalDue(day, scene.now)) {
    return hintView(icon('bell'), say(context, 'resultNext', { date: day }));
  }
  const sender = matter.step.item?.sender;
  const date = localTime(new Date(matter.since), false);
  return html`<div class="result">
    <p>${say(context, 'renewDue', { date })}</p>
    ${sender === undefined ? nothing : html`<p>${say(context, 'renewSender', { sender })}</p>`}
    <div class="answers">
      ${actionView('withdraw', 'withdraw', { matter, scene })}
      ${actionView('renew', 'renew', { matter, scene })}
    </div>
  </div>`;
}

/** A disclosure whose content is drawn while it is open: a hundred matters stay light. */
function moreView(
  key: string,
  title: string,
  rest: { scene: Scene; content: () => unknown },
): unknown {
  const { scene, content } = rest;
  const isOpen = scene.isPrinted || scene.isOpen(key);
  return html`<details class="more" data-key=${key} .open=${isOpen} @toggle=${scene.onToggle}>
    <summary>${title} ${icon('down')}</summary>
    ${isOpen ? html`<div class="long">${content()}</div>` : nothing}
  </details>`;
}

/** The whole text behind a matter, and all that happened to it. */
function pastView(matter: Matter, scene: Scene): TemplateResult {
  const { step, id } = matter;
  const { context } = scene;
  const version = say(context, 'versionName', { version: step.record.receipt.notice.version });
  const isOpen = scene.isOpen(`text-${id}`);
  const key = isStanding(matter) ? 'storedTextAgreed' : 'storedText';
  return html`<p>
      <button
        class="link"
        type="button"
        data-action="text"
        data-item=${id}
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${scene.onPress}
      >
        ${say(context, key, { version })}
      </button>
    </p>
    ${isOpen ? storedNoticeView(matter, scene) : nothing} ${historyView(matter, scene)}`;
}

/** What was decided, as it stood then, and what led to it. */
function contentView(matter: Matter, scene: Scene): TemplateResult {
  const { step, id } = matter;
  const own = scene.speak(step.notice);
  const facts = step.item && [
    factsView({ ...step.item, id: `was-${id}` }, own),
    longMoreView(step.item, matter, { scene, context: own }),
  ];
  return html`${facts} ${pastView(matter, scene)}`;
}

function historyMoreView(matter: Matter, scene: Scene): unknown {
  return moreView(`more-${matter.id}`, say(scene.context, 'contentHistory'), {
    scene,
    content: () => contentView(matter, scene),
  });
}

/** What was refused, withdrawn or has ended can be given again: the facts first. */
function againView(matter: Matter, scene: Scene): unknown {
  const { context } = scene;
  if (questionOf(matter, scene) === undefined) {
    return html`<p class="soft small">${say(context, 'notAskedNow')}</p>
      ${historyMoreView(matter, scene)}`;
  }
  const answers = { refuse: 'stateRefused', give: 'stateGiven', stands: 'refuse' } as const;
  return moreView(`again-${matter.id}`, say(context, 'decideAgain'), {
    scene,
    content: () => [questionView(matter, scene, answers), pastView(matter, scene)],
  });
}

/** The consent no longer covers what the matter has become: it is put again, whole. */
function staleView(matter: Matter, scene: Scene): unknown {
  const { context } = scene;
  const key = matter.state === 'stale' ? 'staleNote' : 'expiredNote';
  return html`<div class="asked">
      ${questionView(matter, scene, { refuse: 'answerRefuse', give: 'answerGive' })}
      <p class="soft small">${say(context, key)}</p>
    </div>
    ${historyMoreView(matter, scene)}`;
}

function bodyView(matter: Matter, scene: Scene): unknown {
  const group = groupOf(matter);
  if (group === 'again') return staleView(matter, scene);
  if (group === 'not-given') return againView(matter, scene);
  const own = historyMoreView(matter, scene);
  if (group === 'confirmed') return own;
  return [effectView(matter, scene), alsoView(matter, scene), renewalView(matter, scene), own];
}

/** One matter: how it stands, what can be done, and behind a disclosure all that led to it. */
export function matterView(matter: Matter, scene: Scene): TemplateResult {
  const { id, state, step } = matter;
  const canWithdraw = groupOf(matter) === 'given' && storedNotice(matter, scene.standing);
  const isAsked = isRenewalDue(renewalDay(matter), scene.now);
  const button =
    canWithdraw && !isAsked ? actionView('withdraw', 'withdraw', { matter, scene }) : nothing;
  return html`<article
    class="entry"
    id="entry-${id}"
    data-part=${id}
    data-state=${state}
    tabindex="-1"
    aria-labelledby="title-${id}"
  >
    ${matterHeadView(matter, scene, button)}
    ${deliveryWord(step.record) === 'rejected' ? rejectedView(matter, scene) : nothing}
    ${outcomeView(matter, scene)} ${bodyView(matter, scene)}
  </article>`;
}
