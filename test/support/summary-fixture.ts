import '../../src/define/policy-summary.js';

import { fixture, html } from '@open-wc/testing';
import { nothing } from 'lit';

import english from '../../locales/en/policy-summary.js';
import japanese from '../../locales/ja/policy-summary.js';
import korean from '../../locales/ko/policy-summary.js';
import type { PolicySummaryElement } from '../../src/elements/policy-summary/policy-summary.js';
import { registerMessages } from '../../src/i18n/registry.js';
import { demoPolicy } from './consent-fixture.js';

registerMessages('ko', korean, 'policy-summary');
registerMessages('en', english, 'policy-summary');
registerMessages('ja', japanese, 'policy-summary');

export interface SummaryFixture {
  readonly element: PolicySummaryElement;
  readonly root: ShadowRoot;
  /** All that a person reads, in one line. */
  readonly text: () => string;
}

/** The text of an element in one line. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The summary of a document, drawn. */
export async function summaryFixture(
  policy: object | string = 'haru.ko',
  { lang = 'ko', policyUrl = '' }: { lang?: string; policyUrl?: string } = {},
): Promise<SummaryFixture> {
  const document = typeof policy === 'string' ? await demoPolicy(policy) : policy;
  // The translation is another test's matter: the document stays the one that is given.
  const { translations: _others, ...alone } = document as { translations?: unknown };
  const wrapper = await fixture<HTMLElement>(html`
    <div lang=${lang === '' ? nothing : lang}>
      <dongui-policy-summary
        .policy=${alone}
        policy-url=${policyUrl === '' ? nothing : policyUrl}
      ></dongui-policy-summary>
    </div>
  `);
  const element = wrapper.querySelector('dongui-policy-summary')!;
  while (element.shadowRoot?.querySelector('h2, [role="alert"]') == null) {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
  await element.updateComplete;
  const root = element.shadowRoot;
  return { element, root, text: () => textOf(root) };
}
