import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';

import type { PolicyDocument } from '../../../model/policy-document.js';
import { type Piece, type PolicyKey, type PolicyView, word } from '../policy-view.js';
import type * as comparison from './comparison.js';
import { firstChoice, type VersionChoice, versionChoices } from './versions.js';

/** What stands below the two lists. */
type State =
  | { readonly status: 'idle' | 'loading' | 'error' | 'language' }
  | {
      readonly status: 'done';
      readonly compared: comparison.ComparedVersions;
      readonly draw: typeof comparison.changesView;
    };

/** Texts of the states that show nothing but a sentence. */
const SENTENCES: Readonly<Record<'loading' | 'error' | 'language', PolicyKey>> = {
  loading: 'compareLoading',
  error: 'compareError',
  language: 'compareLanguage',
};

/**
 * Lets the reader choose two versions, and brings what differs. Nothing is fetched before the
 * reader asks, neither the other version nor the code that compares.
 */
export class ComparisonController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** What addresses of documents are relative to. */
  readonly #base: () => string;
  #policy: PolicyDocument | undefined;
  #choices: readonly VersionChoice[] = [];
  #chosen: [before: number, after: number] = [0, 0];
  #state: State = { status: 'idle' };

  constructor(host: ReactiveControllerHost, base: () => string) {
    this.#host = host;
    this.#base = base;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#state = { status: 'idle' };
  }

  /** The two lists, the button and the result; nothing where there is only one version to be had. */
  view(view: PolicyView): Piece {
    if (this.#policy !== view.policy) this.#begin(view.policy);
    if (this.#choices.length < 2) return nothing;
    return html`<div class="comparison" part="comparison">
      <div class="pick">
        ${this.#listView(0, 'compareBefore', view)} ${this.#listView(1, 'compareAfter', view)}
        <button class="button" type="button" @click=${this.#onCompare}>
          ${word(view, 'compareButton')}
        </button>
      </div>
      <div role="status">${this.#statusView(view)}</div>
      ${this.#state.status === 'done' ? this.#state.draw(this.#state.compared, view) : nothing}
    </div>`;
  }

  #begin(policy: PolicyDocument): void {
    this.#policy = policy;
    this.#choices = versionChoices(policy);
    this.#chosen = this.#choices.length < 2 ? [0, 0] : firstChoice(this.#choices);
    this.#state = { status: 'idle' };
  }

  #statusView(view: PolicyView): Piece {
    const state = this.#state;
    if (state.status === 'idle') return nothing;
    if (state.status !== 'done')
      return html`<p class="soft">${word(view, SENTENCES[state.status])}</p>`;
    const n = state.compared.changes.length;
    return html`<p class="soft">
      ${n === 0 ? word(view, 'compareSame') : word(view, 'compareCount', { n })}
    </p>`;
  }

  #listView(side: 0 | 1, key: PolicyKey, view: PolicyView): Piece {
    return html`<label
      >${word(view, key)}
      <select data-side=${side} @change=${this.#onChoose}>
        ${this.#choices.map(
          ({ version, effective, isNext }, index) =>
            html`<option value=${index} ?selected=${index === this.#chosen[side]}>
              ${word(view, 'compareVersion', { version, date: effective })}
              ${isNext === true ? word(view, 'versionNext') : nothing}
            </option>`,
        )}
      </select></label
    >`;
  }

  readonly #onChoose = (event: Event): void => {
    const list = event.currentTarget as HTMLSelectElement;
    this.#chosen[list.dataset['side'] === '0' ? 0 : 1] = Number(list.value);
    this.#set({ status: 'idle' });
  };

  readonly #onCompare = (): void => {
    const policy = this.#policy;
    const [before, after] = this.#chosen.map((index) => this.#choices[index]);
    if (policy === undefined || before === undefined || after === undefined) return;
    this.#set({ status: 'loading' });
    const chosen = [...this.#chosen].join();
    this.#compare(policy, before, after).then(
      (state) => {
        // The reader has gone on to another document or other versions.
        if (policy === this.#policy && chosen === this.#chosen.join()) this.#set(state);
      },
      (error: unknown) => {
        console.error('[dongui] Could not compare two versions of the policy.', error);
        this.#set({ status: 'error' });
      },
    );
  };

  async #compare(
    shown: PolicyDocument,
    before: VersionChoice,
    after: VersionChoice,
  ): Promise<State> {
    const { compareVersions, changesView } = await import('./comparison.js');
    const base = this.#base();
    const compared = await compareVersions({ shown, before, after, base });
    if (compared === undefined) return { status: 'language' };
    return { status: 'done', compared, draw: changesView };
  }

  #set(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
