import { html, nothing, type TemplateResult } from 'lit';

import type { DataItem, DataKind } from '../model/policy-processing.js';
import { dataText } from './fact-texts.js';
import { readerLang, type ReadingContext } from './reading-view.js';
import { say } from './view-context.js';

/** What marks each kind of data that law or guidance treats apart (requirements SEN-01 to SEN-03, POL-10). */
const MARKS: Readonly<Record<Exclude<DataKind, 'ordinary'>, (context: ReadingContext) => string>> =
  {
    sensitive: ({ reader }) => reader.messages.kind.sensitive,
    biometric: (context) => say(context, 'markBiometric'),
    'unique-id': ({ reader }) => reader.messages.kind['unique-id'],
    rrn: (context) => say(context, 'factRrn'),
    location: ({ reader }) => reader.messages.kind.location,
    credit: ({ reader }) => reader.messages.kind.credit,
    behavioural: (context) => say(context, 'markBehavioural'),
  };

/** Kinds that a word marks more quietly: law asks no consent of its own for them. */
const QUIET: readonly DataKind[] = ['behavioural'];

/** The word for a kind of data that is marked; `undefined` for ordinary data. */
export function dataMark(kind: DataKind, context: ReadingContext): string | undefined {
  return kind === 'ordinary' ? undefined : MARKS[kind](context);
}

function itemView(item: DataItem, context: ReadingContext): unknown {
  const text = dataText(item, context.content);
  const mark = dataMark(item.kind, context);
  // What a name itself says ("주민등록번호") needs no mark.
  if (mark === undefined || text.includes(mark)) return text;
  return html`${text}
    <span
      class="mark ${QUIET.includes(item.kind) ? 'quiet' : ''}"
      part="data-kind"
      lang=${readerLang(context)}
      >${mark}</span
    >`;
}

/** Collected items in one run of text, those of a special kind marked with a word. */
export function dataView(items: readonly DataItem[], context: ReadingContext): TemplateResult {
  const { listSeparator } = context.content.messages;
  return html`${items.map(
    (item, index) => html`${index === 0 ? nothing : listSeparator}${itemView(item, context)}`,
  )}`;
}
