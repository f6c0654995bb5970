import { html, nothing, type TemplateResult } from 'lit';

import type { NextVersion } from '../../model/policy-document.js';
import { blocksView } from '../../ui/block-view.js';
import { icon } from '../../ui/icons.js';
import { say } from '../../ui/view-context.js';
import type { SummaryContext } from './summary-context.js';
import { tileIcon } from './tile-icons.js';
import { DOT, policyLink } from './value-views.js';

/** Who speaks: the legal names, else the brands, and the service where that is another name. */
function partiesText({ policy: { controllers, service } }: SummaryContext): string {
  const names = controllers.flatMap(({ name, brands = [] }) =>
    name === undefined ? brands : [name],
  );
  return [...new Set([...names, service.name])].join(DOT);
}

/** Of a version that is called after its own day, only the day. */
function versionText(context: SummaryContext): string {
  const { version, effective: date } = context.policy;
  return version === date
    ? say(context, 'summaryEffective', { date })
    : say(context, 'summaryVersion', { version, date });
}

function nextView({ effective, changes }: NextVersion, context: SummaryContext): TemplateResult {
  return html`<div class="note">
    ${tileIcon('clock')}
    <div>
      <strong>${say(context, 'nextTitle', { date: effective })}</strong>
      <div class="blocks" lang=${context.contentLang ?? nothing}>${blocksView(changes ?? [])}</div>
      ${policyLink(context.hrefOf('changes'), say(context, 'nextLink'))}
    </div>
  </div>`;
}

/** Whose policy, which version, and what comes next. */
export function headView(context: SummaryContext): TemplateResult {
  const { next, status } = context.policy;
  return html`<h2>${say(context, 'summaryHeading')}</h2>
    <p class="version soft">
      <span lang=${context.contentLang ?? nothing}>${partiesText(context)}</span>
      <span class="piece">${versionText(context)}</span>
    </p>
    ${
      status === 'archived'
        ? html`<p class="note">${icon('info')} <span>${say(context, 'summaryArchived')}</span></p>`
        : nothing
    }
    ${next === undefined ? nothing : nextView(next, context)}`;
}
