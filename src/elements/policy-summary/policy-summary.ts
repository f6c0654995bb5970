import { type CSSResultGroup, html, type PropertyDeclarations, type TemplateResult } from 'lit';

import type { MessageKey } from '../../i18n/messages.js';
import type { PartKey } from '../../i18n/parts.js';
import type { PolicyDocument } from '../../model/policy-document.js';
import { ReadingElement } from '../../ui/reading-element.js';
import { baseStyles } from '../../ui/styles/base.styles.js';
import { factsStyles } from '../../ui/styles/facts.styles.js';
import { tokenStyles } from '../../ui/styles/tokens.styles.js';
import { say, type ViewContext } from '../../ui/view-context.js';
import { blocksStyles } from './blocks.styles.js';
import { contactsView } from './contacts-view.js';
import { headView } from './head-view.js';
import type { LabelId } from './labels.js';
import { summaryStyles } from './policy-summary.styles.js';
import { processingView } from './processing-view.js';
import { recipientsView } from './recipients-view.js';
import { rightsView } from './rights-view.js';
import { createHrefOf, type SummaryContext } from './summary-context.js';
import { tileIcon } from './tile-icons.js';
import { tilesView } from './tiles-view.js';

export { type DonguiErrorDetail, DonguiErrorEvent } from '../../ui/events.js';

/**
 * The privacy policy on one screen, for those who would not read it whole: what changes next, the
 * labels of the regulator's labelling, why and what and how long, who receives it, what a person can
 * do, and whom to turn to. Drawn from the same document as the consent form and the whole policy.
 *
 * @tag dongui-policy-summary
 *
 * @event {DonguiErrorEvent} dongui-error - The document did not load.
 *
 * @cssprop [--dongui-accent] - What is chosen, focused, or a link.
 * @cssprop [--dongui-accent-soft] - The tint of the tile that is looked at.
 * @cssprop [--dongui-surface] - What the element stands on.
 * @cssprop [--dongui-radius=12px] - The radius of blocks.
 * @cssprop [--dongui-font] - The font family.
 * @cssprop [--dongui-font-size] - The base size; every other size hangs on it.
 */
export class PolicySummaryElement extends ReadingElement<'policy-summary'> {
  static override readonly styles: CSSResultGroup = [
    tokenStyles,
    baseStyles,
    factsStyles,
    summaryStyles,
    blocksStyles,
  ];

  protected static override readonly textPart = 'policy-summary';

  static override readonly properties: PropertyDeclarations = {
    ...ReadingElement.properties,
    policyUrl: { attribute: 'policy-url' },
  };

  /**
   * Address of the page with the whole policy, relative to the page. Left empty, it is the one that
   * the document names as its own (`pageUrl`).
   */
  policyUrl = '';

  #chosen: LabelId | undefined;
  #pointed: LabelId | undefined;

  protected override renderPolicy(
    policy: PolicyDocument,
    context: ViewContext<MessageKey | PartKey<'policy-summary'>>,
  ): TemplateResult {
    const page = this.policyUrl === '' ? (policy.pageUrl ?? '') : this.policyUrl;
    const hrefOf = createHrefOf(page, document.baseURI);
    const summary: SummaryContext = { ...context, policy, hrefOf };
    const tiles = {
      shown: this.#pointed ?? this.#chosen,
      onChoose: this.#onChoose,
      onPoint: this.#onPoint,
    };
    return html`${headView(summary)}${tilesView(tiles, summary)}${processingView(summary)}
    ${recipientsView(summary)}${rightsView(summary)}${contactsView(summary)}
    ${this.#renderClosing(summary)}`;
  }

  /** That it does not replace the policy, and the way there (requirement POL-10). */
  #renderClosing(context: SummaryContext): TemplateResult {
    const href = context.hrefOf();
    const [before = '', after = ''] = say(context, 'wholePolicy').split('{policy}');
    const name = html`<b>${say(context, 'policyLink')}</b>`;
    return html`<section class="closing">
      <p>${say(context, 'notReplacing')}</p>
      ${
        href === undefined
          ? undefined
          : html`<a class="button" href=${href}>
              ${tileIcon('document')} <span>${before}${name}${after}</span>
            </a>`
      }
    </section>`;
  }

  readonly #onChoose = (id: LabelId): void => {
    this.#chosen = id;
    this.#pointed = undefined;
    this.requestUpdate();
  };

  readonly #onPoint = (id: LabelId | undefined): void => {
    this.#pointed = id;
    this.requestUpdate();
  };
}
