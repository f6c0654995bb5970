import { assert, fixture, html, oneEvent } from '@open-wc/testing';

import { ConsentChangeEvent } from '../../src/ui/events.js';
import {
  boxOf,
  consentFixture,
  demoPolicy,
  drawn,
  press,
  pressButton,
} from '../support/consent-fixture.js';
import { testFormControlContract } from '../support/form-control-contract.js';

const HARU = await demoPolicy('haru.ko');
const REQUIRED = ['age', 'terms', 'kitchen'];

testFormControlContract({
  tag: 'dongui-consent',
  incomplete: () => html`<dongui-consent .policy=${HARU}></dongui-consent>`,
  ready: (element) => drawn(element as never),
  complete: (element) => {
    press(element as never, ...REQUIRED);
  },
});

describe('<dongui-consent>', () => {
  it('asks for each matter apart, in legal order, with nothing set', async () => {
    const { root } = await consentFixture();

    const boxes = [...root.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];

    assert.deepEqual(
      boxes.map((box) => box.dataset['item']),
      [
        ...REQUIRED,
        ...['birthday', 'allergy', 'translation', 'marketing-use'],
        ...['advertising-email', 'advertising-sms', 'advertising-push', 'advertising-night'],
      ],
    );
    assert.isFalse(boxes.some(({ checked }) => checked));
  });

  it('names each box with badge, kind and title, the badge first', async () => {
    const { element } = await consentFixture();

    assert.equal(boxOf(element, 'age').ariaLabel, '[필수] 나이 확인 만 14세 이상입니다');
    assert.equal(boxOf(element, 'birthday').ariaLabel, '[선택] 수집·이용 생일 쿠폰 받기');
  });

  it('ties the facts of an item to its box', async () => {
    const { element, root } = await consentFixture();

    for (const id of ['kitchen', 'allergy', 'advertising-push', 'advertising-night']) {
      const described = boxOf(element, id).getAttribute('aria-describedby')!.split(' ');
      assert.isNotEmpty(described, id);
      for (const each of described) assert.isNotNull(root.getElementById(each), `${id}: ${each}`);
    }
  });

  it('submits one entry for each item, refused where it is left open', async () => {
    const { element, submitted } = await consentFixture();

    press(element, 'terms', 'birthday');

    const value = submitted();
    assert.equal(value['consent[terms]'], 'given');
    assert.equal(value['consent[birthday]'], 'given');
    assert.equal(value['consent[allergy]'], 'refused');
    assert.equal(value['consent[advertising-night]'], 'refused');
    assert.notProperty(value, 'consent[account]');
  });

  it('submits under the name that it has', async () => {
    const { element, submitted } = await consentFixture();

    element.name = 'agree';

    assert.equal(submitted()['agree[terms]'], 'refused');
  });

  it('lets the form go with every optional item refused', async () => {
    const { element, form } = await consentFixture();

    press(element, ...REQUIRED);

    assert.isTrue(form.checkValidity());
  });

  for (const missing of REQUIRED) {
    it(`keeps the form while "${missing}" is not given`, async () => {
      const { element, form } = await consentFixture();

      press(element, ...REQUIRED.filter((id) => id !== missing));

      assert.isFalse(form.checkValidity());
      assert.isTrue(element.validity.valueMissing);
    });
  }

  it('opens the channels with the use for promotion, and closes and clears them with it', async () => {
    const { element, submitted } = await consentFixture();
    assert.isTrue(boxOf(element, 'advertising-sms').disabled);

    press(element, 'marketing-use');
    await element.updateComplete;
    press(element, 'advertising-sms');
    await element.updateComplete;
    press(element, 'advertising-night');
    assert.equal(submitted()['consent[advertising-night]'], 'given');
    press(element, 'marketing-use');
    await element.updateComplete;

    assert.equal(submitted()['consent[advertising-sms]'], 'refused');
    assert.equal(submitted()['consent[advertising-night]'], 'refused');
    assert.isTrue(boxOf(element, 'advertising-sms').disabled);
  });

  it('does not open the night for e-mail', async () => {
    const { element } = await consentFixture();

    press(element, 'marketing-use');
    await element.updateComplete;
    press(element, 'advertising-email');
    await element.updateComplete;

    assert.isTrue(boxOf(element, 'advertising-night').disabled);
  });

  describe('agree-all and its counterpart', () => {
    it('are equal buttons that say how many optional boxes they touch', async () => {
      const { root } = await consentFixture();
      const [all, only] = root.querySelectorAll<HTMLButtonElement>('.pair button');

      assert.equal(all!.textContent.replace(/\s+/g, ' ').trim(), '전체 동의선택 7개 포함');
      assert.equal(only!.textContent.replace(/\s+/g, ' ').trim(), '필수만 동의선택 8개 제외');
      for (const side of ['width', 'height'] as const) {
        assert.equal(all!.getBoundingClientRect()[side], only!.getBoundingClientRect()[side]);
      }
      const looks = ['backgroundColor', 'color', 'borderColor', 'fontSize', 'fontWeight'] as const;
      for (const look of looks)
        assert.equal(getComputedStyle(all!)[look], getComputedStyle(only!)[look]);
      assert.equal(all!.type, 'button');
    });

    it('agree to all but what is sensitive', async () => {
      const { element, submitted } = await consentFixture();

      pressButton(element, 'agree-all');

      const refused = Object.entries(submitted()).filter(([, state]) => state === 'refused');
      assert.deepEqual(refused, [['consent[allergy]', 'refused']]);
    });

    it('refuse all that is optional, also what was ticked', async () => {
      const { element, root, submitted } = await consentFixture();
      pressButton(element, 'agree-all');
      press(element, 'allergy');

      pressButton(element, 'required-only');
      await element.updateComplete;

      const given = Object.entries(submitted()).filter(([, state]) => state === 'given');
      assert.deepEqual(
        given.map(([name]) => name),
        REQUIRED.map((id) => `consent[${id}]`),
      );
      assert.equal(root.querySelectorAll('.state:not(.given)').length, 4);
    });

    it('show three states', async () => {
      const { element, root } = await consentFixture();
      const state = async () => {
        await element.updateComplete;
        return [...root.querySelectorAll('.pair button')].map((each) => each.ariaPressed);
      };
      assert.deepEqual(await state(), ['false', 'false']);

      press(element, 'birthday');
      assert.equal((await state())[0], 'mixed');

      pressButton(element, 'agree-all');
      assert.deepEqual(await state(), ['true', 'false']);

      press(element, 'translation');
      assert.equal((await state())[0], 'mixed');

      pressButton(element, 'required-only');
      assert.equal((await state())[1], 'true');
    });
  });

  describe('events', () => {
    it('tell what a press changed, with the form already up to date', async () => {
      const { element, form } = await consentFixture();
      const seen: unknown[] = [];
      form.addEventListener('input', () => seen.push(new FormData(form).get('consent[birthday]')));
      const dispatched = oneEvent<ConsentChangeEvent>(form, ConsentChangeEvent.type);

      press(element, 'birthday');

      const { detail } = await dispatched;
      assert.deepEqual(detail.changed, ['birthday']);
      assert.equal(detail.decisions['birthday'], 'given');
      assert.deepEqual(seen, ['given']);
    });

    it('are not dispatched by a reset', async () => {
      const { element, form } = await consentFixture();
      press(element, 'birthday');
      let dispatched = 0;
      element.addEventListener(ConsentChangeEvent.type, () => (dispatched += 1));

      form.reset();
      await element.updateComplete;

      assert.equal(dispatched, 0);
      assert.isFalse(boxOf(element, 'birthday').checked);
    });
  });

  describe('when something required is missing', () => {
    it('shows the same words on top and in the item, and moves the focus there', async () => {
      const { element, form, root } = await consentFixture();
      press(element, 'age');

      form.querySelector('button')!.click();
      await element.updateComplete;

      const links = [...root.querySelectorAll('[role="alert"] a')].map((each) => each.textContent);
      const errors = [...root.querySelectorAll('.error span')].map((each) => each.textContent);
      assert.deepEqual(links, errors);
      assert.deepEqual(errors, [
        '가입하려면 이용약관에 동의해야 합니다.',
        '가입하려면 ‘새봄키친에 배송 정보 제공’에 동의해야 합니다.',
      ]);
      await new Promise(requestAnimationFrame);
      assert.equal(root.activeElement, boxOf(element, 'terms'));
      assert.equal(boxOf(element, 'terms').ariaInvalid, 'true');
    });

    it('leaves the focus to a field of the page that comes first', async () => {
      const { element, form, root } = await consentFixture();
      form.querySelector('input')!.required = true;

      form.querySelector('button')!.click();
      await element.updateComplete;
      await new Promise(requestAnimationFrame);

      assert.isNull(root.activeElement);
      assert.isNotNull(root.querySelector('[role="alert"]'));
    });

    it('says nothing before anybody tried to send', async () => {
      const { root } = await consentFixture();

      assert.isNull(root.querySelector('[role="alert"]'));
      assert.isNull(root.querySelector('[aria-invalid]'));
    });

    it('stops a form that has novalidate', async () => {
      const { element, form, root } = await consentFixture();
      form.noValidate = true;
      let reached = 0;
      form.addEventListener('submit', (event) => (reached += event.defaultPrevented ? 0 : 1));

      form.querySelector('button')!.click();
      await element.updateComplete;

      assert.equal(reached, 0);
      assert.isNotNull(root.querySelector('[role="alert"]'));
    });

    it('says what a child can do', async () => {
      const { element, form, root } = await consentFixture();
      press(element, 'terms', 'kitchen');

      form.querySelector('button')!.click();
      await element.updateComplete;

      assert.include(root.querySelector('[data-part="age"]')!.textContent, '보호자');
      assert.isNotNull(root.querySelector('[data-part="age"] a[href]'));
    });
  });

  describe('state that a browser brings back', () => {
    it('comes back on the same notice, is said, and is recorded as restored', async () => {
      const { element, root } = await consentFixture();
      press(element, 'terms', 'birthday');
      const kept = element['formState']();
      element.formResetCallback();

      element.formStateRestoreCallback(kept, 'restore');
      await element.updateComplete;

      assert.isTrue(boxOf(element, 'birthday').checked);
      assert.include(root.querySelector('.note[role="status"]')!.textContent, '되살렸습니다');
      assert.equal(element.receiptItems()!.find(({ id }) => id === 'birthday')!.by, 'restored');
    });

    it('is not taken from autofill, from another notice, or from rubbish', async () => {
      const { element } = await consentFixture();
      press(element, 'birthday');
      const kept = element['formState']();
      element.formResetCallback();

      element.formStateRestoreCallback(kept, 'autocomplete');
      element.formStateRestoreCallback(kept.replace(/"notice":"./, '"notice":"x'), 'restore');
      element.formStateRestoreCallback('{', 'restore');
      element.formStateRestoreCallback(null, 'restore');
      await element.updateComplete;

      assert.isFalse(boxOf(element, 'birthday').checked);
    });
  });

  it('works the same when its properties are set before it is defined or attached', async () => {
    const element = document.createElement('dongui-consent');
    element.policy = HARU;
    element.surface = 'signup';
    const parent = await fixture(html`<div lang="ko"></div>`);

    parent.append(element);
    await drawn(element);

    assert.isNotNull(boxOf(element, 'terms'));
  });
});
