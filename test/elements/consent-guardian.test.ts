import { assert, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { nothing } from 'lit';

import englishGuardian from '../../locales/en/guardian.js';
import japaneseGuardian from '../../locales/ja/guardian.js';
import koreanGuardian from '../../locales/ko/guardian.js';
import japanese from '../../locales/ja.js';
import type { ConsentElement } from '../../src/elements/consent/consent.js';
import { registerMessages } from '../../src/i18n/registry.js';
import { guardianDueDay } from '../../src/model/guardian-due.js';
import { DonguiErrorEvent } from '../../src/ui/events.js';
import { consentFixture, demoPolicy, drawn, press } from '../support/consent-fixture.js';

registerMessages('ja', japanese);
registerMessages('ko', koreanGuardian, 'guardian');
registerMessages('en', englishGuardian, 'guardian');
registerMessages('ja', japaneseGuardian, 'guardian');

const HARU = await demoPolicy('haru.ko');
const AT = '2026-11-22T09:12:00+09:00';

/** The policy of the demo with another `age`. */
const withAge = (age: object): object => ({
  ...HARU,
  age: { threshold: 14, revision: '2025-06-01', ...age },
});

/** Text as a person reads it. */
const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

async function part(root: ShadowRoot, selector: string): Promise<HTMLElement> {
  await waitUntil(() => root.querySelector(selector), selector);
  return root.querySelector<HTMLElement>(selector)!;
}

/** What the age item says after somebody tried to go on without it. */
async function routeOf(policy: object, lang = 'ko'): Promise<HTMLElement> {
  const { form, root } = await consentFixture(policy, lang);
  assert.isNull(root.querySelector('.route'));
  form.querySelector('button')!.click();
  return part(root, '[data-part="age"] .route');
}

interface Attributes {
  readonly method?: string;
  readonly ref?: string;
  readonly at?: string;
}

interface GuardianFixture {
  readonly element: ConsentElement;
  readonly root: ShadowRoot;
  readonly errors: string[];
  readonly form: HTMLFormElement;
}

/** A page on which a guardian decides. */
async function guardianFixture(
  { method, ref, at }: Attributes,
  { policy = HARU, lang = 'ko' }: { policy?: object; lang?: string } = {},
): Promise<GuardianFixture> {
  const errors: string[] = [];
  const collect = (event: Event): void => {
    if (event instanceof DonguiErrorEvent) errors.push(event.detail.message);
  };
  document.addEventListener(DonguiErrorEvent.type, collect);
  const form = await fixture<HTMLFormElement>(html`
    <form lang=${lang}>
      <dongui-consent
        actor="guardian"
        guardian-method=${method ?? nothing}
        guardian-ref=${ref ?? nothing}
        guardian-at=${at ?? nothing}
        .policy=${policy}
      ></dongui-consent>
      <button>Join</button>
    </form>
  `);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const element = form.querySelector('dongui-consent')!;
  await drawn(element);
  document.removeEventListener(DonguiErrorEvent.type, collect);
  return { element, root: element.shadowRoot!, errors, form };
}

describe('an age item that is left open', () => {
  it('leads to the guardian in words for a child, with the ways to confirm one', async () => {
    const route = await routeOf(HARU);

    assert.include(textOf(route), (HARU['age'] as { childText: string }).childText);
    assert.include(textOf(route), koreanGuardian.childWhatText);
    for (const method of ['sms-notice', 'card', 'phone-identity'] as const)
      assert.include(textOf(route), koreanGuardian[`guardian-${method}`]);
    assert.notInclude(textOf(route), koreanGuardian['guardian-email']);
    const link = route.querySelector('a')!;
    assert.equal(new URL(link.href).pathname, '/haru/guardian/');
    assert.isAtLeast(link.getBoundingClientRect().height, 44);
  });

  it('says itself who asks, why, what, and until when, where the policy does not (CHD-05)', async () => {
    const route = await routeOf(
      withAge({ guardianUrl: '/guardian', guardianMethods: ['paper-sign'] }),
    );

    for (const words of [
      ...['주식회사 하루식탁', '1600-0012', 'help@haru.example', koreanGuardian.childWhyText],
      ...[koreanGuardian.childWhatText, '5일 안에', koreanGuardian['guardian-paper-sign']],
    ])
      assert.include(textOf(route), words);
  });

  it('promises no way on where the policy has none', async () => {
    const { form, root, element } = await consentFixture(withAge({ childText: '아직 안 됩니다.' }));
    form.querySelector('button')!.click();
    await element.updateComplete;
    await nextFrame();

    const age = root.querySelector('[data-part="age"]');
    assert.include(textOf(age), '아직 안 됩니다.');
    assert.isNull(age!.querySelector('a'));
  });

  it('takes what the policy says for text', async () => {
    const hostile = '<img src=x onerror="window.hurt = 1">{age} $&' + 'x'.repeat(2000);
    const route = await routeOf(withAge({ guardianUrl: '/g', childText: hostile }));

    assert.include(textOf(route), hostile);
    assert.isNull(route.querySelector('img'));
    assert.isAtMost(route.scrollWidth, route.clientWidth);
  });

  for (const lang of ['ko', 'en', 'ja'])
    it(`is accessible: ${lang}`, async () => {
      const route = await routeOf(await demoPolicy(lang === 'en' ? 'haru.en' : 'haru.ko'), lang);

      await assert.isAccessible((route.getRootNode() as ShadowRoot).host);
    });
});

describe('a page on which a guardian decides', () => {
  it('asks all but the age, each on its own, and says how and when it was confirmed', async () => {
    const { root, element } = await guardianFixture({ method: 'phone-identity', at: AT });

    assert.isNull(root.querySelector('#box-age'));
    assert.isNull(root.querySelector('.pair'));
    assert.isNotNull(root.querySelector('.points'));
    assert.lengthOf(root.querySelectorAll('input'), 10);
    const head = textOf(root.querySelector('.guardian'));
    assert.include(head, '만 14세 미만이면');
    assert.include(head, koreanGuardian['guardian-phone-identity']);
    assert.match(head, /2026-11-2[12] \d\d:\d\d/);
    assert.notInclude(head, '임시');
    press(element, 'terms', 'kitchen');
    assert.isTrue(element.checkValidity());
    assert.notProperty(element.decisions, 'age');
  });

  it('gives each matter in words for a child, above its facts (CHD-06)', async () => {
    const { root } = await guardianFixture({ method: 'card' });

    for (const id of ['terms', 'account', 'kitchen', 'birthday', 'marketing-use']) {
      const words = root.querySelector(`[data-part="${id}"] [data-shown="plain"]`)!;
      assert.isNotNull(words, id);
      const facts = root.querySelector(`#facts-${id}`);
      if (facts !== null)
        assert.isOk(words.compareDocumentPosition(facts) & Node.DOCUMENT_POSITION_FOLLOWING, id);
    }
    // The channels share one card.
    assert.lengthOf(root.querySelectorAll('[data-shown="plain"]'), 9);
    const promotion = textOf(root.querySelector('[data-part="marketing-use"]'));
    assert.include(promotion, '만 14세 미만에게 광고를 보낼지도 보호자가 정합니다.');
  });

  it('records the guardian’s method, reference and time, and never the age', async () => {
    const ref = 'check-20261122-0042';
    const { element } = await guardianFixture({ method: 'card', ref, at: AT });
    press(element, 'terms', 'kitchen');

    const { receipt } = await element.record();

    assert.equal(receipt.actor, 'guardian');
    assert.deepEqual(receipt.guardian, { method: 'card', ref, at: '2026-11-22T00:12:00.000Z' });
    assert.notInclude(
      receipt.items.map(({ id }) => id),
      'age',
    );
    assert.deepEqual([...receipt.shown.hidden], ['age']);
  });

  it('tells until when an unconfirmed decision stands, before and after it is recorded', async () => {
    const { element, root } = await guardianFixture({ method: 'sms-notice' });
    assert.match(textOf(root.querySelector('.guardian')), /임시 기록.+ \d{4}-\d\d-\d\d까지/);
    press(element, 'terms', 'kitchen');

    const { receipt } = await element.record();

    assert.deepEqual(receipt.guardian, { method: 'sms-notice' });
    const stored = await part(root, '[data-receipt]');
    await element.updateComplete;
    const note = stored.closest('.note')!.nextElementSibling;
    assert.include(textOf(note), guardianDueDay(receipt, receipt.at)!);
    await assert.isAccessible(element);
  });

  it('says nothing of that where it was confirmed', async () => {
    const { element, root } = await guardianFixture({ method: 'card', at: AT });
    press(element, 'terms', 'kitchen');
    await element.record();
    await part(root, '[data-receipt]');

    assert.notInclude(textOf(root.querySelector('div')), '임시');
  });

  it('keeps the answers when the confirmation comes while the page is open', async () => {
    const { element, root } = await guardianFixture({ method: 'card' });
    press(element, 'terms', 'kitchen', 'birthday');

    element.setAttribute('guardian-at', AT);
    await waitUntil(() => !textOf(root.querySelector('.guardian')).includes('임시'));

    assert.equal(element.decisions['birthday'], 'given');
    const { receipt } = await element.record();
    assert.equal(receipt.guardian?.at, '2026-11-22T00:12:00.000Z');
  });

  const wrong: readonly (readonly [what: string, attributes: Attributes, message: RegExp])[] = [
    ['no method', {}, /guardian-method="".+sms-notice, card, phone-identity/],
    ['a method that is not offered', { method: 'email' }, /"email".+age\.guardianMethods/],
    ['an e-mail address', { method: 'card', ref: 'mother@example.com' }, /guardian-ref/],
    ['a phone number', { method: 'card', ref: '010-1234-5678' }, /guardian-ref/],
    ['a registration number', { method: 'card', ref: '900101-2234567' }, /guardian-ref/],
    ['a name', { method: 'card', ref: 'minsu.kim' }, /guardian-ref/],
    ['a Korean name', { method: 'card', ref: '김민수' }, /guardian-ref/],
    ['no time', { method: 'card', at: 'yesterday' }, /guardian-at="yesterday"/],
    ['a time without a zone', { method: 'card', at: '2026-11-22T09:12:00' }, /guardian-at/],
    ['a day that is none', { method: 'card', at: '2026-13-40T09:12:00Z' }, /guardian-at/],
  ];
  for (const [what, attributes, message] of wrong)
    it(`asks nothing with ${what}, and says what to do`, async () => {
      const { root, errors, element } = await guardianFixture(attributes);

      assert.lengthOf(errors, 1);
      assert.match(errors[0]!, message);
      assert.isNull(root.querySelector('input'));
      assert.isFalse(element.checkValidity());
      assert.notInclude(errors[0]!, attributes.ref ?? '\0');
    });

  it('asks nothing where the document has no ways to confirm a guardian', async () => {
    const { errors } = await guardianFixture({ method: 'card' }, { policy: withAge({}) });

    assert.match(errors[0]!, /needs age\.guardianMethods/);
  });

  it('asks again once the page has put right what was wrong', async () => {
    const { element, root } = await guardianFixture({ method: 'email' });
    assert.isNull(root.querySelector('input'));

    element.setAttribute('guardian-method', 'card');

    await part(root, '#box-terms');
    await drawn(element);
    assert.isNull(root.querySelector('#box-age'));
  });

  it('asks nothing any more when the page makes it wrong', async () => {
    const { element, root } = await guardianFixture({ method: 'card' });

    element.setAttribute('guardian-at', 'soon');

    await part(root, '[role="alert"]');
    assert.isNull(root.querySelector('input'));
    assert.isFalse(element.checkValidity());
  });

  for (const lang of ['ko', 'en', 'ja'])
    for (const at of [AT, undefined])
      it(`is accessible ${at === undefined ? 'before' : 'after'} it is confirmed: ${lang}`, async () => {
        const policy = await demoPolicy(lang === 'en' ? 'haru.en' : 'haru.ko');
        const attributes = { method: 'card', ...(at !== undefined && { at }) };
        const { element, form } = await guardianFixture(attributes, { policy, lang });
        await assert.isAccessible(element);

        form.querySelector('button')!.click();
        await element.updateComplete;
        await assert.isAccessible(element);
      });
});
