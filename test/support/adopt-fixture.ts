import { fixture } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import type { ConsentElement } from '../../src/elements/consent/consent.js';
import { drawn } from './consent-fixture.js';

/** A page with boxes of its own and an element that keeps them. */
export interface AdoptingPage {
  readonly form: HTMLFormElement;
  readonly element: ConsentElement;
  readonly root: ShadowRoot;
  /** What the form sends, without the receipt's token. */
  readonly sent: () => readonly (readonly [string, FormDataEntryValue])[];
  readonly box: (name: string, value?: string) => HTMLInputElement;
  /** Errors that the page's developer was told. */
  readonly errors: readonly string[];
}

let activation: { hasBeenActive: boolean } | undefined;

/**
 * Says in the browser's place whether a person has touched the page: a test can't touch it. Undone
 * by `forgetTouch()`.
 */
export function touchPage(hasBeenActive = true): void {
  activation = { hasBeenActive };
  Object.defineProperty(navigator, 'userActivation', {
    configurable: true,
    get: () => activation,
  });
}

/** Lets the browser itself say it again, and puts `console.error` back. */
export function forgetTouch(): void {
  delete (navigator as { userActivation?: unknown }).userActivation;
  console.error = consoleError;
}

const consoleError = console.error;

/** Draws a form and waits for its element. Errors are kept until `forgetTouch()`. */
export async function adoptingPage(markup: TemplateResult): Promise<AdoptingPage> {
  const errors: string[] = [];
  console.error = (...parts: unknown[]) => void errors.push(String(parts[0]));
  const form = await fixture<HTMLFormElement>(markup);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const element = form.querySelector('dongui-consent')!;
  await drawn(element);
  const box = (name: string, value?: string) =>
    form.querySelector<HTMLInputElement>(
      `input[name="${name}"]${value === undefined ? '' : `[value="${value}"]`}`,
    )!;
  const sent = () => [...new FormData(form)].filter(([name]) => name !== 'dongui_receipt');
  return { form, element, root: element.shadowRoot!, sent, box, errors };
}

/** A script of the page ticks boxes without an event; the next event anywhere finds it out. */
export function tickByScript(given: boolean, ...boxes: HTMLInputElement[]): void {
  for (const box of boxes) box.checked = given;
  document.body.dispatchEvent(new Event('change', { bubbles: true }));
}
/** What stands beside a box of the page: the inner root of the place, with all that it shows. */
export function besideOf(box: HTMLElement): HTMLElement | undefined {
  const id = (box.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .find((word) => word.startsWith('dongui-beside'));
  const place = id === undefined ? null : document.getElementById(id);
  return place?.shadowRoot?.querySelector<HTMLElement>('div') ?? undefined;
}
