import { assert } from '@open-wc/testing';

import { demoPolicy } from '../support/consent-fixture.js';
import { CHROME, guideFixture, settled } from '../support/cookie-guide-fixture.js';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 11.0.4';

const HOSTILE = [
  '<img src=x onerror="window.hacked = 1">',
  'x'.repeat(2000),
  '\u202eهذا نص من اليمين\u202c',
  '${alert(1)} [설정] › {date} </p>',
];

/** A document whose every text about collection is hostile. */
async function hostilePolicy(text: string): Promise<object> {
  const policy = await demoPolicy('xperp');
  const data = [{ name: text, kind: 'ordinary', note: text, condition: text }];
  const purposes = [{ text, of: [text] }];
  const retention = [{ period: 'P1Y', from: text, condition: text, statute: text }];
  const link = { type: 'paragraph', text: [{ text, href: 'javascript:window.hacked = 2' }] };
  const service = {
    ...{ id: 'one', name: text, company: text, purposes, url: 'https://shop.example/?"><b>' },
    ...{ contact: { email: text }, cookies: [{ name: text, purpose: text, retention }] },
  };
  const category = {
    ...{ id: 'cat', title: text, description: text, necessary: false, purposes, data, retention },
    ...{ refusal: { right: text, consequence: text }, services: [service], revision: '2026-01-01' },
  };
  return {
    ...policy,
    automaticCollection: {
      ...{ data, dataOpen: text, purposes, retention, means: [link], refusal: [link] },
      refusalEffect: text,
      trackers: [{ name: text, company: text, data, purposes, refusal: [link] }],
      original: [{ target: text, device: text, path: [text, text], action: text }],
      cookies: [category],
      devicePermissions: [{ name: text, required: true, reason: text }],
    },
  };
}

describe('<dongui-cookie-guide> is accessible', () => {
  for (const policy of ['haru.ko', 'haru.en', 'xperp', 'codexa']) {
    for (const userAgent of [CHROME, PHONE, '']) {
      it(`${policy} in ${userAgent.slice(13, 32) || 'an unknown browser'}`, async () => {
        const lang = policy.endsWith('.en') ? 'en' : 'ko';
        const { element, root } = await guideFixture({ policy, lang, userAgent });
        for (const details of root.querySelectorAll('details')) details.open = true;

        await assert.isAccessible(element);
      });
    }
  }

  it('in the dark, and with the warning of old steps', async () => {
    const { element } = await guideFixture({ ports: { now: () => new Date(2030, 0, 1) } });
    element.parentElement!.setAttribute('style', 'color-scheme: dark; background: #17191e');

    await assert.isAccessible(element);
  });

  it('in Japanese, after copying failed', async () => {
    const { element, root } = await guideFixture({
      lang: 'ja',
      ports: { copy: () => Promise.reject(new Error('no')) },
    });
    root.querySelector<HTMLButtonElement>('#here .address button')!.click();
    await settled(element);

    await assert.isAccessible(element);
  });

  it('with every target at least 44 px high and no sideways scroll at 320 px', async () => {
    const { element, root } = await guideFixture({ userAgent: PHONE });
    element.parentElement!.style.width = '320px';
    for (const details of root.querySelectorAll('details')) details.open = true;
    await element.updateComplete;

    for (const target of root.querySelectorAll<HTMLElement>('button, summary, select')) {
      assert.isAtLeast(target.getBoundingClientRect().height, 44, target.textContent.trim());
    }
    assert.isAtMost(element.scrollWidth, 320);
  });

  it('brings the reader to the steps, with the focus', async () => {
    const { root } = await guideFixture();
    root.querySelector<HTMLButtonElement>('button.link')!.click();

    assert.equal(root.activeElement, root.querySelector('#here h3'));
  });
});

describe('<dongui-cookie-guide> takes hostile texts as text', () => {
  for (const hostile of HOSTILE) {
    it(hostile.slice(0, 40), async () => {
      const policy = await hostilePolicy(hostile);
      const { element, root, text } = await guideFixture({ policy });
      element.parentElement!.style.width = '320px';
      for (const details of root.querySelectorAll('details')) details.open = true;
      await element.updateComplete;

      assert.isNull(root.querySelector('img'));
      assert.isUndefined((window as { hacked?: unknown }).hacked);
      for (const link of root.querySelectorAll('a')) assert.notMatch(link.href, /^javascript:/);
      assert.include(text('.original'), hostile.trim().slice(0, 20));
      assert.isAtMost(element.scrollWidth, 320);
    });
  }
});
