import { html, nothing, type TemplateResult } from 'lit';

import type { AutomaticCollection } from '../../model/policy-automatic.js';
import type { ProcessingEntry, Purpose } from '../../model/policy-processing.js';
import { channelsText, listText, purposesText, retentionText } from '../../ui/fact-texts.js';
import { icon } from '../../ui/icons.js';
import { say } from '../../ui/view-context.js';
import { absenceOf } from './labels.js';
import type { SummaryContext } from './summary-context.js';
import { tileIcon } from './tile-icons.js';
import { basisWords, dataView, factView, retentionView, stated } from './value-views.js';

/** So many characters of purposes are read at a glance; what is more opens in place. */
const GLANCE = 90;

interface Row extends Pick<
  ProcessingEntry,
  'purposes' | 'data' | 'retention' | 'basis' | 'required' | 'empty' | 'audience'
> {
  readonly titles: readonly string[];
}

/** Use for promotion is a row like any other (MKT-01). */
function promotionRows({ policy, content }: SummaryContext): readonly Row[] {
  const { use, advertising } = policy.marketing ?? {};
  if (use === undefined) return [];
  const channels = (advertising?.channels ?? []).map(({ channel }) => channel);
  const ways = channels.length === 0 ? [] : [{ text: channelsText(channels, content) }];
  const titles = [use.title ?? content.term('titleMarketingUse')];
  const purposes = [...use.purposes, ...ways];
  return [{ ...use, titles, purposes, basis: 'consent', required: false }];
}

/** All but titles and data. */
function sameness({ purposes, retention, basis, required, empty, audience }: Row): string {
  return JSON.stringify([purposes, retention, basis, required, empty, audience]);
}

/** Entries that differ in nothing but what is collected are one row: it is read once. */
function rowsOf(context: SummaryContext): readonly Row[] {
  const entries = (context.policy.processing ?? []).map(({ title, ...entry }) => ({
    ...entry,
    titles: [title],
  }));
  const rows = new Map<string, Row>();
  for (const entry of [...entries, ...promotionRows(context)]) {
    const key = sameness(entry);
    const { titles, data } = rows.get(key) ?? { titles: [], data: [] };
    rows.set(key, {
      ...entry,
      titles: [...titles, ...entry.titles],
      data: [...data, ...entry.data],
    });
  }
  return [...rows.values()];
}

/** The purposes that fit a glance, and the rest. */
function splitPurposes(purposes: readonly Purpose[]): readonly [Purpose[], Purpose[]] {
  let length = 0;
  const first = purposes.findIndex(({ text }, index) => {
    length += text.length;
    return index > 0 && length > GLANCE;
  });
  const end = first === -1 ? purposes.length : first;
  return [purposes.slice(0, end), purposes.slice(end)];
}

function purposesView(purposes: readonly Purpose[], context: SummaryContext): unknown {
  const [first, rest] = splitPurposes(purposes);
  const { content, contentLang = nothing } = context;
  if (rest.length === 0) return stated(purposesText(first, content), context);
  return html`<span lang=${contentLang}>${purposesText(first, content)}</span>
    <details>
      <summary>${say(context, 'purposesMore', { n: rest.length })} ${icon('down')}</summary>
      <span lang=${contentLang}>${purposesText(rest, content)}</span>
    </details>`;
}

function basisView(row: Row, context: SummaryContext): unknown {
  const { basis, required } = row;
  // Where the basis is silent, "필수" or "선택" is still what the policy itself says.
  const badge =
    typeof required !== 'boolean' || (basis !== 'consent' && basis !== 'unstated')
      ? nothing
      : html`<span class="badge"
          >${say(context, required ? 'badgeRequired' : 'badgeOptional')}</span
        > `;
  const words = basisWords({ basis, required: 'unstated' }, context);
  return html`${badge}${basis === 'unstated' ? html`<span class="soft">${words}</span>` : words}`;
}

function cellView(label: string, value: unknown): TemplateResult {
  return html`<td role="cell">
    <span class="label">${label}</span>
    <div class="words">${value}</div>
  </td>`;
}

