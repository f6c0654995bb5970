import { html, nothing, type TemplateResult } from 'lit';

import { LEAVING_CHECKED_ON } from '../../gates/browser-guides.js';
import { replacedReason } from '../../gates/replaced-steps.js';
import type { DevicePermission, OriginalSteps } from '../../model/policy-automatic.js';
import type { PolicyDocument } from '../../model/policy-document.js';
import { type GuideContext, type GuideKey, say } from './guide-context.js';

function permissionView(permission: DevicePermission, context: GuideContext): TemplateResult {
  const { name, required, reason } = permission;
  const lang = context.contentLang ?? nothing;
  return html`<section class="kind">
    <h4>
      <span class="badge">${say(context, required ? 'badgeRequired' : 'badgeOptional')}</span>
      <span lang=${lang}>${name}</span>
    </h4>
    <p lang=${lang}>${reason}</p>
  </section>`;
}

/** What an app may use of a device, and why (Network Act 22-2; requirement CKI-12). */
export function permissionsView(
  permissions: readonly DevicePermission[] | undefined,
  context: GuideContext,
): TemplateResult | typeof nothing {
  if (permissions === undefined || permissions.length === 0) return nothing;
  return html`<section class="part">
    <h3>${say(context, 'permissionsTitle')}</h3>
    <div class="list">${permissions.map((each) => permissionView(each, context))}</div>
  </section>`;
}

const REASONS = {
  retired: 'replacedRetired',
  moved: 'replacedMoved',
  'delete-only': 'replacedDeleteOnly',
} as const satisfies Record<string, GuideKey>;

function originalView(original: OriginalSteps, context: GuideContext): TemplateResult {
  const { target, device, path, action } = original;
  const reason = replacedReason(original);
  const lang = context.contentLang ?? nothing;
  return html`<section class="kind original">
    ${reason === undefined ? nothing : html`<p class="replaced">${say(context, REASONS[reason])}</p>`}
    <h4 lang=${lang}>${device === undefined ? target : `${device} \u00b7 ${target}`}</h4>
    <p lang=${lang}>
      ${path.join(' \u203a ')}${action === undefined ? nothing : html`<br />${action}`}
    </p>
  </section>`;
}

/** The policy's own steps: named, dated, and said to be replaced where they are out of date. */
export function originalsView(
  { automaticCollection, effective }: PolicyDocument,
  context: GuideContext,
): TemplateResult | typeof nothing {
  const originals = automaticCollection?.original ?? [];
  if (originals.length === 0) return nothing;
  const replaced = originals.some((original) => replacedReason(original) !== undefined);
  return html`<section class="part" id="original">
    <h3>${say(context, 'originalTitle')}</h3>
    <p class="soft">
      ${say(context, replaced ? 'originalReplaced' : 'originalKept', {
        effective,
        date: LEAVING_CHECKED_ON,
      })}
    </p>
    <div class="list">${originals.map((original) => originalView(original, context))}</div>
  </section>`;
}
