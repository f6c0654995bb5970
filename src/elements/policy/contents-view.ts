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
 * The contents (requirement POL-09), twice: closed above the text, and open beside it. The style
 * shows the one for which there is room, so that no script has to measure.
 */
export function contentsView(view: PolicyView): TemplateResult {
  const title = word(view, 'contents');
  return html`<nav class="contents above" part="contents" aria-label=${title}>
      <details>
        <summary>${title} ${icon('down')}</summary>
        ${entriesView(view)}
      </details>
    </nav>
    <nav class="contents beside" part="contents" aria-label=${title}>
      <p class="title" aria-hidden="true">${title}</p>
      ${entriesView(view)}
    </nav>`;
}
