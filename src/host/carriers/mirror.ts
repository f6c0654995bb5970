import type { Field } from '../field-map.js';

/** Marks what an element has put among its children: a copy of the page has such inputs, too. */
export const MIRROR_MARK = 'data-dongui-mirror';

/** What wants to know of a mirror. */
export interface MirrorHost {
  /** A script has set the box. Called before the script goes on. */
  readonly changed: () => void;
  /** A script moves the focus to the box, which nobody sees. */
  readonly focus: (item: string) => void;
}

/** The inputs that stand for one field. */
export interface Mirror {
  readonly field: Field;
  readonly box: HTMLInputElement;
  readonly inputs: readonly HTMLInputElement[];
  /** Whether the box says something else than what was shown last. */
  hasChanged(): boolean;
  show(given: boolean): void;
  disable(isDisabled: boolean): void;
}

/** The property as the browser has it, below the one that tells us of scripts. */
function checkedOf(box: HTMLInputElement): {
  readonly get: () => boolean;
  readonly set: (to: boolean) => void;
} {
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked');
  return {
    get: () => native?.get?.call(box) === true,
    set: (to) => native?.set?.call(box, to),
  };
}

function inputOf(type: string, value: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = type;
  input.value = value;
  input.tabIndex = -1;
  // The browser brings nothing back by itself: neither after Back nor after a reload.
  input.autocomplete = 'off';
  input.setAttribute(MIRROR_MARK, '');
  return input;
}

/** A hidden input that is sent as it is. */
export function hiddenInput(name: string, value = ''): HTMLInputElement {
  const input = inputOf('hidden', value);
  input.name = name;
  return input;
}

/**
 * What is sent for a box that is not ticked, to a script that reads names and values of elements.
 * It has a name for scripts alone: two inputs of one name would make `form.agree` a list, which has
 * no `checked`. The event `formdata` brings it to all that read the form as a browser does.
 */
function refusalInput(name: string, value: string): HTMLInputElement {
  const input = inputOf('hidden', value);
  Object.defineProperty(input, 'name', { configurable: true, value: name });
  return input;
}

/** The box of one field, and what is sent in its place. */
export function createMirror(field: Field, host: MirrorHost): Mirror {
  const { item, name, on, off } = field;
  const box = inputOf('checkbox', on);
  box.name = name;
  box.focus = () => {
    host.focus(item);
  };
  const native = checkedOf(box);
  let shown = false;
  Object.defineProperty(box, 'checked', {
    configurable: true,
    enumerable: true,
    get: native.get,
    set: (to: boolean) => {
      native.set(to);
      host.changed();
    },
  });
  const refusal = off === undefined ? undefined : refusalInput(name, off);
  return {
    field,
    box,
    inputs: refusal === undefined ? [box] : [box, refusal],
    hasChanged: () => box.checked !== shown,
    show(given) {
      shown = given;
      if (box.checked !== given) native.set(given);
    },
    disable(isDisabled) {
      box.disabled = isDisabled;
      if (refusal !== undefined) refusal.disabled = isDisabled || box.checked;
    },
  };
}
