import { assert, html, oneEvent } from '@open-wc/testing';

import type { ConsentChangeEvent } from '../../src/ui/events.js';
import {
  act,
  aloneFixture,
  answer,
  answerButton,
  checkoutFixture,
  freshPolicy,
  placed,
  requiredPolicy,
  settled,
  textOf,
  tick,
  until,
} from '../support/third-party-fixture.js';
import { testFormControlContract } from '../support/form-control-contract.js';

const REQUIRED = await requiredPolicy();

testFormControlContract({
  tag: 'dongui-third-party',
  incomplete: () =>
    html`<dongui-third-party items="dalbit" .policy=${REQUIRED}></dongui-third-party>`,
  ready: (element) => settled(element as never),
  complete: (element) => {
    answerButton(element as never, 'given').click();
  },
});

describe('<dongui-third-party>', () => {
  it('asks about one recipient at a time, with nothing set', async () => {
    const { element, root } = await checkoutFixture();
    assert.lengthOf(root.querySelectorAll('.card'), 1);
    assert.include(textOf(root.querySelector('.eyebrow')), '선택 제3자 제공 · 2곳 중 1번째');
    assert.isNull(root.querySelector('[aria-pressed]'));

    await answer(element, 'given');

    assert.lengthOf(root.querySelectorAll('.card'), 1);
    assert.include(textOf(root.querySelector('.eyebrow')), '2곳 중 2번째');
  });

  it('asks by the question of the policy, says why, and shows the five facts', async () => {
    const { root } = await checkoutFixture();

    assert.equal(textOf(root.querySelector('h2')), '달빛약과에 배송 정보를 제공할까요?');
    assert.equal(
      textOf(root.querySelector('.ask + p')),
      '이 상품은 달빛약과가 직접 만들어 보냅니다.',
    );
    const facts = [...root.querySelectorAll('.facts > div')].map(textOf);
    assert.deepEqual(
      facts.map((fact) => fact.split(' ')[0]),
      ['받는', '받는', '항목', '보유기간', '거부'],
    );
    assert.include(facts[0], '달빛약과 협동조합');
    assert.include(facts[1], '상품 제작과 배송');
    assert.include(facts[3], '배송 완료 후 3개월');
    assert.include(facts[4], '동의하지 않을 수 있습니다. 이 상품만 주문에서 빠지고');
    assert.lengthOf(root.querySelectorAll('.facts .key'), 3);
  });

  it('asks in its own words where the policy has no question', async () => {
    const { root } = await placed(
      html`<div lang="ko">
        <dongui-third-party surface="signup" .policy=${await freshPolicy('infinisoft')}>
        </dongui-third-party>
      </div>`,
    );

    assert.equal(textOf(root.querySelector('h2')), '㈜케이에스넷: 개인정보를 제공할까요?');
    assert.isNotNull(root.querySelector('.facts .use'), 'pairs of one recipient stay pairs');
    assert.include(textOf(root.querySelector('.eyebrow')), '3곳 중 1번째');
  });

  it('says in the page’s words why it asks, as text', async () => {
    const reason = '<b>지금</b> 필요합니다.';
    const { root } = await placed(
      html`<div lang="ko">
        <dongui-third-party reason=${reason} .policy=${await freshPolicy()}></dongui-third-party>
      </div>`,
    );

    assert.equal(root.querySelector('.ask + p')!.textContent, reason);
  });

  it('shows what may not be asked as information, and asks the rest', async () => {
    const { root, element } = await placed(
      html`<div lang="ko">
        <dongui-third-party surface="signup" .policy=${await freshPolicy('xperp')}>
        </dongui-third-party>
      </div>`,
    );

    const notice = root.querySelector('.item[data-part="giung"]')!;
    assert.include(textOf(notice), '안내');
    assert.include(textOf(notice), '주민등록번호');
    assert.include(textOf(root.querySelector('.card')), '1곳 중 1번째');
    assert.deepEqual(element.decisions, { 'apartment-i': 'refused' });
  });

  it('asks about the recipients that it is given alone', async () => {
    const { root, element } = await placed(
      html`<div lang="ko">
        <dongui-third-party items="moa-points" .policy=${await freshPolicy()}></dongui-third-party>
      </div>`,
    );

    assert.include(textOf(root.querySelector('.card')), '1곳 중 1번째');
    assert.deepEqual(Object.keys(element.decisions), ['moa-points']);
  });

  it('says which recipients there are when it is given another', async () => {
    const policy = await freshPolicy();
    const wrapper = document.createElement('div');
    const errors: string[] = [];
    wrapper.addEventListener('dongui-error', (event) => errors.push(event.detail.message));
    document.body.append(wrapper);
    const element = document.createElement('dongui-third-party');
    Object.assign(element, { policy, items: 'dalbit nobody' });
    wrapper.append(element);
    await settled(element);

    assert.match(errors.join(), /No third party "nobody".*It has: dalbit, moa-points/);
    assert.isNotNull(element.shadowRoot!.querySelector('[role="alert"]'));

    element.items = 'dalbit';
    await until(() => element.shadowRoot!.querySelector('.card[id]') !== null);
    wrapper.remove();
  });

  describe('its two answers', () => {
    it('differ in nothing but their words, refusal first', async () => {
      const { root } = await checkoutFixture();
      const [refuse, give] = root.querySelectorAll<HTMLButtonElement>('.answers button');

      assert.deepEqual([textOf(refuse), textOf(give)], ['동의하지 않음', '동의함']);
      for (const side of ['width', 'height', 'top'] as const) {
        assert.equal(refuse!.getBoundingClientRect()[side], give!.getBoundingClientRect()[side]);
      }
      const looks = ['backgroundColor', 'color', 'borderColor', 'fontSize', 'fontWeight'] as const;
      for (const look of looks) {
        assert.equal(getComputedStyle(refuse!)[look], getComputedStyle(give!)[look]);
      }
      assert.equal(refuse!.type, 'button');
    });

    it('take as many presses, to refuse as to give, and to change either', async () => {
      const presses = { given: 0, refused: 0 };
      for (const which of ['given', 'refused'] as const) {
        const { element, root } = await checkoutFixture();
        root.addEventListener('click', () => (presses[which] += 1));
        await answer(element, which, which);
        assert.lengthOf(root.querySelectorAll(`[data-state="${which}"]`), 2);
        await act(element, 'change', 'dalbit');
        await answer(element, which === 'given' ? 'refused' : 'given');
      }

      assert.equal(presses.given, 4);
      assert.equal(presses.refused, presses.given);
    });

    it('collapse to rows of one shape, with the time and what was decided', async () => {
      const { element, root } = await checkoutFixture();

      await answer(element, 'given', 'refused');

      const rows = [...root.querySelectorAll('.item')];
      assert.deepEqual(
        rows.map((row) => textOf(row.querySelector('.state'))),
        ['동의함', '동의 안 함'],
      );
      for (const row of rows) {
        assert.match(textOf(row), /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
        assert.include(textOf(row), '바꾸기');
      }
      const [one, other] = rows.map((row) => row.getBoundingClientRect().height);
      assert.closeTo(one!, other!, 1.5);
    });

    it('move the focus to the next question, and then to what was answered', async () => {
      const { element, root } = await checkoutFixture();
      const focused = async () => {
        await element.updateComplete;
        await tick();
        return root.activeElement?.id;
      };

      await answer(element, 'given');
      assert.equal(await focused(), 'box-moa-points');
      await answer(element, 'refused');
      assert.equal(await focused(), 'box-moa-points');
      await act(element, 'change', 'dalbit');
      assert.equal(await focused(), 'box-dalbit');
      assert.equal(answerButton(element, 'given').ariaPressed, 'true');
    });

    it('tell the page what a press changed, with the form already up to date', async () => {
      const { element, form, submitted } = await checkoutFixture();
      const seen: unknown[] = [];
      form.addEventListener('input', () => seen.push(submitted()['consent[dalbit]']));
      const dispatched = oneEvent<ConsentChangeEvent>(form, 'dongui-consent-change');

      answerButton(element, 'given').click();

      const { detail } = await dispatched;
      assert.deepEqual(seen, ['given']);
      assert.deepEqual(detail, {
        decisions: { dalbit: 'given', 'moa-points': 'refused' },
        changed: ['dalbit'],
      });
    });
  });

  describe('in a form', () => {
    it('submits one entry for each recipient, and lets go with all of them open', async () => {
      const { form, submitted, element } = await checkoutFixture();
      assert.isTrue(form.checkValidity());
      assert.equal(submitted()['consent[dalbit]'], 'refused');

      await answer(element, 'given');

      assert.equal(submitted()['consent[dalbit]'], 'given');
      assert.equal(submitted()['consent[moa-points]'], 'refused');
    });

    it('keeps the form while a required one is not given, and shows it', async () => {
      const { form, element, root } = await checkoutFixture(await requiredPolicy());
      let sent = 0;
      form.addEventListener('submit', () => (sent += 1));

      form.querySelector('button')!.click();
      await element.updateComplete;
      assert.include(textOf(root.querySelector('.card.invalid .error')), '달빛약과');
      await answer(element, 'refused', 'refused');
      form.querySelector('button')!.click();
      await element.updateComplete;

      assert.equal(sent, 0);
      assert.isTrue(element.validity.valueMissing);
      assert.equal(root.activeElement?.id, 'box-dalbit');
      await act(element, 'decideAgain', 'dalbit');
      await answer(element, 'given');
      form.querySelector('button')!.click();
      assert.equal(sent, 1);
    });

    it('refuses to stand beside a signup, and says why', async () => {
      await import('../support/consent-fixture.js');
      const policy = await freshPolicy();
      const wrapper = document.createElement('form');
      const consent = document.createElement('dongui-consent');
      const element = document.createElement('dongui-third-party');
      const errors: string[] = [];
      wrapper.addEventListener('dongui-error', (event) => errors.push(event.detail.message));
      Object.assign(consent, { policy });
      Object.assign(element, { policy });
      wrapper.append(consent, element);
      document.body.append(wrapper);
      await settled(element);

      assert.match(errors.join(), /can't stand in one form with <dongui-consent surface="signup">/);
      wrapper.remove();
    });
  });

  describe('the refusal of what the order needs', () => {
    it('names the consequence, that nothing was sent, and lets decide again', async () => {
      const { element, root } = await placed(
        html`<div lang="ko">
          <dongui-third-party needed="dalbit" .policy=${await freshPolicy()}></dongui-third-party>
        </div>`,
      );

      await answer(element, 'refused');

      const note = root.querySelector('.note[role="status"]')!;
      assert.include(textOf(note), '이 상품만 주문에서 빠지고 나머지는 그대로 주문합니다.');
      assert.include(textOf(note), '달빛약과 협동조합: 아무 정보도 보내지 않았습니다.');
      await act(element, 'decideAgain', 'dalbit');
      assert.equal(textOf(root.querySelector('h2')), '달빛약과에 배송 정보를 제공할까요?');
    });
  });

  it('speaks the language of the page, and the policy its own', async () => {
    const { root, wrapper } = await aloneFixture('haru.ko', 'en');
    assert.include(
      textOf(root.querySelector('.eyebrow')),
      'Optional Provision to a third party · 1 of 2',
    );
    assert.equal(root.querySelector('h2')!.lang, 'ko');

    wrapper.lang = 'ja';
    await until(() => textOf(root.querySelector('.card[id]')).includes('2か所中1番目'));

    assert.include(textOf(root.querySelector('.answers')), '同意しない 同意する');
  });
});
