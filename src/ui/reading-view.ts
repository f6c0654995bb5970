import { html, nothing, type TemplateResult } from 'lit';

import type { ReadingMessages } from '../i18n/reading-messages.js';
import type { TextKey } from '../i18n/messages.js';
import { say, type ViewContext } from './view-context.js';

/** What a view of an element needs that only shows. */
export type ReadingContext = ViewContext<TextKey<ReadingMessages>>;

/** The `lang` that a word of the reader's needs where it stands among content of another language. */
export function readerLang(context: ViewContext): string | typeof nothing {
  return context.contentLang === undefined ? nothing : context.reader.lang;
}

/** The `lang` of content, where it is not the reader's. */
export function contentLang(context: ViewContext): string | typeof nothing {
  return context.contentLang ?? nothing;
}

/** That the policy does not say it (requirement POL-11): never an empty place. */
export function unstatedView(context: ReadingContext): TemplateResult {
  return html`<span class="soft" part="unstated" lang=${readerLang(context)}
    >${say(context, 'unstated')}</span
  >`;
}

/** That the policy itself says that there is no such thing. */
export function notApplicableView(context: ReadingContext): TemplateResult {
  return html`<b part="not-applicable" lang=${readerLang(context)}
    >${say(context, 'notApplicable')}</b
  >`;
}

/** Nothing, one part as it stands, or several, one under the other. */
export function linesView(parts: readonly unknown[]): unknown {
  if (parts.length < 2) return parts[0];
  return html`<ul class="lines">
    ${parts.map((part) => html`<li>${part}</li>`)}
  </ul>`;
}
