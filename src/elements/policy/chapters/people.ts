import { html, nothing } from 'lit';

import type { PolicyContact, Remedy, Right } from '../../../model/policy-about.js';
import { REMEDIES, retirementOf } from '../../../model/remedies.js';
import { addressView, contactView, phoneView } from '../../../ui/contact-view.js';
import { icon } from '../../../ui/icons.js';
import {
  announcedView,
  entriesTable,
  fieldsView,
  type Piece,
  type PolicyView,
  subheading,
  textView,
  titledText,
  word,
  wordView,
} from '../policy-view.js';

function rightsTable(view: PolicyView): Piece {
  const { list = [] } = view.policy.rights ?? {};
  return entriesTable<Right>(view, 'chapter-rights', {
    entries: list,
    columns: [
      {
        key: 'columnRight',
        cell: ({ right, statute }) =>
          html`${right}${statute === undefined ? nothing : html`<small>${statute}</small>`}`,
      },
      {
        key: 'columnHow',
        cell: ({ how, url }) =>
          how === undefined && url === undefined
            ? undefined
            : html`${how} ${url === undefined ? nothing : html`<div>${addressView(url)}</div>`}`,
      },
      { key: 'columnLimit', cell: ({ limit }) => limit, has: ({ limit }) => limit !== undefined },
    ],
  });
}

function withdrawalView(view: PolicyView): Piece {
  const { withdrawal } = view.policy;
  if (withdrawal === undefined) return nothing;
  return html`${subheading(view, 'subWithdrawal')}
  ${fieldsView(view, [
    ['columnHow', withdrawal.method],
    ['fieldPlace', withdrawal.url && addressView(withdrawal.url)],
  ])}`;
}

/** Row 16: the rights of a person and how to use them (requirement WDR-05). */
export function rightsChapter(view: PolicyView): Piece {
  const { rights } = view.policy;
  return html`${rightsTable(view)}${rights?.list.length === 0 ? announcedView(view) : nothing}
  ${titledText(view, 'subRightsHow', rights?.how)} ${withdrawalView(view)}
  ${titledText(view, 'subAgents', rights?.agents)}
  ${titledText(view, 'subResponse', rights?.response)}
  ${titledText(view, 'subDuties', rights?.duties)}`;
}

/** Row 18: who answers for the policy, and whom to ask (requirement POL-13). */
export function contactsChapter(view: PolicyView): Piece {
  const { contacts, contactRule } = view.policy;
  return html`${textView(view, contactRule)}
  ${entriesTable<PolicyContact>(view, 'chapter-contacts', {
    entries: contacts ?? [],
    columns: [
      {
        key: 'columnRole',
        cell: ({ role, roleName }) =>
          roleName === undefined
            ? wordView(view, `role-${role}`)
            : html`${roleName}<small>${wordView(view, `role-${role}`)}</small>`,
      },
      {
        key: 'columnDepartment',
        cell: ({ department, title }) =>
          [department, title].filter((part) => part !== undefined).join(' \u00b7 ') || undefined,
      },
      { key: 'fieldContact', cell: (contact) => contactView(contact, word(view, 'fax')) },
    ],
  })}
  ${contacts?.length === 0 ? announcedView(view) : nothing}`;
}

function bodyView(remedy: Remedy, view: PolicyView): unknown {
  const { body, operator, condition } = remedy;
  const retired = view.policy.jurisdiction === 'KR' ? retirementOf(remedy) : undefined;
  return html`${body}${operator === undefined ? nothing : html`<small>${operator}</small>`}
  ${condition === undefined ? nothing : html`<small>${condition}</small>`}
  ${
    retired === undefined
      ? nothing
      : html`<small part="retired" class="retired"
          >${wordView(view, 'retired')} <span lang="ko">${retired.reason}</span></small
        >`
  }`;
}

function phoneCell({ phone, phoneNote }: Remedy): unknown {
  if (phone === undefined) return phoneNote;
  return html`${phoneView(phone)}${phoneNote === undefined ? nothing : ` (${phoneNote})`}`;
}

function remediesTable(view: PolicyView, entries: readonly Remedy[]): Piece {
  return entriesTable<Remedy>(view, 'chapter-remedies', {
    entries,
    columns: [
      { key: 'columnBody', cell: (remedy) => bodyView(remedy, view) },
      { key: 'columnDuty', cell: ({ duty }) => duty, has: ({ duty }) => duty !== undefined },
      { key: 'columnPhone', cell: phoneCell },
      {
        key: 'columnSite',
        cell: ({ url, address }) =>
          url === undefined && address === undefined
            ? undefined
            : html`${url && addressView(url)}
              ${address === undefined ? nothing : html`<small>${address}</small>`}`,
      },
    ],
  });
}

/** Today's bodies, where the policy names none or names what is gone. */
function currentRemedies(view: PolicyView): Piece {
  const { remedies = [], jurisdiction } = view.policy;
  const isNeeded =
    remedies.length === 0 || remedies.some((each) => retirementOf(each) !== undefined);
  if (jurisdiction !== 'KR' || !isNeeded) return nothing;
  const checkedOn = REMEDIES[0]?.checkedOn ?? '';
  return html`<div class="note" part="current-remedies">
    ${icon('info')}
    <div>
      <strong>${word(view, 'currentRemedies', { date: checkedOn })}</strong>
      <ul class="lines" lang="ko">
        ${REMEDIES.map(
          ({ body, phone, url }) => html`<li>${body} ${phoneView(phone)} ${addressView(url)}</li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** Row 20: bodies that help with infringements (requirement POL-14). */
export function remediesChapter(view: PolicyView): Piece {
  const { remedies, remedyRule, authority } = view.policy;
  return html`${textView(view, remedyRule)} ${remediesTable(view, remedies ?? [])}
  ${remedies?.length === 0 ? announcedView(view) : nothing} ${currentRemedies(view)}
  ${fieldsView(view, [
    [
      'fieldAuthority',
      authority &&
        html`${authority.name} ${authority.url === undefined ? nothing : addressView(authority.url)}`,
    ],
  ])}`;
}
