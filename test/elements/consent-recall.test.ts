import { assert, html } from '@open-wc/testing';
import { nothing } from 'lit';

import { boxOf, press, pressButton } from '../support/consent-fixture.js';
import {
  act,
  cardText,
  decide,
  drawnStates,
  memberFixture,
  memberPolicy,
  receiptsOf,
  REQUIRED,
  textOf,
  until,
  withEntry,
} from '../support/recall-fixture.js';

const OPTIONAL = ['birthday', 'allergy', 'translation', 'marketing-use', 'advertising-email'];

/** A person who has agreed to everything required and to some of the rest. */
async function member(...given: string[]) {
  const policy = await memberPolicy();
  const { element } = await memberFixture(policy);
  const receipt = await decide(element, ...REQUIRED, ...given);
  return { policy, receipt };
}

describe('what a person has agreed to', () => {
  it('is not asked again: it stands with its facts, and says since when', async () => {
    const { policy, receipt } = await member('birthday');
    const { element, root } = await memberFixture(policy);

    const states = drawnStates(element);
    assert.deepInclude(states, { age: 'given', kitchen: 'given', birthday: 'given' });
    assert.deepInclude(states, { allergy: 'asked', 'marketing-use': 'asked' });
    const day = new Date(receipt.at).toLocaleDateString('sv');
    assert.include(cardText(element, 'birthday'), `동의함 · ${day}부터`);
    assert.include(cardText(element, 'birthday'), '보유기간');
    assert.isNull(root.querySelector('#box-birthday input, input#box-birthday'));
  });

  it('is asked all the same in fields of the page that say nothing of who is here', async () => {
    const { policy } = await member('birthday');
    const field = (state?: 'given') =>
      html`<dongui-field
        item="birthday"
        name="coupons"
        on="1"
        decided=${state ?? nothing}
        source=${state ? 'the shop' : nothing}
      ></dongui-field>`;

    const { element: stranger } = await memberFixture(policy, { fields: field() });
    const { element: known } = await memberFixture(policy, { fields: field('given') });

    assert.deepInclude(drawnStates(stranger), { kitchen: 'asked', birthday: 'asked' });
    assert.deepInclude(drawnStates(known), { kitchen: 'given' });
  });

  it('keeps no form, and is submitted as given', async () => {
    const { policy } = await member('birthday');
    const { form, submitted } = await memberFixture(policy);

    assert.isTrue(form.checkValidity());
    assert.deepInclude(submitted(), {
      'consent[terms]': 'given',
      'consent[birthday]': 'given',
      'consent[allergy]': 'refused',
    });
  });

  it('is not in the next receipt, whose notice still names it', async () => {
    const { policy, receipt } = await member('birthday');
    const { element } = await memberFixture(policy);
    const next = await decide(element, 'allergy');

    const ids = next.items.map(({ id }) => id);
    assert.notInclude(ids, 'birthday');
    assert.notInclude(ids, 'terms');
    assert.deepInclude(next.items, {
      ...next.items.find(({ id }) => id === 'allergy')!,
      state: 'given',
      by: 'checkbox',
    });
    assert.notInclude(next.shown.hidden, 'birthday', 'it stood there to be seen');
    assert.equal(next.chain, receipt.chain);
    assert.equal(next.seq, receipt.seq + 1);
  });

  it('is left alone by the two buttons over everything, which count without it', async () => {
    const { policy } = await member('birthday', 'marketing-use');
    const { element, root } = await memberFixture(policy);
    const [all, only] = [...root.querySelectorAll('.pair button')].map(textOf);

    assert.include(all, '선택 5개 포함');
    assert.include(only, '선택 6개 제외');
    pressButton(element, 'required-only');
    assert.equal(element.decisions['birthday'], 'given');
    assert.equal(drawnStates(element)['birthday'], 'given');
  });

  it('opens what hangs on it', async () => {
    const { policy } = await member('marketing-use');
    const { element } = await memberFixture(policy);

    assert.isFalse(boxOf(element, 'advertising-email').disabled);
    press(element, 'advertising-email');
    assert.equal(element.decisions['advertising-email'], 'given');
  });

  it('answers with the newest receipt where nothing is left to ask', async () => {
    const policy = await memberPolicy();
    const first = await memberFixture(policy);
    pressButton(first.element, 'agree-all');
    press(first.element, 'allergy');
    const { receipt, hash } = await first.element.record();

    const { element, form, root, submitted } = await memberFixture(policy);
    assert.notInclude(Object.values(drawnStates(element)), 'asked');
    assert.include(textOf(root), '이미 모두 정했습니다');
    const receipts = receiptsOf(element);
    assert.equal(submitted()['dongui_receipt'], `${receipt.id}.${hash}`);
    form.requestSubmit();
    assert.deepEqual(await element.record(), { receipt, hash });
    assert.isEmpty(receipts);
  });

  it('is nobody else’s: a signup asks everything, unless the page says who it is', async () => {
    const policy = await memberPolicy();
    const member = { surface: 'signup', subject: 'member-7' };
    await decide((await memberFixture(policy, member)).element, ...REQUIRED);

    const signup = await memberFixture(policy, { surface: 'signup' });
    assert.deepEqual([...new Set(Object.values(drawnStates(signup.element)))], ['asked']);
    const other = await memberFixture(policy, { surface: 'signup', subject: 'member-8' });
    assert.deepEqual([...new Set(Object.values(drawnStates(other.element)))], ['asked']);
    const same = await memberFixture(policy, member);
    assert.equal(drawnStates(same.element)['terms'], 'given');
  });

  it('comes back as it stood after a reset', async () => {
    const { policy } = await member('birthday');
    const { element, form } = await memberFixture(policy);
    press(element, 'allergy');
    form.reset();
    await element.updateComplete;

    assert.equal(drawnStates(element)['birthday'], 'given');
    assert.isFalse(boxOf(element, 'allergy').checked);
  });
});

