import { assert, fixture, html } from '@open-wc/testing';

import { demoPolicy } from '../support/consent-fixture.js';
import { FULL_POLICY, LEAST_POLICY } from '../support/full-policy.js';
import { summaryFixture } from '../support/summary-fixture.js';

const POLICIES = [
  ...['haru.ko', 'haru.en', 'haru.1.0.ko', 'haru.1.0.en'],
  ...['xperp', 'nexcore', 'qsolution', 'codexa', 'infinisoft'],
];

const PAYLOADS = [
  '<img src=x onerror="window.hacked=1">',
  '"><iframe srcdoc="<script>parent.hacked=1</script>">',
  "javascript:window.hacked=1//'",
  '${window.hacked=1}',
  '</style><script>window.hacked=1</script>',
  '\u202Eabc\u202C',
  'مرحبا بالعالم',
  'x'.repeat(2_000),
];

/** Keys whose values are words or addresses that a policy may fill with anything. */
const FREE =
  /^(text|title|name|note|from|event|right|how|limit|method|body|record|work|names|roleName|department|phone|email|address|company|refusalEffect|preface|condition|href|changes|response|brands|about)$/;

/** The same document with the payload in every text, and in every address that takes any. */
function poison(value: unknown, payload: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => poison(each, payload, key));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, poison(each, payload, name)]),
    );
  }
  return typeof value === 'string' && FREE.test(key) ? payload : value;
}

describe('<dongui-policy-summary> is accessible', () => {
  for (const name of POLICIES) {
    it(name, async () => {
      const { element, root } = await summaryFixture(name, {
        lang: name.endsWith('en') ? 'en' : 'ko',
        policyUrl: '/policy/',
      });
      await assert.isAccessible(element);

      root.querySelectorAll<HTMLElement>('.tile')[5]!.focus();
      for (const details of root.querySelectorAll('details')) details.open = true;
      await element.updateComplete;
      await assert.isAccessible(element);
    });
  }

  for (const [name, policy] of [
    ['a document that says nothing', LEAST_POLICY],
    ['a document that has everything', FULL_POLICY],
  ] as const) {
    it(name, async () => {
      await assert.isAccessible((await summaryFixture(policy)).element);
    });
  }

  it('in the dark', async () => {
    const wrapper = await fixture(html`<div></div>`);
    wrapper.setAttribute('style', 'color-scheme: dark; background: #17191e');
    const { element } = await summaryFixture();
    wrapper.append(element);
    element.shadowRoot!.querySelector<HTMLElement>('.tile')!.focus();
    await element.updateComplete;

    await assert.isAccessible(element);
  });

  it('while it loads', async () => {
    const element = await fixture<HTMLElement>(
      html`<div lang="ko">
        <dongui-policy-summary src="/test-never-answers.json"></dongui-policy-summary>
      </div>`,
    );
    await assert.isAccessible(element);
  });

  for (const name of ['haru.en', 'infinisoft']) {
    it(`with targets of 44 px and nothing that sticks out at 320 px: ${name}`, async () => {
      const { element, root } = await summaryFixture(name, { policyUrl: '/policy/' });
      element.setAttribute('style', 'width: 320px');
      await element.updateComplete;

      for (const target of root.querySelectorAll<HTMLElement>('button, summary, a.link')) {
        if (target.offsetParent === null) continue;
        assert.isAtLeast(target.getBoundingClientRect().height, 44, target.textContent.trim());
      }
      assert.isAtMost(element.scrollWidth, 320);
      // Blocks with every label as text, in place of columns.
      const label = root.querySelector<HTMLElement>('td .label')!;
      assert.isAbove(label.getBoundingClientRect().width, 0);
    });
  }
});

describe('hostile texts in the summary', () => {
  for (const payload of PAYLOADS) {
    it(`stay text: ${payload.slice(0, 24)}`, async () => {
      const policy = poison(await demoPolicy('haru.ko'), payload) as object;
      const { element, root } = await summaryFixture(policy, { policyUrl: payload });
      element.setAttribute('style', 'width: 320px');
      await element.updateComplete;

      assert.notProperty(window, 'hacked');
      assert.isNull(root.querySelector('script, iframe, img, [onerror], [onload]'));
      for (const { protocol } of root.querySelectorAll('a')) {
        assert.oneOf(protocol, ['http:', 'https:', 'tel:', 'mailto:']);
      }
      assert.isAtMost(element.scrollWidth, 320);
    });
  }
});
