import '../../src/define/third-party.js';

import { fixture, html } from '@open-wc/testing';
import { nothing, type TemplateResult } from 'lit';

import english from '../../locales/en/third-party.js';
import japanese from '../../locales/ja/third-party.js';
import korean from '../../locales/ko/third-party.js';
import type { ThirdPartyElement } from '../../src/elements/third-party/third-party.js';
import { registerMessages } from '../../src/i18n/registry.js';
import { demoPolicy } from './consent-fixture.js';

registerMessages('ko', korean, 'third-party');
registerMessages('en', english, 'third-party');
registerMessages('ja', japanese, 'third-party');

let count = 0;

/** A demo policy under an id of its own, so that no other test has decided anything about it. */
export async function freshPolicy(
  name = 'haru.ko',
): Promise<Record<string, unknown> & { id: string }> {
  count += 1;
  const policy = await demoPolicy(name);
  const id = `p-${Date.now().toString(36)}-${count}`;
  return { ...policy, id, translations: undefined };
}

/** Haru's checkout with a recipient that nothing goes on without. */
export async function requiredPolicy(): Promise<object> {
  const policy = await freshPolicy();
  const thirdParties = (policy['thirdParties'] as { id: string }[]).map((entry) =>
    entry.id === 'dalbit' ? { ...entry, required: true } : entry,
  );
  return { ...policy, thirdParties };
}

/** Resolves in a later task. */
export function tick(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Resolves when something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await tick();
}

/** What an element says, with blanks as a person sees them. */
export function textOf(element: Node | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Resolves when the first question, an answer or an error is drawn. */
export async function settled(element: ThirdPartyElement): Promise<void> {
  await until(() => element.shadowRoot?.querySelector('.parts, [role="alert"]') != null);
  await element.updateComplete;
}

export interface ThirdPartyFixture {
  readonly wrapper: HTMLElement;
  readonly element: ThirdPartyElement;
  readonly root: ShadowRoot;
}

/** The element where a template puts it, with its first question drawn. */
export async function placed(template: TemplateResult): Promise<ThirdPartyFixture> {
  const wrapper = await fixture<HTMLElement>(template);
  wrapper.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const element = wrapper.querySelector('dongui-third-party')!;
  await settled(element);
  return { wrapper, element, root: element.shadowRoot! };
}

/** The element alone, with no form around it. */
export async function aloneFixture(
  policy: object | string = 'haru.ko',
  lang = 'ko',
): Promise<ThirdPartyFixture> {
  const document = typeof policy === 'string' ? await freshPolicy(policy) : policy;
  return placed(
    html`<div lang=${lang === '' ? nothing : lang}>
      <dongui-third-party .policy=${document}></dongui-third-party>
    </div>`,
  );
}

export interface FormFixture extends ThirdPartyFixture {
  readonly form: HTMLFormElement;
  readonly submitted: () => Record<string, FormDataEntryValue>;
}

/** The element in a form of its own. */
export async function checkoutFixture(
  policy: object | string = 'haru.ko',
  lang = 'ko',
): Promise<FormFixture> {
  const document = typeof policy === 'string' ? await freshPolicy(policy) : policy;
  const parts = await placed(
    html`<form lang=${lang}>
      <input name="address" />
      <dongui-third-party .policy=${document}></dongui-third-party>
      <button>Pay</button>
    </form>`,
  );
  const form = parts.wrapper as HTMLFormElement;
  return { ...parts, form, submitted: () => Object.fromEntries(new FormData(form)) };
}

type Answer = 'given' | 'refused';

/** The button of an answer. */
export function answerButton(element: ThirdPartyElement, answer: Answer): HTMLButtonElement {
  return element.shadowRoot!.querySelector<HTMLButtonElement>(`[data-answer="${answer}"]`)!;
}

/** Answers the questions that are open, one after the other, as a person would. */
export async function answer(element: ThirdPartyElement, ...answers: Answer[]): Promise<void> {
  for (const each of answers) {
    answerButton(element, each).click();
    await element.updateComplete;
  }
}

/** Presses a link beside an answer. */
export async function act(
  element: ThirdPartyElement,
  action: 'change' | 'withdraw' | 'decideAgain',
  id: string,
): Promise<void> {
  const link = `[data-action="${action}"][data-item="${id}"]`;
  element.shadowRoot!.querySelector<HTMLButtonElement>(link)!.click();
  await element.updateComplete;
}
