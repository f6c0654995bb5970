import { html, nothing, type TemplateResult } from 'lit';

import type { Notice } from '../../../src/model/notice.js';
import type { Stats } from '../../../src/receiver/receipt-store.js';
import { daysView, itemBarsView } from './charts-view.js';
import { serviceName } from './entry.js';
import { type Title, ratesView } from './rates-view.js';
import { type Asked, askedOf, itemBars, itemIn, keyOf, type Rates, ratesOf } from './stats.js';
import { TEXTS } from './texts.js';
import { titleOf } from './titles.js';

const KOREAN = 'ko';

export interface StatsView {
  /** Undefined while nothing has been read. */
  readonly stats: Stats | undefined;
  /** Notices that have come, by hash. */
  readonly notices: ReadonlyMap<string, Notice>;
  /** What `keyOf()` gives for the surface and version that was chosen; empty: the one with most. */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
  readonly onCsv: (view: CsvSource) => void;
}

/** What the file of shares is written from. */
export interface CsvSource {
  readonly asked: readonly Asked[];
  readonly titleOf: (asked: Asked, id: string) => string;
  readonly isRequired: (asked: Asked, id: string) => boolean;
}

type Sources = Pick<StatsView, 'notices'>;

const noticesOf = ({ notices }: Sources, asked: Asked): readonly (Notice | undefined)[] =>
  asked.notices.map((hash) => notices.get(hash));

/** What an item is called: in Korean where any notice of it is, else in its own language. */
function titleIn(view: Sources, asked: Asked, id: string): Title {
  const found = itemIn(noticesOf(view, asked), id);
  if (found === undefined) return { text: id };
  const { item, locale } = found;
  const lang = locale.startsWith(KOREAN) ? undefined : locale;
  return { text: titleOf(item, locale), lang };
}

/** Whether an item had to be given. */
function isRequiredIn(view: Sources, asked: Asked, id: string): boolean {
  return itemIn(noticesOf(view, asked), id)?.item.required === true;
}

function nameOf(view: Sources, asked: Asked): string {
  const { policy, surface, version, receipts } = asked;
  const service = serviceName(policy, noticesOf(view, asked).find(Boolean));
  const where = TEXTS.surfaces[surface] ?? surface;
  const parts = [service, where, `${version}${TEXTS.version}`, `${String(receipts)}${TEXTS.unit}`];
  return parts.join(' \u00b7 ');
}

function chooser(view: StatsView, all: readonly Asked[], shown: Asked): TemplateResult {
  if (all.length === 1) return html`<span class="soft small">${nameOf(view, shown)}</span>`;
  return html`<select
    class="select"
    id="which"
    aria-label=${TEXTS.which}
    @change=${(event: Event) => {
      view.onChoose((event.target as HTMLSelectElement).value);
    }}
  >
    ${all.map(
      (asked) =>
        html`<option value=${keyOf(asked)} ?selected=${asked === shown}>
          ${nameOf(view, asked)}
        </option>`,
    )}
  </select>`;
}

function itemsPanel(view: StatsView, all: readonly Asked[], shown?: Asked): TemplateResult {
  const bars = (shown ? itemBars(shown) : []).map((bar) => {
    const { text: title, lang } = titleIn(view, shown as Asked, bar.id);
    return { bar, title, lang };
  });
  return html`<section class="panel" aria-labelledby="items-title">
    <div class="panel__head">
      <h2 id="items-title">${TEXTS.perItem}</h2>
      ${shown === undefined ? nothing : chooser(view, all, shown)}
    </div>
    <div class="panel__body">
      ${bars.length === 0 ? html`<p class="soft">${TEXTS.perItemNone}</p>` : itemBarsView(bars)}
    </div>
  </section>`;
}

/** Shares of what a person is free in: what is required is given by everybody who is in. */
function optionalRates(view: StatsView, all: readonly Asked[], shown: Asked): Rates {
  const { versions, rows } = ratesOf(all, shown);
  const isFree = (id: string): boolean =>
    !all.some(
      (each) =>
        each.policy === shown.policy &&
        each.surface === shown.surface &&
        isRequiredIn(view, each, id),
    );
  return { versions, rows: rows.filter(({ id }) => isFree(id)) };
}

function ratesPanel(view: StatsView, all: readonly Asked[], shown?: Asked): TemplateResult {
  const rates = shown && optionalRates(view, all, shown);
  const source: CsvSource = {
    asked: all,
    titleOf: (asked, id) => titleIn(view, asked, id).text,
    isRequired: (asked, id) => isRequiredIn(view, asked, id),
  };
  return html`<section class="panel" aria-labelledby="rates-title">
    <div class="panel__head">
      <h2 id="rates-title">${TEXTS.perVersion}</h2>
      ${
        shown === undefined
          ? nothing
          : html`<button
              class="button"
              type="button"
              id="csv"
              @click=${() => {
                view.onCsv(source);
              }}
            >
              ${TEXTS.csv} <span class="visually-hidden">${TEXTS.csvLabel}</span>
            </button>`
      }
    </div>
    ${
      rates === undefined || rates.rows.length === 0
        ? html`<p class="panel__body soft">${TEXTS.perVersionNone}</p>`
        : ratesView(rates, (id) => {
            const titled = all.find(
              (each) =>
                each.policy === shown?.policy &&
                each.surface === shown.surface &&
                itemIn(noticesOf(view, each), id) !== undefined,
            );
            return titled === undefined ? { text: id } : titleIn(view, titled, id);
          })
    }
  </section>`;
}

function daysPanel({ stats }: StatsView): TemplateResult {
  return html`<section class="panel" aria-labelledby="days-title">
    <div class="panel__head">
      <h2 id="days-title">${TEXTS.perDay}</h2>
      <span class="soft small">${TEXTS.lastDays}</span>
    </div>
    <div class="panel__body">${daysView(stats?.days ?? [])}</div>
  </section>`;
}

/** What people decided: by item, by day, and by version. */
export function statsPanels(view: StatsView): TemplateResult {
  const all = askedOf(view.stats?.notices ?? []);
  const shown = all.find((asked) => keyOf(asked) === view.chosen) ?? all[0];
  return html`<div class="desk__row desk__row--halves">
    ${itemsPanel(view, all, shown)}
    <div class="desk__column">${daysPanel(view)} ${ratesPanel(view, all, shown)}</div>
  </div>`;
}
