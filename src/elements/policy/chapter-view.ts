import { html, nothing } from 'lit';

import {
  type ChapterState,
  chapterState,
  GUIDE_CHAPTERS,
  type GuideChapterName,
} from '../../model/guide-rows.js';
import { notApplicableView } from '../../ui/reading-view.js';
import { automaticChapter, behaviourChapter } from './chapters/automatic.js';
import { aboutChapter } from './chapters/about.js';
import { changesChapter } from './chapters/changes.js';
import { childrenChapter, destructionChapter, retentionChapter } from './chapters/keeping.js';
import { otherChapter, safetyChapter } from './chapters/other.js';
import { contactsChapter, remediesChapter, rightsChapter } from './chapters/people.js';
import { processingChapter } from './chapters/processing.js';
import { processorsChapter } from './chapters/processors.js';
import { thirdPartiesChapter, transfersChapter } from './chapters/provision.js';
import {
  ownHeading,
  type Piece,
  type PolicyView,
  reading,
  textView,
  unstated,
  word,
} from './policy-view.js';

/** Names of the chapters, in the order of the guide. */
export const CHAPTERS = Object.keys(GUIDE_CHAPTERS) as readonly GuideChapterName[];

/** Chapters that have facts of their own; the others hold sections of the document alone. */
const BODIES: { readonly [Name in GuideChapterName]?: (view: PolicyView) => unknown } = {
  about: aboutChapter,
  processing: processingChapter,
  children: childrenChapter,
  retention: retentionChapter,
  destruction: destructionChapter,
  'third-parties': thirdPartiesChapter,
  processors: processorsChapter,
  transfers: transfersChapter,
  safety: safetyChapter,
  automatic: automaticChapter,
  behaviour: behaviourChapter,
  rights: rightsChapter,
  contacts: contactsChapter,
  remedies: remediesChapter,
  other: otherChapter,
};

/** What a chapter costs of a slice, beside the rows of its tables. */
const CHAPTER_COST = 4;

function stateView(state: ChapterState, view: PolicyView): Piece {
  if (state === 'absent') return html`<p>${notApplicableView(reading(view))}</p>`;
  return state === 'unstated' ? html`<p>${unstated(view)}</p>` : nothing;
}

/** What the document writes in a chapter that its other parts have no place for. */
function sectionsView(rows: readonly number[], view: PolicyView): unknown {
  return (view.policy.sections ?? [])
    .filter(({ row }) => rows.includes(row))
    .map(({ title, body }) => html`${ownHeading(view, title)}${textView(view, body)}`);
}

/** Where a chapter stands in the contents: the same words and number as its heading (POL-09). */
export function chapterTitle(name: GuideChapterName, view: PolicyView): string {
  return word(view, `chapter-${name}`);
}

/** Draws what stands at the end of the last chapter: the two versions side by side. */
type Comparison = () => Piece;

/** One chapter, or nothing while this slice has no room for it. */
export function chapterView(
  name: GuideChapterName,
  view: PolicyView,
  comparison: Comparison,
): Piece {
  if (view.budget.isSpent) return nothing;
  view.budget.take(CHAPTER_COST);
  const { rows } = GUIDE_CHAPTERS[name];
  const state = chapterState(view.policy, name);
  const body =
    name === 'changes' ? changesChapter(view, comparison()) : (BODIES[name]?.(view) ?? nothing);
  return html`<section
    class="chapter"
    aria-labelledby="policy-${name}"
    data-rows=${rows.join(' ')}
    data-state=${state}
  >
    <h3 id="policy-${name}" tabindex="-1">
      <span class="number">${CHAPTERS.indexOf(name) + 1}</span>
      <span>${chapterTitle(name, view)}</span>
    </h3>
    ${stateView(state, view)} ${body} ${sectionsView(rows, view)}
  </section>`;
}
