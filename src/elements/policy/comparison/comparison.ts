import { html, nothing } from 'lit';

import { type Asked, comparePolicies, type EntryChange } from '../../../model/compare-policies.js';
import { parsePolicyDocument } from '../../../model/parse-policy-document.js';
import type { PolicyDocument } from '../../../model/policy-document.js';
import { icon } from '../../../ui/icons.js';
import { contentLang, linesView } from '../../../ui/reading-view.js';
import { CHAPTERS } from '../chapter-view.js';
import { type Piece, type PolicyKey, type PolicyView, word } from '../policy-view.js';
import { fieldLabel, valueText } from './value-text.js';
import type { VersionChoice } from './versions.js';

/** What is compared. */
export interface VersionsToCompare {
  readonly shown: PolicyDocument;
  readonly before: VersionChoice;
  readonly after: VersionChoice;
  /** What addresses of documents are relative to. */
  readonly base: string;
}

/** Two versions and what they do not have in common. */
export interface ComparedVersions {
  readonly before: VersionChoice;
  readonly after: VersionChoice;
  readonly changes: readonly EntryChange[];
}

async function fetchDocument(url: string): Promise<PolicyDocument> {
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}.`);
  return parsePolicyDocument(await response.json());
}

/** The document of a version, in the language of the shown one where it has been translated. */
async function documentOf(
  { document: address }: VersionChoice,
  { shown, base }: VersionsToCompare,
): Promise<PolicyDocument> {
  if (address === undefined) return shown;
  const url = new URL(address, base);
  const policy = await fetchDocument(url.href);
  const translation = policy.translations?.[shown.locale];
  if (policy.locale === shown.locale || translation === undefined) return policy;
  return fetchDocument(new URL(translation, url).href);
}

/** Fetches what is missing and compares; `undefined` where the two are in different languages. */
export async function compareVersions(
  versions: VersionsToCompare,
): Promise<ComparedVersions | undefined> {
  const { before, after } = versions;
  const [one, other] = await Promise.all([
    documentOf(before, versions),
    documentOf(after, versions),
  ]);
  if (one.locale !== other.locale) return undefined;
  return { before, after, changes: comparePolicies(one, other) };
}

const KINDS: Readonly<Record<EntryChange['kind'], PolicyKey>> = {
  added: 'changeAdded',
  removed: 'changeRemoved',
  changed: 'changeChanged',
  reworded: 'changeReworded',
};

const ASKED: Readonly<Record<Asked, PolicyKey>> = {
  again: 'askedAgain',
  first: 'askedFirst',
  ended: 'askedEnded',
  same: 'askedSame',
};

/** Which side of the comparison. */
type Side = 'before' | 'after';

/** What stands before a value that only one side has: colour and markup alone tell nobody. */
const WORDS: Readonly<Record<Side, PolicyKey>> = { before: 'wordRemoved', after: 'wordAdded' };

/** Lists longer than this show only what differs. */
const WHOLE_LIST = 12;

interface SideView {
  readonly change: EntryChange;
  readonly side: Side;
  readonly view: PolicyView;
}

function valueView(value: string, isChanged: boolean, { change, side, view }: SideView): Piece {
  if (!isChanged) return html`<span>${value}</span>`;
  // Where all of an entry came or went, its badge says so once.
  const says = change.kind === 'added' || change.kind === 'removed' ? nothing : side;
  const mark = says === nothing ? nothing : html`<small>${word(view, WORDS[side])}</small> `;
  return side === 'before' ? html`${mark}<del>${value}</del>` : html`${mark}<ins>${value}</ins>`;
}

/** The values of a fact on one side; those that both sides have stand beside them where they are few. */
function valuesOf(fact: EntryChange['facts'][number], at: SideView): readonly Piece[] {
  const { side, view } = at;
  const changed = new Set(side === 'before' ? fact.removed : fact.added);
  const isShort = fact.before.length + fact.after.length <= WHOLE_LIST;
  return fact[side]
    .filter((value) => isShort || changed.has(value))
    .map((value) => valueView(valueText(fact.field, value, view), changed.has(value), at));
}

/** Facts of one name stand under it together. */
function labelled(at: SideView): Map<PolicyKey | '', Piece[]> {
  const groups = new Map<PolicyKey | '', Piece[]>();
  for (const fact of at.change.facts) {
    const label = fieldLabel(fact.field) ?? '';
    const values = valuesOf(fact, at);
    if (values.length > 0) groups.set(label, [...(groups.get(label) ?? []), ...values]);
  }
  return groups;
}

function sideView(version: VersionChoice, at: SideView): Piece {
  const { side, view } = at;
  const groups = [...labelled(at)];
  if (groups.length === 0) return nothing;
  const name = word(view, 'versionName', { version: version.version });
  return html`<div>
    <dt>${word(view, side === 'before' ? 'compareBefore' : 'compareAfter')} (${name})</dt>
    ${groups.map(
      ([label, values]) =>
        html`<dd>
          ${label === '' ? nothing : html`<small>${word(view, label)}</small>`}
          <div lang=${contentLang(view.context)}>${linesView(values)}</div>
        </dd>`,
    )}
  </div>`;
}

function askedText({ asked }: EntryChange): PolicyKey {
  return asked === undefined ? 'askedNobody' : ASKED[asked];
}

function changeView(change: EntryChange, versions: ComparedVersions, view: PolicyView): Piece {
  const { chapter, title, kind } = change;
  const number = CHAPTERS.indexOf(chapter) + 1;
  return html`<div class="change">
    <h5>
      ${number}. ${word(view, `chapter-${chapter}`)}${title === '' ? '' : ':'}
      ${title === '' ? nothing : html`<span lang=${contentLang(view.context)}>${title}</span>`}
      <span class="badge">${word(view, KINDS[kind])}</span>
    </h5>
    <dl class="diff">
      ${sideView(versions.before, { change, side: 'before', view })}
      ${sideView(versions.after, { change, side: 'after', view })}
    </dl>
    <p class="hint">${icon('info')} <span>${word(view, askedText(change))}</span></p>
  </div>`;
}

/** What was added, removed and changed, and whether consent is asked again, entry by entry. */
export function changesView(versions: ComparedVersions, view: PolicyView): Piece {
  const { changes } = versions;
  if (changes.length === 0) return nothing;
  return html`<div class="changes">
    ${changes.map((change) => changeView(change, versions, view))}
  </div>`;
}
