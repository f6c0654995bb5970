import { assert, fixture, html, waitUntil } from '@open-wc/testing';

import type { PolicyElement } from '../../src/elements/policy/policy.js';
import { demoPolicy } from '../support/consent-fixture.js';
import { policyFixture, textOf, wholeDrawn } from '../support/policy-element-fixture.js';

async function compared(src: string, lang: string): Promise<ShadowRoot> {
  const wrapper = await fixture(
    html`<div lang=${lang}><dongui-policy src=${src}></dongui-policy></div>`,
  );
  const root = await wholeDrawn(wrapper.querySelector<PolicyElement>('dongui-policy')!);
  root.querySelector<HTMLButtonElement>('.comparison button')!.click();
  await waitUntil(() => root.querySelector('.change, [role="alert"]') !== null, 'compared', {
    timeout: 5000,
  });
  return root;
}

const change = (root: ShadowRoot, words: string): HTMLElement =>
  [...root.querySelectorAll<HTMLElement>('.change')].find((each) => textOf(each).includes(words))!;

describe('<dongui-policy> compares two versions', () => {
  it('tells what the second version of haru changed, and whether it asks again', async () => {
    const root = await compared('/demo/policies/haru.ko.json', 'ko');

    const birthday = change(root, '생일');
    assert.equal(textOf(birthday.querySelector('del')), '회원 탈퇴 후 1년');
    assert.equal(textOf(birthday.querySelector('ins')), '회원 탈퇴 후 5일');
    assert.include(textOf(birthday), '다시 동의를 받습니다');
    assert.include(textOf(birthday), '뺌:');
    assert.include(textOf(birthday), '이전 (1.0판)');
    const transfer = change(root, '외국어 상담');
    assert.include(textOf(transfer), '더함');
    assert.include(textOf(transfer), '처음으로 동의를 받습니다');
    assert.isNull(transfer.querySelector('del'));
    assert.include(textOf(change(root, '알레르기')), '다시 동의하지 않아도 됩니다');
    assert.include(textOf(root.querySelector('[role="status"]')), '바뀐 곳은');
    await assert.isAccessible(root.host);
  });

  it('compares translations with each other', async () => {
    const root = await compared('/demo/policies/haru.ko.json', 'en');

    assert.include(textOf(change(root, 'asked again').querySelector('ins')), '5 days');
    assert.notMatch(textOf(root.querySelector('.changes')), /[가-힣]/);
  });

  it('says no code and no object', async () => {
    const root = await compared('/demo/policies/haru.ko.json', 'ko');

    assert.notMatch(textOf(root.querySelector('.changes')), /\[object|undefined|\bP\d|unstated/);
  });

  it('can be turned around, and says that a version equals itself', async () => {
    const root = await compared('/demo/policies/haru.ko.json', 'ko');
    const [before, after] = root.querySelectorAll('select');
    const count = root.querySelectorAll('.change').length;
    const choose = (list: HTMLSelectElement, value: string): void => {
      list.value = value;
      list.dispatchEvent(new Event('change'));
    };
    const [was, is] = [before!.value, after!.value];

    const turned = (): string => textOf(root.querySelector('.change ins'));
    choose(before!, is);
    choose(after!, was);
    root.querySelector<HTMLButtonElement>('.comparison button')!.click();
    await waitUntil(() => turned() === '회원 탈퇴 후 1년');
    assert.equal(root.querySelectorAll('.change').length, count);

    choose(after!, is);
    root.querySelector<HTMLButtonElement>('.comparison button')!.click();
    await waitUntil(() => textOf(root.querySelector('[role="status"]')).includes('같습니다'));
    assert.isNull(root.querySelector('.change'));
  });

  it('says so when the other version does not come', async () => {
    const policy = await demoPolicy('haru.ko');
    const history = [{ version: '0.9', effective: '2020-01-01', document: '/nowhere.json' }];
    const { root } = await policyFixture({ ...policy, history });
    root.querySelector<HTMLButtonElement>('.comparison button')!.click();

    await waitUntil(() => textOf(root.querySelector('[role="status"]')).includes('못했습니다'));
  });

  it('offers nothing where there is only one version to be had', async () => {
    const { root } = await policyFixture('xperp');
    assert.isNull(root.querySelector('.comparison'));
  });
});
