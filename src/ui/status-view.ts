import { html, nothing, type TemplateResult } from 'lit';

import { icon } from './icons.js';
import { safeHref } from './safe-href.js';
import { say, type ViewContext } from './view-context.js';

/** Bones of about the final height, so that the page does not jump. They do not move. */
export function loadingView(text: string): TemplateResult {
  return html`<p class="soft" role="status">${text}</p>
    <div class="choose" aria-hidden="true">
      <div class="stack">
        <div class="bone w1"></div>
        <div class="bone w2"></div>
      </div>
      <div class="pair">
        <div class="bone"></div>
        <div class="bone"></div>
      </div>
    </div>
    <div class="group list" aria-hidden="true">
      ${[1, 2].map(
        () =>
          html`<div class="item">
            <div class="row">
              <div class="bone w3"></div>
              <div class="bone w1"></div>
            </div>
            <div class="body stack">
              <div class="bone w2"></div>
              <div class="bone w1"></div>
            </div>
          </div>`,
      )}
    </div>`;
}

/** What the note about a document that did not come is made of. */
export interface LoadErrorView {
  readonly context: ViewContext;
  readonly title: string;
  /** Why, and what to do. */
  readonly text: string;
  /** A last sentence. */
  readonly closing?: string;
  /** Where to turn to, as the page gives it: an e-mail address or a page. */
  readonly support: string;
  readonly onRetry: () => void;
}

function supportView(support: string, context: ViewContext): TemplateResult {
  const address = /^[^\s:/]+@[^\s:/]+$/.test(support) ? `mailto:${support}` : support;
  const href = safeHref(address, document.baseURI);
  const contact = href === undefined ? support : html`<a href=${href}>${support}</a>`;
  const [before = '', after = ''] = say(context, 'loadErrorContact').split('{contact}');
  return html`${before}${contact}${after}`;
}

/** Why there is nothing to decide, and what to do: then no consent is taken. */
export function askErrorView(
  context: ViewContext,
  reason: 'network' | 'document',
  rest: Pick<LoadErrorView, 'support' | 'onRetry'>,
): TemplateResult {
  return loadErrorView({
    context,
    title: say(context, 'loadErrorTitle'),
    text: say(context, reason === 'network' ? 'loadErrorNetwork' : 'loadErrorDocument'),
    closing: say(context, 'loadErrorNoConsent'),
    ...rest,
  });
}

/** Why there is nothing to see, and what to do. */
export function loadErrorView(view: LoadErrorView): TemplateResult {
  const { context, title, text, closing, support, onRetry } = view;
  return html`<div class="note danger" role="alert" tabindex="-1" id="problem">
    ${icon('alert')}
    <div>
      <strong>${title}</strong>
      <p>${text}</p>
      <button class="button" type="button" @click=${onRetry}>
        ${icon('refresh')} ${say(context, 'retry')}
      </button>
      <p class="small">${support === '' ? nothing : supportView(support, context)} ${closing}</p>
    </div>
  </div>`;
}
