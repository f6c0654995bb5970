import { assert, fixture, html } from '@open-wc/testing';

import { consentFixture, drawn, press, pressButton } from '../support/consent-fixture.js';

const POLICIES = ['haru.ko', 'haru.en', 'xperp', 'nexcore', 'qsolution', 'codexa', 'infinisoft'];

describe('<dongui-consent> is accessible', () => {
  for (const name of POLICIES) {
    const lang = name === 'haru.en' ? 'en' : 'ko';

    it(`untouched: ${name}`, async () => {
      const { element } = await consentFixture(name, lang);

      await assert.isAccessible(element);
    });

    it(`with errors: ${name}`, async () => {
      const { element, form } = await consentFixture(name, lang);
      form.querySelector('button')!.click();
      await element.updateComplete;

      await assert.isAccessible(element);
    });

    it(`decided: ${name}`, async () => {
      const { element } = await consentFixture(name, lang);
      pressButton(element, 'agree-all');
      await element.updateComplete;

      await assert.isAccessible(element);
    });

    it(`disabled: ${name}`, async () => {
      const { element } = await consentFixture(name, lang);
      element.disabled = true;
      await element.updateComplete;

      await assert.isAccessible(element);
    });
  }

  it('in the dark', async () => {
    const wrapper = await fixture(html`<div></div>`);
    wrapper.setAttribute('style', 'color-scheme: dark; background: #17191e');
    const { element } = await consentFixture();
    wrapper.append(element);
    press(element, 'birthday');
    await element.updateComplete;

    await assert.isAccessible(element);
  });

  it('while it loads', async () => {
    const element = await fixture<HTMLElement>(
      html`<div lang="ko"><dongui-consent src="/test-never-answers.json"></dongui-consent></div>`,
    );
    await assert.isAccessible(element);
  });

  it('with every target at least 44 px high and no sideways scroll at 320 px', async () => {
    const { element, form, root } = await consentFixture();
    form.style.width = '320px';
    await element.updateComplete;

    for (const target of root.querySelectorAll<HTMLElement>('label, button, summary, a.link')) {
      assert.isAtLeast(target.getBoundingClientRect().height, 44, target.textContent.trim());
    }
    assert.isAtMost(element.scrollWidth, 320);
  });

  it('with important content larger and heavier than what stands around it', async () => {
    const { root } = await consentFixture();

    for (const key of root.querySelectorAll<HTMLElement>('.facts .key')) {
      const ordinary = getComputedStyle(key.closest('.facts')!);
      const { fontSize, fontWeight } = getComputedStyle(key);
      assert.isAbove(parseFloat(fontSize), parseFloat(ordinary.fontSize));
      assert.isAbove(Number(fontWeight), Number(ordinary.fontWeight));
    }
  });
});

describe('hostile texts', () => {
  const PAYLOADS = [
    '<img src=x onerror="window.hacked=1">',
    '<script>window.hacked=1</script>',
    '<svg onload=window.hacked=1>',
    '"><iframe srcdoc="<script>parent.hacked=1</script>">',
    "javascript:window.hacked=1//'",
    '{{constructor.constructor("window.hacked=1")()}}',
    '${window.hacked=1}',
    '</style><script>window.hacked=1</script>',
    '\u202Eabc\u202C\u0000',
    'x'.repeat(2_000),
  ];

  /** The same document with the payload in every text, and in every address that takes any. */
  function poison(value: unknown, payload: string, key = ''): unknown {
    if (Array.isArray(value)) return value.map((each) => poison(each, payload, key));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, poison(each, payload, name)]),
      );
    }
    const isText =
      /^(text|title|name|note|from|event|consequence|right|detailTitle|content|sender|summary|href)$/;
    return typeof value === 'string' && isText.test(key) ? payload : value;
  }

  for (const payload of PAYLOADS) {
    it(`stay text: ${payload.slice(0, 24)}`, async () => {
      const clean = await consentFixture();
      const elements = clean.root.querySelectorAll('*').length;
      const policy = poison(clean.element.policy, payload) as object;

      const { element, root, form } = await consentFixture(policy);
      await drawn(element);
      form.querySelector('button')!.click();
      await element.updateComplete;
      for (const details of root.querySelectorAll('details')) details.open = true;
      await new Promise((resolve) => setTimeout(resolve));

      assert.notProperty(window, 'hacked');
      assert.isNull(root.querySelector('script, iframe, img, [onerror], [onload]'));
      assert.isFalse(
        [...root.querySelectorAll('a')].some(({ href }) =>
          /^\s*(javascript|data|vbscript):/i.test(href),
        ),
      );
      assert.isAtMost(root.querySelectorAll('*').length, elements + 60);
    });
  }
});
