import { html, type TemplateResult } from 'lit';

import { icon } from '../../ui/icons.js';
import { CHAPTERS, chapterTitle } from './chapter-view.js';
import { type PolicyView, word } from './policy-view.js';

function entriesView(view: PolicyView): TemplateResult {
  return html`<ol>
    ${CHAPTERS.map(
      (name, index) =>
        html`<li>
          <a href=${view.hrefOf(name)}
            ><span class="number">${index + 1}</span> <span>${chapterTitle(name, view)}</span></a
          >
        </li>`,
    )}
  </ol>`;
}

/**
 * The contents (requirement POL-09): closed where there is little room, beside the text where there
 * is enough.
 */
export function contentsView(view: PolicyView, isBeside: boolean): TemplateResult {
  const title = word(view, 'contents');
  if (isBeside) {
    return html`<nav class="contents beside" part="contents" aria-label=${title}>
      <p class="title" aria-hidden="true">${title}</p>
      ${entriesView(view)}
    </nav>`;
  }
  return html`<nav class="contents" part="contents" aria-label=${title}>
    <details>
      <summary>${title} ${icon('down')}</summary>
      ${entriesView(view)}
    </details>
  </nav>`;
}
