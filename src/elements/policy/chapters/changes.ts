import { html, nothing } from 'lit';

import type { Block } from '../../../model/block.js';
import { addressView } from '../../../ui/contact-view.js';
import { blocksView } from '../../../ui/block-view.js';
import { contentLang } from '../../../ui/reading-view.js';
import {
  entriesTable,
  fieldsView,
  type Piece,
  type PolicyView,
  subheading,
  word,
  wordView,
} from '../policy-view.js';

/** One version: the coming one, the shown one, or one of the past. */
interface Version {
  readonly version: string;
  readonly state: 'next' | 'shown' | 'other';
  readonly effective: string;
  readonly until?: string;
  readonly announced?: string;
  readonly url?: string;
  readonly changes?: readonly Block[];
}

const known = new WeakMap<object, readonly Version[]>();

/** Every version that the document knows, newest first, as it lists them. */
function versionsOf({ policy }: PolicyView): readonly Version[] {
  const { history = [], next, version, effective, announced } = policy;
  const listed = history.some((entry) => entry.version === version);
  const shown: Version = { version, effective, state: 'shown', ...(announced && { announced }) };
  const versions: readonly Version[] = known.get(policy) ?? [
    ...(next === undefined ? [] : [{ ...next, state: 'next' as const }]),
    ...(listed ? [] : [shown]),
    ...history.map((entry) => ({
      ...entry,
      state: entry.version === version ? ('shown' as const) : ('other' as const),
    })),
  ];
  known.set(policy, versions);
  return versions;
}

function nameView({ version, state, url }: Version, view: PolicyView): unknown {
  const name = word(view, 'versionName', { version });
  return html`${url === undefined ? name : addressView(url, name)}
  ${state === 'next' ? wordView(view, 'versionNext') : nothing}
  ${state === 'shown' ? wordView(view, 'versionShown') : nothing}`;
}

function periodView({ effective, until }: Version, view: PolicyView): unknown {
  return until === undefined
    ? word(view, 'versionFrom', { date: effective })
    : html`<span class="whole">${effective}</span> ~ <span class="whole">${until}</span>`;
}

function headingsView(view: PolicyView): Piece {
  const { headings = [], contents = [], runInHeadings = [] } = view.policy;
  if (headings.length + contents.length === 0) return nothing;
  const list = (texts: readonly string[], marked: readonly string[] = []): unknown =>
    html`<ul class="lines">
      ${texts.map(
        (text) =>
          html`<li>
            ${text}
            ${marked.includes(text) ? html`<small>${wordView(view, 'headingRunIn')}</small>` : nothing}
          </li>`,
      )}
    </ul>`;
  return html`<details>
    <summary>${word(view, 'printedHeadings')}</summary>
    ${fieldsView(view, [
      ['fieldContents', contents.length > 0 && list(contents)],
      ['fieldHeadings', headings.length > 0 && list(headings, runInHeadings)],
    ])}
  </details>`;
}

/** Row 24: how a change is announced, and every version with its period (requirement POL-08). */
export function changesChapter(view: PolicyView, comparison: Piece): Piece {
  const { changeNotice, otherDates = [], origin } = view.policy;
  return html`${fieldsView(view, [
    ['fieldChangeDays', changeNotice && word(view, 'daysBefore', { days: changeNotice.days })],
    ['fieldChangeWhere', changeNotice?.where],
    ['fieldChangeOf', changeNotice?.of],
    [
      'fieldOtherDates',
      otherDates.length > 0 &&
        otherDates.map(({ date, where }) => html`<div>${date}: ${where}</div>`),
    ],
    ['fieldOrigin', origin === 'transcribed' && wordView(view, 'originTranscribed')],
  ])}
  ${entriesTable<Version>(view, 'chapter-changes', {
    entries: versionsOf(view),
    columns: [
      { key: 'columnVersion', cell: (version) => nameView(version, view) },
      { key: 'columnPeriod', cell: (version) => periodView(version, view) },
      { key: 'columnAnnounced', cell: ({ announced }) => announced },
      {
        key: 'columnChanges',
        isWide: true,
        cell: ({ changes }) =>
          changes === undefined || changes.length === 0
            ? undefined
            : html`<div class="text" lang=${contentLang(view.context)}>
                ${blocksView(changes)}
              </div>`,
      },
    ],
  })}
  ${headingsView(view)}
  ${comparison === nothing ? nothing : html`${subheading(view, 'subCompare')}${comparison}`}`;
}
