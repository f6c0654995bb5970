import { html, nothing, type TemplateResult } from 'lit';

import { type RecordFlag, receivedAt } from '../../model/record-flags.js';
import type { ItemState, Receipt } from '../../model/receipt.js';
import type { PastRecord } from '../../core/past.js';
import { icon } from '../../ui/icons.js';
import { localTime } from '../../ui/local-time.js';
import { say } from '../../ui/view-context.js';
import type { ReceiptsKey } from './receipts-context.js';
import type { Scene } from './scene.js';
import type { Matter } from './standing.js';

const STATES: Readonly<Record<ItemState, ReceiptsKey>> = {
  given: 'stateGiven',
  refused: 'stateRefused',
  withdrawn: 'stateWithdrawn',
  renewed: 'stateRenewed',
  expired: 'stateExpired',
};

const FLAGS: Readonly<Record<RecordFlag, ReceiptsKey>> = {
  altered: 'flagAltered',
  unlinked: 'flagUnlinked',
  gap: 'flagGap',
  clock: 'flagClock',
};

/** Surfaces that have a name in every language; any other is called as the policy calls it. */
const PLACES: Readonly<Record<string, ReceiptsKey>> = {
  signup: 'placeSignup',
  inquiry: 'placeInquiry',
  event: 'placeEvent',
  checkout: 'placeCheckout',
};

/** Where it was decided. What follows a decision is decided in this element. */
function placeOf({ actor, event, ref, notice }: Receipt, { context }: Scene): string {
  if (actor === 'guardian') return say(context, 'placeGuardian');
  if (actor === 'system') return say(context, 'placeClock');
  if (event !== 'decision' || ref !== undefined) return say(context, 'placeHere');
  const key = Object.hasOwn(PLACES, notice.surface) ? PLACES[notice.surface] : undefined;
  return key === undefined ? notice.surface : say(context, key);
}

/** What a person should know of a record; it is shown and kept as it is. */
function flagsView(record: PastRecord, scene: Scene): readonly TemplateResult[] {
  const { context, standing } = scene;
  const received = receivedAt(record);
  return (standing.flags.get(record.receipt.id) ?? []).map((flag) => {
    const when =
      flag === 'clock' && received !== undefined
        ? ` ${say(context, 'receivedOn', { date: localTime(new Date(received), true) })}`
        : '';
    return html`<p class="flag" data-flag=${flag}>
      ${icon('alert')} <span>${say(context, FLAGS[flag])}${when}</span>
    </p>`;
  });
}

/** Parts of a line with a dot between them that no line begins with. */
function partsView(parts: readonly string[]): TemplateResult {
  return html`<span class="parts num"
    >${parts.map((part) => html`<span class="part">${part}</span>`)}</span
  >`;
}

/** All that happened to a matter, the newest first. */
export function historyView({ steps }: Matter, scene: Scene): TemplateResult {
  const { context, isPrinted } = scene;
  return html`<ol class="time" aria-label=${say(context, 'historyTitle')}>
    ${steps.map(({ record, state }) => {
      const { receipt, hash } = record;
      const version = say(context, 'versionName', { version: receipt.notice.version });
      const at = localTime(new Date(receipt.at), true);
      return html`<li data-receipt=${receipt.id}>
        ${say(context, STATES[state])} ${partsView([at, version, placeOf(receipt, scene)])}
        ${
          isPrinted
            ? html`<span class="proof">${say(context, 'recordNumber', { id: receipt.id })}</span>
                <span class="proof">${say(context, 'recordHash', { hash })}</span>`
            : nothing
        }
        ${flagsView(record, scene)}
      </li>`;
    })}
  </ol>`;
}
