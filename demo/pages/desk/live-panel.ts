import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { type Entry, idOf } from './entry.js';
import { receiptRows } from './receipt-rows.js';
import { TEXTS } from './texts.js';

export interface LiveView {
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** How many of them are drawn. */
  readonly rows: number;
  readonly open: ReadonlySet<string>;
  readonly isPaused: boolean;
  /** True until the feed has been read to its end once. */
  readonly isReading: boolean;
  readonly now: number;
  readonly onToggle: (id: string) => void;
  readonly onPause: () => void;
  readonly onMore: () => void;
}

function statusText({ entries, isPaused, isReading }: LiveView): string {
  const count = `${entries.length.toLocaleString('ko')}${TEXTS.unit}`;
  if (isPaused) return `${count} \u00b7 ${TEXTS.paused}`;
  return isReading ? `${count} \u00b7 ${TEXTS.reading}` : count;
}

function tableView(view: LiveView): TemplateResult {
  const { entries, rows, open, now, onToggle } = view;
  const { time, receipt, version, answers, check } = TEXTS.columns;
  return html`<table class="live" id="table" role="table" aria-labelledby="live-title">
    <thead role="rowgroup">
      <tr role="row">
        ${[time, receipt, version, answers, check].map(
          (name) => html`<th role="columnheader" scope="col">${name}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup" id="receipts">
      ${repeat(entries.slice(0, rows), idOf, (entry) => {
        const id = idOf(entry);
        return receiptRows(entry, {
          isOpen: open.has(id),
          now,
          onToggle: () => {
            onToggle(id);
          },
        });
      })}
    </tbody>
  </table>`;
}

const EMPTY = html`<div class="panel__empty" id="empty">
  <p><strong>${TEXTS.emptyTitle}</strong></p>
  <p class="soft">${TEXTS.emptyAdvice}</p>
  <p><a class="button" href="/haru/">${TEXTS.emptyLink}</a></p>
</div>`;

/** Receipts as they arrive; the list can be held still (WCAG 2.2.2). */
export function livePanel(view: LiveView): TemplateResult {
  const { entries, rows, isPaused, isReading, onPause, onMore } = view;
  return html`<section class="panel" aria-labelledby="live-title">
    <div class="panel__head">
      <h2 id="live-title">${TEXTS.live}</h2>
      <p class="soft" id="status" role="status">${statusText(view)}</p>
      <button class="button" type="button" id="pause" @click=${onPause}>
        ${isPaused ? TEXTS.resume : TEXTS.pause}
      </button>
    </div>
    ${entries.length > 0 ? tableView(view) : isReading ? nothing : EMPTY}
    ${
      entries.length > rows
        ? html`<p class="panel__more">
            <button class="button" type="button" @click=${onMore}>${TEXTS.more}</button>
          </p>`
        : nothing
    }
  </section>`;
}
