import { TOKEN_FIELD } from '../form-bridge.js';
import { type Field, type FieldMap, fieldsOfItem } from '../field-map.js';
import type { CarriedControl, CarriedDecisions, Carrier, CreateCarrier } from './carrier.js';
import { createMirror, hiddenInput, type Mirror } from './mirror.js';
import { Presses } from './presses.js';

const tagOf = ({ item, name }: Field): string => `<dongui-field item="${item}" name="${name}">`;

/**
 * Real inputs among the element's children carry the values: no slot shows them, and every script
 * of the page sees them. What a script sets there counts as the host's answer, once the person has
 * touched the page.
 */
class MirrorCarrier implements Carrier {
  readonly #control: CarriedControl;
  readonly #map: FieldMap;
  #mirrors: readonly Mirror[] = [];
  #others: readonly HTMLInputElement[] = [];
  #decisions: CarriedDecisions | undefined;
  #isBusy = false;
  readonly #presses: Presses = new Presses({
    isOurs: (target) => this.#mirrors.some(({ box }) => box === target),
    read: () => {
      this.read();
    },
    formData: (event) => {
      this.#complete(event);
    },
  });
  /** An attribute is set without a property; a host may empty the element. */
  readonly #changes: MutationObserver = new MutationObserver(() => {
    this.#put();
    this.read();
  });

  constructor(control: CarriedControl, map: FieldMap) {
    this.#control = control;
    this.#map = map;
    this.watch();
  }

  /**
   * The element itself submits nothing: each value would be there twice. Chromium keeps the state of
   * an element for Back only where it has a value, and no entries are one.
   */
  value(): FormData {
    this.#disable();
    return new FormData();
  }

  show(decisions: CarriedDecisions): void {
    this.#decisions = decisions;
    if (this.#mirrors.length === 0) this.#make(decisions);
    for (const mirror of this.#mirrors) mirror.show(decisions[mirror.field.item] === 'given');
    this.#disable();
  }

  boxOf(): undefined {
    return undefined;
  }

  /** All that changed first, then one after the other: parents stand before their children. */
  read(): void {
    if (this.#isBusy || this.#control.isDisabled()) return;
    const changed = this.#mirrors.filter((mirror) => mirror.hasChanged());
    if (changed.length === 0) return;
    this.#isBusy = true;
    try {
      const answers = changed.map(({ field, box }) => ({ field, given: box.checked }));
      for (const { field, given } of answers) {
        if (this.#mayBe(field, given)) this.#control.answered(field.item, given, 'host');
      }
    } finally {
      this.#isBusy = false;
    }
    this.show(this.#decisions ?? {});
  }

  watch(): void {
    this.#presses.watch();
    this.#changes.observe(this.#control.element, {
      attributeFilter: ['checked'],
      childList: true,
      subtree: true,
    });
  }

  rest(): void {
    this.#presses.rest();
    this.#changes.disconnect();
  }

  release(): void {
    this.rest();
    for (const input of this.#inputs) input.remove();
    this.#mirrors = this.#others = [];
  }

  get #inputs(): readonly HTMLInputElement[] {
    return [...this.#mirrors.flatMap(({ inputs }) => inputs), ...this.#others];
  }

  #make(decisions: CarriedDecisions): void {
    const { element, focusItem, token } = this.#control;
    const host = {
      focus: focusItem,
      changed: (): void => {
        this.read();
      },
    };
    this.#mirrors = Object.keys(decisions).flatMap((item) =>
      fieldsOfItem(this.#map, item, element.name).map((field) => createMirror(field, host)),
    );
    const receipt = hiddenInput(TOKEN_FIELD);
    // jQuery and loops over `form.elements` read it as a native submit reads the form.
    Object.defineProperty(receipt, 'value', {
      configurable: true,
      get: token,
      set: () => undefined,
    });
    const companions = this.#map.companions.map(({ name, value }) => hiddenInput(name, value));
    this.#others = [...companions, receipt];
    this.#put();
  }

  /** Also again, where the page has thrown them out. */
  #put(): void {
    const { element } = this.#control;
    const lost = this.#inputs.filter(({ parentNode }) => parentNode !== element);
    if (lost.length > 0) element.append(...lost);
  }

  #disable(): void {
    const isDisabled = this.#control.isDisabled();
    for (const mirror of this.#mirrors) mirror.disable(isDisabled);
    for (const input of this.#others) input.disabled = isDisabled;
  }

  /** A box that a script ticks before the person touched the page is ticked in advance (CTL-01). */
  #mayBe(field: Field, given: boolean): boolean {
    if (!given || this.#decisions?.[field.item] === 'given') return true;
    if (navigator.userActivation.hasBeenActive) return true;
    this.#control.complain(
      `${tagOf(field)}: a script ticked this box before anybody touched the page, and it is not ticked any more: a consent is never ticked in advance. Say where it was given: decided="given" source="...".`,
    );
    return false;
  }

  /** What a native submit and `new FormData()` leave out, and what was found out only now. */
  #complete({ target, formData }: FormDataEvent): void {
    if (target !== this.#control.element.form) return;
    // The token comes by the event, where there is one.
    if (formData.get(TOKEN_FIELD) === '') formData.delete(TOKEN_FIELD);
    const before = this.#ticked();
    this.read();
    const now = this.#ticked();
    if (String(before) !== String(now)) {
      for (const [name] of [...before, ...now]) formData.delete(name);
      for (const [name, value] of now) formData.append(name, value);
    }
    if (this.#control.element.matches(':disabled')) return;
    for (const { field, box } of this.#mirrors)
      if (!box.checked && field.off !== undefined) formData.append(field.name, field.off);
  }

  #ticked(): readonly (readonly [name: string, value: string])[] {
    const ticked = this.#mirrors.filter(({ box }) => box.checked && !box.matches(':disabled'));
    return ticked.map(({ field }) => [field.name, field.on]);
  }
}

/** Real inputs carry the values, for pages whose scripts know nothing else. */
export const createMirrorCarrier: CreateCarrier = (control, map) => new MirrorCarrier(control, map);
