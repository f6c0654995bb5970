import { html, nothing, type TemplateResult } from 'lit';

import type { MessageKey } from '../i18n/messages.js';
import type { ItemFacts } from '../model/notice.js';
import type {
  DataItem,
  DataKind,
  EmptyLists,
  Purpose,
  RecipientUse,
} from '../model/policy-processing.js';
import type { Retention } from '../model/retention.js';
import {
  basisText,
  countryText,
  dataText,
  listText,
  purposesText,
  retentionText,
} from './fact-texts.js';
import { say, type ViewContext } from './view-context.js';

/** One line of the definition table beside a box. */
export interface Fact {
  readonly label: string;
  /** Empty: the policy does not say. */
  readonly value: string;
  /** The parts of the value: under each other where they would fill more than a few lines. */
  readonly parts?: readonly string[];
  /** Important content: PIPA Decree 17(3) (requirements CON-05, CON-06). */
  readonly key?: boolean;
  /** Smaller lines below the value. */
  readonly added?: readonly (string | undefined)[];
  /** The first line of another pair of purpose, data and period. */
  readonly first?: boolean;
  /** Words and no name: begins with a capital where the script has them. */
  readonly words?: boolean;
}

/** Kinds of data that are important content by themselves, and what their line is called. */
const EMPHASISED: readonly (readonly [readonly DataKind[], (context: ViewContext) => string])[] = [
  [['rrn'], (context) => say(context, 'factRrn')],
  [['sensitive', 'biometric'], ({ reader }) => reader.messages.kind.sensitive],
  [['unique-id'], ({ reader }) => reader.messages.kind['unique-id']],
];

function dataFacts(
  data: readonly DataItem[] = [],
  context: ViewContext,
  empty?: EmptyLists,
): Fact[] {
  const { content } = context;
  const text = (items: readonly DataItem[]): string =>
    listText(
      items.map((item) => dataText(item, content)),
      content,
    );
  const emphasised = EMPHASISED.flatMap(([kinds, label]) => {
    const items = data.filter(({ kind }) => kinds.includes(kind));
    return items.length === 0 ? [] : [{ label: label(context), value: text(items), key: true }];
  });
  const others = data.filter(({ kind }) => !EMPHASISED.some(([kinds]) => kinds.includes(kind)));
  if (others.length === 0 && emphasised.length > 0) return emphasised;
  const value = empty?.data === 'none' ? content.term('factNone') : text(others);
  return [...emphasised, { label: say(context, 'factData'), value, words: true }];
}

function purposesFact(
  label: MessageKey,
  purposes: readonly Purpose[] | undefined,
  context: ViewContext,
): Fact {
  const parts = (purposes ?? []).map(({ text }) => text);
  return {
    label: say(context, label),
    value: listText(parts, context.content),
    parts,
    words: true,
  };
}

function retentionFact(
  retention: Retention | undefined,
  context: ViewContext,
  label: MessageKey = 'factRetention',
): Fact {
  const [value = '', ...added] = (retention ?? []).map((rule) =>
    retentionText(rule, context.content),
  );
  return { label: say(context, label), value, key: true, added };
}

function refusalFact({ refusal }: ItemFacts, context: ViewContext): Fact {
  const value = [refusal?.right, refusal?.consequence].filter((part) => part !== undefined);
  return { label: say(context, 'factRefusal'), value: value.join(' ') };
}

function recipientFact({ recipient }: ItemFacts, context: ViewContext): Fact {
  const { phone, fax, email, url, address, text } = recipient?.contact ?? {};
  const added = [phone, fax, email, url, address, text];
  return { label: say(context, 'factRecipient'), value: recipient?.name ?? '', key: true, added };
}

function recipientPurpose(use: Pick<RecipientUse, 'purposes'>, context: ViewContext): Fact {
  return { ...purposesFact('factRecipientPurpose', use.purposes, context), key: true };
}

function processingFacts(item: ItemFacts, context: ViewContext): Fact[] {
  const facts: Fact[] = [
    purposesFact('factPurpose', item.purposes, context),
    ...dataFacts(item.data, context, item.empty),
  ];
  if (item.audience !== undefined)
    facts.unshift({ label: say(context, 'factAudience'), value: item.audience });
  if (item.source !== undefined)
    facts.push({ label: say(context, 'factSource'), value: item.source });
  return [...facts, retentionFact(item.retention, context)];
}

function usesFacts(item: ItemFacts, context: ViewContext): Fact[] {
  return (item.uses ?? []).flatMap((use, index) => [
    { ...recipientPurpose(use, context), first: index > 0 },
    ...dataFacts(use.data, context),
    retentionFact(use.retention, context),
  ]);
}

