import { html, nothing, type TemplateResult } from 'lit';

import { missingParents } from '../../model/matters.js';
import type { Notice, NoticeItem } from '../../model/notice.js';
import { droppedFacts, markChanges } from '../../ui/changed-facts.js';
import { factsView, type Remark } from '../../ui/facts-view.js';
import { icon } from '../../ui/icons.js';
import { say } from '../../ui/view-context.js';
import type { ReceiptsKey } from './receipts-context.js';
import { type Scene, titlesOf } from './scene.js';
import type { Matter } from './standing.js';
import { longMoreView } from './stored-notice-view.js';

/** What is put to the person, and on which notice it stands. */
export interface Question {
  readonly item: NoticeItem;
  readonly notice: Notice;
}

/** What can be answered now: as the policy asks it today; without a policy, as it was asked then. */
export function questionOf({ now, step }: Matter, { standing }: Scene): Question | undefined {
  if (standing.today !== undefined) return now;
  const { item, notice } = step;
  return item && notice && { item, notice };
}

/** Why a matter can't be given yet: what it hangs on is not given. */
function closedText({ item }: Question, scene: Scene): string | undefined {
  const { context, standing } = scene;
  const { all, any } = missingParents(item, standing.matters);
  const separator = context.reader.messages.listSeparator;
  const names = (ids: readonly string[]): string => {
    const known = titlesOf(ids, scene);
    return (known.length > 0 ? known : ids).join(separator);
  };
  if (all.length > 0) return say(context, 'hintParent', { title: names(all) });
  return any.length > 0 ? say(context, 'hintAny', { channels: names(any) }) : undefined;
}

/** What is told of an answer that is put. */
export interface Answers {
  readonly refuse: ReceiptsKey;
  readonly give: ReceiptsKey;
  /** The answer that stands: marked as pressed. Undefined: none does (CTL-01). */
  readonly stands?: 'refuse';
}

interface AnswerButton {
  readonly action: 'refuse' | 'give';
  readonly label: string;
  readonly stands: boolean | undefined;
  readonly isClosed: boolean;
}

function answerView({ id }: Matter, button: AnswerButton, { onPress }: Scene): TemplateResult {
  const { action, label, stands, isClosed } = button;
  return html`<button
    type="button"
    data-action=${action}
    data-item=${id}
    aria-describedby="title-${id}"
    aria-pressed=${stands === undefined ? nothing : stands ? 'true' : 'false'}
    ?disabled=${isClosed}
    @click=${onPress}
  >
    ${stands === true ? icon('check') : nothing} ${label}
  </button>`;
}

/**
 * The facts first, then two answers of one shape, refusal first (requirement CTL-03). Nothing is
 * answered beforehand.
 */
export function questionView(
  matter: Matter,
  scene: Scene,
  { refuse, give, stands }: Answers,
): TemplateResult | typeof nothing {
  const { context } = scene;
  const question = questionOf(matter, scene);
  if (question === undefined) return nothing;
  const closed = closedText(question, scene);
  const isPut = stands === undefined;
  const buttons: readonly AnswerButton[] = [
    {
      action: 'refuse',
      label: say(context, refuse),
      stands: isPut ? undefined : true,
      isClosed: false,
    },
    {
      action: 'give',
      label: say(context, give),
      stands: isPut ? undefined : false,
      isClosed: closed !== undefined,
    },
  ];
  return html`${factsNowView(matter, question, scene)}
    ${
      closed === undefined
        ? nothing
        : html`<p class="hint">${icon('info')} <span>${closed}</span></p>`
    }
    <div class="answers" role="group" aria-labelledby="title-${matter.id}">
      ${buttons.map((button) => answerView(matter, button, scene))}
    </div>`;
}

/** What has changed since consent was given, marked in the table and told of what is gone (CON-17). */
function changesOf(
  { state, step }: Matter,
  { item, notice }: Question,
  scene: Scene,
): { readonly remark?: Remark; readonly note?: string } {
  if (state !== 'stale') return {};
  const { context } = scene;
  if (step.item === undefined || step.notice?.locale !== notice.locale)
    return { note: say(context, 'staleLanguage') };
  const own = scene.speak(notice);
  const words = {
    changed: say(context, 'factChanged'),
    before: (value: string) => say(context, 'factBefore', { value }),
  };
  const remark = markChanges(step.item, item, { context: own, words });
  const dropped = droppedFacts(step.item, item, own).join(' \u00b7 ');
  return dropped === ''
    ? { remark }
    : { remark, note: `${say(context, 'factDropped')}: ${dropped}` };
}

function factsNowView(matter: Matter, question: Question, scene: Scene): TemplateResult {
  const { item, notice } = question;
  const context = scene.speak(notice);
  const { remark, note } = changesOf(matter, question, scene);
  return html`${factsView({ ...item, id: `ask-${item.id}` }, context, remark)}
  ${note === undefined ? nothing : html`<p class="soft small">${note}</p>`}
  ${longMoreView(item, matter, { scene, context })}`;
}
