import type { CarriedControl } from '../host/carriers/carrier.js';
import type { Begun, CarrierMode, PageFields } from '../host/page-fields.js';
import type { SurfaceItem } from '../model/surface.js';
import { choiceOf } from './attribute.js';
import { documentRead } from './document-read.js';
import type { Decisions } from './events.js';

const MODES: readonly [CarrierMode, ...CarrierMode[]] = ['form', 'mirror', 'adopt'];

/** The element whose decisions are put into the page's form. */
export interface FieldsHost extends Omit<CarriedControl, 'complain'> {
  /** Fetches what draws items that have a box of the page. */
  readonly adopting: () => Promise<unknown> | undefined;
}

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
  readonly #host: FieldsHost;
  readonly #control: CarriedControl;
  /** What the developer was told already. */
  readonly #told = new Set<string>();
  /** What reads the page's map, and holds its inputs; undefined where it has none. */
  page: PageFields | undefined;

  constructor(host: FieldsHost) {
    const { element } = host;
    this.#host = host;
    this.#control = {
      ...host,
      complain: (problem) => {
        if (this.#told.has(problem)) return;
        this.#told.add(problem);
        console.error(`[dongui] <${element.localName}>: ${problem}`, element);
      },
    };
  }

  /** Resolves when a surface may be asked; undefined where the page has no map. */
  prepare(): Promise<void> | undefined {
    // Without anything after it the element may still be getting children.
    const isWhole = this.#control.element.nextSibling !== null;
    return isWhole ? this.#fetch() : documentRead().then(() => this.#fetch());
  }

  #fetch(): Promise<void> | undefined {
    const { element } = this.#control;
    const mode = choiceOf(element, 'mode', MODES);
    if (mode === 'form' && element.querySelector('dongui-field') === null) return undefined;
    return import('../host/page-fields.js').then(async ({ PageFields }) => {
      this.page?.end();
      const fields = new PageFields(this.#control, element.hasAttribute('mode') ? mode : undefined);
      this.page = fields;
      if (fields.mode === 'adopt') await this.#host.adopting();
    });
  }

  /** What of a surface this page asks, and what stands before anybody pressed anything. */
  begin(items: readonly SurfaceItem[]): Begun {
    return this.page?.begin(items) ?? { items, answers: {} };
  }

  /** What the element itself submits. */
  value(decisions: Decisions): FormData | null {
    const fields = this.page;
    return fields === undefined
      ? plainFormData(decisions, this.#control.element.name)
      : fields.value(decisions);
  }
}
