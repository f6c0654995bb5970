import type { Answers } from '../model/decisions.js';
import type { SurfaceItem } from '../model/surface.js';
import type {
  CarriedControl,
  CarriedDecisions,
  Carrier,
  CreateCarrier,
} from './carriers/carrier.js';
import { createAdoptCarrier } from './carriers/adopt-carrier.js';
import { createFormCarrier } from './carriers/form-carrier.js';
import { MIRROR_MARK } from './carriers/mirror.js';
import { createMirrorCarrier } from './carriers/mirror-carrier.js';
import { FIELD_TAG, type FieldMap } from './field-map.js';
import { readFieldMap } from './read-field-map.js';

/** How the decisions get into the page's form. */
export type CarrierMode = 'form' | 'mirror' | 'adopt';

/** What a page asks, and what stands before anybody pressed anything. */
export interface Begun {
  readonly items: readonly SurfaceItem[];
  /** What was decided at another place. */
  readonly answers: Answers;
}

const CARRIERS: Readonly<Record<CarrierMode, CreateCarrier>> = {
  form: createFormCarrier,
  adopt: createAdoptCarrier,
  mirror: createMirrorCarrier,
};

/** Names of the form's inputs that are not the element's. */
function pageNames({ element }: CarriedControl): readonly (string | null)[] {
  return [...(element.form?.elements ?? [])]
    .filter((each) => !element.contains(each))
    .map((each) => each.getAttribute('name'));
}

/** Where the page has all the inputs that its map names already, they are kept. */
function modeByFields(control: CarriedControl): CarrierMode {
  const fields = [...control.element.querySelectorAll(`${FIELD_TAG}[name]:not([not-asked])`)];
  const names = pageNames(control);
  const areThere = fields.every((each) => names.includes(each.getAttribute('name')));
  return fields.length > 0 && areThere ? 'adopt' : 'form';
}

/** The page's field map at work: fetched only where a page has one. */
export class PageFields {
  readonly #control: CarriedControl;
  readonly #mode: CarrierMode;
  #carrier: Carrier | undefined;

  /** @param mode as the page says it; absent: what is found decides. */
  constructor(control: CarriedControl, mode?: CarrierMode) {
    // A copy of a page has what the element before put there; nobody has answered by it.
    for (const copy of control.element.querySelectorAll(`[${MIRROR_MARK}]`)) copy.remove();
    this.#control = control;
    this.#mode = mode ?? modeByFields(control);
  }

  get mode(): CarrierMode {
    return this.#mode;
  }

  get #isSecond(): boolean {
    const { element } = this.#control;
    const [first = element] = [...(element.form?.elements ?? [])].filter(
      ({ localName }) => localName === element.localName,
    );
    return first !== element;
  }

  /** Reads the map for what a surface asks, and takes the page's inputs in hand. */
  begin(items: readonly SurfaceItem[]): Begun {
    this.end();
    const map = readFieldMap(this.#control.element, items);
    const problems = [...map.problems, ...this.#takenNames(map)];
    if (problems.length > 0) this.#control.complain(problems.join('\n'));
    const create = CARRIERS[this.#mode];
    // A second element of a form takes no part: the inputs are the first one's.
    if (!this.#isSecond) this.#carrier = create(this.#control, map);
    return { items: items.filter(({ id }) => !map.notAsked.has(id)), answers: map.elsewhere };
  }

  /** Names that the page's own inputs send already: the server would get them twice. */
  #takenNames({ fields }: FieldMap): string[] {
    if (this.#mode === 'adopt') return [];
    const names = pageNames(this.#control);
    return fields
      .filter(({ name }) => names.includes(name))
      .map(
        ({ item, name }) =>
          `<dongui-field item="${item}" name="${name}">: the form has an input of this name already, and both are sent. Take it out, or keep it with mode="adopt".`,
      );
  }

  /** What the element itself submits. */
  value(decisions: CarriedDecisions): FormData | null {
    return this.#carrier?.value(decisions) ?? null;
  }

  /** Brings the page's inputs into line with the decisions; lets go of them while there are none. */
  show(decisions?: CarriedDecisions): void {
    if (decisions === undefined) this.end();
    else this.#carrier?.show(decisions);
  }

  /** The page's own box of an item. */
  boxOf(item: string): HTMLElement | undefined {
    return this.#carrier?.boxOf(item);
  }

  /**
   * Moves the focus to the page's own box of an item, and brings into sight what a person sees of it:
   * many a page draws the label and hides the box.
   *
   * @returns whether it has the focus.
   */
  focusBox(item: string, options: FocusOptions = {}): boolean {
    const box = this.boxOf(item) as HTMLInputElement | undefined;
    if (box === undefined) return false;
    box.focus({ ...options, preventScroll: true });
    const seen = [...(box.labels ?? []), box].find((each) => each.offsetWidth > 1);
    if (options.preventScroll !== true) seen?.scrollIntoView({ block: 'center' });
    return box.matches(':focus');
  }

  /** All inputs of the page that answer an item. */
  boxesOf(item: string): readonly HTMLElement[] {
    return this.#carrier?.boxesOf?.(item) ?? [];
  }

  /** The element is in the page again. */
  watch(): void {
    this.#carrier?.watch?.();
  }

  /** The element is out of the page. */
  rest(): void {
    this.#carrier?.rest?.();
  }

  /** Takes in what scripts of the page have set without an event. */
  read(): void {
    this.#carrier?.read?.();
  }

  /** The form was reset. */
  reset(): void {
    this.#carrier?.reset?.();
  }

  end(): void {
    this.#carrier?.release();
    this.#carrier = undefined;
  }
}
