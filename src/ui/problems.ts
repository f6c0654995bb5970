import type { SurfaceItem } from '../model/surface.js';
import type { FieldsController } from './fields-controller.js';
import type { ValidityProblem } from './form-control-element.js';
import { errorText } from './item-view.js';
import { moveFocus } from './move-focus.js';
import type { ViewContext } from './view-context.js';

/** The element whose required items may be open. */
export interface ProblemsHost {
  readonly renderRoot: ParentNode;
  readonly updateComplete: Promise<boolean>;
  readonly fields: Pick<FieldsController, 'page'>;
  requestUpdate(): void;
  /** The required items that are not given. */
  missing(): readonly SurfaceItem[];
}

/** What keeps a form from being sent: said where it is, once the person has tried to send it. */
export class Problems {
  readonly #host: ProblemsHost;
  #areShown = false;

  constructor(host: ProblemsHost) {
    this.#host = host;
  }

  /** By item id; empty until they are shown. */
  texts(context: ViewContext | undefined): ReadonlyMap<string, string> {
    if (!this.#areShown || context === undefined) return new Map();
    return new Map(this.#host.missing().map((item) => [item.id, errorText(item, context)]));
  }

  /** What the form is told: the first of them. */
  validity(context: ViewContext): ValidityProblem | null {
    const [first] = this.#host.missing();
    if (first === undefined) return null;
    const message = errorText(first, context);
    return { flags: { valueMissing: true }, message, anchor: this.anchor() };
  }

  /** Shows them from now on, without moving the focus. */
  reveal(): void {
    this.#areShown = true;
    this.#host.requestUpdate();
  }

  /** Shows them and brings the person to the first. */
  show(): void {
    this.reveal();
    void this.#host.updateComplete.then(() => {
      this.focus();
    });
  }

  hide(): void {
    this.#areShown = false;
  }

  /** What the browser points its message at: it has to be in the shadow root. */
  anchor(): HTMLElement | undefined {
    const [first] = this.#host.missing();
    return this.#find(first === undefined ? '#problem' : `#box-${first.id}`);
  }

  /** Moves the focus to the first problem, else to the first box. */
  focus(options?: FocusOptions): void {
    const [first] = this.#host.missing();
    if (first === undefined) moveFocus(this.#find('#problem') ?? this.#find('input'), options);
    else this.focusOn(first.id, options);
  }

  /** Moves the focus to the box of an item: the page's own, where it has one. */
  focusOn(id: string, options?: FocusOptions): void {
    if (this.#host.fields.page?.focusBox(id, options) !== true)
      moveFocus(this.#find(`#box-${id}`), options);
  }

  /** Where the items stand beside the page's boxes, all that is left is the heading. */
  #find(selector: string): HTMLElement | undefined {
    const root = this.#host.renderRoot;
    return (
      root.querySelector<HTMLElement>(selector) ??
      root.querySelector<HTMLElement>('h2[tabindex]') ??
      undefined
    );
  }
}
