import { html, nothing } from 'lit';

import { type Article, BASIS_ARTICLES, CONSENT_ARTICLES } from '../../model/basis-articles.js';
import type { ItemKind } from '../../model/notice.js';
import type {
  Basis,
  DataItem,
  EmptyReason,
  Purpose,
  Refusal,
  Required,
} from '../../model/policy-processing.js';
import type { Retention, RetentionRule } from '../../model/retention.js';
import { dataView } from '../../ui/data-view.js';
import { basisText, retentionText } from '../../ui/fact-texts.js';
import { linesView, notApplicableView } from '../../ui/reading-view.js';
import { moreView, type PolicyView, reading, wordView } from './policy-view.js';

/** Why a list has no rows: the document says that there is none, or it says nothing. */
function emptyView(view: PolicyView, reason: EmptyReason | undefined): unknown {
  return reason === 'none' ? notApplicableView(reading(view)) : undefined;
}

function purposeText(purpose: Purpose, view: PolicyView): string {
  const { listSeparator } = view.context.content.messages;
  const added = [...(purpose.of ?? []), purpose.statute].filter((part) => part !== undefined);
  return added.length === 0 ? purpose.text : `${purpose.text} (${added.join(listSeparator)})`;
}

/** Purposes line by line, those of one heading under it. */
export function purposesView(
  view: PolicyView,
  purposes: readonly Purpose[] | undefined = [],
  empty?: EmptyReason,
): unknown {
  if (purposes.length === 0) return emptyView(view, empty);
  const groups = new Map<string, string[]>();
  for (const purpose of purposes) {
    const { group = '' } = purpose;
    groups.set(group, [...(groups.get(group) ?? []), purposeText(purpose, view)]);
  }
  return [...groups].map(([group, lines]) =>
    group === ''
      ? linesView(lines)
      : html`<div class="grouped">${group}</div>
          ${linesView(lines)}`,
  );
}

/** Collected items in one run of text, marked where they are of a special kind. */
export function itemsView(
  view: PolicyView,
  data: readonly DataItem[] | undefined = [],
  empty?: EmptyReason,
): unknown {
  return data.length === 0 ? emptyView(view, empty) : dataView(data, reading(view));
}

/** A rule of keeping, with every part that its wording leaves out. */
function retentionLines(rule: RetentionRule, view: PolicyView): string[] {
  const { content } = view.context;
  const line = retentionText(rule, content);
  const { text, from, event, statute, reason } = rule;
  if (text === undefined) {
    return [
      line,
      ...[reason].filter((part) => part !== undefined && !line.includes(part)),
    ] as string[];
  }
  const left = [from ?? event].filter((part) => part !== undefined && !text.includes(part));
  const { text: _own, statute: _statute, reason: _reason, condition: _when, ...parts } = rule;
  const computed = left.length === 0 ? [] : [retentionText(parts, content)];
  const why = [statute, reason].filter((part) => part !== undefined && !text.includes(part));
  return [line, ...computed, ...why] as string[];
}

/** How long data is kept, rule by rule; important content (requirement CON-06). */
export function retentionView(
  view: PolicyView,
  retention: Retention | undefined = [],
  empty?: EmptyReason,
): unknown {
  if (retention.length === 0) return emptyView(view, empty);
  return linesView(
    retention.map((rule) => {
      const [line, ...more] = retentionLines(rule, view);
      return html`<b>${line}</b>${more.map((part) => html`<small>${part}</small>`)}`;
    }),
  );
}

/** A place in a statute, in the words of the policy's language. */
function articleText({ law, article, branch, paragraph, item }: Article, view: PolicyView): string {
  const { content } = view.context;
  const number =
    branch === undefined
      ? content.term('articleNumber', { article })
      : content.term('articleBranch', { article, branch });
  const values = { law: content.term(`law-${law}`), number, paragraph };
  return item === undefined
    ? content.term('articlePlace', values)
    : content.term('articleItem', { ...values, item });
}

/** What a matter rests on, and which kind of consent it is where it is one. */
export interface Ground {
  readonly basis?: Basis;
  readonly statute?: string;
  readonly required?: Required;
  /** Kinds of consent that have an article of their own. */
  readonly kinds?: readonly ItemKind[];
}

/** The articles that a matter rests on (requirement POL-05); none outside Korea, nor for what is unstated. */
function articlesOf({ basis, kinds = [] }: Ground, view: PolicyView): string[] {
  if (view.policy.jurisdiction !== 'KR' || basis === undefined || basis === 'unstated') return [];
  const own = basis === 'consent' ? kinds.map((kind) => CONSENT_ARTICLES[kind]) : [];
  const articles = own.filter((article) => article !== undefined);
  return (articles.length > 0 ? articles : [BASIS_ARTICLES[basis]]).map((article) =>
    articleText(article, view),
  );
}

/** Whether a person must agree, in one word. */
function requiredView(view: PolicyView, required: Required | undefined): unknown {
  if (required === undefined) return nothing;
  if (required === 'unstated')
    return html`<small part="unstated">${wordView(view, 'requiredUnstated')}</small>`;
  return html` <span class="badge"
    >${wordView(view, required ? 'badgeRequired' : 'badgeOptional')}</span
  >`;
}

/** On what a matter rests: the article, what it means, and whether it may be refused. */
export function basisView(view: PolicyView, ground: Ground): unknown {
  const { basis, statute } = ground;
  const { listSeparator } = view.context.content.messages;
  const articles = statute ?? articlesOf(ground, view).join(listSeparator);
  const isUnstated = (basis === undefined || basis === 'unstated') && articles === '';
  const text = isUnstated
    ? wordView(view, 'unstated')
    : basisText(
        { ...(basis && { basis }), ...(articles === '' ? {} : { statute: articles }) },
        view.context.content,
      );
  const asked = basis === 'consent' || basis === 'unstated' ? ground.required : undefined;
  return html`${text}${requiredView(view, asked)}`;
}

/** What refusing means, and withdrawing where it is more than that. */
export function refusalView(view: PolicyView, refusal: Refusal | undefined): unknown {
  if (refusal === undefined) return undefined;
  const { right, consequence, withdrawal } = refusal;
  const lines = [right, consequence].filter((line) => line !== undefined).join(' ');
  if (lines === '' && withdrawal === undefined) return undefined;
  return html`${lines}${moreView(view, 'fieldWithdrawal', withdrawal)}`;
}

/** Parts of a list of the document in one line; `undefined` where there is none. */
export function listed(view: PolicyView, parts: readonly string[] | undefined): string | undefined {
  return parts === undefined || parts.length === 0
    ? undefined
    : parts.join(view.context.content.messages.listSeparator);
}
