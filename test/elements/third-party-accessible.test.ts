import { assert, fixture, html } from '@open-wc/testing';

import type { ThirdPartyElement } from '../../src/elements/third-party/third-party.js';
import {
  act,
  aloneFixture,
  answer,
  checkoutFixture,
  freshPolicy,
  placed,
  requiredPolicy,
  settled,
  textOf,
  until,
} from '../support/third-party-fixture.js';

const SURFACES = [
  ['haru.ko', 'checkout', 'ko'],
  ['haru.en', 'checkout', 'en'],
  ['haru.ko', 'checkout', 'ja'],
  ['xperp', 'signup', 'ko'],
  ['infinisoft', 'signup', 'ko'],
] as const;

async function onSurface(name: string, surface: string, lang: string): Promise<ThirdPartyElement> {
  const { element } = await placed(
    html`<div lang=${lang}>
      <dongui-third-party
        surface=${surface}
        needed="dalbit"
        .policy=${await freshPolicy(name)}
      ></dongui-third-party>
    </div>`,
  );
  return element;
}

describe('<dongui-third-party> is accessible', () => {
  for (const [name, surface, lang] of SURFACES) {
    it(`untouched, answered, and refused: ${name} in ${lang}`, async () => {
      const element = await onSurface(name, surface, lang);
      await assert.isAccessible(element);

      while (element.shadowRoot!.querySelector('.card') !== null) {
        await answer(element, 'refused');
        await assert.isAccessible(element);
      }
      const [, last] = Object.keys(element.decisions);
      if (last !== undefined) await act(element, 'change', last);
      await assert.isAccessible(element);
    });
  }

  it('with an error', async () => {
    const { form, element, root } = await checkoutFixture(await requiredPolicy());
    form.querySelector('button')!.click();
    await element.updateComplete;
    assert.isNotNull(root.querySelector('.invalid'));
    await assert.isAccessible(element);

    await answer(element, 'refused');
    await assert.isAccessible(element);
  });

  it('with what is known already, open and withdrawn', async () => {
    const policy = await freshPolicy();
    const first = (await aloneFixture(policy)).element;
    await answer(first, 'given', 'refused');
    await first.record();
    const { element, root } = await aloneFixture(policy);
    root.querySelector('details')!.open = true;
    await assert.isAccessible(element);

    await act(element, 'withdraw', 'dalbit');
    await assert.isAccessible(element);
  });

  it('when it is disabled, while it loads, and when it does not', async () => {
    const { element } = await aloneFixture();
    element.disabled = true;
    await element.updateComplete;
    await assert.isAccessible(element);

    const wrapper = await fixture<HTMLElement>(
      html`<div lang="ko"><dongui-third-party src="/no-such.json"></dongui-third-party></div>`,
    );
    const other = wrapper.querySelector('dongui-third-party')!;
    await assert.isAccessible(other);
    await settled(other);
    await assert.isAccessible(other);
  });

  it('in the dark', async () => {
    const wrapper = await fixture(html`<div></div>`);
    wrapper.setAttribute('style', 'color-scheme: dark; background: #17191e');
    const { element } = await aloneFixture();
    wrapper.append(element);
    await answer(element, 'given');
    await assert.isAccessible(element);

    await act(element, 'change', 'dalbit');
    await assert.isAccessible(element);
  });

  it('names each question and each link, and ties the facts to the question', async () => {
    const { element, root } = await aloneFixture();
    const card = root.querySelector('.card')!;
    for (const list of ['aria-labelledby', 'aria-describedby']) {
      for (const id of card.getAttribute(list)!.trim().split(' ')) {
        assert.isNotNull(root.getElementById(id), id);
      }
    }
    assert.equal(
      root.querySelector('.answers')!.getAttribute('aria-labelledby'),
      'question-dalbit',
    );

    await answer(element, 'given', 'refused');

    const names = [...root.querySelectorAll('.link')].map((link) => link.ariaLabel);
    assert.deepEqual(names, [
      '바꾸기: 달빛약과에 배송 정보 제공',
      '바꾸기: 모아포인트에 구매 내역 제공',
    ]);
  });

  it('with every target at least 44 px high and no sideways scroll at 320 px', async () => {
    for (const [name, surface, lang] of SURFACES) {
      const element = await onSurface(name, surface, lang);
      element.parentElement!.style.width = '320px';
      await element.updateComplete;
      for (const step of ['asked', 'answered']) {
        const targets = element.shadowRoot!.querySelectorAll<HTMLElement>('button, summary');
        for (const target of targets) {
          assert.isAtLeast(target.getBoundingClientRect().height, 44, `${step} ${textOf(target)}`);
        }
        assert.isAtMost(element.scrollWidth, 320, `${name} ${step}`);
        if (step === 'asked') await answer(element, 'refused');
      }
    }
  });

  it('with important content larger and heavier than what stands around it', async () => {
    const { root } = await aloneFixture();
    const keys = [...root.querySelectorAll<HTMLElement>('.facts .key')];
    assert.isNotEmpty(keys);
    for (const key of keys) {
      const ordinary = getComputedStyle(key.closest('.facts')!);
      const { fontSize, fontWeight } = getComputedStyle(key);
      assert.isAbove(parseFloat(fontSize), parseFloat(ordinary.fontSize));
      assert.isAbove(Number(fontWeight), Number(ordinary.fontWeight));
    }
  });
});

describe('hostile texts about a third party', () => {
  const PAYLOADS = [
    '<img src=x onerror="window.hacked=1">',
    '<script>window.hacked=1</script>',
    '"><iframe srcdoc="<script>parent.hacked=1</script>">',
    "javascript:window.hacked=1//'",
    '${window.hacked=1}',
    '</style><script>window.hacked=1</script>',
    '\u202Eabc\u202C\u0000',
    'شركة الشحن',
    'x'.repeat(2_000),
  ];
  const TEXTS =
    /^(text|title|name|note|from|event|consequence|right|withdrawal|question|reason|about|phone|email|address)$/;

  /** The same recipients with the payload in every text. */
  function poison(value: unknown, payload: string, key = ''): unknown {
    if (Array.isArray(value)) return value.map((each) => poison(each, payload, key));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, poison(each, payload, name)]),
      );
    }
    return typeof value === 'string' && TEXTS.test(key) ? payload : value;
  }

  for (const payload of PAYLOADS) {
    it(`stay text: ${payload.slice(0, 24)}`, async () => {
      const policy = await freshPolicy();
      const thirdParties = poison(policy['thirdParties'], payload);
      const { element, root } = await placed(
        html`<div lang="ko" style="width: 320px">
          <dongui-third-party
            needed="dalbit"
            reason=${payload}
            .policy=${{ ...policy, thirdParties }}
          ></dongui-third-party>
        </div>`,
      );
      const scan = () => {
        assert.notProperty(window, 'hacked');
        assert.isNull(root.querySelector('script, iframe, img, [onerror], [onload], a[href]'));
        assert.isAtMost(element.scrollWidth, 320);
      };
      assert.include(root.querySelector('h2')!.textContent, payload.replace('\u0000', ''));
      scan();

      await answer(element, 'refused', 'given');
      await until(() => root.querySelector('.item') !== null);

      scan();
    });
  }
});
