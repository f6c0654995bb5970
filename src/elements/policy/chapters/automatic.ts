import { html, nothing } from 'lit';

import type { DevicePermission, OriginalSteps, Tracker } from '../../../model/policy-automatic.js';
import { dataView } from '../../../ui/data-view.js';
import { countryText } from '../../../ui/fact-texts.js';
import { readerLang } from '../../../ui/reading-view.js';
import { itemsView, purposesView, retentionView } from '../fact-views.js';
import {
  announcedView,
  entriesTable,
  fieldsView,
  type Piece,
  type PolicyView,
  reading,
  subheading,
  textView,
  unstated,
  word,
  wordView,
} from '../policy-view.js';
import { cookiesView } from './cookies.js';

/** What is collected by itself, with the word by which the text leaves its list open. */
function collectedView(view: PolicyView): unknown {
  const { data, dataOpen } = view.policy.automaticCollection ?? { data: [] };
  if (data.length === 0) return unstated(view);
  return html`${dataView(data, reading(view))}${dataOpen === undefined ? nothing : ` ${dataOpen}`}
    <span class="mark quiet" part="data-kind" lang=${readerLang(view.context)}
      >${word(view, 'markAutomatic')}</span
    >`;
}

function originalView(view: PolicyView): Piece {
  const { original = [] } = view.policy.automaticCollection ?? {};
  if (original.length === 0) return nothing;
  const { effective } = view.policy;
  return html`${subheading(view, 'subOriginalSteps')}
    <p class="soft small">${word(view, 'originalStepsNote', { date: effective })}</p>
    ${entriesTable<OriginalSteps>(view, 'subOriginalSteps', {
      entries: original,
      columns: [
        {
          key: 'columnTarget',
          cell: ({ target, device }) =>
            html`${target}${device === undefined ? nothing : html`<small>${device}</small>`}`,
        },
        { key: 'columnSteps', cell: ({ path }) => path.join(' \u203a ') },
        {
          key: 'columnAction',
          cell: ({ action }) => action,
          has: ({ action }) => action !== undefined,
        },
      ],
    })}`;
}

function permissionsView(view: PolicyView): Piece {
  const { devicePermissions } = view.policy.automaticCollection ?? {};
  if (devicePermissions === undefined) return nothing;
  if (devicePermissions.length === 0)
    return html`${subheading(view, 'subPermissions')}${announcedView(view)}`;
  return html`${subheading(view, 'subPermissions')}
  ${entriesTable<DevicePermission>(view, 'subPermissions', {
    entries: devicePermissions,
    columns: [
      { key: 'columnPermission', cell: ({ name }) => name },
      {
        key: 'columnRequired',
        cell: ({ required }) => wordView(view, required ? 'badgeRequired' : 'badgeOptional'),
      },
      { key: 'columnReason', cell: ({ reason }) => reason },
    ],
  })}`;
}

/** Row 14: what is collected by itself, why, and how to refuse (requirement CKI-01). */
export function automaticChapter(view: PolicyView): Piece {
  const { automaticCollection: automatic } = view.policy;
  if (automatic === undefined) return nothing;
  const { purposes, retention, refusal, refusalEffect } = automatic;
  return html`${textView(view, automatic.means)}
  ${fieldsView(view, [
    ['factData', collectedView(view)],
    ['factPurpose', purposesView(view, purposes) ?? unstated(view)],
    ['factRetention', retentionView(view, retention) ?? unstated(view)],
    ['fieldHowToRefuse', refusal === undefined ? unstated(view) : textView(view, refusal)],
    ['factRefusal', refusalEffect ?? unstated(view)],
  ])}
  ${originalView(view)} ${cookiesView(view)} ${permissionsView(view)}`;
}

/** Row 15: what third parties collect on the pages of the controller (requirement CKI-06). */
export function behaviourChapter(view: PolicyView): Piece {
  const { trackers } = view.policy.automaticCollection ?? {};
  if (trackers?.length === 0) return announcedView(view);
  return entriesTable<Tracker>(view, 'chapter-behaviour', {
    entries: trackers ?? [],
    columns: [
      {
        key: 'columnTracker',
        cell: ({ name, company, country }) =>
          html`${name}<small>${company}</small>${
            country === undefined
              ? nothing
              : html`<small>${countryText(country, view.context.content)}</small>`
          }`,
      },
      { key: 'factPurpose', cell: ({ purposes }) => purposesView(view, purposes) },
      { key: 'factData', cell: ({ data }) => itemsView(view, data) },
      { key: 'factRetention', cell: ({ retention }) => retentionView(view, retention) },
      {
        key: 'fieldHowToRefuse',
        cell: ({ refusal }) => (refusal === undefined ? undefined : textView(view, refusal)),
      },
    ],
  });
}
