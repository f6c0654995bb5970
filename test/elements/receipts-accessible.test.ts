import { assert } from '@open-wc/testing';

import type { ReceiptsElement } from '../../src/elements/receipts/receipts.js';
import {
  freshPolicy,
  open,
  type PolicyJson,
  press,
  receiptsFixture,
  signedUp,
  signUp,
  stateOf,
} from '../support/receipts-fixture.js';

describe('<dongui-receipts> is accessible', () => {
  for (const lang of ['ko', 'en', 'ja']) {
    it(`as a list, open, withdrawn, and with all panels, in ${lang}`, async () => {
      const { element } = await signedUp({ lang });
      await assert.isAccessible(element);

      await open(element, 'more-marketing-use');
      await press(element, '[data-action="text"][data-item="marketing-use"]');
      await open(element, 'again-birthday');
      await open(element, 'again-advertising-push');
      await assert.isAccessible(element);

      await press(element, '[data-action="withdraw"][data-item="kitchen"]');
      await press(element, '[data-panel="download"]');
      await assert.isAccessible(element);

      await press(element, '[data-panel="clear"]');
      await press(element, '#withdraw-all');
      await assert.isAccessible(element);
    });
  }

  it('while something is asked again, empty, and in error', async () => {
    const policy = await freshPolicy();
    const transfers = structuredClone(policy['transfers'] as Record<string, unknown>[]);
    Object.assign(transfers[0]!, { revision: '2025-01-01', how: 'by post' });
    await signUp({ ...policy, transfers }, { refused: [] });
    const { element, root } = await receiptsFixture({ policy });
    assert.equal(stateOf(root, 'translation'), 'stale');
    await assert.isAccessible(element);

    const empty = await receiptsFixture({ policy: await freshPolicy(), loginUrl: '/login' });
    await assert.isAccessible(empty.element);

    const broken = await receiptsFixture({ policy: {} });
    await assert.isAccessible(broken.element);
  });

  it('names each button with its matter', async () => {
    const { root } = await signedUp();
    const names = [...root.querySelectorAll('[data-action="withdraw"]')].map((button) =>
      button.getAttribute('aria-label'),
    );

    assert.equal(new Set(names).size, 5);
    assert.include(names, '철회: 알레르기 식재료 빼기');
  });

  it('has targets of 44 px and needs no sideways scroll at 320 px', async () => {
    const { element, root } = await signedUp();
    element.style.width = '320px';
    await open(element, 'more-allergy');
    await open(element, 'again-birthday');
    await press(element, '[data-panel="download"]');

    for (const target of root.querySelectorAll<HTMLElement>('button, summary, a')) {
      assert.isAtLeast(target.getBoundingClientRect().height, 44, target.outerHTML);
    }
    const inner = root.firstElementChild as HTMLElement;
    assert.isAtMost(inner.scrollWidth, 320);
  });
});

describe('hostile texts in <dongui-receipts>', () => {
  const PAYLOADS = [
    '<img src=x onerror="window.hacked=1">',
    '"><iframe srcdoc="<script>parent.hacked=1</script>">',
    "javascript:window.hacked=1//'",
    '\u202Eabc\u202C',
    'x'.repeat(2_000),
  ];
  const TEXTS =
    /^(text|title|name|note|from|event|consequence|right|withdrawal|question|reason|about|address|method|description|summary|detail)$/;

  function poison(value: unknown, payload: string, key = ''): unknown {
    if (Array.isArray(value)) return value.map((each) => poison(each, payload, key));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, poison(each, payload, name)]),
      );
    }
    return typeof value === 'string' && TEXTS.test(key) ? payload : value;
  }

  async function openAll(element: ReceiptsElement): Promise<void> {
    const keys = [...element.shadowRoot!.querySelectorAll('details[data-key]')].map((each) =>
      each.getAttribute('data-key'),
    );
    for (const key of keys) await open(element, key!);
    await press(element, '[data-action="text"][data-item="allergy"]');
  }

  for (const payload of PAYLOADS) {
    it(`are text: ${payload.slice(0, 30)}`, async () => {
      const policy = poison(await freshPolicy(), payload) as PolicyJson;
      await signUp(policy);
      const { element, root } = await receiptsFixture({ policy });
      element.style.width = '320px';
      await openAll(element);

      assert.isUndefined((window as { hacked?: number }).hacked);
      assert.equal(root.querySelectorAll('img, script, iframe').length, 0);
      for (const link of root.querySelectorAll('a')) assert.match(link.href, /^https?:|^mailto:/);
      assert.isAtMost((root.firstElementChild as HTMLElement).scrollWidth, 320);
    });
  }
});
