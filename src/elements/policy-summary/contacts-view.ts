import { html, nothing, type TemplateResult } from 'lit';

import type { PolicyContact, Remedy } from '../../model/policy-about.js';
import type { PolicyDocument } from '../../model/policy-document.js';
import { REMEDIES, retirementOf } from '../../model/remedies.js';
import { addressView, mailView, phoneView } from '../../ui/contact-view.js';
import { say } from '../../ui/view-context.js';
import type { SummaryContext } from './summary-context.js';
import { factView, partedView, stated } from './value-views.js';

/** What a contact answers for: as the policy calls it, else in the reader's words. */
export function roleText({ role, roleName }: PolicyContact, context: SummaryContext): string {
  if (roleName !== undefined) return roleName;
  const keys = {
    cpo: 'roleCpo',
    officer: 'roleOfficer',
    access: 'roleAccess',
    complaints: 'roleComplaints',
  } as const;
  return say(context, keys[role]);
}

/** Without a scheme an address is text: nobody knows what it leads to. */
function urlView(url: string): TemplateResult | string {
  const isWhole = /^https?:/i.test(url);
  return isWhole ? addressView(url, url.replace(/^https?:\/\/(www\.)?|\/$/gi, '')) : url;
}

function contactView(contact: PolicyContact, context: SummaryContext): TemplateResult {
  const { department, title, phone, email, fax, url, address, text } = contact;
  const who = [department, title].filter((part) => part !== undefined).join(' ');
  const parts = [
    ...(who === '' ? [] : [who]),
    ...(phone === undefined ? [] : [phoneView(phone)]),
    ...(email === undefined ? [] : [mailView(email)]),
    ...(url === undefined ? [] : [urlView(url)]),
    ...[fax, address, text].filter((part) => part !== undefined),
  ];
  const value = parts.length === 0 ? say(context, 'unstated') : partedView(parts);
  return factView(
    html`<span lang=${contact.roleName === undefined ? nothing : (context.contentLang ?? nothing)}
      >${roleText(contact, context)}</span
    >`,
    html`<span lang=${context.contentLang ?? nothing}>${value}</span>`,
  );
}

/**
 * What the policy names, without a link where the number or address no longer holds (POL-14): nobody
 * should dial it.
 */
function remedyView(remedy: Remedy, context: SummaryContext): TemplateResult {
  const { body, phone, url } = remedy;
  const isRetired = retirementOf(remedy) !== undefined;
  const parts = [
    ...(phone === undefined ? [] : [isRetired ? phone : phoneView(phone)]),
    ...(url === undefined ? [] : [isRetired ? url : urlView(url)]),
  ];
  return factView(
    html`<span lang=${context.contentLang ?? nothing}>${body}</span>`,
    html`${parts.length === 0 ? stated('', context) : partedView(parts)}
    ${isRetired ? html`<small>${say(context, 'remedyRetired')}</small>` : nothing}`,
  );
}

/** The bodies of today that the policy does not name as they are now. */
function missingRemedies({ remedies = [] }: PolicyDocument): readonly Remedy[] {
  const isNamed = ({ phone }: Remedy): boolean =>
    remedies.some((each) => each.phone === phone && retirementOf(each) === undefined);
  return remedies.some((each) => retirementOf(each) !== undefined)
    ? REMEDIES.filter((remedy) => !isNamed(remedy))
    : [];
}

/** A body of today beside outdated ones, and that it is not the policy's own word. */
function todayView({ body, phone, url }: Remedy, context: SummaryContext): TemplateResult {
  const parts = [...(phone ? [phoneView(phone)] : []), ...(url ? [urlView(url)] : [])];
  return factView(
    html`<span lang="ko">${body}</span>`,
    html`${partedView(parts)}<small>${say(context, 'remedyToday')}</small>`,
  );
}

/** The department for complaints first (requirement POL-10), then who else answers. */
function ordered(contacts: readonly PolicyContact[]): readonly PolicyContact[] {
  const isFirst = ({ role }: PolicyContact): boolean => role === 'complaints';
  return [...contacts.filter(isFirst), ...contacts.filter((contact) => !isFirst(contact))];
}

function cardView(title: string, rows: readonly TemplateResult[], empty: string): TemplateResult {
  return html`<div class="card">
    <h4>${title}</h4>
    ${
      rows.length === 0
        ? html`<p class="soft">${empty}</p>`
        : html`<dl class="facts names">${rows}</dl>`
    }
  </div>`;
}

/** Who answers for the data, and who helps when that is not enough (PIPA 30(1)6; POL-14). */
export function contactsView(context: SummaryContext): TemplateResult {
  const { contacts = [], remedies = [], notApplicable = [] } = context.policy;
  const silent = say(context, 'unstated');
  return html`<section>
    <h3>${say(context, 'contactsHeading')}</h3>
    <div class="cards">
      ${cardView(
        say(context, 'contacts'),
        ordered(contacts).map((contact) => contactView(contact, context)),
        silent,
      )}
      ${cardView(
        say(context, 'remedies'),
        [
          ...remedies.map((remedy) => remedyView(remedy, context)),
          ...missingRemedies(context.policy).map((remedy) => todayView(remedy, context)),
        ],
        notApplicable.includes('remedies') ? say(context, 'notApplicable') : silent,
      )}
    </div>
  </section>`;
}
