import { assert, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';

import english from '../../locales/en.js';
import korean from '../../locales/ko.js';
import { LocalizeController } from '../../src/i18n/localize-controller.js';
import { registerMessages, setLocaleLoader } from '../../src/i18n/registry.js';

class SpeakingElement extends LitElement {
  readonly localize = new LocalizeController(this);

  override render() {
    return html`${this.localize.speak(this.localize.wanted, 'en')?.term('more')}`;
  }
}
customElements.define('test-speaking', SpeakingElement);

registerMessages('ko', korean);
registerMessages('en', english);

function textOf(element: Element): string {
  return element.shadowRoot!.textContent.trim();
}

/** Waits until the observers of `lang` had their turn. */
async function settled(element: SpeakingElement): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

describe('the language of an element', () => {
  it('is that of the nearest lang, region or not', async () => {
    const page = await fixture(html`<div lang="ko-KR"><test-speaking></test-speaking></div>`);

    assert.equal(textOf(page.querySelector('test-speaking')!), '자세한 내용');
  });

  it('is found through shadow hosts, and follows a change outside of them', async () => {
    const page = await fixture(html`<div lang="ko"><div id="host"></div></div>`);
    const root = page.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<p><test-speaking></test-speaking></p>';
    const element = root.querySelector<SpeakingElement>('test-speaking')!;
    await settled(element);
    assert.equal(textOf(element), '자세한 내용');

    page.setAttribute('lang', 'en');
    await settled(element);

    assert.equal(textOf(element), 'Details');
  });

  it('falls back where a language has no texts', async () => {
    const page = await fixture(html`<div lang="xx"><test-speaking></test-speaking></div>`);

    assert.equal(textOf(page.querySelector('test-speaking')!), 'Details');
  });

  it('is fetched once by the loader of the page, and shown when it is there', async () => {
    let asked = 0;
    setLocaleLoader((lang) => {
      if (lang !== 'yy') return undefined;
      asked += 1;
      return Promise.resolve({ ...english, more: 'Yore' });
    });
    const page = await fixture(html`
      <div lang="yy-ZZ"><test-speaking></test-speaking><test-speaking></test-speaking></div>
    `);

    const [first, second] = page.querySelectorAll<SpeakingElement>('test-speaking');
    await settled(first!);
    await settled(second!);

    assert.deepEqual([textOf(first!), textOf(second!)], ['Yore', 'Yore']);
    assert.equal(asked, 1);
    setLocaleLoader(undefined);
  });

  it('is the next best where fetching fails', async () => {
    setLocaleLoader((lang) =>
      lang === 'zz' ? Promise.reject(new TypeError('offline')) : undefined,
    );
    const page = await fixture(html`<div lang="zz"><test-speaking></test-speaking></div>`);
    const element = page.querySelector<SpeakingElement>('test-speaking')!;

    await settled(element);
    await settled(element);

    assert.equal(textOf(element), 'Details');
    setLocaleLoader(undefined);
  });

  it('is of no more interest to an element that has left the page', async () => {
    const page = await fixture(html`<div lang="ko"><test-speaking></test-speaking></div>`);
    const element = page.querySelector<SpeakingElement>('test-speaking')!;
    element.remove();

    registerMessages('ko', korean);
    document.documentElement.lang = 'de';
    await new Promise((resolve) => setTimeout(resolve));

    assert.isFalse(element.isUpdatePending);
    document.documentElement.removeAttribute('lang');
  });
});
