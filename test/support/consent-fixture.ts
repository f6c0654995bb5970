import '../../src/define/consent.js';

import { fixture, html } from '@open-wc/testing';
import { nothing } from 'lit';

import english from '../../locales/en.js';
import korean from '../../locales/ko.js';
import type { ConsentElement } from '../../src/elements/consent/consent.js';
import { registerMessages } from '../../src/i18n/registry.js';

registerMessages('ko', korean);
registerMessages('en', english);

/** A policy document of the demo, as the page's server would send it. */
export async function demoPolicy(name: string): Promise<Record<string, unknown>> {
  const response = await fetch(`/demo/policies/${name}.json`);
  return (await response.json()) as Record<string, unknown>;
}

/** Resolves when the items are drawn and can be recorded, or what stands in their place. */
export async function drawn(element: ConsentElement): Promise<void> {
  const isThere = (selector: string): boolean =>
    element.shadowRoot?.querySelector(selector) != null;
  const isReady = (): boolean => isThere('h2') && !element.validity.customError;
  while (!isReady() && !isThere('[role="alert"]')) {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
  await element.updateComplete;
}

export interface ConsentFixture {
  readonly form: HTMLFormElement;
  readonly element: ConsentElement;
  readonly root: ShadowRoot;
  readonly submitted: () => Record<string, FormDataEntryValue>;
}

/** The element in a form of its own, with its items drawn. */
export async function consentFixture(
  policy: object | string = 'haru.ko',
  lang = 'ko',
): Promise<ConsentFixture> {
  const document = typeof policy === 'string' ? await demoPolicy(policy) : policy;
  const form = await fixture<HTMLFormElement>(html`
    <form lang=${lang === '' ? nothing : lang}>
      <input name="email" />
      <dongui-consent .policy=${document}></dongui-consent>
      <button>Join</button>
    </form>
  `);
  // A test that submits must not leave the page.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const element = form.querySelector('dongui-consent')!;
  await drawn(element);
  const submitted = () => Object.fromEntries(new FormData(form));
  return { form, element, root: element.shadowRoot!, submitted };
}

export function boxOf(element: ConsentElement, id: string): HTMLInputElement {
  return element.shadowRoot!.querySelector<HTMLInputElement>(`#box-${id}`)!;
}

/** Presses a box as a person would. */
export function press(element: ConsentElement, ...ids: string[]): void {
  for (const id of ids) boxOf(element, id).click();
}

/** Presses "agree to all" or its counterpart. */
export function pressButton(element: ConsentElement, which: 'agree-all' | 'required-only'): void {
  const [all, only] = element.shadowRoot!.querySelectorAll<HTMLButtonElement>('.pair button');
  (which === 'agree-all' ? all : only)!.click();
}
