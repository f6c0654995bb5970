import { html, nothing, type TemplateResult } from 'lit';

import type { Right } from '../../model/policy-about.js';
import { blocksView } from '../../ui/block-view.js';
import { safeHref } from '../../ui/safe-href.js';
import { say } from '../../ui/view-context.js';
import type { SummaryContext } from './summary-context.js';
import { policyLink } from './value-views.js';

/** The rights as listed, and how consent is taken back where the list does not lead there. */
function listOf({ policy, content }: SummaryContext): readonly Right[] {
  const { rights: { list = [] } = {}, withdrawal } = policy;
  if (
    withdrawal === undefined ||
    list.some(({ url }) => url !== undefined && url === withdrawal.url)
  )
    return list;
  const { url, method } = withdrawal;
  const right = content.term('rightWithdraw');
  const taken = { right, ...(url && { url }), ...(method && { how: method }) };
  return [...list, taken];
}

function rightView({ right, how, limit, url }: Right, context: SummaryContext): TemplateResult {
  const { contentLang = nothing } = context;
  const href = url === undefined ? undefined : safeHref(url, document.baseURI);
  return html`<li lang=${contentLang}>
    ${href === undefined ? html`<b>${right}</b>` : html`<a class="link" href=${href}>${right}</a>`}
    ${how === undefined ? nothing : html`<p>${how}</p>`}
    ${
      limit === undefined
        ? nothing
        : html`<p class="soft small">${context.content.term('rightLimit', { limit })}</p>`
    }
  </li>`;
}

/** The rights and how to use them (PIPA 30(1)5). */
export function rightsView(context: SummaryContext): TemplateResult {
  const { rights } = context.policy;
  const list = listOf(context);
  const { contentLang = nothing } = context;
  const isSilent = list.length === 0 && rights?.how === undefined;
  return html`<section>
    <h3>${say(context, 'rightsHeading')}</h3>
    ${isSilent ? html`<p class="soft">${say(context, 'unstated')}</p>` : nothing}
    ${
      list.length === 0
        ? nothing
        : html`<ul class="rights">
            ${list.map((right) => rightView(right, context))}
          </ul>`
    }
    <div class="blocks" lang=${contentLang}>
      ${blocksView(rights?.how ?? [])}${blocksView(rights?.response ?? [])}
    </div>
    ${policyLink(context.hrefOf('rights'), say(context, 'labelLink'))}
  </section>`;
}
