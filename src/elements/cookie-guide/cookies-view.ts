import { html, nothing, type TemplateResult } from 'lit';

import type { Cookie, CookieCategory, CookieService } from '../../model/policy-automatic.js';
import { linkView } from '../../ui/block-view.js';
import { basisText, countryText } from '../../ui/fact-texts.js';
import { icon } from '../../ui/icons.js';
import { type GuideContext, type GuideKey, say } from './guide-context.js';
import {
  contactParts,
  dataParts,
  oneLine,
  purposeParts,
  retentionParts,
  type Row,
  rowsView,
} from './rows-view.js';

const STORAGE: Readonly<Record<NonNullable<Cookie['storage']>, GuideKey>> = {
  cookie: 'storageCookie',
  'local-storage': 'storageLocal',
  'indexed-db': 'storageIndexedDb',
};

/** Who is behind a service: its company, country, contact, and whether it takes the data for itself. */
function serviceView(service: CookieService, context: GuideContext): TemplateResult {
  const { name, company, contact, country, ownUse, url } = service;
  const about = [
    company,
    country === undefined ? undefined : countryText(country, context.content),
    ...contactParts(contact),
    ownUse === true ? context.content.term('ownUse') : undefined,
  ].filter((part) => part !== undefined);
  return html`${name}${about.length === 0 ? nothing : ` (${about.join(context.content.messages.listSeparator)})`}
  ${url === undefined ? nothing : linkView({ text: url, href: url })}`;
}

function categoryRows(category: CookieCategory, context: GuideContext): Row[] {
  const { purposes, data, retention, basis, services, refusal } = category;
  return [
    { label: say(context, 'factPurpose'), values: purposeParts(purposes, context) },
    { label: say(context, 'factData'), values: dataParts(data, context) },
    { label: say(context, 'factRetention'), values: retentionParts(retention, context) },
    {
      label: say(context, 'factServices'),
      values: services.map((service) => serviceView(service, context)),
    },
    {
      label: say(context, 'factBasis'),
      values: basis === undefined ? [] : [basisText({ basis }, context.content)],
    },
    {
      label: say(context, 'factHowToRefuse'),
      values: refusal?.right === undefined ? [] : [refusal.right],
    },
  ];
}

/** What is stored, by name: for who looks into the browser's storage. */
function namesView(cookies: readonly Cookie[], context: GuideContext): TemplateResult {
  return html`<details>
    <summary>${say(context, 'cookieNames', { n: cookies.length })}${icon('down')}</summary>
    <div class="list">
      ${cookies.map(
        ({ name, storage = 'cookie', purpose, retention }) =>
          html`<div class="kind">
            ${rowsView(
              [
                { label: say(context, 'cookieName'), values: [html`<code>${name}</code>`] },
                { label: say(context, 'storagePlace'), values: [say(context, STORAGE[storage])] },
                {
                  label: say(context, 'factPurpose'),
                  values: purpose === undefined ? [] : [purpose],
                },
                {
                  label: say(context, 'factRetention'),
                  values: retentionParts(retention, context),
                },
              ],
              context,
            )}
          </div>`,
      )}
    </div>
  </details>`;
}

function categoryView(category: CookieCategory, context: GuideContext): TemplateResult {
  const { title, description, necessary, services } = category;
  const cookies = services.flatMap((service) => service.cookies ?? []);
  const lang = context.contentLang ?? nothing;
  return html`<section class="kind">
    <h4>
      <span class="badge">${say(context, necessary ? 'badgeRequired' : 'badgeOptional')}</span>
      <span lang=${lang}>${title}</span>
    </h4>
    ${description === undefined ? nothing : html`<p lang=${lang}>${description}</p>`}
    ${rowsView(categoryRows(category, context), context)}
    ${cookies.length === 0 ? nothing : namesView(cookies, context)}
  </section>`;
}

/** The categories of cookies with all that is told of a consent (requirements CKI-03, CKI-04). */
export function kindsOfCookiesView(
  categories: readonly CookieCategory[] | undefined,
  context: GuideContext,
): TemplateResult | typeof nothing {
  if (categories === undefined || categories.length === 0) return nothing;
  return html`<section class="part">
    <h3>${say(context, 'kindsTitle')}</h3>
    <div class="list">${categories.map((category) => categoryView(category, context))}</div>
  </section>`;
}

function costRowView(category: CookieCategory, context: GuideContext): TemplateResult {
  const { title, services, refusal } = category;
  const lang = context.contentLang ?? nothing;
  const [users] = oneLine(
    services.map(({ name }) => name),
    context,
  );
  const cost = refusal?.consequence;
  const unstated = say(context, 'unstated');
  return html`<tr role="row">
    <th role="rowheader" scope="row" lang=${lang}>${title}</th>
    <td role="cell">
      <span class="label">${say(context, 'factServices')}</span>
      <span lang=${users === undefined ? nothing : lang}>${users ?? unstated}</span>
    </td>
    <td role="cell">
      <span class="label">${say(context, 'factIfRefused')}</span>
      <b lang=${cost === undefined ? nothing : lang}>${cost ?? unstated}</b>
    </td>
  </tr>`;
}

/** What refusing each category changes. */
export function costView(
  categories: readonly CookieCategory[] | undefined,
  context: GuideContext,
): TemplateResult | typeof nothing {
  if (categories === undefined || categories.length === 0) return nothing;
  return html`<section class="part">
    <h3>${say(context, 'costTitle')}</h3>
    <div class="table-box">
      <table role="table" aria-label=${say(context, 'costTitle')}>
        <thead>
          <tr role="row">
            ${(['costCookie', 'factServices', 'factIfRefused'] as const).map(
              (key) => html`<th role="columnheader" scope="col">${say(context, key)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${categories.map((category) => costRowView(category, context))}
        </tbody>
      </table>
    </div>
  </section>`;
}
