import { html, nothing, type TemplateResult } from 'lit';

import { rateView } from './charts-view.js';
import type { RateRow, Rates } from './stats.js';
import { TEXTS } from './texts.js';

/** What an item is called, and in which language where that is another. */
export interface Title {
  readonly text: string;
  readonly lang?: string | undefined;
}

function rowView(
  { id, rates }: RateRow,
  versions: readonly string[],
  title: Title,
): TemplateResult {
  return html`<tr role="row" data-rate=${id}>
    <th role="rowheader" scope="row" lang=${title.lang ?? nothing}>${title.text}</th>
    ${rates.map(
      (rate, i) =>
        html`<td role="cell">
          <span class="label">${versions[i]}${TEXTS.version}</span>${rateView(rate)}
        </td>`,
    )}
  </tr>`;
}

/** Shares of those who agreed, one row an item, one column a version. */
export function ratesView(
  { versions, rows }: Rates,
  titleOf: (id: string) => Title,
): TemplateResult {
  return html`<div class="rates__room">
    <table class="rates" role="table" aria-labelledby="rates-title">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${TEXTS.item}</th>
          ${versions.map(
            (version) => html`<th role="columnheader" scope="col">${version}${TEXTS.version}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => rowView(row, versions, titleOf(row.id)))}
      </tbody>
    </table>
  </div>`;
}
