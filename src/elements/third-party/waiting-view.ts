import { html, type TemplateResult } from 'lit';

import type { PolicyState } from '../../ui/policy-controller.js';
import { askErrorView } from '../../ui/status-view.js';
import { say } from '../../ui/view-context.js';
import type { ThirdPartyContext } from './third-party-context.js';

/** All that is drawn while nothing can be asked. */
export interface WaitingView {
  readonly context: ThirdPartyContext | undefined;
  readonly source: { readonly state: PolicyState; retry(): void };
  /** Where to turn to: an e-mail address or a page. */
  readonly support: string;
}

/** Bones of about a card's height, or why there is nothing to decide. */
export function waitingView({ context, source, support }: WaitingView): TemplateResult {
  const { state } = source;
  if (context !== undefined && state.status === 'error') {
    return askErrorView(context, state.reason, {
      support,
      onRetry: () => {
        source.retry();
      },
    });
  }
  return html`<div id="problem" tabindex="-1" aria-busy="true">
    <p class="soft" role="status">${context === undefined ? '' : say(context, 'loading')}</p>
    <div class="card stack" aria-hidden="true">
      ${['w1', 'w2', '', 'w1', 'w2', ''].map((width) => html`<div class="bone ${width}"></div>`)}
    </div>
  </div>`;
}
