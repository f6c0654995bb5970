import { html, nothing } from 'lit';

import type { KeptRecord } from '../../../model/policy-about.js';
import { DORMANCY_REPEALED } from '../../../model/repealed.js';
import { addressView } from '../../../ui/contact-view.js';
import { periodText } from '../../../ui/fact-texts.js';
import { itemsView, retentionView } from '../fact-views.js';
import {
  absentLine,
  announcedView,
  entriesTable,
  fieldsView,
  type Piece,
  type PolicyView,
  subheading,
  textView,
  titledText,
  unstated,
  word,
  wordView,
} from '../policy-view.js';

/** Why a record is kept: by statute, by the controller's own rule, or the policy does not say. */
const BASES = {
  statute: 'keptByStatute',
  internal: 'keptByRule',
  unstated: 'unstated',
} as const;

function recordsView(view: PolicyView): Piece {
  const { keptRecords } = view.policy;
  if (keptRecords === undefined) return nothing;
  if (keptRecords.length === 0) return html`${subheading(view, 'subKept')}${announcedView(view)}`;
  return html`${subheading(view, 'subKept')}
  ${entriesTable<KeptRecord>(view, 'subKept', {
    entries: keptRecords,
    columns: [
      { key: 'columnRecord', cell: ({ record }) => record },
      {
        key: 'factData',
        cell: ({ data }) => itemsView(view, data),
        has: ({ data }) => data !== undefined,
      },
      { key: 'columnKeptBy', cell: ({ basis }) => wordView(view, BASES[basis]) },
      { key: 'factRetention', cell: ({ retention }) => retentionView(view, retention) },
    ],
  })}`;
}

function dormancyView(view: PolicyView): Piece {
  const { dormancy, jurisdiction } = view.policy;
  if (dormancy === undefined) return nothing;
  const { content } = view.context;
  const { noticeDays } = dormancy;
  const days = noticeDays === undefined ? undefined : periodText(`P${noticeDays}D`, content);
  return html`${subheading(view, 'subDormancy')}
  ${fieldsView(view, [
    ['fieldDormantAfter', periodText(dormancy.after, content)],
    ['fieldDormantWhen', dormancy.condition],
    ['fieldDormantEffect', textView(view, dormancy.effect)],
    [
      'fieldDormantNotice',
      [days, dormancy.noticeBy].filter((part) => part !== undefined).join(', '),
    ],
    ['fieldDormantBack', textView(view, dormancy.reactivation)],
  ])}
  ${
    jurisdiction === 'KR'
      ? html`<p class="soft small">
          ${word(view, 'dormancyRepealed', { date: DORMANCY_REPEALED })}
        </p>`
      : nothing
  }`;
}

function matterPeriods(view: PolicyView): Piece {
  if ((view.policy.processing ?? []).length === 0) return nothing;
  return html`<p>
    ${word(view, 'retentionOfMatters')}
    <a href=${view.hrefOf('processing')}>${word(view, 'chapter-processing')}</a>
  </p>`;
}

/** Row 5: how long data is kept, and which records longer than that. */
export function retentionChapter(view: PolicyView): Piece {
  return html`${matterPeriods(view)} ${textView(view, view.policy.retentionRule)}
  ${recordsView(view)} ${dormancyView(view)} ${absentLine(view, ['keptRecords', 'dormancy'])}`;
}

/** Row 6: when, by which steps and how data is destroyed. */
export function destructionChapter(view: PolicyView): Piece {
  const { rules, procedure, methods } = view.policy.destruction ?? {};
  const all = [...(rules ?? []), ...(procedure ?? []), ...(methods ?? [])];
  if (all.length === 0 && view.policy.destruction !== undefined) return announcedView(view);
  return html`${textView(view, rules)} ${titledText(view, 'subProcedure', procedure)}
  ${titledText(view, 'subMethods', methods)}`;
}

/** Row 4: children, and how a guardian is asked. */
export function childrenChapter(view: PolicyView): Piece {
  const { age, children } = view.policy;
  const { content } = view.context;
  const methods = age?.guardianMethods?.map((method) => content.term(`guardian-${method}`));
  return html`${textView(view, children)}${children?.length === 0 ? announcedView(view) : nothing}
  ${
    age === undefined
      ? nothing
      : fieldsView(view, [
          ['fieldAge', content.term('ageThreshold', { age: age.threshold })],
          ['fieldAgeTitle', age.title],
          [
            'fieldGuardianMethods',
            methods === undefined ? unstated(view) : methods.join(content.messages.listSeparator),
          ],
          ['fieldGuardianPage', age.guardianUrl && addressView(age.guardianUrl)],
          ['fieldChildText', age.childText],
        ])
  }`;
}
