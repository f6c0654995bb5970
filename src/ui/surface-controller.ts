import type { DraftedControl } from '../host/draft.js';
import type { PolicyDocument } from '../model/policy-document.js';
import type { SurfaceItem } from '../model/surface.js';
import { type AskedSurface, askSurface, problemLines } from './asked-surface.js';
import { Asking } from './asking.js';
import type { DonguiErrorDetail } from './events.js';
import type { FieldsController } from './fields-controller.js';
import type { Recalled } from './recalled.js';
import type { RecordingController } from './recording-controller.js';
import { PolicyController, type PolicySource, type PolicyState } from './policy-controller.js';

/** What the controller asks of its element. */
export interface SurfaceHost extends PolicySource, DraftedControl {
  /** Name of the surface to ask for. */
  readonly surface: string;
  readonly fields: FieldsController;
  /** What else has to be there before a surface may be asked. */
  alongside?(): Promise<unknown>;
  /**
   * What of a surface is asked of who decides here; undefined for all of it.
   *
   * @throws Error when they may not decide.
   */
  asks?(asked: AskedSurface): readonly SurfaceItem[] | undefined;
  /** Looks up what was decided earlier; undefined where that is nothing to this page. */
  recall?(asked: AskedSurface): Promise<Recalled | undefined> | undefined;
  /** Called after each change of what is asked, also to nothing. */
  surfaceChanged(): void;
  /** Called when what is asked can be recorded. */
  commit(): void;
  /** Called once for each failure, with a text for the developer. */
  surfaceFailed(detail: DonguiErrorDetail): void;
}

/** Brings the document, asks for one of its surfaces, and starts over when either changes. */
export class SurfaceController {
  readonly asking: Asking = new Asking();
  readonly #host: SurfaceHost;
  readonly #loader: PolicyController;
  #state: PolicyState = { status: 'loading' };

  constructor(host: SurfaceHost) {
    this.#host = host;
    this.#loader = new PolicyController({
      source: host,
      alongside: () => Promise.all([host.fields.prepare(), host.alongside?.()]),
      changed: (state) => {
        this.#change(state);
      },
      failed: (detail) => {
        host.surfaceFailed(detail);
      },
    });
  }

  get state(): PolicyState {
    return this.#state;
  }

  load(): void {
    this.#loader.load();
  }

  /** Loads again with nothing kept of what failed. */
  retry(): void {
    this.#loader.retry();
  }

  /** Another language may have a document of its own. */
  langMayHaveChanged(): void {
    this.#loader.langMayHaveChanged();
  }

  #change(state: PolicyState): void {
    this.#state = state;
    this.asking.ask(undefined);
    const isDone =
      state.status !== 'ready' ||
      this.attempt(() => {
        this.#ask(state.policy, state);
      });
    if (isDone) this.#host.surfaceChanged();
  }

  /** Makes recording ready for what is asked. */
  prepare(recorder: RecordingController): void {
    const { asked } = this.asking;
    if (asked === undefined) return;
    recorder.prepare(asked)?.then(
      (notice) => {
        if (this.asking.asked !== asked) return;
        this.asking.standOn(notice);
        this.#host.commit();
        if (this.#host.hasAttribute('draft')) void this.#keepDraft(asked);
        recorder.sendNow();
      },
      (error: unknown) => {
        if (this.asking.asked === asked) this.fail(error as DonguiErrorDetail);
      },
    );
  }

  /** What is answered comes back when the server sends the person back here. */
  async #keepDraft(asked: AskedSurface): Promise<void> {
    const { keepDraft } = await import('../host/draft.js');
    const { asking } = this;
    if (asking.asked !== asked) return;
    keepDraft(this.#host, asked.policy.id, asking);
  }

  /**
   * Does what may fail because the page or the document is wrong: then nothing is asked.
   *
   * @returns whether it is done.
   */
  attempt(work: () => void): boolean {
    try {
      work();
    } catch (error) {
      this.fail({ reason: 'document', message: (error as Error).message });
      return false;
    }
    return true;
  }

  /** Nothing is asked any more: the person sees a note, and the developer is told. */
  fail(detail: DonguiErrorDetail): void {
    this.#state = { status: 'error', reason: detail.reason };
    this.asking.ask(undefined);
    this.#host.surfaceFailed(detail);
    this.#host.surfaceChanged();
  }

  #ask(policy: PolicyDocument, state: PolicyState): void {
    const asked = askSurface(policy, this.#host.surface);
    const { refusals } = asked.surface;
    if (refusals.length > 0) {
      console.warn(`[dongui] Shown as information, not asked:\n${problemLines(refusals)}`);
    }
    const begin = (recalled?: Recalled): void => {
      const begun = this.#host.fields.begin(this.#host.asks?.(asked) ?? asked.surface.items);
      this.asking.ask(asked, recalled?.begin(begun) ?? begun, recalled);
    };
    const recalling = this.#host.recall?.(asked);
    if (recalling === undefined) begin();
    void recalling?.then((recalled) => {
      if (this.#state !== state) return;
      begin(recalled);
      this.#host.surfaceChanged();
    });
  }
}
