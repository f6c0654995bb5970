import { html, nothing } from 'lit';

import type { AsProcessor, Processor } from '../../../model/policy-processing.js';
import { contactView } from '../../../ui/contact-view.js';
import { countryText } from '../../../ui/fact-texts.js';
import { linesView } from '../../../ui/reading-view.js';
import { itemsView, listed, purposesView, retentionView } from '../fact-views.js';
import {
  absentLine,
  announcedView,
  type Column,
  entriesTable,
  type Piece,
  type PolicyView,
  subheading,
  textView,
  word,
  wordView,
} from '../policy-view.js';

function namesView({ names, namesLabel, promotion }: Processor, view: PolicyView): unknown {
  const text = listed(view, names);
  return html`${namesLabel === undefined ? text : `${namesLabel}: ${text ?? ''}`}
  ${promotion === true ? html`<small>${wordView(view, 'promotionWork')}</small>` : nothing}`;
}

const processorColumns = (view: PolicyView): Column<Processor>[] => [
  { key: 'columnProcessor', cell: (processor) => namesView(processor, view) },
  { key: 'columnWork', cell: ({ work }) => linesView(work) },
  {
    key: 'columnSubProcessors',
    cell: ({ subProcessors }) =>
      subProcessors?.length === 0
        ? word(view, 'none')
        : linesView(
            (subProcessors ?? []).map(({ name, work }) =>
              work === undefined ? name : `${name} (${work})`,
            ),
          ),
    has: ({ subProcessors }) => subProcessors !== undefined,
  },
  {
    key: 'factData',
    cell: ({ data }) => itemsView(view, data),
    has: ({ data }) => data !== undefined,
  },
  {
    key: 'fieldCountry',
    cell: ({ country }) => country && countryText(country, view.context.content),
    has: ({ country }) => country !== undefined,
  },
  {
    key: 'factRetention',
    cell: ({ retention }) => retentionView(view, retention),
    has: ({ retention }) => retention !== undefined,
  },
  {
    key: 'fieldContact',
    cell: ({ contact }) => contactView(contact, word(view, 'fax')),
    has: ({ contact }) => contact !== undefined,
  },
];

const customerColumns = (view: PolicyView): Column<AsProcessor>[] => [
  { key: 'factPurpose', cell: ({ purposes }) => purposesView(view, purposes) },
  { key: 'factData', cell: ({ data }) => itemsView(view, data) },
  { key: 'factRetention', cell: ({ retention }) => retentionView(view, retention) },
];

function customersView(view: PolicyView): Piece {
  const { asProcessor, asProcessorRule } = view.policy;
  if (asProcessor === undefined && asProcessorRule === undefined) return nothing;
  return html`${subheading(view, 'subAsProcessor')}${textView(view, asProcessorRule)}
  ${entriesTable(view, 'subAsProcessor', {
    entries: asProcessor ?? [],
    columns: customerColumns(view),
  })}
  ${asProcessor?.length === 0 ? announcedView(view) : nothing}`;
}

/** Row 9: work entrusted to others, and what the controller does on behalf of its customers. */
export function processorsChapter(view: PolicyView): Piece {
  const { processors, processorRule } = view.policy;
  return html`${textView(view, processorRule)}
  ${entriesTable(view, 'chapter-processors', {
    entries: processors ?? [],
    columns: processorColumns(view),
  })}
  ${processors?.length === 0 ? announcedView(view) : nothing} ${customersView(view)}
  ${absentLine(view, ['asProcessor'])}`;
}