describe('a withdrawal inside the form', () => {
  it('is one press, a receipt of its own at once, and brings the box back unticked', async () => {
    const { policy, receipt } = await member('birthday');
    const { element, submitted } = await memberFixture(policy);
    const receipts = receiptsOf(element);
    const changes: string[] = [];
    element.addEventListener('dongui-consent-change', ({ detail }) =>
      changes.push(...detail.changed),
    );

    act(element, 'withdraw', 'birthday');
    assert.equal(submitted()['consent[birthday]'], 'refused');
    await until(() => receipts.length > 0);
    await element.updateComplete;

    const [withdrawal] = receipts;
    assert.deepInclude(withdrawal, { event: 'withdrawal', ref: receipt.id });
    assert.deepEqual(withdrawal!.items, [{ id: 'birthday', state: 'withdrawn', by: 'button' }]);
    assert.deepEqual(changes, ['birthday']);
    assert.equal(drawnStates(element)['birthday'], 'asked');
    assert.isFalse(boxOf(element, 'birthday').checked);
    assert.include(cardText(element, 'birthday'), '철회했습니다');
    await until(() => element.shadowRoot!.activeElement === boxOf(element, 'birthday'));
  });

  it('takes along what hangs on the item', async () => {
    const { policy } = await member('marketing-use', 'advertising-email', 'advertising-sms');
    const { element } = await memberFixture(policy);
    const receipts = receiptsOf(element);
    act(element, 'withdraw', 'marketing-use');
    await until(() => receipts.length > 0);

    assert.deepEqual(receipts[0]!.items, [
      { id: 'marketing-use', state: 'withdrawn', by: 'button' },
      { id: 'advertising-email', state: 'withdrawn', by: 'parent' },
      { id: 'advertising-sms', state: 'withdrawn', by: 'parent' },
    ]);
    await element.updateComplete;
    assert.isTrue(boxOf(element, 'advertising-email').disabled);
  });

  it('is not recorded again when the form is sent, and can be given again', async () => {
    const channels = ['advertising-sms', 'advertising-push', 'advertising-night'];
    const { policy } = await member(...OPTIONAL, ...channels);
    const { element } = await memberFixture(policy);
    const receipts = receiptsOf(element);
    act(element, 'withdraw', 'birthday');
    await until(() => receipts.length === 1);
    await element.updateComplete;

    assert.equal((await element.record()).receipt.id, receipts[0]!.id);
    const again = await decide(element, 'birthday');
    assert.equal(again.event, 'decision');
    assert.deepEqual(
      again.items.map(({ id, state }) => [id, state]),
      [['birthday', 'given']],
    );
  });
});

