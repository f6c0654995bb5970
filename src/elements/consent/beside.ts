import { innerRoot } from '../../ui/inner-root.js';

/** The public properties of the look: they may be set on the element alone. */
const LOOK = [
  ...['accent', 'on-accent', 'accent-soft', 'surface', 'surface-sunken', 'surface-disabled'],
  ...['text', 'text-soft', 'text-disabled', 'line', 'border', 'danger', 'danger-soft'],
  ...['font', 'font-size', 'radius', 'radius-small', 'radius-box', 'motion'],
].map((name) => `--dongui-${name}`);

interface Place {
  readonly element: HTMLElement;
  readonly root: HTMLElement;
  readonly boxes: readonly HTMLElement[];
}

let count = 0;

/** The last of the elements, in the order of the page; of two that hold one another, the outer one. */
function lastOf(elements: readonly Element[]): Element | undefined {
  const { DOCUMENT_POSITION_CONTAINS, DOCUMENT_POSITION_CONTAINED_BY } = Node;
  const [first, ...others] = elements;
  return others.reduce<Element | undefined>((last, each) => {
    const position = last?.compareDocumentPosition(each) ?? 0;
    if (position & DOCUMENT_POSITION_CONTAINED_BY) return last;
    const isLater = position & (Node.DOCUMENT_POSITION_FOLLOWING | DOCUMENT_POSITION_CONTAINS);
    return isLater ? each : last;
  }, first);
}

/** Whether children of an element stand in a row, where one more would press the others aside. */
function isRow(element: Element): boolean {
  return /flex|grid/.test(getComputedStyle(element).display);
}

/** Puts something at the end of the box's table cell, else behind the box and its label. */
function insert(place: HTMLElement, boxes: readonly HTMLElement[]): void {
  const labels = boxes.flatMap((box) => [...((box as HTMLInputElement).labels ?? [])]);
  const last = lastOf([...boxes, ...labels]);
  const cell = last?.closest('td, th');
  if (cell != null) {
    cell.append(place);
    return;
  }
  let anchor = last;
  while (
    anchor?.parentElement != null &&
    isRow(anchor.parentElement) &&
    !anchor.parentElement.matches('form, li')
  )
    anchor = anchor.parentElement;
  anchor?.after(place);
}

const wordsOf = (box: HTMLElement): readonly string[] =>
  (box.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((word) => word !== '');

/** Sets an attribute, or takes it off where it would be empty. */
function write(box: HTMLElement, name: string, value: string): void {
  if (value === '') box.removeAttribute(name);
  else if (box.getAttribute(name) !== value) box.setAttribute(name, value);
}

/**
 * Places beside the page's boxes, each with a shadow root of its own. A box is described by its
 * place, and marked as invalid where it has to be; both are taken back with the place.
 */
export class Beside {
  readonly #host: Element;
  readonly #adopt: (root: ShadowRoot) => void;
  readonly #places = new Map<string, Place>();
  /** What the page itself said of a box. */
  readonly #invalid = new WeakMap<HTMLElement, string>();

  /** @param adopt Gives a shadow root its style sheets. */
  constructor(host: Element, adopt: (root: ShadowRoot) => void) {
    this.#host = host;
    this.#adopt = adopt;
  }

  get roots(): readonly ParentNode[] {
    return [...this.#places.values()].map(({ root }) => root);
  }

  /** Takes away what is beside no box any more. */
  keep(items: readonly string[]): void {
    for (const id of [...this.#places.keys()]) if (!items.includes(id)) this.#remove(id);
  }

  /** Where an item is drawn. */
  place(id: string, boxes: readonly HTMLElement[]): readonly [HTMLElement, HTMLElement] {
    const known = this.#places.get(id);
    const isSame = known?.boxes.every((box, index) => box === boxes[index]);
    if (known?.element.isConnected === true && isSame === true) return [known.element, known.root];
    this.#remove(id);
    const element = document.createElement('div');
    count += 1;
    element.id = `dongui-beside-${count}`;
    const shadow = element.attachShadow({ mode: 'open' });
    this.#adopt(shadow);
    const root = innerRoot(shadow);
    const look = getComputedStyle(this.#host);
    for (const name of LOOK) element.style.setProperty(name, look.getPropertyValue(name));
    insert(element, boxes);
    this.#places.set(id, { element, root, boxes });
    return [element, root];
  }

  /** Tells assistive technology what stands beside a box, and whether it has to be pressed. */
  describe(id: string, isInvalid: boolean): void {
    const { element, boxes = [] } = this.#places.get(id) ?? {};
    for (const box of boxes) {
      const words = wordsOf(box);
      if (element !== undefined && !words.includes(element.id))
        write(box, 'aria-describedby', [...words, element.id].join(' '));
      this.#mark(box, isInvalid);
    }
  }

  #mark(box: HTMLElement, isInvalid: boolean): void {
    const before = this.#invalid.get(box);
    if (isInvalid && before === undefined) {
      this.#invalid.set(box, box.getAttribute('aria-invalid') ?? '');
      box.setAttribute('aria-invalid', 'true');
    } else if (!isInvalid && before !== undefined) {
      this.#invalid.delete(box);
      write(box, 'aria-invalid', before);
    }
  }

  #remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    for (const box of place.boxes) {
      const words = wordsOf(box).filter((word) => word !== place.element.id);
      write(box, 'aria-describedby', words.join(' '));
      this.#mark(box, false);
    }
    place.element.remove();
    this.#places.delete(id);
  }
}
