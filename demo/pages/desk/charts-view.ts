import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

import { busiestOf, type DayBar, type ItemBar, segmentsOf } from './stats.js';
import { TEXTS } from './texts.js';

const DOT = ' \u00b7 ';

type Series = 'given' | 'refused' | 'gone';

/** The sample beside a word. Series differ by fill, hatch and outline, not by colour alone. */
function legend(entries: readonly (readonly [Series, string])[]): TemplateResult {
  return html`<ul class="legend">
    ${entries.map(
      ([series, word]) =>
        html`<li>
          <svg aria-hidden="true">
            <rect class="c-${series}" x="0.5" y="0.5" width="15" height="15" rx="3" />
          </svg>
          ${word}
        </li>`,
    )}
  </ul>`;
}

const percentText = (share: number): string => String(Math.round(share));

/** Shapes in percent of the room; the text stands outside, so that it never scales. */
function barView(bar: ItemBar, title: string): TemplateResult {
  const { standing, refused, withdrawn } = bar;
  const counts = [
    `${TEXTS.given} ${String(standing)}`,
    `${TEXTS.refused} ${String(refused)}`,
    `${TEXTS.withdrawn} ${String(withdrawn)}`,
  ].join(', ');
  return html`<svg class="chart" height="18" role="img" aria-label="${title}: ${counts}">
    ${segmentsOf(bar).map(
      ({ name, x, width }) =>
        svg`<rect class="c-${name}" x="${x.toFixed(2)}%" y="1.5" width="${width.toFixed(2)}%" height="15" rx="2"/>`,
    )}
  </svg>`;
}

/** An item and what it is called. */
export interface NamedBar {
  readonly bar: ItemBar;
  readonly title: string;
  readonly lang?: string | undefined;
}

/** Given, refused, withdrawn of each item. */
export function itemBarsView(bars: readonly NamedBar[]): TemplateResult {
  return html`${legend([
      ['given', TEXTS.given],
      ['refused', TEXTS.refused],
      ['gone', TEXTS.withdrawn],
    ])}
    <ul class="bars">
      ${bars.map(({ bar, title, lang }) => {
        const numbers = [
          `${TEXTS.counts.given} ${String(bar.standing)}`,
          `${TEXTS.counts.refused} ${String(bar.refused)}`,
          `${TEXTS.counts.withdrawn} ${String(bar.withdrawn)}`,
        ];
        return html`<li
          data-item=${bar.id}
          data-counts="${bar.standing} ${bar.refused} ${bar.withdrawn}"
        >
          <p><b lang=${lang ?? nothing}>${title}</b><span>${numbers.join(DOT)}</span></p>
          ${barView(bar, title)}
        </li>`;
      })}
    </ul>`;
}

/** Height of the chart of days, and the room between two parts of a bar, in px. */
const HEIGHT = 120;
const GAP = 2;

const totalOf = ({ decisions, withdrawals }: DayBar): number => decisions + withdrawals;

function dayColumn(day: DayBar, most: number, place: number, days: number): SVGTemplateResult {
  const slot = 100 / days;
  const at = `${(place * slot + slot * 0.13).toFixed(2)}%`;
  const width = `${(slot * 0.74).toFixed(2)}%`;
  // Both parts and the gap between them fit the chart on the busiest day.
  const scale = (HEIGHT - GAP - 2) / most;
  const decided = day.decisions * scale;
  const gone = day.withdrawals * scale;
  const lift = day.decisions > 0 ? GAP : 0;
  const rect = (series: Series, y: number, height: number): unknown =>
    height <= 0
      ? nothing
      : svg`<rect class="c-${series}" x="${at}" y="${y.toFixed(1)}" width="${width}" height="${height.toFixed(1)}" rx="2"/>`;
  return svg`${rect('given', HEIGHT - decided, decided)}${rect('gone', HEIGHT - decided - lift - gone, gone)}`;
}

function axisView(days: readonly DayBar[]): TemplateResult {
  const short = (index: number): string => days[index]?.day.slice(5) ?? '';
  const last = days.length - 1;
  return html`<p class="axis" aria-hidden="true">
    <span>${short(0)}</span><span>${short(Math.floor(last / 2))}</span><span>${short(last)}</span>
  </p>`;
}

function dayTable(days: readonly DayBar[]): TemplateResult {
  return html`<details>
    <summary>${TEXTS.dayTable}</summary>
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">${TEXTS.day}</th>
          <th scope="col">${TEXTS.decisions}</th>
          <th scope="col">${TEXTS.withdrawals}</th>
        </tr>
      </thead>
      <tbody>
        ${days.map(
          ({ day, decisions, withdrawals }) =>
            html`<tr>
              <th scope="row">${day}</th>
              <td>${decisions}</td>
              <td>${withdrawals}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

/** Receipts of each day: decisions, and withdrawals above them. */
export function daysView(days: readonly DayBar[]): TemplateResult {
  const busiest = busiestOf(days);
  if (busiest === undefined) return html`<p class="soft">${TEXTS.daysNone}</p>`;
  const most = totalOf(busiest);
  const least = Math.min(...days.map(totalOf));
  const label = `${TEXTS.lastDays}, ${String(least)}\u2013${String(most)}${TEXTS.unit}`;
  return html`${legend([
      ['given', TEXTS.decisions],
      ['gone', TEXTS.withdrawals],
    ])}
    <svg class="chart" height=${HEIGHT + 1} role="img" aria-label=${label}>
      <line class="c-grid" x1="0" x2="100%" y1="0.5" y2="0.5" />
      <line class="c-grid" x1="0" x2="100%" y1=${HEIGHT / 2} y2=${HEIGHT / 2} />
      ${days.map((day, i) => dayColumn(day, most, i, days.length))}
      <line class="c-axis" x1="0" x2="100%" y1=${HEIGHT + 0.5} y2=${HEIGHT + 0.5} />
    </svg>
    ${axisView(days)}
    <p class="soft small">${TEXTS.busiest} ${busiest.day.slice(5)}, ${most}${TEXTS.unit}</p>
    ${dayTable(days)}`;
}

/** A share as a number and a short bar. */
export function rateView(bar: ItemBar | undefined): TemplateResult {
  if (bar === undefined) return html`<span class="soft">${TEXTS.notAsked}</span>`;
  const share = percentText(bar.given);
  return html`<span class="rate"
    ><b>${share}%</b>
    <svg class="chart" height="8" aria-hidden="true">
      <rect class="c-track" x="0" y="3.5" width="100%" height="1" />
      <rect class="c-given" x="0" y="0" width="${bar.given.toFixed(2)}%" height="8" rx="2" />
    </svg>
    <small>${Math.round((bar.given * bar.asked) / 100)}/${bar.asked}</small></span
  >`;
}
