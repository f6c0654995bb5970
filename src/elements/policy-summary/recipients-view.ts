import { html, nothing, type TemplateResult } from 'lit';

import type { Block } from '../../model/block.js';
import type {
  AsProcessor,
  Basis,
  DataItem,
  Processor,
  Purpose,
  Required,
} from '../../model/policy-processing.js';
import type { Retention } from '../../model/retention.js';
import { countryText, listText, purposesText } from '../../ui/fact-texts.js';
import type { GuideChapterName } from '../../model/guide-rows.js';
import { say } from '../../ui/view-context.js';
import { absenceOf } from './labels.js';
import type { SummaryContext } from './summary-context.js';
import { tileIcon } from './tile-icons.js';
import {
  basisWords,
  DOT,
  dataView,
  factView,
  policyLink,
  retentionView,
  stated,
} from './value-views.js';

/** One recipient, at home or abroad. */
interface Received {
  readonly icon: 'third-party' | 'overseas';
  readonly kind: string;
  readonly name: string;
  readonly country?: string;
  readonly basis: Basis;
  readonly required: Required;
  readonly uses: readonly {
    readonly purposes: readonly Purpose[];
    readonly data: readonly DataItem[];
    readonly retention: Retention;
  }[];
}

function useView({ purposes, data, retention }: Received['uses'][number], context: SummaryContext) {
  const purpose = stated(purposesText(purposes, context.content), context);
  return html`<dl class="facts">
    ${factView(say(context, 'factRecipientPurpose'), purpose, true)}
    ${factView(say(context, 'factData'), dataView(data, context))}
    ${factView(say(context, 'factRetention'), retentionView(retention, context), true)}
  </dl>`;
}

function receivedView(received: Received, context: SummaryContext): TemplateResult {
  const { icon, kind, name, country, uses } = received;
  const place = country === undefined ? '' : ` (${countryText(country, context.content)})`;
  return html`<div class="card">
    <h4>${tileIcon(icon)} ${kind}${DOT}${basisWords(received, context)}</h4>
    <p class="name" lang=${context.contentLang ?? nothing}>${name}${place}</p>
    ${uses.map((use) => useView(use, context))}
  </div>`;
}

interface Absent {
  readonly part: 'thirdParties' | 'transfers' | 'processors';
  readonly row: GuideChapterName;
  /** What the policy says of the part all the same. */
  readonly rule?: readonly Block[] | undefined;
}

/** A part that has no rows, in one line: "해당 없음" only where the document says so. */
function absentView(
  title: string,
  { part, row, rule }: Absent,
  context: SummaryContext,
): TemplateResult {
  const { policy } = context;
  const words = {
    none: 'notApplicable',
    announced: 'labelAnnouncedDetail',
    unstated: 'unstated',
  } as const;
  return factView(
    title,
    html`${say(context, words[absenceOf(policy, part, policy[part])])}
    ${rule === undefined ? nothing : policyLink(context.hrefOf(row), say(context, 'labelLink'))}`,
  );
}

function absencesView(context: SummaryContext): TemplateResult | typeof nothing {
  const { policy } = context;
  const { kind } = context.reader.messages;
  const { thirdPartyRule, processorRule } = policy;
  const parts: readonly (readonly [string, Absent])[] = [
    [kind['third-party'], { part: 'thirdParties', row: 'third-parties', rule: thirdPartyRule }],
    [kind.overseas, { part: 'transfers', row: 'transfers' }],
    [say(context, 'processors'), { part: 'processors', row: 'processors', rule: processorRule }],
  ];
  const absent = parts.filter(([, { part }]) => (policy[part] ?? []).length === 0);
  if (absent.length === 0) return nothing;
  return html`<div class="card wide">
    <dl class="facts">${absent.map(([title, where]) => absentView(title, where, context))}</dl>
  </div>`;
}

function workText(processor: Processor, context: SummaryContext): string {
  const { work, country, promotion, subProcessors = [] } = processor;
  const { content } = context;
  const added = [
    country === undefined ? undefined : countryText(country, content),
    promotion === true ? content.messages.processorsPromotion : undefined,
    subProcessors.length === 0
      ? undefined
      : content.term('subProcessors', {
          names: listText(
            subProcessors.map((each) =>
              each.work === undefined ? each.name : `${each.name} (${each.work})`,
            ),
            content,
          ),
        }),
  ].filter((part) => part !== undefined);
  const text = listText(work, content);
  return text === '' ? '' : [text, ...added].join(DOT);
}

/** Work entrusted to others: told, never asked (TPP-06). */
function processorsView(context: SummaryContext): TemplateResult | typeof nothing {
  const { processors = [] } = context.policy;
  if (processors.length === 0) return nothing;
  return html`<div class="card wide">
    <h4>
      ${tileIcon('work')} ${say(context, 'processors')}${DOT}${say(context, 'processorsNote')}
    </h4>
    <dl class="facts names">
      ${processors.map((processor) =>
        factView(
          stated(listText(processor.names, context.content), context),
          stated(workText(processor, context), context),
        ),
      )}
    </dl>
  </div>`;
}

function heldView(held: AsProcessor, context: SummaryContext): TemplateResult {
  const purpose = stated(purposesText(held.purposes, context.content), context);
  return html`<dl class="facts">
    ${factView(say(context, 'factPurpose'), purpose)}
    ${factView(say(context, 'factData'), dataView(held.data, context))}
    ${
      held.retention === undefined
        ? nothing
        : factView(say(context, 'factRetention'), retentionView(held.retention, context))
    }
  </dl>`;
}

function asProcessorView(context: SummaryContext): TemplateResult | typeof nothing {
  const { asProcessor = [] } = context.policy;
  if (asProcessor.length === 0) return nothing;
  return html`<div class="card wide">
    <h4>${tileIcon('work')} ${say(context, 'asProcessor')}</h4>
    ${asProcessor.map((held) => heldView(held, context))}
  </div>`;
}

/** Who receives data, at home and abroad, and who works for the controller. */
export function recipientsView(context: SummaryContext): TemplateResult {
  const { thirdParties = [], transfers = [] } = context.policy;
  const { kind } = context.reader.messages;
  const all: readonly Received[] = [
    ...thirdParties.map(({ recipient, uses, basis, required }) => ({
      ...{ icon: 'third-party' as const, kind: kind['third-party'], name: recipient.name },
      ...{ uses, basis, required },
    })),
    ...transfers.map((transfer) => ({
      ...{ icon: 'overseas' as const, kind: kind.overseas, name: transfer.recipient.name },
      ...{ country: transfer.country, uses: [transfer] },
      ...{ basis: transfer.basis, required: transfer.required },
    })),
  ];
  return html`<section>
    <h3>${say(context, 'recipientsHeading')}</h3>
    <div class="cards">
      ${all.map((received) => receivedView(received, context))}${processorsView(context)}
      ${asProcessorView(context)}${absencesView(context)}
    </div>
  </section>`;
}
