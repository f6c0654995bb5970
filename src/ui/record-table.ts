import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';

import { contentLang, type ReadingContext, unstatedView } from './reading-view.js';

/** One row: what it is of, and its cells; the first cell names the row. */
export interface RecordRow {
  /** The entry of the document. While it is the same, the row is not drawn again. */
  readonly entry: unknown;
  /** Content of the cells, one a column; `undefined` where the policy says nothing. */
  readonly cells: () => readonly unknown[];
}

/** A table whose rows become labelled blocks where there is no room for columns. */
export interface RecordTable {
  readonly context: ReadingContext;
  /** What the table is called, for whoever cannot see the heading above it. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Whether the last column holds sentences, and the others words: it gets half of the width. */
  readonly lastIsWide?: boolean;
  readonly rows: readonly RecordRow[];
}

function cellView(value: unknown, label: string, context: ReadingContext): TemplateResult {
  return html`<td role="cell">
    <span class="label">${label}</span>
    <div lang=${contentLang(context)}>${value ?? unstatedView(context)}</div>
  </td>`;
}

function rowView({ cells }: RecordRow, { columns, context }: RecordTable): TemplateResult {
  const [head, ...rest] = cells();
  return html`<tr role="row">
    <th scope="row" role="rowheader" lang=${contentLang(context)}>
      ${head ?? unstatedView(context)}
    </th>
    ${rest.map((cell, index) => cellView(cell, columns[index + 1] ?? '', context))}
  </tr>`;
}

/**
 * Draws the table. Roles are written out, for a table that CSS draws as blocks loses its own; the
 * labels of the blocks are text, so that they are read, copied and printed.
 */
export function recordTable(table: RecordTable): TemplateResult {
  const { columns, rows, name, context, lastIsWide } = table;
  const { reader, content } = context;
  const kind = lastIsWide === true ? 'records wide-last' : 'records';
  return html`<table class=${kind} role="table" aria-label=${name} part="table">
    <thead>
      <tr role="row">
        ${columns.map((label) => html`<th scope="col" role="columnheader">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) =>
        guard([row.entry, reader.messages, content.messages, context.contentLang], () =>
          rowView(row, table),
        ),
      )}
    </tbody>
  </table>`;
}
