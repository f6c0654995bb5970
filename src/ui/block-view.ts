import { html, nothing, type TemplateResult } from 'lit';

import type { Block, Link, ListItem, Text } from '../model/block.js';
import { safeHref } from './safe-href.js';

/** A link that leaves the page as it is; text where the address is not one that a link may have. */
export function linkView({ text, href }: Link): TemplateResult | string {
  const safe = safeHref(href, document.baseURI);
  if (safe === undefined) return text;
  return html`<a href=${safe} target="_blank" rel="noopener">${text}</a>`;
}

function textView(text: Text): unknown {
  if (typeof text === 'string') return text;
  return text.map((part) => (typeof part === 'string' ? part : linkView(part)));
}

function listItemView(item: ListItem): TemplateResult {
  if (typeof item === 'string' || !('items' in item)) return html`<li>${textView(item)}</li>`;
  return html`<li>
    ${textView(item.text)}
    <ul>
      ${item.items.map(listItemView)}
    </ul>
  </li>`;
}

function cellsView(cells: readonly Text[], head: boolean): TemplateResult {
  return html`<tr>
    ${cells.map((cell) =>
      head ? html`<th scope="col">${textView(cell)}</th>` : html`<td>${textView(cell)}</td>`,
    )}
  </tr>`;
}

function blockView(block: Block): TemplateResult {
  if (typeof block === 'string') return html`<p>${block}</p>`;
  if (block.type === 'paragraph') return html`<p>${textView(block.text)}</p>`;
  if (block.type === 'list') {
    const items = block.items.map(listItemView);
    return block.ordered === true
      ? html`<ol>
          ${items}
        </ol>`
      : html`<ul>
          ${items}
        </ul>`;
  }
  return html`<table>
    ${
      block.caption === undefined
        ? nothing
        : html`<caption>
            ${block.caption}
          </caption>`
    }
    ${
      block.head === undefined
        ? nothing
        : html`<thead>
            ${cellsView(block.head, true)}
          </thead>`
    }
    <tbody>
      ${block.rows.map((row) => cellsView(row, false))}
    </tbody>
  </table>`;
}

/** Longer text, piece by piece. Plain text and links; never HTML. */
export function blocksView(blocks: readonly Block[]): TemplateResult[] {
  return blocks.map(blockView);
}
