import type { Answer } from '../model/decisions.js';
import { looksPersonal } from '../model/personal-data.js';
import type { SurfaceItem } from '../model/surface.js';
import { type Companion, type Field, FIELD_TAG, type FieldMap } from './field-map.js';

/** Longest name of the place where something was decided, in characters. */
const SOURCE_LENGTH = 80;

/** The words of an attribute; none where it is absent. */
const wordsOf = (child: Element, name: string): readonly string[] =>
  (child.getAttribute(name) ?? '').split(/\s+/).filter((word) => word !== '');

/** A time of RFC 3339 as a receipt holds it, or nothing where it is no time. */
function instantOf(text: string): string | undefined {
  const time = new Date(text);
  const isTime = /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(time.getTime());
  return isTime ? time.toISOString() : undefined;
}

/** What another place says was decided, or what is wrong with it. */
function elsewhereOf(decided: string, child: Element): Answer | string {
  if (decided !== 'given' && decided !== 'refused')
    return `decided="${decided}" is neither "given" nor "refused"`;
  const source = wordsOf(child, 'source').join(' ');
  if (source === '' || source.length > SOURCE_LENGTH || looksPersonal(source)) {
    return `decided needs source="..." with 1-${SOURCE_LENGTH} characters: the service that says so, never a person`;
  }
  const text = child.getAttribute('at');
  const at = text === null ? undefined : instantOf(text);
  if (text !== null && at === undefined) return `at="${text}" is no time like 2026-11-22T03:04:05Z`;
  const given = decided === 'given';
  return { given, by: 'host', source, ...(at !== undefined && { at }) };
}

/** A map while it is read. */
class Reading implements FieldMap {
  readonly fields: Field[] = [];
  readonly companions: Companion[] = [];
  readonly elsewhere: Record<string, Answer> = {};
  readonly notAsked: Set<string> = new Set();
  readonly problems: string[] = [];
  readonly #items: readonly SurfaceItem[];

  constructor(items: readonly SurfaceItem[]) {
    this.#items = items.filter(({ kind }) => kind !== 'information');
  }

  read(child: Element): void {
    const id = child.getAttribute('item') ?? '';
    const item = this.#items.find((each) => each.id === id);
    if (item === undefined) {
      const known = this.#items.map((each) => each.id).join(', ');
      this.#complain(child, `no such item is asked here; item is one of: ${known}`);
    } else if (child.hasAttribute('not-asked')) this.#leaveOut(child, item);
    else {
      this.#readElsewhere(child, id);
      this.#readName(child, id);
    }
  }

  #leaveOut(child: Element, { id, required }: SurfaceItem): void {
    if (!required) this.notAsked.add(id);
    else {
      this.#complain(
        child,
        'a required item is always asked; take it off the surface, or say where it was decided: decided="given" source="..."',
      );
    }
  }

  #readElsewhere(child: Element, id: string): void {
    const decided = child.getAttribute('decided');
    if (decided === null) return;
    const answer = elsewhereOf(decided, child);
    if (typeof answer === 'string') this.#complain(child, `${answer}. The item is asked`);
    else this.elsewhere[id] = answer;
  }

  #readName(child: Element, item: string): void {
    const name = child.getAttribute('name');
    if (!name) return;
    const on = child.getAttribute('on') ?? '1';
    const off = child.getAttribute('off') ?? undefined;
    if (this.fields.some((other) => other.name === name && other.on === on)) {
      this.#complain(
        child,
        `${name}=${on} is a field of another item; give each its own name or on`,
      );
      return;
    }
    this.fields.push({ item, name, on, ...(off !== undefined && { off }) });
    const before = this.elsewhere[item]?.given === true ? on : (off ?? '');
    for (const companion of wordsOf(child, 'companion'))
      this.companions.push({ name: companion, value: before });
  }

  #complain(child: Element, problem: string): void {
    const attributes = ['item', 'name']
      .filter((name) => child.hasAttribute(name))
      .map((name) => ` ${name}="${child.getAttribute(name) ?? ''}"`);
    this.problems.push(`<${FIELD_TAG}${attributes.join('')}>: ${problem}.`);
  }
}

/**
 * Reads the map that a page writes into the element as children:
 *
 *     <dongui-field item="terms" name="agree" on="1" off="0" companion="agree_default"></dongui-field>
 *
 * A child that can't be understood is left out and named in `problems`; the rest holds.
 *
 * @param items of the surface.
 */
export function readFieldMap(element: Element, items: readonly SurfaceItem[]): FieldMap {
  const map = new Reading(items);
  for (const child of element.querySelectorAll(FIELD_TAG)) map.read(child);
  return map;
}
