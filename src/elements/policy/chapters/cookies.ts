import { html, nothing } from 'lit';

import type { Cookie, CookieCategory, CookieService } from '../../../model/policy-automatic.js';
import { addressView, contactView } from '../../../ui/contact-view.js';
import { countryText } from '../../../ui/fact-texts.js';
import { contentLang, linesView } from '../../../ui/reading-view.js';
import { basisView, itemsView, purposesView, refusalView, retentionView } from '../fact-views.js';
import {
  announcedView,
  entriesTable,
  fieldsView,
  type Piece,
  type PolicyView,
  subheading,
  word,
  wordView,
} from '../policy-view.js';

/** Where a browser keeps a thing, in words. */
const STORES = {
  cookie: 'storageCookie',
  'local-storage': 'storageLocal',
  'indexed-db': 'storageDatabase',
} as const;

function cookieView({ name, storage, purpose, retention }: Cookie, view: PolicyView): unknown {
  return html`<code>${name}</code> (${wordView(view, STORES[storage ?? 'cookie'])})
    ${purpose === undefined ? nothing : html`<small>${purpose}</small>`}
    ${retention === undefined ? nothing : html`<small>${retentionView(view, retention)}</small>`}`;
}

function serviceView(service: CookieService, view: PolicyView): unknown {
  const { name, company, contact, country, ownUse, url } = service;
  const lines = contactView(contact, word(view, 'fax'));
  return html`${name} ${company === undefined ? nothing : html`<small>${company}</small>`}
  ${lines === undefined ? nothing : html`<small>${lines}</small>`}
  ${country === undefined ? nothing : html`<small>${countryText(country, view.context.content)}</small>`}
  ${url === undefined ? nothing : html`<small>${addressView(url)}</small>`}
  ${ownUse === true ? html`<small>${wordView(view, 'ownUse')}</small>` : nothing}`;
}

function categoryView(category: CookieCategory, view: PolicyView): Piece {
  const { title, description, necessary, services } = category;
  return html`<h5 lang=${contentLang(view.context)}>
      ${title}
      <span class="badge">${wordView(view, necessary ? 'badgeRequired' : 'badgeOptional')}</span>
    </h5>
    ${description === undefined ? nothing : html`<p lang=${contentLang(view.context)}>${description}</p>`}
    ${fieldsView(view, [
      ['factPurpose', category.purposes && purposesView(view, category.purposes)],
      ['factData', category.data && itemsView(view, category.data)],
      ['factRetention', category.retention && retentionView(view, category.retention)],
      [
        'factBasis',
        category.basis && basisView(view, { basis: category.basis, required: necessary }),
      ],
      ['factRefusal', refusalView(view, category.refusal)],
    ])}
    ${services.length === 0 ? announcedView(view) : servicesView(services, view)}`;
}

function servicesView(services: readonly CookieService[], view: PolicyView): Piece {
  return entriesTable<CookieService>(view, 'subCookies', {
    entries: services,
    columns: [
      { key: 'columnServiceName', cell: (service) => serviceView(service, view) },
      { key: 'factPurpose', cell: ({ purposes }) => purposesView(view, purposes) },
      {
        key: 'factData',
        cell: ({ data }) => itemsView(view, data),
        has: ({ data }) => data !== undefined,
      },
      {
        key: 'factRetention',
        cell: ({ retention }) => retentionView(view, retention),
        has: ({ retention }) => retention !== undefined,
      },
      {
        key: 'columnCookies',
        cell: ({ cookies = [] }) => linesView(cookies.map((cookie) => cookieView(cookie, view))),
        has: ({ cookies }) => cookies !== undefined,
      },
    ],
  });
}

/** Cookies and the like, by the category that one choice covers. */
export function cookiesView(view: PolicyView): Piece {
  const { cookies } = view.policy.automaticCollection ?? {};
  if (cookies === undefined) return nothing;
  return html`${subheading(view, 'subCookies')}
  ${cookies.length === 0 ? announcedView(view) : cookies.map((category) => categoryView(category, view))}`;
}
