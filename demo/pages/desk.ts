import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { type Entry, FeedReader } from './desk/feed.js';
import { receiptRows } from './desk/receipt-rows.js';
import { TEXTS } from './desk/texts.js';

const REFRESH_MS = 3000;
/** Rows that are drawn at first, and more at each press of the button below them. */
const ROWS_A_PRESS = 30;
/** Receipts that the page keeps in memory; the server keeps all. */
const MOST_ENTRIES = 1000;

const reader = new FeedReader();
const open = new Set<string>();
let entries: readonly Entry[] = [];
let rows = ROWS_A_PRESS;
let isPaused = false;
let isSilent = false;
let isFirst = true;

const part = (name: string): HTMLElement => {
  const element = document.getElementById(name);
  if (element === null) throw new Error(`The desk has no #${name}`);
  return element;
};

function draw(): void {
  const shown = entries.slice(0, rows);
  render(
    repeat(
      shown,
      ({ item }) => item.receipt.id,
      (entry) => rowsOf(entry),
    ),
    part('receipts'),
  );
  part('table').hidden = entries.length === 0;
  part('empty').hidden = isFirst || entries.length > 0;
  render(statusView(), part('status'));
  render(
    entries.length > shown.length
      ? html`<button class="button" type="button" @click=${showMore}>${TEXTS.more}</button>`
      : nothing,
    part('more'),
  );
}

function rowsOf(entry: Entry): unknown {
  const { id } = entry.item.receipt;
  return receiptRows(entry, {
    isOpen: open.has(id),
    onToggle: () => {
      if (!open.delete(id)) open.add(id);
      draw();
    },
  });
}

function statusView(): string {
  if (isSilent) return TEXTS.silent;
  const count = `${TEXTS.count} ${entries.length}${TEXTS.unit}`;
  return isPaused ? `${count} · ${TEXTS.paused}` : count;
}

function showMore(): void {
  rows += ROWS_A_PRESS;
  draw();
}

async function refresh(): Promise<void> {
  try {
    const fresh = await reader.read();
    entries = [...[...fresh].reverse(), ...entries].slice(0, MOST_ENTRIES);
    isSilent = false;
    isFirst = false;
  } catch {
    isSilent = true;
  }
  draw();
}

async function follow(): Promise<never> {
  for (;;) {
    // A page that nobody sees asks for nothing.
    if (!isPaused && document.visibilityState === 'visible') await refresh();
    await new Promise((resolve) => setTimeout(resolve, REFRESH_MS));
  }
}

const pause = part('pause');
pause.addEventListener('click', () => {
  isPaused = !isPaused;
  pause.textContent = isPaused ? TEXTS.resume : TEXTS.pause;
  if (isPaused) draw();
  else void refresh();
});
pause.hidden = false;

void follow();
