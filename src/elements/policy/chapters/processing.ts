import { html, nothing } from 'lit';

import type { DataItem, ProcessingEntry } from '../../../model/policy-processing.js';
import type { ItemKind } from '../../../model/notice.js';
import { blocksView } from '../../../ui/block-view.js';
import { contentLang } from '../../../ui/reading-view.js';
import {
  basisView,
  itemsView,
  listed,
  purposesView,
  refusalView,
  retentionView,
} from '../fact-views.js';
import {
  absentLine,
  announcedView,
  type Column,
  entriesTable,
  moreView,
  type Piece,
  type PolicyKey,
  type PolicyView,
  subheading,
  textView,
  word,
} from '../policy-view.js';
import { promotionView } from './promotion.js';

/** The kinds of consent that the data of an entry needs (PIPA 22(1)5, 23, 24). */
export function consentKinds(data: readonly DataItem[]): ItemKind[] {
  const has = (...kinds: DataItem['kind'][]): boolean =>
    data.some(({ kind }) => kinds.includes(kind));
  const found: [ItemKind, boolean][] = [
    ['sensitive', has('sensitive', 'biometric')],
    ['unique-id', has('unique-id')],
    ['location', has('location')],
    ['credit', has('credit')],
  ];
  return found.flatMap(([kind, isThere]) => (isThere ? [kind] : []));
}

/** What stands behind a disclosure: longer text of one entry. On paper it is open. */
export function detailView(
  view: PolicyView,
  { detail, detailTitle }: Pick<ProcessingEntry, 'detail' | 'detailTitle'>,
): Piece {
  if (detail === undefined || detail.length === 0) return nothing;
  return html`<details lang=${contentLang(view.context)}>
    <summary>${detailTitle ?? word(view, 'more')}</summary>
    <div class="text">${blocksView(detail)}</div>
  </details>`;
}

/** Titles of the matters that must be agreed to first. */
export function parentsOf(
  view: PolicyView,
  ids: readonly string[] | undefined,
): string | undefined {
  const { processing = [], thirdParties = [], transfers = [], marketing } = view.policy;
  const titles = new Map<string, string>([
    ...processing.map(({ id, title }): [string, string] => [id, title]),
    ...[...thirdParties, ...transfers].map(({ id, title, recipient }): [string, string] => [
      id,
      title ?? recipient.name,
    ]),
    ['marketing-use', marketing?.use?.title ?? word(view, 'titleMarketingUse')],
  ]);
  return listed(
    view,
    ids?.map((id) => titles.get(id) ?? id),
  );
}

function matterView(entry: ProcessingEntry, view: PolicyView): unknown {
  const collection = entry.collection?.length === 0 ? word(view, 'unstated') : undefined;
  const purposes = purposesView(view, entry.purposes, entry.empty?.purposes);
  return html`${entry.title}
    <div class="plain">
      ${purposes ?? html`<small part="unstated">${word(view, 'purposeUnstated')}</small>`}
    </div>
    ${moreView(view, 'fieldChildText', entry.childText)}
    ${moreView(view, 'factAudience', entry.audience)}
    ${moreView(view, 'fieldPrintedUnder', entry.printedUnder)}
    ${moreView(view, 'fieldCollection', collection ?? listed(view, entry.collection))}
    ${moreView(view, 'factSource', entry.source)}
    ${moreView(view, 'fieldDependsOn', parentsOf(view, entry.dependsOn))}`;
}

const columnsOf = (view: PolicyView): Column<ProcessingEntry>[] => [
  { key: 'factPurpose', cell: (entry) => matterView(entry, view) },
  {
    key: 'factBasis',
    cell: (entry) => basisView(view, { ...entry, kinds: consentKinds(entry.data) }),
  },
  {
    key: 'factData',
    cell: (entry) => {
      const items = itemsView(view, entry.data, entry.empty?.data);
      const detail = detailView(view, entry);
      if (items === undefined && detail === nothing) return undefined;
      return html`${items ?? word(view, 'unstated')}${detail}`;
    },
  },
  {
    key: 'factRetention',
    cell: (entry) => retentionView(view, entry.retention, entry.empty?.retention),
  },
  {
    key: 'factRefusal',
    cell: (entry) => refusalView(view, entry.refusal),
    has: ({ refusal }) => refusal !== undefined,
  },
];

/** The tables of requirement POL-05: apart by whether the person is asked. */
const TABLES: readonly (readonly [PolicyKey, (basis: ProcessingEntry['basis']) => boolean])[] = [
  ['subWithoutConsent', (basis) => basis !== 'consent' && basis !== 'unstated'],
  ['subOnConsent', (basis) => basis === 'consent'],
  ['subBasisUnstated', (basis) => basis === 'unstated'],
];

/** Rows 2 and 3: what is collected, for what, on what, and for how long. */
export function processingChapter(view: PolicyView): Piece {
  const { processing, processingRule } = view.policy;
  return html`${textView(view, processingRule)}
  ${TABLES.map(([key, belongs]) => {
    const entries = (processing ?? []).filter(({ basis }) => belongs(basis));
    if (entries.length === 0) return nothing;
    return html`${subheading(view, key)}${entriesTable(view, key, { entries, columns: columnsOf(view) })}`;
  })}
  ${processing?.length === 0 ? announcedView(view) : nothing} ${promotionView(view)}
  ${absentLine(view, ['sensitiveData', 'biometricData', 'uniqueIds', 'marketing'])}`;
}
