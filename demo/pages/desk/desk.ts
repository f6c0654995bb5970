import { html, nothing, render, type TemplateResult } from 'lit';

import { koreanDay } from '../../../src/model/due-dates.js';
import type { Notice } from '../../../src/model/notice.js';
import type { DueItem, Stats } from '../../../src/receiver/receipt-store.js';
import { icon } from '../../../src/ui/icons.js';
import { ask, type Trouble, troubleOf } from './ask.js';
import { Documents } from './documents.js';
import { type DueList, groupDue, readDue, settle } from './due.js';
import { dueKey, duePanel } from './due-view.js';
import { type Entry, idOf, isReceipt, policyOf, serviceName } from './entry.js';
import { FeedReader } from './feed.js';
import { figuresOf } from './figures.js';
import { figuresView } from './figures-view.js';
import { livePanel } from './live-panel.js';
import { downloadRates } from './rates-csv.js';
import { servicePicker, troubleView } from './desk-parts.js';
import { signatureCheck } from './signatures.js';
import { statsPanels } from './stats-panels.js';
import { sentenceOf, TEXTS } from './texts.js';
import { titleInEntry } from './titles.js';

const REFRESH_MS = 3000;
/** Due dates and counts change with receipts; and with the day, for which this is often enough. */
const REVIEW_MS = 60_000;
/** Rows that are drawn at first, and more at each press of the button below them. */
const ROWS_A_PRESS = 12;

/** The operator's desk: what the receiver has, verified and counted in this page. */
export class Desk {
  readonly #place: HTMLElement;
  readonly #documents = new Documents();
  readonly #reader: FeedReader;
  readonly #notices = new Map<string, Notice>();
  readonly #open = new Set<string>();
  readonly #settling = new Set<string>();
  #entries: readonly Entry[] = [];
  #byId: ReadonlyMap<string, Entry> = new Map();
  #stats: Stats | undefined;
  #due: DueList | undefined;
  #dueProblem: string | undefined;
  #trouble: Trouble | undefined;
  #policy = '';
  #chosen = '';
  #rows = ROWS_A_PRESS;
  #isPaused = false;
  #isReading = true;
  #isDueLong = false;
  #reviewedAt = 0;
  #reading: Promise<void> = Promise.resolve();

