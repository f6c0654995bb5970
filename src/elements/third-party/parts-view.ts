import { html, nothing, type TemplateResult } from 'lit';

import type { SurfaceItem } from '../../model/surface.js';
import { icon } from '../../ui/icons.js';
import { itemView } from '../../ui/item-view.js';
import { say } from '../../ui/view-context.js';
import { answeredView, refusedView } from './answered-view.js';
import { cardView } from './card-view.js';
import type { Questions, Standing } from './questions.js';
import type { ThirdPartyContext } from './third-party-context.js';

/** All that the recipients are drawn from. */
export interface PartsView {
  readonly questions: Questions;
  readonly context: ThirdPartyContext;
  /** The item whose question is open; undefined when all is decided. */
  readonly openId: string | undefined;
  readonly standingOf: (id: string) => Standing | undefined;
  readonly errors: ReadonlyMap<string, string>;
  /** Whether an item is one that the order needs. */
  readonly isNeeded: (item: SurfaceItem) => boolean;
  readonly reason: string;
  readonly disabled: boolean;
  readonly isRestored: boolean;
  readonly onAnswer: (event: Event) => void;
  readonly onChange: (event: Event) => void;
  readonly onWithdraw: (event: Event) => void;
}

/** What one item comes to: a line of a list, or something that stands alone. */
interface Part {
  readonly isRow: boolean;
  readonly content: TemplateResult;
}

const NO_HANDLERS = { onInput: (): void => undefined, onChange: (): void => undefined };

/** A recipient that nobody may be asked about: its facts, and why it is no question. */
function noticePart(item: SurfaceItem, { context, disabled }: PartsView): Part {
  const state = { given: false, decided: false, disabled };
  return { isRow: true, content: itemView({ item, state, context, handlers: NO_HANDLERS }) };
}

function cardPart(item: SurfaceItem, view: PartsView): Part {
  const { questions, context, reason, disabled, errors, onAnswer, standingOf } = view;
  const standing = standingOf(item.id);
  const place = { number: questions.asked.indexOf(item) + 1, of: questions.asked.length };
  const content = cardView({
    ...{ item, context, place, reason, disabled, onAnswer },
    given: standing && standing.state === 'given',
    stale: standing === undefined ? questions.stale.get(item.id) : undefined,
    error: errors.get(item.id),
  });
  return { isRow: false, content };
}

function partOf(item: SurfaceItem, view: PartsView): Part | undefined {
  const { context, errors, disabled, onChange, onWithdraw } = view;
  if (item.kind === 'information') return noticePart(item, view);
  if (item.id === view.openId) return cardPart(item, view);
  const standing = view.standingOf(item.id);
  if (standing === undefined) return undefined;
  const answered = { item, standing, context, disabled, onChange, onWithdraw };
  const error = errors.get(item.id);
  const isCostly = standing.state === 'refused' && view.isNeeded(item);
  return isCostly
    ? { isRow: false, content: refusedView({ ...answered, error }) }
    : { isRow: true, content: answeredView({ ...answered, error }) };
}

/** The recipients in their order: answers as rows, and the one question that is open. */
export function partsView(view: PartsView): TemplateResult {
  const groups: Part[][] = [];
  for (const item of view.questions.items) {
    const part = partOf(item, view);
    if (part === undefined) continue;
    const last = groups.at(-1);
    if (part.isRow && last?.[0]?.isRow === true) last.push(part);
    else groups.push([part]);
  }
  return html`<div class="parts">
    ${
      view.isRestored
        ? html`<p class="note" role="status">
            ${icon('info')} <span>${say(view.context, 'restored')}</span>
          </p>`
        : nothing
    }
    ${groups.map((parts) =>
      parts[0]?.isRow === true
        ? html`<div class="list">${parts.map(({ content }) => content)}</div>`
        : parts.map(({ content }) => content),
    )}
  </div>`;
}
