import '../../src/define/cookie-guide.js';

import { fixture, html } from '@open-wc/testing';

import english from '../../locales/en/cookie-guide.js';
import japanese from '../../locales/ja/cookie-guide.js';
import korean from '../../locales/ko/cookie-guide.js';
import type {
  CookieGuideElement,
  GuidePorts,
} from '../../src/elements/cookie-guide/cookie-guide.js';
import { registerMessages } from '../../src/i18n/registry.js';
import { demoPolicy } from './consent-fixture.js';

registerMessages('ko', korean, 'cookie-guide');
registerMessages('en', english, 'cookie-guide');
registerMessages('ja', japanese, 'cookie-guide');

/** Chrome on Windows 10, by its user agent alone. */
export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

export interface GuideFixture {
  readonly element: CookieGuideElement;
  readonly root: ShadowRoot;
  /** What was written to the clipboard. */
  readonly copied: string[];
  /** The text of all, or of the first that matches, in one line. */
  readonly text: (selector?: string) => string;
}

/** How a guide is brought up. */
export interface GuideSetting {
  readonly policy?: object | string;
  readonly lang?: string;
  readonly ports?: Partial<GuidePorts>;
  readonly userAgent?: string;
}

/** Resolves when the guide is drawn, or what stands in its place. */
async function guideDrawn(element: CookieGuideElement): Promise<void> {
  while (element.shadowRoot?.querySelector('h2, [role="alert"]') == null) {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
  await element.updateComplete;
}

/** The guide of a document in one browser, on one day. */
export async function guideFixture(setting: GuideSetting = {}): Promise<GuideFixture> {
  const { policy = 'haru.ko', lang = 'ko', ports = {}, userAgent = CHROME } = setting;
  const document = typeof policy === 'string' ? await demoPolicy(policy) : policy;
  // The translation is another test's matter: the document stays the one that is given.
  const { translations: _others, ...alone } = document as { translations?: unknown };
  const copied: string[] = [];
  const all: GuidePorts = {
    navigator: { userAgent },
    now: () => new Date(2026, 10, 22),
    copy: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
    pageAddress: () => 'https://shop.example/cookie-guide/?a=1',
    ...ports,
  };
  const wrapper = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <dongui-cookie-guide .policy=${alone} .ports=${all}></dongui-cookie-guide>
    </div>
  `);
  const element = wrapper.querySelector('dongui-cookie-guide')!;
  await guideDrawn(element);
  const root = element.shadowRoot!;
  const text = (selector?: string): string => {
    const node = selector === undefined ? root : root.querySelector(selector);
    return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  };
  return { element, root, copied, text };
}

/** Resolves after a promise of a port has been answered and drawn. */
export async function settled(element: CookieGuideElement): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  await element.updateComplete;
}
