import { html, nothing } from 'lit';

import type { Advertising, Marketing, NightAdvertising } from '../../../model/policy-marketing.js';
import { blocksView } from '../../../ui/block-view.js';
import { channelsText } from '../../../ui/fact-texts.js';
import {
  basisView,
  itemsView,
  listed,
  purposesView,
  refusalView,
  retentionView,
} from '../fact-views.js';
import {
  entriesTable,
  fieldsView,
  moreView,
  type Piece,
  type PolicyView,
  subheading,
  word,
} from '../policy-view.js';

/** One row: the use of data, the receipt of advertising, or that at night. */
interface Promotion {
  readonly title: unknown;
  readonly kind: 'marketing-use' | 'advertising' | 'advertising-night';
  readonly what: unknown;
  readonly facts: Pick<Advertising, 'retention' | 'refusal'>;
}

function useRow({ use }: Marketing, view: PolicyView): Promotion[] {
  if (use === undefined) return [];
  const detail = use.detail ?? [];
  return [
    {
      title: html`${use.title ?? word(view, 'titleMarketingUse')}
        <div class="plain">${purposesView(view, use.purposes)}</div>
        ${moreView(view, 'fieldChildText', use.childText)}`,
      kind: 'marketing-use',
      what: html`${itemsView(view, use.data) ?? word(view, 'unstated')}
      ${detail.length === 0 ? nothing : html`<div class="text">${blocksView(detail)}</div>`}`,
      facts: use,
    },
  ];
}

function channelNames({ channels }: Advertising, view: PolicyView): string | undefined {
  const { channel: names } = view.context.content.messages;
  return listed(
    view,
    channels.map(({ channel, title }) => title ?? names[channel]),
  );
}

function advertisingRow({ advertising }: Marketing, view: PolicyView): Promotion[] {
  if (advertising === undefined) return [];
  return [
    {
      title: html`${advertising.title ?? word(view, 'titleAdvertising')}
      ${advertising.content === undefined ? nothing : html`<div class="plain">${advertising.content}</div>`}
      ${moreView(view, 'fieldChildText', advertising.childText)}`,
      kind: 'advertising',
      what: html`${channelNames(advertising, view)}${moreView(
        view,
        'factHours',
        view.context.content.term('hoursDay'),
      )}`,
      facts: advertising,
    },
  ];
}

function nightText(night: NightAdvertising, view: PolicyView): string {
  const names = new Map(
    (view.policy.marketing?.advertising?.channels ?? []).map(({ channel, title }) => [
      channel,
      title,
    ]),
  );
  const { content } = view.context;
  return night.channels
    .map((channel) => names.get(channel) ?? channelsText([channel], content))
    .join(content.messages.listSeparator);
}

function nightRow({ night }: Marketing, view: PolicyView): Promotion[] {
  if (night === undefined) return [];
  return [
    {
      title: html`${night.title ?? word(view, 'titleNight')}
      ${moreView(view, 'fieldChildText', night.childText)}`,
      kind: 'advertising-night',
      what: nightText(night, view),
      facts: night,
    },
  ];
}

/** Use of data for promotion and receipt of advertising, each a consent of its own (MKT-01 to MKT-03). */
export function promotionView(view: PolicyView): Piece {
  const { marketing } = view.policy;
  if (marketing === undefined) return nothing;
  const entries = [useRow, advertisingRow, nightRow].flatMap((row) => row(marketing, view));
  return html`${subheading(view, 'subPromotion')}
  ${entriesTable(view, 'subPromotion', {
    entries,
    columns: [
      { key: 'factPurpose', cell: ({ title }) => title },
      {
        key: 'factBasis',
        cell: ({ kind }) => basisView(view, { basis: 'consent', required: false, kinds: [kind] }),
      },
      { key: 'columnDataOrWay', cell: ({ what }) => what },
      { key: 'factRetention', cell: ({ facts }) => retentionView(view, facts.retention) },
      { key: 'factRefusal', cell: ({ facts }) => refusalView(view, facts.refusal) },
    ],
  })}
  ${fieldsView(view, [['factSender', marketing.sender]])}`;
}
