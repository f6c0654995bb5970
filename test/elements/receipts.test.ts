import { assert, oneEvent } from '@open-wc/testing';

import type { ConsentChangeEvent, ReceiptStoredEvent } from '../../src/ui/events.js';
import { hashOf } from '../../src/model/sha256.js';
import {
  freshPolicy,
  idsIn,
  open,
  type PolicyJson,
  press,
  receiptsFixture,
  receiptsOf,
  recorderOf,
  signedUp,
  signUp,
  stateOf,
  textOf,
  until,
} from '../support/receipts-fixture.js';

const PROMOTION = ['marketing-use', 'advertising-email', 'advertising-sms'];

const itemsOf = ({ items }: { readonly items: readonly { id: string; state: string }[] }) =>
  items.map(({ id, state }) => [id, state]);

/** The policy as it was before its translation of enquiries was kept for longer. */
function older(policy: PolicyJson): PolicyJson {
  const transfers = structuredClone(policy['transfers'] as Record<string, unknown>[]);
  Object.assign(transfers[0]!, {
    revision: '2025-01-01',
    retention: [{ period: 'P90D', from: '번역' }],
  });
  return { ...policy, transfers };
}

describe('<dongui-receipts>', () => {
  it('shows every matter under one of its headings, in the order in which it is asked', async () => {
    const { root } = await signedUp();

    assert.deepEqual(idsIn(root, 'given'), ['kitchen', 'allergy', ...PROMOTION]);
    assert.deepEqual(idsIn(root, 'not-given'), [
      'birthday',
      'translation',
      'advertising-push',
      'advertising-night',
    ]);
    assert.deepEqual(idsIn(root, 'confirmed'), ['age', 'terms']);
    assert.equal(textOf(root.querySelector('[data-group="given"] .head p')), '5개');
  });

  it('says of each what it is, since when, where the record is, and what withdrawing ends', async () => {
    const { root, receipt } = await signedUp();
    const entry = root.querySelector('#entry-kitchen')!;
    const at = new Date(receipt.at);
    const day = `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

    assert.match(textOf(entry.querySelector('.eyebrow')), /^필수 제3자 제공$/);
    assert.equal(textOf(entry.querySelector('h4')), '새봄키친에 배송 정보 제공');
    assert.equal(textOf(entry.querySelector('.now')), `동의함 ${day}부터`);
    assert.equal(textOf(entry.querySelector('.delivery')), '이 기기에만 있음');
    assert.include(textOf(entry), '철회하면 정기배송이 멈춥니다.');
    assert.include(textOf(root.querySelector('#entry-marketing-use')), '함께 철회됩니다: 이메일');
    assert.include(textOf(root.querySelector('#entry-advertising-email')), '계속 받을지 다시');
  });

  it('opens what was agreed to, the whole text as it stood then, and the history', async () => {
    const { element, root, receipt } = await signedUp();
    const more = await open(element, 'more-allergy');

    assert.include(textOf(more.querySelector('.facts')), '알레르기');
    const line = textOf(more.querySelector(`[data-receipt="${receipt.id}"]`));
    assert.include(line, '동의함');
    assert.include(line, '2.0판회원가입');

    await press(element, '[data-action="text"][data-item="allergy"]');
    const whole = root.querySelector('#text-allergy')!;
    const { notice } = recorderOf(await freshPolicy());
    assert.equal(whole.querySelectorAll('.items > li').length, notice.items.length);
    assert.include(textOf(whole), '주식회사 하루식탁');
    assert.include(textOf(whole), '제1조');
    await press(element, '[data-action="text"][data-item="allergy"]');
    assert.isNull(root.querySelector('#text-allergy'));
  });
});

describe('withdrawing in <dongui-receipts>', () => {
  it('takes one press, as giving did, and makes a receipt on the notice as it stood', async () => {
    const { element, root, policy, receipt } = await signedUp();
    const stored = oneEvent<ReceiptStoredEvent>(element, 'dongui-receipt-stored');
    const changed = oneEvent<ConsentChangeEvent>(element, 'dongui-consent-change');

    await press(element, '[data-action="withdraw"][data-item="allergy"]');

    assert.equal(stateOf(root, 'allergy'), 'withdrawn');
    assert.include(idsIn(root, 'not-given'), 'allergy');
    assert.deepEqual((await changed).detail.changed, ['allergy']);
    assert.equal((await changed).detail.decisions['allergy'], 'refused');
    const { detail } = await stored;
    assert.equal(detail.hash, hashOf(detail.receipt));
    const [, withdrawal] = await receiptsOf(policy, 2);
    assert.deepInclude(withdrawal!, {
      event: 'withdrawal',
      ref: receipt.id,
      subject: receipt.subject,
      chain: receipt.chain,
      seq: 2,
      prev: hashOf(receipt),
      notice: receipt.notice,
      items: [{ id: 'allergy', state: 'withdrawn', by: 'button' }],
    });
    assert.equal(withdrawal?.submit.by, 'button');
    assert.notInclude(withdrawal!.shown.hidden, 'allergy');
  });

  it('moves the focus to what became of it, and says it', async () => {
    const { element, root } = await signedUp();

    await press(element, '[data-action="withdraw"][data-item="allergy"]');

    const result = root.querySelector('#result-allergy');
    assert.equal(root.activeElement, result);
    assert.equal(result?.getAttribute('role'), 'status');
    assert.include(textOf(result), '철회했습니다.');
    // Nothing is sent here: then the document's own way is the one that counts.
    assert.include(textOf(result), '이 기기에만 기록했습니다.');
    assert.include(textOf(result), '철회하는 방법:');
  });

  it('takes what hangs on a matter with it, in the same receipt, and gives it back with it', async () => {
    const { element, root, policy } = await signedUp();

    await press(element, '[data-action="withdraw"][data-item="marketing-use"]');
    assert.include(textOf(root.querySelector('#result-marketing-use')), '함께 철회한 것: 이메일');
    const [, withdrawal] = await receiptsOf(policy, 2);
    assert.deepEqual(
      withdrawal?.items.map(({ id, by }) => [id, by]),
      [
        ['marketing-use', 'button'],
        ['advertising-email', 'parent'],
        ['advertising-sms', 'parent'],
      ],
    );

    await press(element, '[data-action="undo"]');
    assert.deepEqual(
      PROMOTION.map((id) => stateOf(root, id)),
      ['given', 'given', 'given'],
    );
    assert.equal(root.activeElement?.id, 'result-marketing-use');
    const [, , undo] = await receiptsOf(policy, 3);
    assert.deepInclude(undo!, { event: 'decision', ref: withdrawal!.id, seq: 3 });
    assert.deepEqual(
      undo && itemsOf(undo),
      PROMOTION.map((id) => [id, 'given']),
    );
  });

  it('says what ends with what is required, and lets it go in one press as well', async () => {
    const { element, root } = await signedUp();

    await press(element, '[data-action="withdraw"][data-item="kitchen"]');

    assert.equal(stateOf(root, 'kitchen'), 'withdrawn');
  });

  it('withdraws all that is optional with one press, and takes that back with one', async () => {
    const { element, root, policy } = await signedUp();
    assert.include(textOf(root.querySelector('#withdraw-all')), '(4개)');

    await press(element, '#withdraw-all');
    assert.deepEqual(idsIn(root, 'given'), ['kitchen']);
    assert.equal(root.activeElement?.id, 'result-all');
    const [, withdrawal] = await receiptsOf(policy, 2);
    assert.deepEqual(
      new Set(withdrawal?.items.map(({ id }) => id)),
      new Set(['allergy', ...PROMOTION]),
    );

    await press(element, '[data-action="undo-all"]');
    assert.deepEqual(idsIn(root, 'given'), ['kitchen', 'allergy', ...PROMOTION]);
  });

  it('goes on right through withdraw, give again, withdraw and undo', async () => {
    const { element, root, policy } = await signedUp();
    const withdraw = '[data-action="withdraw"][data-item="allergy"]';

    await press(element, withdraw);
    await open(element, 'again-allergy');
    await press(element, '[data-action="give"][data-item="allergy"]');
    assert.equal(stateOf(root, 'allergy'), 'given');
    await press(element, withdraw);
    assert.equal(stateOf(root, 'allergy'), 'withdrawn');
    await press(element, '[data-action="undo"]');
    assert.equal(stateOf(root, 'allergy'), 'given');

    const receipts = await receiptsOf(policy, 5);
    assert.deepEqual(
      receipts.map(({ seq, ref }) => [seq, receipts.find(({ id }) => id === ref)?.seq]),
      [
        [1, undefined],
        [2, 1],
        [3, 2],
        [4, 3],
        [5, 4],
      ],
    );
    const more = await open(element, 'more-allergy');
    assert.equal(more.querySelectorAll('.time li').length, 5);
  });
});

describe('giving again in <dongui-receipts>', () => {
  it('shows the facts first, then two equal answers, refusal first', async () => {
    const { element, root, policy } = await signedUp();
    const again = await open(element, 'again-birthday');
    const [refuse, give] = again.querySelectorAll<HTMLElement>('.answers button');

    assert.include(textOf(again.querySelector('.facts')), '생년월일');
    assert.equal(refuse?.dataset['action'], 'refuse');
    assert.equal(refuse?.getAttribute('aria-pressed'), 'true');
    assert.equal(give?.getAttribute('aria-pressed'), 'false');
    assert.closeTo(refuse!.offsetWidth, give?.offsetWidth ?? 0, 1);
    assert.equal(refuse!.offsetHeight, give?.offsetHeight);
    assert.isAtLeast(give?.offsetHeight ?? 0, 44);

    await press(element, '[data-action="give"][data-item="birthday"]');
    assert.equal(stateOf(root, 'birthday'), 'given');
    assert.equal(root.activeElement?.id, 'result-birthday');
    const [, given] = await receiptsOf(policy, 2);
    assert.deepInclude(given!, {
      event: 'decision',
      items: [{ id: 'birthday', state: 'given', by: 'button' }],
    });
    assert.notInclude(given!.shown.hidden, 'birthday');
  });

  it('records nothing where a person stays with what is', async () => {
    const { element, root, policy } = await signedUp();
    await open(element, 'again-birthday');

    await press(element, '[data-action="refuse"][data-item="birthday"]');

    assert.include(textOf(root.querySelector('#result-birthday')), '그대로 두었습니다.');
    assert.equal((await receiptsOf(policy, 1)).length, 1);
  });

  it('waits for what a matter hangs on', async () => {
    const { element, root } = await signedUp({
      refused: ['marketing-use', 'advertising-email', 'advertising-sms', 'advertising-push'],
    });
    const again = await open(element, 'again-advertising-email');

    const give = again.querySelector<HTMLButtonElement>('[data-action="give"]')!;
    assert.isTrue(give.disabled);
    assert.include(textOf(again.querySelector('.hint')), '홍보에 내 정보 이용');

    await open(element, 'again-marketing-use');
    await press(element, '[data-action="give"][data-item="marketing-use"]');
    assert.isFalse(give.disabled);
    assert.equal(stateOf(root, 'advertising-email'), 'refused');
  });
});

describe('asking again in <dongui-receipts>', () => {
  async function stale() {
    const policy = await freshPolicy();
    const receipt = await signUp(older(policy), { refused: [] });
    return { ...(await receiptsFixture({ policy })), policy, receipt };
  }

  it('puts what has changed anew: all facts, the change marked, nothing answered', async () => {
    const { root } = await stale();
    const entry = root.querySelector('#entry-translation')!;

    assert.deepEqual(idsIn(root, 'again'), ['translation']);
    assert.include(textOf(entry.querySelector('.now')), '다시 정해야 함 2026-09-01에 내용이 바뀜');
    const changed = [...entry.querySelectorAll('.facts > div')].filter((each) =>
      each.querySelector('.badge'),
    );
    assert.equal(changed.length, 1);
    assert.include(textOf(changed[0]), '바뀜전에는 번역 후 90일');
    assert.equal(entry.querySelectorAll('[aria-pressed]').length, 0);
    assert.equal(entry.querySelectorAll('[data-action="withdraw"]').length, 0);
  });

  it('gives on the policy of today', async () => {
    const { element, root, policy, receipt } = await stale();

    await press(element, '[data-action="give"][data-item="translation"]');

    assert.equal(stateOf(root, 'translation'), 'given');
    const [, given] = await receiptsOf(policy, 2);
    assert.equal(given?.notice.sha256, hashOf(recorderOf(policy).notice));
    assert.notEqual(given?.notice.sha256, receipt.notice.sha256);
  });

  it('refuses what it has become, and withdraws what it was', async () => {
    const { element, root, policy, receipt } = await stale();

    await press(element, '[data-action="refuse"][data-item="translation"]');

    assert.include(idsIn(root, 'not-given'), 'translation');
    const [, refused, withdrawal] = await receiptsOf(policy, 3);
    assert.deepEqual(refused && itemsOf(refused), [['translation', 'refused']]);
    assert.equal(withdrawal?.ref, receipt.id);
    assert.equal(withdrawal?.notice.sha256, receipt.notice.sha256);
  });

  it('asks nobody again for other words or another language', async () => {
    const policy = await freshPolicy();
    await signUp(policy, { refused: [] });
    const english = { ...(await freshPolicy('haru.en')), id: policy.id };

    const { root } = await receiptsFixture({ policy: english });

    assert.deepEqual(idsIn(root, 'again'), []);
    assert.equal(stateOf(root, 'translation'), 'given');
  });

  it('follows a policy that is updated under the open page', async () => {
    const policy = await freshPolicy();
    await signUp(older(policy), { refused: [] });
    const { element, root } = await receiptsFixture({ policy: older(policy) });
    assert.equal(stateOf(root, 'translation'), 'given');

    element.policy = policy;

    await until(() => stateOf(root, 'translation') === 'stale');
  });
});
