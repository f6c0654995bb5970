import { hashOf } from '../model/sha256.js';
import { isVisible } from './visible.js';

/** What was in front of the person: part of every receipt. */
export interface Shown {
  /** Hash of the list `[role, text]` of all that was in the DOM, in its order. */
  readonly sha256: string;
  /** Ids of items that were not visible. */
  readonly hidden: readonly string[];
  /** Whether the page stood in a frame. */
  readonly framed: boolean;
}

/** A text that was in front of the person, with its role: `facts`, `title`. */
export type ShownText = readonly [role: string, text: string];

/** `textContent`, not `innerText`: it must come out equal in every engine, whatever the styles. */
function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** The texts in an element or a shadow root that carry `data-shown` with their role, in order. */
export function shownTexts(root: ParentNode): readonly ShownText[] {
  const texts = [...root.querySelectorAll<HTMLElement>('[data-shown]')];
  return texts.map((element) => [element.dataset['shown'] ?? '', textOf(element)]);
}

/** Whether the page stands in a frame. */
export function isFramed(): boolean {
  return window.top !== window.self;
}

/**
 * Reads what shadow roots show. Texts carry `data-shown` with their role, items `data-part` with
 * their id; what changes while a person decides (states, errors, counts) carries neither.
 *
 * @param absent Ids of items of the notice that are not there at all: nobody saw them either.
 */
export function readShown(roots: readonly ParentNode[], absent: readonly string[] = []): Shown {
  const parts = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('[data-part]')]);
  return {
    sha256: hashOf(roots.flatMap(shownTexts)),
    hidden: [
      ...parts.filter((each) => !isVisible(each)).map((each) => each.dataset['part'] ?? ''),
      ...absent,
    ],
    framed: isFramed(),
  };
}
