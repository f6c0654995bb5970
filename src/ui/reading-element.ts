import {
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';

import { pageDefaults } from '../core/config.js';
import { LocalizeController } from '../i18n/localize-controller.js';
import type { MessageKey, TextKey } from '../i18n/messages.js';
import type { MessageParts, Part, PartKey } from '../i18n/parts.js';
import type { ReadingMessages } from '../i18n/reading-messages.js';
import type { PolicyDocument } from '../model/policy-document.js';
import { DonguiErrorEvent } from './events.js';
import { innerRoot } from './inner-root.js';
import { PolicyController, type PolicySource, type PolicyState } from './policy-controller.js';
import { loadErrorView } from './status-view.js';
import { baseStyles } from './styles/base.styles.js';
import { tokenStyles } from './styles/tokens.styles.js';
import { createViewContext, say, type ViewContext } from './view-context.js';

/** Keys of the texts that every reading part has. */
export type ReadingKey = TextKey<ReadingMessages>;

/** The parts whose element only shows a policy document. */
export type ReadingPart = {
  [Name in Part]: MessageParts[Name] extends ReadingMessages ? Name : never;
}[Part];

/**
 * What every element does that shows a policy document and asks nothing: it brings the document in
 * the reader's language, and says so where it does not come. A subclass draws.
 */
export abstract class ReadingElement<Name extends ReadingPart>
  extends LitElement
  implements PolicySource
{
  static override readonly styles: CSSResultGroup = [tokenStyles, baseStyles];

  /** Whose texts: the element's tag without its prefix. */
  protected static readonly textPart: ReadingPart;

  static override readonly properties: PropertyDeclarations = {
    src: {},
    policy: { attribute: false },
    support: {},
  };

  /** Address of the policy document, relative to the page. */
  src: string = pageDefaults().src ?? '';

  /** The policy document itself, instead of an address. It has no attribute. */
  policy: object | undefined = undefined;

  /** Where a person turns to when the document does not load: an e-mail address or a page. */
  support = '';

  protected readonly localize: LocalizeController<Name>;
  readonly #loader: PolicyController;
  #state: PolicyState = { status: 'loading' };

  constructor() {
    super();
    this.localize = new LocalizeController(this, {
      part: (this.constructor as typeof ReadingElement).textPart as Name,
      onLangChange: () => {
        this.#loader.langMayHaveChanged();
      },
    });
    this.#loader = new PolicyController({
      source: this,
      changed: (state) => {
        this.#state = state;
        this.requestUpdate();
      },
      failed: (detail) => {
        console.error(`[dongui] <${this.localName}>: ${detail.message}`);
        this.dispatchEvent(new DonguiErrorEvent(detail));
      },
    });
  }

  /** @internal */
  get wantedLang(): string {
    return this.localize.wanted;
  }

  /** The document that is shown; `undefined` while there is none. */
  protected get shownPolicy(): PolicyDocument | undefined {
    return this.#state.status === 'ready' ? this.#state.policy : undefined;
  }

  /** Both languages; `undefined` while their texts are on their way. */
  protected get context(): ViewContext<MessageKey | PartKey<Name>> | undefined {
    return createViewContext(this.localize, { locale: this.shownPolicy?.locale ?? '' });
  }

  protected override createRenderRoot(): HTMLElement {
    return innerRoot(super.createRenderRoot());
  }

  /** Draws the document. */
  protected abstract renderPolicy(
    policy: PolicyDocument,
    context: ViewContext<MessageKey | PartKey<Name>>,
  ): TemplateResult;

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated || changed.has('src') || changed.has('policy')) this.#loader.load();
  }

  protected override render(): TemplateResult {
    const { context } = this;
    const policy = this.shownPolicy;
    if (context === undefined) return html`<div aria-busy="true"></div>`;
    if (policy !== undefined) return this.renderPolicy(policy, context);
    // The texts of every reading part hold the shared ones; the compiler does not see it through `Name`.
    return this.#renderStatus(context as unknown as ViewContext<ReadingKey>);
  }

  #renderStatus(context: ViewContext<ReadingKey>): TemplateResult {
    const state = this.#state;
    if (state.status !== 'error') {
      return html`<div class="stack" aria-busy="true">
        <p class="soft" role="status">${say(context, 'readingLoading')}</p>
        ${['w1', 'w2', '', 'w3'].map(
          (width) => html`<div class="bone ${width}" aria-hidden="true"></div>`,
        )}
      </div>`;
    }
    return loadErrorView({
      context,
      title: say(context, 'readingErrorTitle'),
      text: say(
        context,
        state.reason === 'network' ? 'readingErrorNetwork' : 'readingErrorDocument',
      ),
      support: this.support,
      onRetry: () => {
        this.#loader.retry();
      },
    });
  }
}
