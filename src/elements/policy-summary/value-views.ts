import { html, nothing, type TemplateResult } from 'lit';

import type {
  Basis,
  DataItem,
  DataKind,
  EmptyReason,
  Required,
} from '../../model/policy-processing.js';
import type { Retention } from '../../model/retention.js';
import { basisText, dataText, listText, retentionText } from '../../ui/fact-texts.js';
import { say } from '../../ui/view-context.js';
import type { SummaryContext } from './summary-context.js';

/** Parts the values of one line. */
export const DOT = ' \u00b7 ';

/** A longer sentence is no key word: it would shout. */
const KEY_LENGTH = 40;

/** What the policy says, in its own language; where it says nothing, that it does not. */
export function stated(text: string | undefined, context: SummaryContext): TemplateResult {
  return text === undefined || text === ''
    ? html`<span class="soft">${say(context, 'unstated')}</span>`
    : html`<span lang=${context.contentLang ?? nothing}>${text}</span>`;
}

/** A name and what stands for it. */
export function factView(name: unknown, value: unknown, isKey = false): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd class="words ${isKey ? 'key' : ''}">${value}</dd>
  </div>`;
}

/** Values in one line, parted by a dot that never begins or ends a line. */
export function partedView(parts: readonly unknown[]): TemplateResult {
  return html`<span class="parted">${parts.map((part) => html`<span>${part}</span>`)}</span>`;
}

/** The words for kinds of data that a person should not overlook among others. */
function markOf(kind: DataKind, context: SummaryContext): string | undefined {
  const { messages } = context.reader;
  const marks: { readonly [Kind in DataKind]?: string } = {
    sensitive: messages.kind.sensitive,
    biometric: messages.labelBiometric,
    'unique-id': messages.kind['unique-id'],
    rrn: messages.kind['unique-id'],
    location: messages.kind.location,
    credit: messages.kind.credit,
    behavioural: messages.markBehavioural,
  };
  return marks[kind];
}

/** Collected items, those of a special kind in a line of their own under its name (POL-10). */
export function dataView(
  data: readonly DataItem[] | undefined,
  context: SummaryContext,
  empty?: EmptyReason,
): unknown {
  if (data === undefined || data.length === 0) {
    return stated(empty === 'none' ? context.content.term('factNone') : '', context);
  }
  const marks = new Set(data.map(({ kind }) => markOf(kind, context)));
  // What is special is read first.
  const ordered = [...[...marks].filter((mark) => mark !== undefined), undefined];
  return ordered
    .filter((mark) => marks.has(mark))
    .map((mark) => {
      const names = data
        .filter(({ kind }) => markOf(kind, context) === mark)
        .map((item) => dataText(item, context.content));
      const badge = mark === undefined ? nothing : html`<span class="badge">${mark}</span> `;
      return html`<div class="words">
        ${badge}${stated(listText(names, context.content), context)}
      </div>`;
    });
}

/** The first rule of keeping, and the others in smaller lines below it. */
export function retentionView(
  retention: Retention | undefined,
  context: SummaryContext,
): TemplateResult {
  const [first = '', ...others] = (retention ?? []).map((rule) =>
    retentionText(rule, context.content),
  );
  const isKey = first !== '' && first.length <= KEY_LENGTH;
  return html`<span class=${isKey ? 'key' : nothing}>${stated(first, context)}</span>${others.map(
      (text) => html`<small lang=${context.contentLang ?? nothing}>${text}</small>`,
    )}`;
}

/** On what something rests, in few words: "선택 동의", "계약의 체결과 이행". */
export function basisWords(
  { basis, required }: { readonly basis: Basis; readonly required: Required },
  context: SummaryContext,
): string {
  if (basis === 'unstated') return say(context, 'basisUnstated');
  if (basis !== 'consent' || required === 'unstated') return basisText({ basis }, context.reader);
  return say(context, required ? 'consentRequired' : 'consentOptional');
}

/** A link into the whole policy; nothing where nobody says where it is. */
export function policyLink(
  href: string | undefined,
  text: unknown,
): TemplateResult | typeof nothing {
  return href === undefined ? nothing : html`<a class="link" href=${href}>${text}</a>`;
}
