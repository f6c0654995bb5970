import { type CSSResultGroup, html, type PropertyValues, type TemplateResult } from 'lit';

import type { PolicyDocument } from '../../model/policy-document.js';
import { ReadingElement } from '../../ui/reading-element.js';
import { baseStyles } from '../../ui/styles/base.styles.js';
import { factsStyles } from '../../ui/styles/facts.styles.js';
import { readingStyles } from '../../ui/styles/reading.styles.js';
import { tokenStyles } from '../../ui/styles/tokens.styles.js';
import type { ViewContext } from '../../ui/view-context.js';
import { ChapterAnchors } from './chapter-anchors.js';
import { comparisonStyles } from './comparison/comparison.styles.js';
import { ComparisonController } from './comparison/comparison-controller.js';
import { CHAPTERS, chapterView } from './chapter-view.js';
import { contentsView } from './contents-view.js';
import { headView } from './head-view.js';
import { policyStyles } from './policy.styles.js';
import type { PolicyKey, PolicyView } from './policy-view.js';
import { RowBudget } from './row-budget.js';

// Also what brings the event map into the sight of a page that imports only the element.
export * from '../../ui/events.js';

/** Rows that one slice draws: on a slow telephone still less than a tenth of a second. */
const ROWS_PER_SLICE = 16;

/**
 * The whole privacy policy: title, version, contents with anchors, the regulator's rows in their
 * order, every fact of the document, its versions, and two of them side by side.
 *
 * @tag dongui-policy
 *
 * @event {DonguiErrorEvent} dongui-error - The document did not load.
 *
 * @csspart head - Title, version, coming version and preface.
 * @csspart contents - The contents.
 * @csspart chapters - All chapters.
 * @csspart table - Each table of facts.
 * @csspart unstated - That the policy does not say something that the guide asks for.
 * @csspart not-applicable - That the policy itself declares something as not applicable.
 * @csspart data-kind - The mark of a special kind of data.
 * @csspart next - The notice of the coming version.
 * @csspart archived - The notice that this version is no longer in force.
 * @csspart retired - What became of a body that the policy names.
 * @csspart current-remedies - The bodies of today, where the policy names none or retired ones.
 * @csspart comparison - Two versions side by side.
 *
 * @cssprop [--dongui-accent] - Links, and what is chosen or focused.
 * @cssprop [--dongui-surface] - What the element stands on.
 * @cssprop [--dongui-radius=12px] - The radius of tables and notices.
 * @cssprop [--dongui-font] - The font family.
 * @cssprop [--dongui-font-size] - The base size; every other size hangs on it.
 * @cssprop [--dongui-anchor-offset=16px] - Room above a chapter that a link goes to, for a page with
 *   a header that stays.
 */
export class PolicyElement extends ReadingElement<'policy'> {
  static override readonly styles: CSSResultGroup = [
    tokenStyles,
    baseStyles,
    factsStyles,
    readingStyles,
    policyStyles,
    comparisonStyles,
  ];

  protected static override readonly textPart = 'policy';

  readonly #anchors = new ChapterAnchors(this);
  readonly #comparison = new ComparisonController(
    this,
    () => new URL(this.src, document.baseURI).href,
  );

  #slices = 1;
  #isWhole = false;
  #hasArrived = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#onBeforePrint);
    addEventListener('afterprint', this.#onAfterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#onBeforePrint);
    removeEventListener('afterprint', this.#onAfterPrint);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#isWhole = true;
  }

  protected override renderPolicy(
    policy: PolicyDocument,
    context: ViewContext<PolicyKey>,
  ): TemplateResult {
    const budget = new RowBudget(this.#slices * ROWS_PER_SLICE);
    const view: PolicyView = { policy, context, budget, hrefOf: this.#anchors.hrefOf };
    const chapters = CHAPTERS.map((name) =>
      chapterView(name, view, () => this.#comparison.view(view)),
    );
    this.#isWhole = !budget.isSpent;
    return html`<div class="policy">
      ${headView(view)} ${contentsView(view)}
      <div class="chapters" part="chapters">${chapters}</div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.shownPolicy === undefined) return;
    if (!this.#isWhole) this.#drawNext();
    else if (!this.#hasArrived) {
      this.#hasArrived = true;
      this.#anchors.goToFragment();
    }
  }

  /** Resolves when every slice is drawn. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let isDone = await super.getUpdateComplete();
    while (!this.#isWhole) {
      await nextTask();
      isDone = await super.getUpdateComplete();
    }
    return isDone;
  }

  /** The first drawing is a task of its own: the reading of the document before it is one already. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.#slices === 1) await nextTask();
    await super.scheduleUpdate();
  }

  /** The rest of a long document in tasks of its own, so that the page stays quick to answer. */
  #drawNext(): void {
    void nextTask().then(() => {
      this.#slices += 1;
      this.requestUpdate();
    });
  }

  readonly #onBeforePrint = (): void => {
    this.#slices = Infinity;
    this.requestUpdate();
    this.performUpdate();
    for (const details of this.renderRoot.querySelectorAll('.chapters details:not([open])')) {
      details.toggleAttribute('open', true);
      details.toggleAttribute('data-printed', true);
    }
  };

  readonly #onAfterPrint = (): void => {
    for (const details of this.renderRoot.querySelectorAll('details[data-printed]')) {
      details.removeAttribute('open');
      details.removeAttribute('data-printed');
    }
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