function rowView(row: Row, context: SummaryContext): TemplateResult {
  const { titles, audience, purposes, data, retention, empty } = row;
  const { contentLang = nothing } = context;
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      ${titles.map((title) => html`<div lang=${contentLang}>${title}</div>`)}
      ${audience === undefined ? nothing : html`<small lang=${contentLang}>${audience}</small>`}
      <div class="purposes words">${purposesView(purposes, context)}</div>
    </th>
    ${cellView(say(context, 'factBasis'), basisView(row, context))}
    ${cellView(say(context, 'factData'), dataView(data, context, empty?.data))}
    ${cellView(say(context, 'factRetention'), retentionView(retention, context))}
  </tr>`;
}

/** `display` changes below 36em; the roles keep it a table for those who hear it. */
function tableView(rows: readonly Row[], context: SummaryContext): TemplateResult {
  const heads = ['factPurpose', 'factBasis', 'factData', 'factRetention'] as const;
  return html`<div class="box">
    <table role="table">
      <thead>
        <tr role="row">
          ${heads.map(
            (head) => html`<th scope="col" role="columnheader">${say(context, head)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => rowView(row, context))}
      </tbody>
    </table>
  </div>`;
}

function keptView(context: SummaryContext): TemplateResult | typeof nothing {
  const { keptRecords = [] } = context.policy;
  if (keptRecords.length === 0) return nothing;
  const { content } = context;
  return html`<details class="kept">
    <summary>${say(context, 'keptHeading', { n: keptRecords.length })} ${icon('down')}</summary>
    <dl class="facts">
      ${keptRecords.map(({ record, retention }) =>
        factView(
          record === undefined ? say(context, 'keptUnnamed') : stated(record, context),
          stated(
            listText(
              retention.map((rule) => retentionText(rule, content)),
              content,
            ),
            context,
          ),
        ),
      )}
    </dl>
  </details>`;
}

function permissionsText(automatic: AutomaticCollection, context: SummaryContext): string {
  const { content } = context;
  const names = (automatic.devicePermissions ?? []).map(
    ({ name, required }) =>
      `${name} (${content.term(required ? 'badgeRequired' : 'badgeOptional')})`,
  );
  return listText(names, content);
}

/** What is collected by itself, why, by whom else, and what refusing costs (PIPA 30(1)7; CKI-01). */
function automaticView(context: SummaryContext): TemplateResult | typeof nothing {
  const { automaticCollection: automatic } = context.policy;
  if (automatic === undefined) return nothing;
  const { data, purposes = [], retention, cookies = [], trackers = [], refusalEffect } = automatic;
  const { content } = context;
  const listed: readonly (readonly [string, string])[] = [
    [
      say(context, 'factCookies'),
      listText(
        cookies.map(({ title }) => title),
        content,
      ),
    ],
    [
      say(context, 'factTrackers'),
      listText(
        trackers.map(({ name, company }) => `${name} (${company})`),
        content,
      ),
    ],
    [say(context, 'factPermissions'), permissionsText(automatic, context)],
  ];
  return html`<div class="card">
    <h4>${tileIcon('automatic')} ${say(context, 'automaticHeading')}</h4>
    <dl class="facts">
      ${factView(say(context, 'factData'), dataView(data, context))}
      ${factView(say(context, 'factPurpose'), purposesView(purposes, context))}
      ${listed.map(([name, text]) => (text === '' ? nothing : factView(name, stated(text, context))))}
      ${factView(say(context, 'factRetention'), retentionView(retention, context))}
      ${factView(say(context, 'factEffect'), stated(refusalEffect, context))}
    </dl>
  </div>`;
}

/** Why, what, and how long. */
export function processingView(context: SummaryContext): TemplateResult {
  const rows = rowsOf(context);
  const { policy } = context;
  const absence = absenceOf(policy, 'processing', policy.processing);
  return html`<section>
    <h3>${say(context, 'processingHeading')}</h3>
    ${
      rows.length > 0
        ? tableView(rows, context)
        : html`<p class="soft">
            ${say(context, absence === 'none' ? 'notApplicable' : 'unstated')}
          </p>`
    }
    ${keptView(context)}${automaticView(context)}
  </section>`;
}
