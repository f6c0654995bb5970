import type { CarriedControl } from '../host/carriers/carrier.js';
import type { Begun, CarrierMode, PageFields } from '../host/page-fields.js';
import type { SurfaceItem } from '../model/surface.js';
import { choiceOf } from './attribute.js';
import type { Decisions } from './events.js';

const MODES: readonly [CarrierMode, ...CarrierMode[]] = ['form'];

/**
 * What a form submits where no map says otherwise: `<prefix>[<id>]` is `given` or `refused`.
 *
 * @param name of the control; it is the prefix, which is `consent` where there is none.
 */
function plainFormData(decisions: Decisions, name: string): FormData {
  const data = new FormData();
  for (const [id, state] of Object.entries(decisions))
    data.append(`${name || 'consent'}[${id}]`, state);
  return data;
}

/**
 * Puts the decisions into the page's form: under their plain names, or as the page's map wants it.
 * What reads a map is fetched only where there is one.
 */
export class FieldsController {
  readonly #control: CarriedControl;
  #fields: PageFields | undefined;

  constructor(control: Omit<CarriedControl, 'complain'>) {
    const { element } = control;
    this.#control = {
      ...control,
      complain: (problem) => {
        console.error(`[dongui] <${element.localName}>: ${problem}`, element);
      },
    };
  }

  /** Resolves when a surface may be asked; undefined where the page has no map. */
  prepare(): Promise<void> | undefined {
    const { element } = this.#control;
    const mode = choiceOf(element, 'mode', MODES);
    if (mode === 'form' && element.querySelector('dongui-field') === null) return undefined;
    return import('../host/page-fields.js').then(({ PageFields }) => {
      this.#fields?.end();
      this.#fields = new PageFields(this.#control, mode);
    });
  }

  /** What of a surface this page asks, and what stands before anybody pressed anything. */
  begin(items: readonly SurfaceItem[]): Begun {
    return this.#fields?.begin(items) ?? { items, answers: {} };
  }

  /** What the element itself submits. */
  value(decisions: Decisions): FormData | null {
    const fields = this.#fields;
    return fields === undefined
      ? plainFormData(decisions, this.#control.element.name)
      : fields.value(decisions);
  }

  /** Brings the page's inputs into line with the decisions. */
  show(decisions: Decisions): void {
    this.#fields?.show(decisions);
  }

  /** The page's own box of an item, where the page has one. */
  boxOf(item: string): HTMLElement | undefined {
    return this.#fields?.boxOf(item);
  }
}
