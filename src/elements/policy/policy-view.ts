import { html, nothing, type TemplateResult } from 'lit';

import type { MessageKey, MessageValues } from '../../i18n/messages.js';
import type { PartKey } from '../../i18n/parts.js';
import type { Block } from '../../model/block.js';
import { type GuideChapterName } from '../../model/guide-rows.js';
import type { NotApplicable, PolicyDocument } from '../../model/policy-document.js';
import { blocksView } from '../../ui/block-view.js';
import {
  contentLang,
  notApplicableView,
  readerLang,
  type ReadingContext,
  unstatedView,
} from '../../ui/reading-view.js';
import { recordTable } from '../../ui/record-table.js';
import { say, type ViewContext } from '../../ui/view-context.js';
import type { RowBudget } from './row-budget.js';

/** Keys of the texts of this element. */
export type PolicyKey = MessageKey | PartKey<'policy'>;

/** What the views of the chapters draw from. */
export interface PolicyView {
  readonly policy: PolicyDocument;
  readonly context: ViewContext<PolicyKey>;
  /** How many rows may be drawn in this slice. */
  readonly budget: RowBudget;
  /** Address of a chapter, with the page's own. */
  readonly hrefOf: (name: GuideChapterName) => string;
}

/** A part of a chapter, or `nothing` where the document has none. */
export type Piece = TemplateResult | typeof nothing;

/** A text of the reader's. */
export function word(view: PolicyView, key: PolicyKey, values?: MessageValues): string {
  return say(view.context, key, values);
}

/** A word of the reader's inside content. */
export function wordView(view: PolicyView, key: PolicyKey, values?: MessageValues): TemplateResult {
  return html`<span lang=${readerLang(view.context)}>${word(view, key, values)}</span>`;
}

/** A heading within a chapter, in the reader's words. */
export function subheading(view: PolicyView, key: PolicyKey, values?: MessageValues): Piece {
  return html`<h4>${word(view, key, values)}</h4>`;
}

/** A heading within a chapter, in the document's words. */
export function ownHeading(view: PolicyView, text: string): Piece {
  return html`<h4 lang=${contentLang(view.context)}>${text}</h4>`;
}

/** Longer text of the document; nothing where there is none. */
export function textView(view: PolicyView, blocks: readonly Block[] | undefined): Piece {
  if (blocks === undefined || blocks.length === 0) return nothing;
  return html`<div class="text" lang=${contentLang(view.context)}>${blocksView(blocks)}</div>`;
}

/** The same under a heading. */
export function titledText(
  view: PolicyView,
  key: PolicyKey,
  blocks: readonly Block[] | undefined,
): Piece {
  if (blocks === undefined) return nothing;
  if (blocks.length === 0) return html`${subheading(view, key)}${announcedView(view)}`;
  return html`${subheading(view, key)}${textView(view, blocks)}`;
}

/** A line of a definition table. Content that is `undefined`, `''` or `false` leaves its line out. */
export type Field = readonly [key: PolicyKey, content: unknown];

/** Facts with a name each; nothing where there is none. */
export function fieldsView(view: PolicyView, fields: readonly Field[]): Piece {
  const given = fields.filter(
    ([, content]) =>
      content !== undefined && content !== '' && content !== false && content !== nothing,
  );
  if (given.length === 0) return nothing;
  return html`<dl class="facts">
    ${given.map(
      ([key, content]) =>
        html`<div>
          <dt>${word(view, key)}</dt>
          <dd lang=${contentLang(view.context)}>${content}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A smaller line below a cell's content: "label: value". Nothing where there is no value. */
export function moreView(view: PolicyView, key: PolicyKey, content: unknown): Piece {
  if (content === undefined || content === '') return nothing;
  return html`<small>${wordView(view, key)}: ${content}</small>`;
}

/** A column of a table: its name, and what stands in it; `undefined` where the policy says nothing. */
export interface Column<Entry> {
  readonly key: PolicyKey;
  readonly cell: (entry: Entry) => unknown;
  /** Whether an entry has it. A column that no entry has is left out; absent: it always stands. */
  readonly has?: (entry: Entry) => boolean;
  /** Whether it holds sentences where the others hold words. */
  readonly isWide?: boolean;
}

/** A table of entries, as far as the budget of this slice reaches. Never an empty one. */
export function entriesTable<Entry>(
  view: PolicyView,
  name: PolicyKey,
  { entries, columns }: { entries: readonly Entry[]; columns: readonly Column<Entry>[] },
): Piece {
  if (entries.length === 0) return nothing;
  const shown = columns.filter(({ has }) => has === undefined || entries.some(has));
  const taken = view.budget.take(entries.length);
  return recordTable({
    context: view.context,
    name: word(view, name),
    columns: shown.map(({ key }) => word(view, key)),
    lastIsWide: shown.at(-1)?.isWide === true,
    rows: entries.slice(0, taken).map((entry) => ({
      entry,
      cells: () => shown.map(({ cell }) => cell(entry)),
    })),
  });
}

/** That the document does not say it. */
export function unstated(view: PolicyView): TemplateResult {
  return unstatedView(view.context);
}

/** That the document announces a list, and no rows follow. */
export function announcedView(view: PolicyView): TemplateResult {
  return html`<p class="soft" part="unstated">${word(view, 'announcedEmpty')}</p>`;
}

/** What the document declares as not applicable, by name. */
export function absentLine(view: PolicyView, names: readonly NotApplicable[]): Piece {
  const { notApplicable = [] } = view.policy;
  const declared = names.filter((name) => notApplicable.includes(name));
  if (declared.length === 0) return nothing;
  const list = declared
    .map((name) => word(view, `absent-${name}`))
    .join(view.context.reader.messages.listSeparator);
  return html`<p>${list}: ${notApplicableView(view.context)}</p>`;
}

/** The context as the shared views of reading elements take it. */
export function reading({ context }: PolicyView): ReadingContext {
  return context;
}