describe('what has changed since', () => {
  const LONGER = {
    revision: '2027-01-04',
    retention: [{ period: 'P1Y', from: '회원 탈퇴' }],
  };

  it('is asked again with all its facts, the change marked, and nothing ticked', async () => {
    const { policy, receipt } = await member('birthday', 'allergy');
    const { element } = await memberFixture(withEntry(policy, 'birthday', LONGER));

    assert.deepInclude(drawnStates(element), { birthday: 'asked', allergy: 'given' });
    assert.isFalse(boxOf(element, 'birthday').checked);
    const text = cardText(element, 'birthday');
    const day = new Date(receipt.at).toLocaleDateString('sv');
    assert.include(text, `${day}에 동의한 뒤 내용이 바뀌어 다시 묻습니다`);
    assert.include(text, '전의 동의를 새 내용에 쓰지 않습니다');
    assert.match(text, /회원 탈퇴 후 1년 바뀜 ?전에는 회원 탈퇴 후 5일/);
    assert.equal(element.decisions['birthday'], 'refused');
  });

  it('is in the next receipt alone, with the new notice', async () => {
    const { policy } = await member(...OPTIONAL);
    const changed = withEntry(policy, 'birthday', LONGER);
    const { element } = await memberFixture(changed);
    const { items } = await decide(element, 'birthday');

    assert.include(
      items.map(({ id, state }) => `${id} ${state}`),
      'birthday given',
    );
    assert.notInclude(
      items.map(({ id }) => id),
      'allergy',
    );
    const later = await memberFixture(changed);
    assert.equal(drawnStates(later.element)['birthday'], 'given');
  });

  it('is not asked for wording alone', async () => {
    const { policy } = await member('birthday');
    const reworded = withEntry(policy, 'birthday', { title: '생일에 쿠폰을 받습니다' });
    const { element } = await memberFixture(reworded);

    assert.equal(drawnStates(element)['birthday'], 'given');
    assert.include(cardText(element, 'birthday'), '생일에 쿠폰을 받습니다');
  });

  it('is found where the document is exchanged on an open page', async () => {
    const { policy } = await member('birthday');
    const { element } = await memberFixture(policy);
    assert.equal(drawnStates(element)['birthday'], 'given');

    element.policy = withEntry(policy, 'birthday', LONGER);
    await until(() => cardText(element, 'birthday').includes('바뀜'));
    assert.equal(drawnStates(element)['birthday'], 'asked');
    assert.equal(drawnStates(element)['terms'], 'given');
  });
});

describe('what a person said no to', () => {
  it('is not asked for seven days, says so, and can be opened', async () => {
    const policy = await memberPolicy();
    const first = await memberFixture(policy);
    pressButton(first.element, 'required-only');
    await first.element.record();

    const { element, submitted } = await memberFixture(policy);
    assert.deepInclude(drawnStates(element), { birthday: 'refused', 'marketing-use': 'refused' });
    assert.include(cardText(element, 'birthday'), '동의 안 함');
    assert.equal(submitted()['consent[birthday]'], 'refused');

    act(element, 'reopen', 'birthday');
    await element.updateComplete;
    assert.equal(drawnStates(element)['birthday'], 'asked');
    press(element, 'birthday');
    const { receipt } = await element.record();
    assert.deepEqual(
      receipt.items.map(({ id, state }) => [id, state]).filter(([, state]) => state === 'given'),
      [['birthday', 'given']],
    );
  });

  it('stays as it was when it is opened and left open', async () => {
    const policy = await memberPolicy();
    const first = await memberFixture(policy);
    pressButton(first.element, 'required-only');
    press(first.element, 'allergy');
    press(first.element, 'allergy');
    await first.element.record();

    const { element } = await memberFixture(policy);
    act(element, 'reopen', 'birthday');
    await element.updateComplete;
    const { receipt } = await element.record();
    assert.notInclude(
      receipt.items.map(({ id }) => id),
      'birthday',
    );
  });

  it('was only left open is asked again', async () => {
    const { policy } = await member();
    const { element } = await memberFixture(policy);
    assert.equal(drawnStates(element)['birthday'], 'asked');
  });
});

describe('what is drawn of earlier decisions', () => {
  for (const lang of ['ko', 'en', 'ja']) {
    it(`is accessible, and pressed by keyboard: ${lang}`, async () => {
      const { policy } = await member('birthday', 'allergy', 'marketing-use', 'advertising-email');
      const changed = withEntry(policy, 'birthday', { revision: '2027-01-04' });
      const { element, root } = await memberFixture(changed, { lang });
      await assert.isAccessible(element);

      act(element, 'withdraw', 'allergy');
      await until(() => root.activeElement?.id === 'box-allergy');
      await assert.isAccessible(element);
      const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-action]')];
      assert.isNotEmpty(buttons);
      for (const button of buttons) {
        assert.isAtLeast(button.getBoundingClientRect().height, 44);
        assert.equal(button.tabIndex, 0);
        assert.include(button.getAttribute('aria-label'), ':');
      }
    });
  }
});
