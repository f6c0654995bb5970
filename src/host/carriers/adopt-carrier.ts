import { type Field, type FieldMap, fieldsOfItem } from '../field-map.js';
import { navigationType } from '../navigation.js';
import type { CarriedControl, CarriedDecisions, Carrier, CreateCarrier } from './carrier.js';
import {
  type Entry,
  findControl,
  isInPlace,
  type PageControl,
  type PageInput,
  takeOut,
  valueSent,
} from './page-control.js';
import { Presses } from './presses.js';

/** Which element took an input in hand before: a tick from then is no news. */
const owners = new WeakMap<PageInput, CarriedControl>();

/** Whether the browser may have brought back what was ticked before: Back, and reload in Firefox. */
function isBroughtBack(): boolean {
  return /^(back_forward|reload)$/.test(navigationType());
}

const tagOf = ({ item, name }: Field): string => `<dongui-field item="${item}" name="${name}">`;

/**
 * The page keeps its own boxes. They are found by the names of the map, watched, and brought into
 * line with the decisions; nothing else about them is touched, and the element itself submits only
 * what the page has no input for.
 */
class AdoptCarrier implements Carrier {
  readonly #control: CarriedControl;
  readonly #map: FieldMap;
  readonly #controls = new Map<Field, PageControl>();
  /** What each said when it was last looked at. */
  readonly #seen = new Map<PageControl, boolean | undefined>();
  readonly #presses: Presses = new Presses({
    isOurs: (input) => this.#all.some(({ inputs }) => inputs.includes(input as PageInput)),
    read: () => {
      this.read();
    },
    formData: (event) => {
      this.#correct(event);
    },
  });
  #decisions: CarriedDecisions | undefined;
  #isBusy = false;

  constructor(control: CarriedControl, map: FieldMap) {
    this.#control = control;
    this.#map = map;
    this.#find();
    const problems = map.fields.flatMap((field) => this.#problemOf(field)).join('\n');
    if (problems !== '') control.complain(problems);
    this.watch();
  }

  get #all(): readonly PageControl[] {
    return [...this.#controls.values()];
  }

  /** Looks for what is not there (any more). @returns whether something came or went. */
  #find(): boolean {
    const { element } = this.#control;
    const { form } = element;
    const fields = this.#map.fields.filter((field) => {
      const control = this.#controls.get(field);
      return control === undefined || !isInPlace(control, form);
    });
    if (fields.length === 0) return false;
    const inputs = [...(form?.elements ?? [])].filter(
      (each): each is PageInput =>
        (each instanceof HTMLInputElement || each instanceof HTMLSelectElement) &&
        !element.contains(each),
    );
    const changed = fields.filter((field) => {
      const had = this.#controls.delete(field);
      const control = findControl(field, inputs, this.#map.fields);
      if (control !== undefined) this.#controls.set(field, control);
      return had || control !== undefined;
    });
    return changed.length > 0;
  }

  #problemOf(field: Field): string[] {
    const control = this.#controls.get(field);
    if (control === undefined) {
      return [
        `${tagOf(field)}: the form has no box of this name, with the value "${field.on}" where there are several. The element asks the item itself until there is one.`,
      ];
    }
    if (control.isBox || control.inputs.length === 1) return [];
    return [
      `${tagOf(field)}: ${control.inputs.length} boxes of the form have this name and the value "${field.on}". The element asks the item itself and sets them along; leave one, or give each its own value.`,
    ];
  }

  boxOf(item: string): HTMLElement | undefined {
    return this.#all.find(({ field, isBox }) => isBox && field.item === item)?.inputs[0];
  }

  boxesOf(item: string): readonly HTMLElement[] {
    return this.#all
      .filter(({ field, isBox }) => isBox && field.item === item)
      .flatMap(({ inputs }) => inputs);
  }

  value(decisions: CarriedDecisions): FormData | null {
    const { element } = this.#control;
    const data = new FormData();
    for (const [id, state] of Object.entries(decisions)) {
      for (const field of fieldsOfItem(this.#map, id, element.name)) {
        const value = state === 'given' ? field.on : field.off;
        if (value !== undefined && !this.#controls.has(field)) data.append(field.name, value);
      }
    }
    const names = [...(element.form?.elements ?? [])].map((each) => each.getAttribute('name'));
    for (const { name, value } of this.#map.companions)
      if (!names.includes(name)) data.append(name, value);
    return data;
  }

  show(decisions: CarriedDecisions): void {
    this.#decisions = decisions;
    this.read();
  }

  read(): void {
    const { element, isDisabled } = this.#control;
    if (this.#isBusy || this.#decisions === undefined || !element.isConnected || isDisabled())
      return;
    this.#isBusy = true;
    try {
      // Also what is submitted depends on which boxes there are.
      if (this.#find()) this.#control.moved();
      this.#takeAnswers();
      this.#write();
    } finally {
      this.#isBusy = false;
    }
  }

  watch(): void {
    this.#presses.watch();
    this.read();
  }

  rest(): void {
    this.#presses.rest();
  }

  reset(): void {
    for (const control of this.#all) this.#seen.set(control, control.answer());
  }

  release(): void {
    this.rest();
    for (const control of this.#all) control.restore();
    this.#controls.clear();
    this.#decisions = undefined;
  }

  /** All first, then one after the other in the order of the surface: parents before children. */
  #takeAnswers(): void {
    const order = Object.keys(this.#decisions ?? {});
    const changed = this.#all
      .filter((control) => this.#isNews(control))
      .sort((one, two) => order.indexOf(one.field.item) - order.indexOf(two.field.item));
    const answers = changed.map((control) => ({ control, given: control.answer() === true }));
    for (const { control, given } of answers) {
      const isPressed = control.inputs.some((each) => this.#presses.isPressed(each));
      this.#control.answered(control.field.item, given, isPressed ? 'checkbox' : 'host');
    }
  }

  /** Whether somebody answered by it since it was last looked at. */
  #isNews(control: PageControl): boolean {
    const isNew = !this.#seen.has(control);
    const before = this.#seen.get(control);
    const now = control.answer();
    this.#seen.set(control, now);
    if (now !== true) return !isNew && now !== before;
    if (this.#decisions?.[control.field.item] === 'given' || before === true) return false;
    return (
      control.inputs.some((each) => this.#presses.isPressed(each)) || this.#mayTick(control, isNew)
    );
  }

  /** A box that is ticked before the person touched the page is pre-ticked (CTL-01). */
  #mayTick(control: PageControl, isNew: boolean): boolean {
    const { field, inputs } = control;
    const wasOurs = isNew && inputs.some((each) => owners.get(each) === this.#control);
    const { hasBeenActive } = navigator.userActivation;
    const isByMarkup = isNew && control.isGivenByMarkup();
    if (wasOurs) return false;
    if (hasBeenActive && !isByMarkup) return true;
    if (isByMarkup || !isBroughtBack()) {
      this.#control.complain(
        `${tagOf(field)}: the page's box was ticked before anybody pressed it, and is not any more: a consent is never ticked in advance. Take checked out, or say where it was given: decided="given" source="...".`,
      );
    }
    return false;
  }

  /** Sets the page's boxes as it is decided, and lets the page's own scripts know. */
  #write(): void {
    const given = ({ field }: PageControl): boolean => this.#decisions?.[field.item] === 'given';
    const changed = this.#all.filter((control) => {
      for (const input of control.inputs) owners.set(input, this.#control);
      return control.write(given(control));
    });
    for (const { inputs } of changed) {
      inputs[0].dispatchEvent(new Event('input', { bubbles: true }));
      inputs[0].dispatchEvent(new Event('change', { bubbles: true }));
    }
    for (const control of changed) {
      control.write(given(control));
      this.#seen.set(control, control.answer());
    }
  }

  /** What was found out only now can't be in what the browser has gathered already. */
  #correct({ target, formData }: FormDataEvent): void {
    if (target !== this.#control.element.form) return;
    const before = this.#sent();
    this.read();
    const now = this.#sent();
    const isIn = ([name, value]: Entry, list: readonly Entry[]): boolean =>
      list.some(([otherName, other]) => otherName === name && other === value);
    for (const entry of before) if (!isIn(entry, now)) takeOut(formData, entry);
    for (const entry of now) if (!isIn(entry, before)) formData.append(...entry);
  }

  /** All that is sent of the decisions, by the page's inputs and by the element. */
  #sent(): readonly Entry[] {
    const own = [...(this.value(this.#decisions ?? {}) ?? [])] as Entry[];
    const inputs = this.#all.flatMap((each) => each.inputs);
    return inputs.reduce<Entry[]>((entries, input) => {
      const value = valueSent(input);
      return value === undefined ? entries : [...entries, [input.name, value]];
    }, own);
  }
}

/** The page's own boxes carry the values. */
export const createAdoptCarrier: CreateCarrier = (control, map) => new AdoptCarrier(control, map);
