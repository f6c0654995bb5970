import { html, nothing, type TemplateResult } from 'lit';

import type { Finding } from '../../model/finding.js';
import { icon } from '../../ui/icons.js';
import { safeHref } from '../../ui/safe-href.js';
import { say } from '../../ui/view-context.js';
import { receiptsIcon } from './receipts-icons.js';
import type { ReceiptsContext, ReceiptsKey } from './receipts-context.js';
import type { Scene } from './scene.js';
import { deliveryWord, type Standing } from './standing.js';

/** How many records wait, and how many the site has refused. */
function undelivered({ past }: Standing): { waiting: number; rejected: number } {
  const words = past.records.map(deliveryWord);
  const count = (word: string): number => words.filter((each) => each === word).length;
  return { waiting: count('waiting'), rejected: count('rejected') };
}

/** What has not reached the site yet, and what becomes of it (requirement REC-08). */
export function undeliveredView({ standing, context }: Scene): TemplateResult | typeof nothing {
  const { waiting, rejected } = undelivered(standing);
  if (waiting + rejected === 0) return nothing;
  const sentences = [
    say(context, 'pendingSafe'),
    ...(waiting > 0 ? [say(context, 'pendingWaiting', { n: waiting })] : []),
    ...(rejected > 0 ? [say(context, 'pendingRejected', { n: rejected })] : []),
  ];
  return html`<div class="note pending" role="status">
    ${receiptsIcon('clock')}
    <div>
      <strong>${say(context, 'pendingTitle', { n: waiting + rejected })}</strong>
      <p class="small">${sentences.join(' ')}</p>
    </div>
  </div>`;
}

/** What of the page's own could not be taken, by what was found. */
const LEFT: readonly (readonly [ReceiptsKey, readonly Finding['code'][]])[] = [
  ['leftVersion', ['bundle-version']],
  ['leftKey', ['ack-strange-key']],
];

function leftKeys({ past }: Standing, isUnreachable: boolean): readonly ReceiptsKey[] {
  const codes = past.left.map(({ code }) => code);
  const named = LEFT.filter(([, own]) => own.some((code) => codes.includes(code)));
  const isDamaged = codes.some((code) => !LEFT.some(([, own]) => own.includes(code)));
  return [
    ...(isUnreachable ? (['leftUnreachable'] as const) : []),
    ...named.map(([key]) => key),
    ...(isDamaged ? (['leftDamaged'] as const) : []),
    ...(past.strangers.length > 0 ? (['leftStranger'] as const) : []),
  ];
}

/** Which of what the page passed in is not shown, and why: each cause in its own sentence. */
export function leftView(
  { standing, context }: Scene,
  isUnreachable: boolean,
): TemplateResult | typeof nothing {
  const keys = leftKeys(standing, isUnreachable);
  if (keys.length === 0) return nothing;
  return html`<div class="note left" role="status">
    ${icon('alert')}
    <div>
      <strong>${say(context, 'leftTitle')}</strong>
      ${keys.map((key) => html`<p class="small" data-left=${key}>${say(context, key)}</p>`)}
    </div>
  </div>`;
}

/** That nothing is here: why, and what to do. */
export function emptyView(context: ReceiptsContext, loginUrl: string): TemplateResult {
  const href = loginUrl === '' ? undefined : safeHref(loginUrl, document.baseURI);
  return html`<div class="note" id="empty">
    ${receiptsIcon('page')}
    <div>
      <strong>${say(context, 'emptyTitle')}</strong>
      <p>${say(context, href === undefined ? 'emptyText' : 'emptyLogin')}</p>
      ${
        href === undefined
          ? nothing
          : html`<a class="button" href=${href}>${say(context, 'login')}</a>`
      }
    </div>
  </div>`;
}
