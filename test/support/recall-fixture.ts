import '../../src/define/consent.js';

import { fixture, html } from '@open-wc/testing';
import { nothing, type TemplateResult } from 'lit';

import englishRecall from '../../locales/en/recall.js';
import japanese from '../../locales/ja.js';
import japaneseRecall from '../../locales/ja/recall.js';
import koreanRecall from '../../locales/ko/recall.js';
import type { ConsentElement } from '../../src/elements/consent/consent.js';
import { registerMessages } from '../../src/i18n/registry.js';
import type { Receipt } from '../../src/model/receipt.js';
import { type ConsentFixture, drawn, press } from './consent-fixture.js';
import { freshPolicy, textOf } from './third-party-fixture.js';

registerMessages('ja', japanese);
registerMessages('ko', koreanRecall, 'recall');
registerMessages('en', englishRecall, 'recall');
registerMessages('ja', japaneseRecall, 'recall');

export { textOf, until } from './third-party-fixture.js';

/** A demo policy under an id of its own, with a page of the member's own settings. */
export async function memberPolicy(
  name = 'haru.ko',
): Promise<Record<string, unknown> & { id: string }> {
  const policy = await freshPolicy(name);
  const { signup } = policy['surfaces'] as { signup: string[] };
  return { ...policy, surfaces: { ...(policy['surfaces'] as object), member: signup } };
}

/** The same policy with one entry changed. */
export function withEntry<Policy extends object>(
  policy: Policy,
  id: string,
  change: Record<string, unknown>,
): Policy {
  const copy = JSON.parse(JSON.stringify(policy)) as Policy & { processing: { id: string }[] };
  Object.assign(
    copy.processing.find((entry) => entry.id === id)!,
    change,
  );
  return copy;
}

export interface MemberOptions {
  readonly surface?: string;
  readonly subject?: string;
  readonly known?: object | string;
  readonly lang?: string;
  readonly fields?: TemplateResult;
}

/** The element on a page of somebody who may have decided something before. */
export async function memberFixture(
  policy: object,
  { surface = 'member', subject, known = '', lang = 'ko', fields }: MemberOptions = {},
): Promise<ConsentFixture> {
  const form = await fixture<HTMLFormElement>(html`
    <form lang=${lang}>
      <input name="email" />
      <dongui-consent
        surface=${surface}
        subject=${subject ?? nothing}
        .known=${known}
        .policy=${policy}
        >${fields}</dongui-consent
      >
      <button>Save</button>
    </form>
  `);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const element = form.querySelector('dongui-consent')!;
  await drawn(element);
  const submitted = () => Object.fromEntries(new FormData(form));
  return { form, element, root: element.shadowRoot!, submitted };
}

/** All of haru's required items. */
export const REQUIRED: readonly string[] = ['age', 'terms', 'kitchen'];

/** Answers a form, and records it. */
export async function decide(element: ConsentElement, ...ids: string[]): Promise<Receipt> {
  for (const id of ids) {
    press(element, id);
    // What hangs on it can be pressed then.
    await element.updateComplete;
  }
  const { receipt } = await element.record();
  return receipt;
}

/** How each item is drawn: `asked`, or the state of one that is decided. */
export function drawnStates(element: ConsentElement): Record<string, string> {
  const boxes = element.shadowRoot!.querySelectorAll<HTMLElement>('[id^="box-"]');
  return Object.fromEntries(
    [...boxes].map((box) => [box.id.slice(4), box.dataset['state'] ?? 'asked']),
  );
}

/** Presses the button beside a decided item. */
export function act(
  element: ConsentElement,
  action: 'withdraw' | 'reopen' | 'confirm',
  id: string,
): void {
  const button = element.shadowRoot!.querySelector<HTMLButtonElement>(
    `[data-action="${action}"][data-item="${id}"]`,
  );
  button!.click();
}

/** The card of an item, in words. */
export function cardText(element: ConsentElement, id: string): string {
  return textOf(element.shadowRoot!.querySelector(`[data-part="${id}"]`));
}

/** Every receipt that the element stores from now on. */
export function receiptsOf(element: ConsentElement): Receipt[] {
  const receipts: Receipt[] = [];
  element.addEventListener('dongui-receipt-stored', ({ detail }) => receipts.push(detail.receipt));
  return receipts;
}
