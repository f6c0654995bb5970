import { html, nothing, type TemplateResult } from 'lit';

import { answerTo, type Answers } from '../../model/decisions.js';
import type { PolicyDocument } from '../../model/policy-document.js';
import type { SurfaceItem } from '../../model/surface.js';
import { icon } from '../../ui/icons.js';
import { listText } from '../../ui/fact-texts.js';
import { safeHref } from '../../ui/safe-href.js';
import { say, type ViewContext } from '../../ui/view-context.js';

/** All that the lines below the groups are drawn from. */
export interface ClosingView {
  readonly policy: PolicyDocument;
  readonly items: readonly SurfaceItem[];
  readonly answers: Answers;
  readonly context: ViewContext;
}

/** That what stands here was brought back. */
export function restoredView(context: ViewContext): TemplateResult {
  return html`<p class="note" role="status">
    ${icon('info')} <span>${say(context, 'restored')}</span>
  </p>`;
}

/** What is still missing, on top, in the words that stand in each item, as links to them. */
export function errorSummaryView(
  errors: ReadonlyMap<string, string>,
  context: ViewContext,
  onGoTo: (event: Event) => void,
): TemplateResult {
  return html`<div class="note danger" role="alert">
    ${icon('alert')}
    <div>
      <strong>${say(context, 'errorSummary', { n: errors.size })}</strong>
      <ul>
        ${[...errors].map(
          ([id, text]) =>
            html`<li>
              <a class="link" href="#box-${id}" data-item=${id} @click=${onGoTo}>${text}</a>
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

function tallyOf(items: readonly SurfaceItem[], answers: Answers, context: ViewContext): string {
  const answered = items.map((item) => answerTo(item, answers));
  const given = answered.filter((answer) => answer?.given === true).length;
  const refused = answered.filter((answer) => answer?.given === false).length;
  if (given === items.length) return say(context, 'tallyAllGiven');
  if (refused === items.length) return say(context, 'tallyAllRefused');
  const parts = [
    given === 0 && refused > 0 ? '' : say(context, 'tallyGiven', { n: given }),
    refused === 0 ? '' : say(context, 'tallyRefused', { n: refused }),
  ];
  return listText(
    parts.filter((part) => part !== ''),
    context.reader,
  );
}

function tallyView({ items, answers, context }: ClosingView): TemplateResult | typeof nothing {
  if (Object.keys(answers).length === 0) return nothing;
  const asked = items.filter(({ kind }) => kind !== 'information');
  const lines = [
    ['tallyRequired', asked.filter(({ group }) => group === 'required')],
    ['tallyOptional', asked.filter(({ group }) => group !== 'required')],
  ] as const;
  return html`<p class="tally">
    ${lines.map(([key, counted]) =>
      counted.length === 0
        ? nothing
        : html`<span
            >${say(context, key, { n: counted.length })}
            <b>${tallyOf(counted, answers, context)}</b></span
          >`,
    )}
  </p>`;
}

function linkTo(href: string | undefined, text: unknown): unknown {
  const safe = href === undefined ? undefined : safeHref(href, document.baseURI);
  return safe === undefined ? text : html`<a href=${safe}>${text}</a>`;
}

/** How consent is taken back (told before it is given), and where the whole policy stands. */
function noteView({ policy, context }: ClosingView): TemplateResult {
  const [before = '', after = ''] = say(context, 'withdrawNote').split('{place}');
  const place = linkTo(policy.withdrawal?.url, say(context, 'withdrawPlace'));
  const whole = linkTo(policy.pageUrl, html`<b>${say(context, 'policyLink')}</b>`);
  return html`<p class="aside">
    ${policy.withdrawal?.url === undefined ? nothing : html`${before}${place}${after}`}
    ${policy.pageUrl === undefined ? nothing : whole}
  </p>`;
}

/** What stands below the groups: how far it is decided, how to withdraw, the whole policy. */
export function closingView(view: ClosingView): TemplateResult {
  return html`${tallyView(view)}${noteView(view)}`;
}