function overseasFacts(item: ItemFacts, context: ViewContext): Fact[] {
  const { content } = context;
  const country = item.country === undefined ? '' : countryText(item.country, content);
  const way = [country, [item.when, item.how].filter((part) => part !== undefined).join(' ')];
  return [
    recipientFact(item, context),
    recipientPurpose({ purposes: item.purposes ?? [] }, context),
    ...dataFacts(item.data, context),
    {
      label: say(context, 'factCountry'),
      value: way.filter((part) => part !== '').join(' \u00b7 '),
    },
    retentionFact(item.retention, context),
  ];
}

function promotionFacts(item: ItemFacts, context: ViewContext): Fact[] {
  const { content } = context;
  const purposes = purposesText(item.purposes ?? [], content);
  return [
    {
      label: say(context, 'factPurpose'),
      value: content.term('promotionContact'),
      key: true,
      added: [purposes],
    },
    ...dataFacts(item.data, context),
    retentionFact(item.retention, context),
  ];
}

function advertisingFacts(item: ItemFacts, context: ViewContext): Fact[] {
  const { content } = context;
  const period = retentionFact(item.retention, context, 'factKeptUntilWithdrawn');
  return [
    { label: say(context, 'factSender'), value: item.sender ?? '' },
    {
      label: say(context, 'factContent'),
      value: item.content ?? content.term('promotionContact'),
      key: true,
    },
    { label: say(context, 'factHours'), value: content.term('hoursDay') },
    { ...period, added: [...(period.added ?? []), content.term('reconfirmation')] },
  ];
}

function nightFacts(item: ItemFacts, context: ViewContext): Fact[] {
  const { content } = context;
  const channels = listText(
    (item.channels ?? []).map(
      (channel) => context.channelTitles?.get(channel) ?? content.messages.channel[channel],
    ),
    content,
  );
  return [
    {
      label: say(context, 'factMethod'),
      value: content.term('nightMethods', { channels }),
      added: [content.term('nightNotEmail')],
    },
    retentionFact(item.retention, context, 'factKeptUntilWithdrawn'),
  ];
}

/** What is shown of an item, in the order of the look: its own facts, then basis or refusal last. */
export function factsOf(item: ItemFacts, context: ViewContext): readonly Fact[] {
  const { kind } = item;
  if (kind === 'age' || kind === 'terms') return [];
  const own =
    item.uses !== undefined
      ? [recipientFact(item, context), ...usesFacts(item, context)]
      : item.country !== undefined
        ? overseasFacts(item, context)
        : kind === 'marketing-use'
          ? promotionFacts(item, context)
          : kind === 'advertising'
            ? advertisingFacts(item, context)
            : kind === 'advertising-night' || item.channels !== undefined
              ? nightFacts(item, context)
              : processingFacts(item, context);
  const last =
    kind === 'information'
      ? { label: say(context, 'factBasis'), value: basisText(item, context.content) }
      : refusalFact(item, context);
  return [...own, last];
}

/** A value longer than this many characters is easier to read in parts, one under the other. */
const LONG_VALUE = 60;

function valueView({ parts = [] }: Fact, value: string): TemplateResult | string {
  if (parts.length < 2 || value.length < LONG_VALUE) return value;
  return html`<ul>
    ${parts.map((part) => html`<li>${part}</li>`)}
  </ul>`;
}

/** What else stands at the end of a line. */
export type Remark = (fact: Fact) => unknown;

function factView(fact: Fact, context: ViewContext, remark?: Remark): TemplateResult {
  const unstated = fact.value === '';
  const value = unstated ? say(context, 'unstated') : fact.value;
  const added = (fact.added ?? []).filter((line) => line !== undefined && line !== '');
  return html`<div class=${fact.first === true ? 'use' : nothing}>
    <dt>${fact.label}</dt>
    <dd
      class="${fact.key === true && !unstated ? 'key' : ''} ${fact.words === true ? 'words' : ''}"
      lang=${unstated ? nothing : (context.contentLang ?? nothing)}
    >
      ${valueView(fact, value)}${added.map((line) => html`<small>${line}</small>`)}${remark?.(fact)}
    </dd>
  </div>`;
}

/** The definition table that stands beside every box and stays (requirements CON-01, CON-09). */
export function factsView(item: ItemFacts, context: ViewContext, remark?: Remark): unknown {
  const facts = factsOf(item, context);
  if (facts.length === 0) return nothing;
  return html`<dl class="facts" id="facts-${item.id}" data-shown="facts">
    ${facts.map((fact) => factView(fact, context, remark))}
  </dl>`;
}
