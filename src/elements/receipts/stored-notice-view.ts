import { html, nothing, type TemplateResult } from 'lit';

import type { Block } from '../../model/block.js';
import type { Notice, NoticeItem } from '../../model/notice.js';
import { blocksView } from '../../ui/block-view.js';
import { factsView } from '../../ui/facts-view.js';
import { badgeView, itemTitle, moreView } from '../../ui/item-view.js';
import { localTime } from '../../ui/local-time.js';
import { say } from '../../ui/view-context.js';
import type { ReceiptsContext } from './receipts-context.js';
import type { Scene } from './scene.js';
import type { Matter } from './standing.js';

function lineView(label: string, value: string | undefined, lang?: string): unknown {
  if (value === undefined || value === '') return nothing;
  return html`<div>
    <dt>${label}</dt>
    <dd lang=${lang ?? nothing}>${value}</dd>
  </div>`;
}

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' \u00b7 ');

/** Whose policy it was, which version, and what it said besides its items. */
function frameView(notice: Notice, context: ReceiptsContext): TemplateResult {
  const { policy, controllers, service, withdrawal, rights = [] } = notice;
  const lang = context.contentLang;
  const names = controllers.map(({ name, brands = [] }) => name ?? brands.join(', '));
  return html`<dl class="facts">
    ${lineView(say(context, 'storedService'), joined([service.name, service.description]), lang)}
    ${lineView(say(context, 'storedController'), joined(names), lang)}
    ${lineView(say(context, 'storedVersion'), joined([policy.title, policy.version]), lang)}
    ${lineView(say(context, 'storedEffective'), policy.effective)}
    ${lineView(say(context, 'storedWithdrawal'), withdrawal?.method ?? withdrawal?.url, lang)}
    ${lineView(say(context, 'storedRights'), rights.map(({ right }) => right).join(', '), lang)}
  </dl>`;
}

function paragraphView(text: string | undefined, lang: string | undefined): unknown {
  return text === undefined ? nothing : html`<p lang=${lang ?? nothing}>${text}</p>`;
}

function blockTextView(blocks: readonly Block[] | undefined, lang: string | undefined): unknown {
  if (blocks === undefined) return nothing;
  return html`<div class="text" lang=${lang ?? nothing}>${blocksView(blocks)}</div>`;
}

/** Words for a child are shown where a guardian decides, and with the question of the age. */
function childTextOf({ kind, childText }: NoticeItem, { step }: Matter): string | undefined {
  const isShown = kind === 'age' || step.record.receipt.actor === 'guardian';
  return isShown ? childText : undefined;
}

/** The same behind a disclosure, as where consent is asked. */
export function longMoreView(
  item: NoticeItem,
  of: Matter,
  { scene, context }: { readonly scene: Scene; readonly context: ReceiptsContext },
): unknown {
  const { terms = { version: '' }, detail, detailTitle } = item;
  const text = scene.standing.texts.get(terms.sha256 ?? '')?.body;
  return [
    paragraphView(childTextOf(item, of), context.contentLang),
    paragraphView(terms.summary, context.contentLang),
    text && moreView(say(context, 'termsText'), blocksView(text), context),
    detail && moreView(detailTitle ?? say(context, 'more'), blocksView(detail), context),
  ];
}

/** What stands behind an item: the terms themselves, and longer text of its own. */
function longView(item: NoticeItem, of: Matter, scene: Scene): unknown {
  const { terms = { version: '' }, detail } = item;
  const lang = scene.speak(of.step.notice).contentLang;
  return [
    paragraphView(childTextOf(item, of), lang),
    paragraphView(terms.summary, lang),
    paragraphView(terms.url, lang),
    blockTextView(scene.standing.texts.get(terms.sha256 ?? '')?.body, lang),
    blockTextView(detail, lang),
  ];
}

function itemView(item: NoticeItem, of: Matter, scene: Scene): TemplateResult {
  const context = scene.speak(of.step.notice);
  return html`<li>
    <p class="eyebrow">${badgeView(item, context)} ${context.reader.messages.kind[item.kind]}</p>
    <p class="title" lang=${context.contentLang ?? nothing}>${itemTitle(item, context)}</p>
    ${factsView({ ...item, id: `kept-${of.id}-${item.id}` }, context)} ${longView(item, of, scene)}
  </li>`;
}

/**
 * The whole of what a person saw when they decided, from what is kept under its hash: not today's
 * policy (requirement REC-02).
 */
export function storedNoticeView(matter: Matter, scene: Scene): TemplateResult {
  const { notice, record } = matter.step;
  const { context } = scene;
  if (notice === undefined) {
    const hash = record.receipt.notice.sha256;
    return html`<p class="soft small">${say(context, 'storedMissing', { hash })}</p>`;
  }
  const own = scene.speak(notice);
  const date = localTime(new Date(record.receipt.at), true);
  return html`<section class="whole" id="text-${matter.id}" tabindex="-1">
    <h5>${say(context, 'storedHead', { date })}</h5>
    ${frameView(notice, own)}
    <ol class="items">
      ${notice.items.map((item) => itemView(item, matter, scene))}
    </ol>
  </section>`;
}
