import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { localTime } from '../../ui/local-time.js';
import { say } from '../../ui/view-context.js';
import { endView, type EndView } from './end-view.js';
import { matterView } from './matter-view.js';
import { emptyView, leftView, undeliveredView } from './notes-view.js';
import type { ReceiptsKey } from './receipts-context.js';
import { groupOf, GROUPS, type Matter, type MatterGroup } from './standing.js';

/** All that the element draws when the past is known. */
export interface ReceiptsView extends EndView {
  readonly loginUrl: string;
  /** Whether the policy was named and did not come. */
  readonly isPolicyMissing: boolean;
  /** Whether what the page knows did not come. */
  readonly isKnownMissing: boolean;
  /** The withdrawal of all that is optional, while it can be taken back. */
  readonly bulk: { readonly count: number; readonly isUndone: boolean } | undefined;
  readonly onWithdrawAll: (event: Event) => void;
  readonly onUndoAll: (event: Event) => void;
}

const TITLES: Readonly<Record<MatterGroup, ReceiptsKey>> = {
  again: 'groupAgain',
  given: 'groupGiven',
  'not-given': 'groupNotGiven',
  confirmed: 'groupConfirmed',
};

/** From how many optional consents on there is one button for all of them. */
const MANY = 2;

/** The optional consents that stand. */
export function optionalGiven(matters: readonly Matter[]): readonly Matter[] {
  return matters.filter(
    (matter) => groupOf(matter) === 'given' && matter.step.item?.required === false,
  );
}

function withdrawAllView({ scene, onWithdrawAll }: ReceiptsView): TemplateResult | typeof nothing {
  const { matters } = scene.standing;
  const optional = optionalGiven(matters);
  if (optional.length < MANY) return nothing;
  return html`<button class="link all" type="button" id="withdraw-all" @click=${onWithdrawAll}>
    ${say(scene.context, 'withdrawAll', { n: optional.length })}
  </button>`;
}

/** What became of the press on "withdraw all", with a way back. */
function bulkView({ scene, bulk, onUndoAll }: ReceiptsView): TemplateResult | typeof nothing {
  if (bulk === undefined) return nothing;
  const { context } = scene;
  return html`<div class="result bulk" role="status" id="result-all" tabindex="-1">
    <p>
      <b
        >${
          bulk.isUndone ? say(context, 'undone') : say(context, 'allWithdrawn', { n: bulk.count })
        }</b
      >
    </p>
    ${
      bulk.isUndone
        ? nothing
        : html`<p>
            <button class="link" type="button" data-action="undo-all" @click=${onUndoAll}>
              ${say(context, 'undo')}
            </button>
          </p>`
    }
  </div>`;
}

function groupView(group: MatterGroup, view: ReceiptsView): TemplateResult | typeof nothing {
  const { scene } = view;
  const { context, standing } = scene;
  const matters = standing.matters.filter((matter) => groupOf(matter) === group);
  if (matters.length === 0) return nothing;
  return html`<section
    class="group"
    role="group"
    data-group=${group}
    aria-labelledby="group-${group}"
  >
    <div class="head">
      <div>
        <h3 id="group-${group}">${say(context, TITLES[group])}</h3>
        <p>${say(context, 'groupCount', { n: matters.length })}</p>
      </div>
      ${group === 'given' ? withdrawAllView(view) : nothing}
    </div>
    ${
      group === 'confirmed'
        ? html`<p class="soft small">${say(context, 'groupConfirmedNote')}</p>`
        : nothing
    }
    <div class="list">
      ${repeat(
        matters,
        ({ id }) => id,
        (matter) => matterView(matter, scene),
      )}
    </div>
  </section>`;
}

/** My consents on this site: what wants attention first, then every matter, then what can be had. */
export function receiptsView(view: ReceiptsView): TemplateResult {
  const { scene, loginUrl, isKnownMissing, isPolicyMissing } = view;
  const { context, standing, isPrinted, now } = scene;
  const isEmpty = standing.matters.length === 0;
  return html`<div class="receipts">
    <h2 id="receipts" tabindex="-1">${say(context, 'receiptsTitle')}</h2>
    ${isEmpty ? nothing : html`<p class="soft lead">${say(context, 'receiptsLead')}</p>`}
    ${
      isPrinted
        ? html`<p class="soft small">
            ${say(context, 'printedOn', { date: localTime(new Date(now), true) })}
          </p>`
        : nothing
    }
    ${leftView(scene, isKnownMissing)} ${undeliveredView(scene)}
    ${
      isPolicyMissing && !isEmpty
        ? html`<p class="soft small missing">${say(context, 'policyMissing')}</p>`
        : nothing
    }
    ${bulkView(view)} ${isEmpty ? emptyView(context, loginUrl) : nothing}
    ${GROUPS.map((group) => groupView(group, view))}
    ${isEmpty && standing.past.kept === 0 ? nothing : endView(view)}
  </div>`;
}
