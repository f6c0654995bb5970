import '../../src/define/policy.js';

import { fixture, html } from '@open-wc/testing';
import { nothing } from 'lit';

import english from '../../locales/en/policy.js';
import japanese from '../../locales/ja/policy.js';
import korean from '../../locales/ko/policy.js';
import type { PolicyElement } from '../../src/elements/policy/policy.js';
import { registerMessages } from '../../src/i18n/registry.js';
import { demoPolicy } from './consent-fixture.js';

registerMessages('ko', korean, 'policy');
registerMessages('en', english, 'policy');
registerMessages('ja', japanese, 'policy');

/** All documents of the demo. */
export const DOCUMENTS: readonly string[] = [
  ...['codexa', 'infinisoft', 'nexcore', 'qsolution', 'xperp'],
  ...['haru.ko', 'haru.en', 'haru.1.0.ko', 'haru.1.0.en'],
];

/** The language that a document of the demo is in. */
export const langOf = (name: string): string => (name.endsWith('.en') ? 'en' : 'ko');

/** Resolves when the whole document is drawn, or what stands in its place. */
export async function wholeDrawn(element: PolicyElement): Promise<ShadowRoot> {
  while (element.shadowRoot?.querySelector('h2, [role="alert"]') == null) {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
  await element.updateComplete;
  return element.shadowRoot;
}

/** The element with a document, whole. */
export async function policyFixture(
  policy: object | string = 'haru.ko',
  lang = 'ko',
): Promise<{ element: PolicyElement; root: ShadowRoot }> {
  const document = typeof policy === 'string' ? await demoPolicy(policy) : policy;
  const wrapper = await fixture(
    html`<div lang=${lang === '' ? nothing : lang}>
      <dongui-policy .policy=${document}></dongui-policy>
    </div>`,
  );
  const element = wrapper.querySelector('dongui-policy')!;
  return { element, root: await wholeDrawn(element) };
}

/** The text of an element as it is read, with blanks and breaks made one. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
