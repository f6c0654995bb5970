import { html, nothing, type TemplateResult } from 'lit';

import type { Speaker } from '../../i18n/localize-controller.js';
import type { PartKey } from '../../i18n/parts.js';
import type { MessageKey } from '../../i18n/messages.js';
import { GUARDIAN_CONFIRMATION } from '../../model/guardian-due.js';
import type { ItemFacts } from '../../model/notice.js';
import type { Controller, GuardianMethod } from '../../model/policy-about.js';
import type { PolicyDocument } from '../../model/policy-document.js';
import { listText } from '../../ui/fact-texts.js';
import { icon } from '../../ui/icons.js';
import { localTime } from '../../ui/local-time.js';

/** Speaks to a child or a guardian in the reader's language. */
export type GuardianSpeaker = Speaker<MessageKey | PartKey<'guardian'>>;

/** How a guardian decides, as the page's server says it. */
export interface GuardianFacts {
  readonly method: GuardianMethod;
  readonly ref?: string;
  /** UTC with milliseconds. Absent while nobody has confirmed it. */
  readonly at?: string;
}

function factView(label: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** Ways to confirm a guardian, in words, by the article that lists them (CHD-03). */
function methodsText(methods: readonly GuardianMethod[], speaker: GuardianSpeaker): string {
  return listText(
    methods.map((method) => speaker.term(`guardian-${method}`)),
    speaker,
  );
}

/** Who asks, and how to reach them: what a child is told first (표준지침 13; CHD-05). */
function operatorText({ name, brands = [], phone, email }: Controller): string {
  return [name ?? brands[0], phone, email].filter((part) => part !== undefined).join(' \u00b7 ');
}

/** All that the way on for a child is drawn from. */
export interface RouteView {
  readonly item: ItemFacts;
  /** Where a guardian goes on. */
  readonly href: string;
  readonly policy: PolicyDocument;
  readonly speaker: GuardianSpeaker;
  readonly contentLang: string | undefined;
}

/**
 * How a child goes on. The policy's own words say who asks a guardian, for what, and until when
 * (CHD-05, CHD-06); where it has none, these do.
 */
export function routeView(view: RouteView): TemplateResult {
  const { item, href, policy, speaker, contentLang } = view;
  const { childText, guardianMethods = [], threshold: age = 0 } = item;
  const { days: n } = GUARDIAN_CONFIRMATION;
  const operators = policy.controllers.map((each) => html`<div>${operatorText(each)}</div>`);
  return html`<div class="route">
    ${
      childText === undefined
        ? html`<p>${speaker.term('childTitle', { age })}</p>`
        : html`<p lang=${contentLang ?? nothing}>${childText}</p>`
    }
    <dl class="facts">
      ${
        childText === undefined
          ? [
              factView(speaker.term('childWho'), operators),
              factView(speaker.term('childWhy'), speaker.term('childWhyText')),
            ]
          : nothing
      }
      ${factView(speaker.term('childWhat'), speaker.term('childWhatText'))}
      ${
        childText === undefined
          ? factView(speaker.term('childUntil'), speaker.term('childUntilText', { n }))
          : nothing
      }
      ${
        guardianMethods.length === 0
          ? nothing
          : factView(speaker.term('childHow'), methodsText(guardianMethods, speaker))
      }
    </dl>
    <a class="button" href=${href}>${speaker.term('childGo')}</a>
  </div>`;
}

/** All that the guardian is told first. */
export interface HeadView {
  readonly age: number;
  readonly facts: GuardianFacts;
  readonly speaker: GuardianSpeaker;
  /** `YYYY-MM-DD`, by when it has to be confirmed. Absent: it is. */
  readonly due: string | undefined;
}

/** That a guardian decides, in place of the item by which a person says to be old enough (CHD-01). */
export function guardianHeadView({ age, facts, speaker, due }: HeadView): TemplateResult {
  const { method, at } = facts;
  return html`<div class="note guardian">
    ${icon('info')}
    <div>
      <strong>${speaker.term('guardianTitle')}</strong>
      <p>${speaker.term('guardianLead', { age })}</p>
      <dl class="facts">
        ${factView(speaker.term('guardianMethod'), methodsText([method], speaker))}
        ${factView(
          speaker.term('guardianAt'),
          at === undefined ? speaker.term('guardianUnconfirmed') : localTime(new Date(at), true),
        )}
      </dl>
      ${due === undefined ? nothing : html`<p>${speaker.term('guardianProvisional', { date: due })}</p>`}
    </div>
  </div>`;
}

/** A matter in words that a child reads, as the policy gives them (PIPA 22-2(3); CHD-06). */
export function childWordsView(
  { childText, kind }: ItemFacts,
  age: number,
  { speaker, contentLang }: Pick<RouteView, 'speaker' | 'contentLang'>,
): unknown {
  return [
    childText === undefined
      ? nothing
      : html`<p class="child">
          <small>${speaker.term('childWords')}</small>
          <span data-shown="plain" lang=${contentLang ?? nothing}>${childText}</span>
        </p>`,
    kind === 'marketing-use'
      ? html`<p class="hint advertised">
          ${icon('info')} <span>${speaker.term('guardianPromotion', { age })}</span>
        </p>`
      : nothing,
  ];
}

/** What a record says that nobody has confirmed. */
export function provisionalView(date: string, speaker: GuardianSpeaker): TemplateResult {
  return html`<div class="note">
    ${icon('alert')}
    <p>${speaker.term('storedProvisional', { date })}</p>
  </div>`;
}
