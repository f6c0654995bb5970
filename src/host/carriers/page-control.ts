import type { Field } from '../field-map.js';

/** An input of the page that can hold an answer. */
export type PageInput = HTMLInputElement | HTMLSelectElement;

/** What of the page's own holds one field of the map: a box, two radios, a list, a hidden input. */
export interface PageControl {
  readonly field: Field;
  /** Its inputs; a person presses the first of them. */
  readonly inputs: readonly [PageInput, ...PageInput[]];
  /** Whether a person can press it, and only one thing answers to it. */
  readonly isBox: boolean;
  /** What it says now; undefined where it says nothing. */
  answer(): boolean | undefined;
  /** Whether the page's markup gives it before anybody pressed it. */
  isGivenByMarkup(): boolean;
  /** Sets it. @returns whether it said something else before. */
  write(given: boolean): boolean;
  /** Takes back what nobody can press, as it was. */
  restore(): void;
}

const typed = (inputs: readonly PageInput[], type: string): HTMLInputElement[] =>
  inputs.filter((each): each is HTMLInputElement => each.type === type);

const nothing = (): void => undefined;

/** All boxes that stand for one field: one of them, where the page is right. */
function checkboxes(
  field: Field,
  inputs: readonly [HTMLInputElement, ...HTMLInputElement[]],
): PageControl {
  let isGiven = false;
  return {
    field,
    inputs,
    isBox: inputs.length === 1,
    // Whichever of them was pressed last.
    answer: () =>
      isGiven ? inputs.every(({ checked }) => checked) : inputs.some(({ checked }) => checked),
    isGivenByMarkup: () => inputs.some(({ defaultChecked }) => defaultChecked),
    write(given) {
      isGiven = given;
      const wrong = inputs.filter(({ checked }) => checked !== given);
      for (const input of wrong) input.checked = given;
      return wrong.length > 0;
    },
    restore: nothing,
  };
}

function radios(field: Field, on: HTMLInputElement, off?: HTMLInputElement): PageControl {
  return {
    field,
    inputs: off === undefined ? [on] : [on, off],
    isBox: true,
    answer: () => (on.checked ? true : off?.checked === true ? false : undefined),
    isGivenByMarkup: () => on.defaultChecked,
    write(given) {
      if (on.checked === given) return false;
      // A group that nobody has touched stays so: it is refused without an answer.
      if (given || off === undefined) on.checked = given;
      else off.checked = true;
      return true;
    },
    restore: nothing,
  };
}

function list(field: Field, select: HTMLSelectElement): PageControl {
  const { on, off } = field;
  return {
    field,
    inputs: [select],
    isBox: true,
    answer: () => (select.value === on ? true : select.value === off ? false : undefined),
    isGivenByMarkup: () =>
      [...select.options].some(({ value, defaultSelected }) => defaultSelected && value === on),
    write(given) {
      if ((select.value === on) === given) return false;
      const refusal = [...select.options].find(({ value }) => value === (off ?? ''));
      select.value = given ? on : ((refusal ?? select.options[0])?.value ?? '');
      return true;
    },
    restore: nothing,
  };
}

/** What holds a value that nobody can press: it is set along with what is decided. */
function hidden(field: Field, input: HTMLInputElement): PageControl {
  const before = input.value;
  return {
    field,
    inputs: [input],
    isBox: false,
    answer: () => undefined,
    isGivenByMarkup: () => false,
    write(given) {
      const refusal = before === field.on ? '' : before;
      input.value = given ? field.on : (field.off ?? refusal);
      return false;
    },
    restore() {
      input.value = before;
    },
  };
}

function findCheckbox(
  field: Field,
  boxes: readonly HTMLInputElement[],
  fields: readonly Field[],
): PageControl | undefined {
  const isTaken = ({ name, value }: HTMLInputElement): boolean =>
    fields.some((other) => other !== field && other.name === name && other.on === value);
  const exact = boxes.filter(({ value }) => value === field.on);
  const only = boxes.filter((box, _index, { length }) => length === 1 && !isTaken(box));
  const [first, ...others] = exact.length > 0 ? exact : only;
  return first && checkboxes(field, [first, ...others]);
}

function findRadios(field: Field, group: readonly HTMLInputElement[]): PageControl | undefined {
  const on = group.find(({ value }) => value === field.on);
  if (on === undefined) return undefined;
  const others = group.filter((each) => each !== on);
  const [only] = others.length === 1 ? others : [];
  return radios(field, on, others.find(({ value }) => value === field.off) ?? only);
}

/**
 * Finds what holds a field: the box whose value is the field's `on`, else the only box of the name;
 * the radios of the name; a list that has `on`; else a hidden input.
 *
 * @param inputs of the page's form.
 * @param fields of the whole map: a box that another of them names by its value is that one's.
 */
export function findControl(
  field: Field,
  inputs: readonly PageInput[],
  fields: readonly Field[],
): PageControl | undefined {
  const named = inputs.filter(({ name }) => name === field.name);
  const [select] = named.filter((each) => each instanceof HTMLSelectElement);
  const [first] = typed(named, 'hidden');
  return (
    findCheckbox(field, typed(named, 'checkbox'), fields) ??
    findRadios(field, typed(named, 'radio')) ??
    (select && [...select.options].some(({ value }) => value === field.on)
      ? list(field, select)
      : undefined) ??
    // Beside boxes of its name it is what the page sends for an empty one.
    (named.length === 1 && first ? hidden(field, first) : undefined)
  );
}

/** What an input sends now; undefined where it sends nothing. */
export function valueSent(input: PageInput): string | undefined {
  const isOff = input instanceof HTMLInputElement && !input.checked && input.type !== 'hidden';
  return isOff || input.matches(':disabled') ? undefined : input.value;
}

/** Whether what was found stands there still. */
export function isInPlace({ inputs, field }: PageControl, form: HTMLFormElement | null): boolean {
  return inputs.every((each) => form !== null && each.form === form && each.name === field.name);
}

/** What a form sends for one input. */
export type Entry = readonly [name: string, value: string];

/** Takes one entry out of what a browser has gathered; others of its name stay. */
export function takeOut(data: FormData, [name, value]: Entry): void {
  const kept = data.getAll(name).filter((each) => each !== value);
  data.delete(name);
  for (const each of kept) data.append(name, each);
}