  constructor(place: HTMLElement) {
    this.#place = place;
    const checkSignature = signatureCheck();
    this.#reader = new FeedReader({
      documents: this.#documents,
      ...(checkSignature && { checkSignature }),
    });
  }

  /** Reads and draws until the page is left. */
  async follow(): Promise<never> {
    this.#draw();
    for (;;) {
      // A page that nobody sees asks for nothing.
      if (!this.#isPaused && document.visibilityState === 'visible') await this.#refresh();
      await new Promise((resolve) => setTimeout(resolve, REFRESH_MS));
    }
  }

  /** Reads once more; never twice at a time, for both would get the same receipts. */
  #refresh(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#readOnce());
    return this.#reading;
  }

  async #readOnce(): Promise<void> {
    try {
      const isNew = await this.#reader.read(() => {
        this.#takeEntries();
        this.#draw();
      });
      if (isNew) this.#takeEntries();
      this.#isReading = false;
      if (isNew || Date.now() - this.#reviewedAt > REVIEW_MS) await this.#review();
      this.#trouble = undefined;
    } catch (error) {
      this.#trouble = troubleOf(error);
    }
    this.#draw();
  }

  #takeEntries(): void {
    this.#entries = this.#reader.entries();
    this.#byId = new Map(this.#entries.map((entry) => [idOf(entry), entry]));
  }

  /** Reads what is counted and what is due. */
  async #review(): Promise<void> {
    const policy = this.#policy;
    const query = policy === '' ? '' : `?policy=${encodeURIComponent(policy)}`;
    const [stats, due] = await Promise.all([ask<Stats>(`/desk/stats${query}`), readDue()]);
    await Promise.all(
      stats.notices.map(async ({ notice: hash }) => {
        const notice = await this.#documents.notice(hash);
        if (notice !== undefined) this.#notices.set(hash, notice);
      }),
    );
    // Another service was chosen meanwhile: its own answer is on the way.
    if (policy !== this.#policy) return;
    this.#stats = stats;
    this.#due = due;
    this.#reviewedAt = Date.now();
  }

  async #settle(items: readonly DueItem[]): Promise<void> {
    for (const item of items) this.#settling.add(dueKey(item));
    this.#dueProblem = undefined;
    this.#draw();
    try {
      // One after the other: the receiver's database is asked for each.
      for (const item of items) await settle(item);
    } catch (error) {
      const [title] = TEXTS.trouble[troubleOf(error)];
      this.#dueProblem = `${TEXTS.duePart} (${title})`;
    }
    for (const item of items) this.#settling.delete(dueKey(item));
    this.#reviewedAt = 0;
    await this.#refresh();
  }

  #choosePolicy(policy: string): void {
    this.#policy = policy;
    this.#chosen = '';
    this.#rows = ROWS_A_PRESS;
    this.#reviewedAt = 0;
    this.#draw();
    void this.#refresh();
  }

  #draw(): void {
    const now = Date.now();
    const isMine = (policy: string | undefined): boolean =>
      this.#policy === '' || policy === this.#policy;
    const entries = this.#entries.filter((entry) => isMine(policyOf(entry)));
    const due = this.#due?.items.filter(({ policy }) => isMine(policy));
    const groups = due && groupDue(due, koreanDay(now));
    const view = html`${this.#trouble === undefined ? nothing : troubleView(this.#trouble)}
      ${this.#logView()}
      ${servicePicker(this.#services(), this.#policy, (policy) => {
        this.#choosePolicy(policy);
      })}
      ${figuresView(figuresOf(entries, now), groups)}
      <div class="desk__row desk__row--wide">
        ${this.#liveView(entries, now)}
        ${duePanel({
          groups: groups ?? [],
          isCut: this.#due?.isCut ?? false,
          isLong: this.#isDueLong,
          onMore: () => {
            this.#isDueLong = true;
            this.#draw();
          },
          settling: this.#settling,
          problem: this.#dueProblem,
          titleOf: ({ receipt }, id) => titleInEntry(this.#byId.get(receipt), id),
          onDone: (items) => void this.#settle(items),
        })}
      </div>
      ${statsPanels({
        stats: this.#stats,
        notices: this.#notices,
        chosen: this.#chosen,
        onChoose: (key) => {
          this.#chosen = key;
          this.#draw();
        },
        onCsv: downloadRates,
      })}`;
    render(view, this.#place);
    this.#place.ariaBusy = String(this.#isReading && this.#trouble === undefined);
  }

  #liveView(entries: readonly Entry[], now: number): TemplateResult {
    return livePanel({
      ...{ entries, now, rows: this.#rows, open: this.#open },
      ...{ isPaused: this.#isPaused, isReading: this.#isReading },
      onToggle: (id) => {
        if (!this.#open.delete(id)) this.#open.add(id);
        this.#draw();
      },
      onMore: () => {
        this.#rows += ROWS_A_PRESS;
        this.#draw();
      },
      onPause: () => {
        this.#isPaused = !this.#isPaused;
        this.#draw();
        if (!this.#isPaused) void this.#refresh();
      },
    });
  }

  #logView(): TemplateResult | typeof nothing {
    const broken = this.#reader.log;
    if (broken === undefined) return nothing;
    return html`<div class="note note--danger" role="alert" id="log-broken">
      ${icon('alert')}
      <div>
        <strong>${TEXTS.logBroken}</strong>
        <p>${TEXTS.logAdvice} ${broken.finding.detail}</p>
        <p class="soft">${sentenceOf(broken.finding)} <code>${broken.id}</code></p>
      </div>
    </div>`;
  }

  /** The services that have receipts, by the id of their policy. */
  #services(): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    for (const entry of this.#entries.filter(isReceipt)) {
      const { policy } = entry.item.receipt.notice;
      if (!names.has(policy)) names.set(policy, serviceName(policy, entry.notice));
    }
    return names;
  }
}
