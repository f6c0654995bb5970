import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { icon } from '../../../src/ui/icons.js';
import type { DueItem } from '../../../src/receiver/receipt-store.js';
import type { DueGroup } from './due.js';
import { fill, TEXTS } from './texts.js';

export interface DueView {
  readonly groups: readonly DueGroup[];
  readonly isCut: boolean;
  /** Whether all of it is drawn, or what comes first. */
  readonly isLong: boolean;
  readonly onMore: () => void;
  /** What is being told to the receiver: keys of items. */
  readonly settling: ReadonlySet<string>;
  /** Why some of it could not be told. */
  readonly problem?: string | undefined;
  /** What an item of a notice is called. */
  readonly titleOf: (due: DueItem, item: string) => string;
  readonly onDone: (items: readonly DueItem[]) => void;
}

/** Groups that are drawn at first, besides those whose day is over. */
const SOON = 5;

/** By what one thing that is due is known. */
export function dueKey({ receipt, kind }: DueItem): string {
  return `${receipt}/${kind}`;
}

function leftView(left: number): TemplateResult {
  if (left < 0) {
    return html`<small class="is-danger">${icon('alert')} ${fill(TEXTS.dueOver, -left)}</small>`;
  }
  return html`<small>${left === 0 ? TEXTS.dueToday : fill(TEXTS.dueLeft, left)}</small>`;
}

/** Says that it is done. Its name says of what: there is one such button a line. */
function doneButton(view: DueView, items: readonly DueItem[], about: string): TemplateResult {
  const isSending = items.some((item) => view.settling.has(dueKey(item)));
  const text = items.length > 1 ? TEXTS.dueAllDone : TEXTS.dueDone;
  return html`<button
    class="button"
    type="button"
    aria-label="${text}, ${about}"
    aria-disabled=${isSending ? 'true' : 'false'}
    @click=${() => {
      if (!isSending) view.onDone(items);
    }}
  >
    ${isSending ? TEXTS.dueSending : text}
  </button>`;
}

function itemView(view: DueView, due: DueItem): TemplateResult {
  const who = due.account ?? due.subject;
  const what = due.items.map((id) => view.titleOf(due, id)).join(', ');
  return html`<li data-due=${dueKey(due)}>
    <span><code>${who}</code>${what === '' ? nothing : html`<small>${what}</small>`}</span>
    ${doneButton(view, [due], who)}
  </li>`;
}

function groupView(view: DueView, group: DueGroup): TemplateResult {
  const { kind, day, left, items, people, requirement } = group;
  const [title, rule] = TEXTS.dueKinds[kind];
  const about = `${day.slice(5)} ${title}`;
  return html`<li data-kind=${kind} data-day=${day}>
    <div>
      <b><time datetime=${day}>${day.slice(5)}</time></b
      >${leftView(left)}
    </div>
    <div>${title}</div>
    ${doneButton(view, items, about)}
    <details>
      <summary>
        ${people}${TEXTS.people} · ${rule}
        <span class="visually-hidden">${about}, ${TEXTS.dueList}</span>
      </summary>
      <p class="soft small">${TEXTS.dueRule} ${requirement}</p>
      <ul class="due__who">
        ${items.map((item) => itemView(view, item))}
      </ul>
    </details>
  </li>`;
}

/** What the operator owes, by day. */
export function duePanel(view: DueView): TemplateResult {
  const { groups, isCut, isLong, problem, onMore } = view;
  const shown = isLong
    ? groups
    : groups.slice(0, SOON + groups.filter(({ left }) => left < 0).length);
  const more = groups.length - shown.length;
  return html`<section class="panel" aria-labelledby="due-title">
    <div class="panel__head"><h2 id="due-title">${TEXTS.due}</h2></div>
    <p class="panel__problem" role="status" ?hidden=${problem === undefined}>${problem}</p>
    ${
      groups.length === 0
        ? html`<p class="panel__empty soft">${TEXTS.dueNone}</p>`
        : html`<ul class="due">
            ${repeat(
              shown,
              ({ day, kind }) => `${day} ${kind}`,
              (group) => groupView(view, group),
            )}
          </ul>`
    }
    ${
      more > 0
        ? html`<p class="panel__more">
            <button class="button" type="button" @click=${onMore}>
              ${fill(TEXTS.dueMore, more)}
            </button>
          </p>`
        : nothing
    }
    ${isCut && more === 0 ? html`<p class="panel__note soft">${TEXTS.dueCut}</p>` : nothing}
  </section>`;
}
