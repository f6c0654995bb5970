import type { Answers } from '../model/decisions.js';
import type { SurfaceItem } from '../model/surface.js';
import type {
  CarriedControl,
  CarriedDecisions,
  Carrier,
  CreateCarrier,
} from './carriers/carrier.js';
import { createFormCarrier } from './carriers/form-carrier.js';
import type { FieldMap } from './field-map.js';
import { readFieldMap } from './read-field-map.js';

/** How the decisions get into the page's form. */
export type CarrierMode = 'form' | 'mirror' | 'adopt';

/** What a page asks, and what stands before anybody pressed anything. */
export interface Begun {
  readonly items: readonly SurfaceItem[];
  /** What was decided at another place. */
  readonly answers: Answers;
}

const CARRIERS: Readonly<Partial<Record<CarrierMode, CreateCarrier>>> = { form: createFormCarrier };

/** The page's field map at work: fetched only where a page has one. */
export class PageFields {
  readonly #control: CarriedControl;
  readonly #mode: CarrierMode;
  #carrier: Carrier | undefined;

  constructor(control: CarriedControl, mode: CarrierMode) {
    this.#control = control;
    this.#mode = mode;
  }

  /** Reads the map for what a surface asks, and takes the page's inputs in hand. */
  begin(items: readonly SurfaceItem[]): Begun {
    this.end();
    const map = readFieldMap(this.#control.element, items);
    const problems = [...map.problems, ...this.#takenNames(map)];
    if (problems.length > 0) this.#control.complain(problems.join('\n'));
    const create = CARRIERS[this.#mode] ?? createFormCarrier;
    this.#carrier = create(this.#control, map);
    return { items: items.filter(({ id }) => !map.notAsked.has(id)), answers: map.elsewhere };
  }

  /** Names that the page's own inputs send already: the server would get them twice. */
  #takenNames({ fields }: FieldMap): string[] {
    const { element } = this.#control;
    if (this.#mode === 'adopt') return [];
    const own = [...(element.form?.elements ?? [])].filter((each) => !element.contains(each));
    return fields
      .filter(({ name }) => own.some((each) => each.getAttribute('name') === name))
      .map(
        ({ item, name }) =>
          `<dongui-field item="${item}" name="${name}">: the form has an input of this name already, and both are sent. Take it out, or keep it with mode="adopt".`,
      );
  }

  /** What the element itself submits. */
  value(decisions: CarriedDecisions): FormData | null {
    return this.#carrier?.value(decisions) ?? null;
  }

  /** Brings the page's inputs into line with the decisions. */
  show(decisions: CarriedDecisions): void {
    this.#carrier?.show(decisions);
  }

  /** The page's own box of an item. */
  boxOf(item: string): HTMLElement | undefined {
    return this.#carrier?.boxOf(item);
  }

  end(): void {
    this.#carrier?.release();
    this.#carrier = undefined;
  }
}
