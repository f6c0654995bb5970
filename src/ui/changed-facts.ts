import { html, type TemplateResult } from 'lit';

import type { ItemFacts } from '../model/notice.js';
import { type Fact, factsOf, type Remark } from './facts-view.js';
import type { ViewContext } from './view-context.js';

/** What is said of a line that has changed. */
export interface ChangeWords {
  /** Stands as a badge: "changed". */
  readonly changed: string;
  /** What stood there before, in a sentence. */
  readonly before: (value: string) => string;
}

const textOf = ({ value, added = [] }: Fact): string =>
  [value, ...added].filter((part) => part !== undefined && part !== '').join(' \u00b7 ');

/** Lines by label, each with the how-manieth of that label it is. */
function keyed(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  const counts = new Map<string, number>();
  return new Map(
    facts.map((fact) => {
      const count = counts.get(fact.label) ?? 0;
      counts.set(fact.label, count + 1);
      return [`${count} ${fact.label}`, fact];
    }),
  );
}

function remarkView(before: Fact | undefined, words: ChangeWords): TemplateResult {
  const old = before === undefined ? '' : textOf(before);
  return html` <span class="badge">${words.changed}</span>${
      old === '' ? '' : html`<small>${words.before(old)}</small>`
    }`;
}

/**
 * Marks the lines of a table of facts that differ from what a person agreed to (requirement CON-17).
 * Both are read by the same words, so the two have to be in one language.
 *
 * @param was The facts as they stood then.
 */
export function markChanges(
  was: ItemFacts,
  item: ItemFacts,
  { context, words }: { readonly context: ViewContext; readonly words: ChangeWords },
): Remark {
  const before = keyed(factsOf(was, context));
  // A view asks line by line, with lines that it has made itself.
  const remarks = new Map<string, TemplateResult>();
  const counts = new Map<string, number>();
  for (const [key, fact] of keyed(factsOf(item, context))) {
    const old = before.get(key);
    if (old === undefined || textOf(old) !== textOf(fact)) remarks.set(key, remarkView(old, words));
  }
  return ({ label }) => {
    const count = counts.get(label) ?? 0;
    counts.set(label, count + 1);
    return remarks.get(`${count} ${label}`);
  };
}

/** Lines that a person agreed to and that are not there any more, each with its label. */
export function droppedFacts(
  was: ItemFacts,
  item: ItemFacts,
  context: ViewContext,
): readonly string[] {
  const now = keyed(factsOf(item, context));
  return [...keyed(factsOf(was, context))]
    .filter(([key, fact]) => !now.has(key) && textOf(fact) !== '')
    .map(([, fact]) => `${fact.label}: ${textOf(fact)}`);
}
