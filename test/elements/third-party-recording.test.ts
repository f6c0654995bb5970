import { assert, fixture, html, oneEvent } from '@open-wc/testing';

import type { ThirdPartyElement } from '../../src/elements/third-party/third-party.js';
import { hashOf } from '../../src/model/sha256.js';
import type { Receipt } from '../../src/model/receipt.js';
import type { ReceiptStoredEvent } from '../../src/ui/events.js';
import {
  act,
  aloneFixture,
  answer,
  answerButton,
  checkoutFixture,
  freshPolicy,
  placed,
  requiredPolicy,
  textOf,
  tick,
  until,
} from '../support/third-party-fixture.js';

const TOKEN = /^[0-9a-f-]{36}\.[\w-]{43}$/;

/** What a receipt says of each item. */
const states = ({ items }: Receipt): Record<string, string> =>
  Object.fromEntries(items.map(({ id, state, by }) => [id, `${state} ${by}`]));

/** The receipts that an element stores from now on. */
function storedBy(element: HTMLElement): ReceiptStoredEvent['detail'][] {
  const all: ReceiptStoredEvent['detail'][] = [];
  element.addEventListener('dongui-receipt-stored', ({ detail }) => all.push(detail));
  return all;
}

async function again(policy: object): Promise<ThirdPartyElement> {
  return (await aloneFixture(policy)).element;
}

describe('<dongui-third-party> without a form', () => {
  it('records in the task of the last answer', async () => {
    const { element } = await aloneFixture();
    const stored = oneEvent<ReceiptStoredEvent>(element, 'dongui-receipt-stored');
    const journal = () => Object.keys(localStorage).filter((key) => key.startsWith('dongui/j/'));
    const before = journal().length;

    await answer(element, 'given');
    assert.lengthOf(journal(), before, 'nothing is recorded before the last answer');
    answerButton(element, 'refused').click();
    const written = journal().length;

    assert.equal(written, before + 1, 'it is in the journal in the same task');
    const { detail } = await stored;
    assert.equal(detail.hash, hashOf(detail.receipt));
    assert.equal(detail.receipt.submit.by, 'button');
    assert.deepEqual(states(detail.receipt), {
      dalbit: 'given button',
      'moa-points': 'refused button',
    });
    assert.deepEqual(detail.receipt.shown.hidden, []);
  });

  it('records nothing with recording="manual" but by record()', async () => {
    const { element } = await aloneFixture();
    element.setAttribute('recording', 'manual');
    const stored = storedBy(element);
    await answer(element, 'given', 'given');
    await tick();
    assert.isEmpty(stored);

    const { receipt, hash } = await element.record();

    assert.equal(receipt.submit.by, 'script');
    assert.deepEqual(await element.record(), { receipt, hash }, 'there is nothing new');
  });

  it('names what it did not ask as hidden, and keeps what each card said', async () => {
    const policy = await freshPolicy();
    const one = await placed(
      html`<div lang="ko">
        <dongui-third-party items="moa-points" .policy=${policy}></dongui-third-party>
      </div>`,
    );
    await answer(one.element, 'given');
    const { receipt } = await one.element.record();

    assert.deepEqual(states(receipt), { 'moa-points': 'given button' });
    assert.deepEqual(receipt.shown.hidden, ['dalbit']);
    assert.equal(receipt.prev, null);
    const texts = [
      ['kind', '선택 제3자 제공 · 1곳 중 1번째'],
      ['title', '모아포인트에 구매 내역을 제공할까요?'],
      ['reason', '동의하면 이번 주문부터 포인트가 쌓입니다.'],
    ];
    const facts = (await aloneFixture({ ...policy, id: `${policy.id}-b` })).root;
    assert.notInclude(textOf(facts), '모아포인트');
    assert.notEqual(receipt.shown.sha256, hashOf(texts), 'the facts are in it, too');
  });
});

describe('what is known already', () => {
  it('is not asked again: it says since when, and offers withdrawal in one press', async () => {
    const policy = await freshPolicy();
    const first = await again(policy);
    await answer(first, 'given', 'refused');
    const { receipt, hash } = await first.record();
    first.remove();

    const element = await again(policy);
    const root = element.shadowRoot!;
    assert.isNull(root.querySelector('.card[id]'), 'neither is asked again');
    assert.match(textOf(root.querySelector('#box-dalbit')), /\d\d:\d\d부터 동의 동의함/);
    assert.include(textOf(root.querySelector('#box-dalbit')), '받는 곳 달빛약과 협동조합');
    assert.include(textOf(root.querySelector('#box-moa-points')), '동의 안 함');
    assert.deepEqual(element.decisions, { dalbit: 'given', 'moa-points': 'refused' });

    const stored = oneEvent<ReceiptStoredEvent>(element, 'dongui-receipt-stored');
    await act(element, 'withdraw', 'dalbit');

    const { detail } = await stored;
    assert.equal(detail.receipt.event, 'withdrawal');
    assert.equal(detail.receipt.ref, receipt.id);
    assert.equal(detail.receipt.prev, hash);
    assert.deepEqual(states(detail.receipt), { dalbit: 'withdrawn button' });
    assert.include(textOf(root.querySelector('#box-dalbit')), '철회함');
    assert.equal(element.decisions['dalbit'], 'refused');
  });

  it('can be given after a refusal, and given again after a withdrawal', async () => {
    const policy = await freshPolicy();
    const element = await again(policy);
    await answer(element, 'given', 'refused');
    await element.record();
    const stored = storedBy(element);

    await act(element, 'change', 'moa-points');
    await answer(element, 'given');
    await until(() => stored.length === 1);
    await act(element, 'change', 'dalbit');
    await answer(element, 'refused');
    await until(() => stored.length === 2);
    await act(element, 'change', 'dalbit');
    await answer(element, 'given');
    await until(() => stored.length === 3);

    assert.deepEqual(
      stored.map(({ receipt }) => [receipt.event, states(receipt)]),
      [
        ['decision', { 'moa-points': 'given button' }],
        ['withdrawal', { dalbit: 'withdrawn button' }],
        ['decision', { dalbit: 'given button' }],
      ],
    );
    assert.deepEqual(
      stored.map(({ receipt }) => receipt.seq),
      [2, 3, 4],
    );
    assert.deepEqual(element.decisions, { dalbit: 'given', 'moa-points': 'given' });
  });

  it('stays as it is when the same answer is given again', async () => {
    const element = await again(await freshPolicy());
    await answer(element, 'given', 'refused');
    await element.record();
    const stored = storedBy(element);
    let changes = 0;
    element.addEventListener('dongui-consent-change', () => (changes += 1));

    await act(element, 'change', 'dalbit');
    await answer(element, 'given');
    await act(element, 'change', 'moa-points');
    await answer(element, 'refused');
    await tick();

    assert.isEmpty(stored);
    assert.equal(changes, 0);
  });

  it('is asked again when a fact has changed, and says which', async () => {
    const policy = await freshPolicy();
    const first = await again(policy);
    await answer(first, 'given', 'given');
    await first.record();
    const changed = JSON.parse(JSON.stringify(policy)) as typeof policy & {
      thirdParties: { id: string; revision: string; uses: { retention: unknown }[] }[];
    };
    const dalbit = changed.thirdParties.find(({ id }) => id === 'dalbit')!;
    dalbit.revision = '2026-12-01';
    dalbit.uses[0]!.retention = [{ period: 'P1Y', from: '배송 완료' }];

    const element = await again(changed);
    const root = element.shadowRoot!;

    assert.equal(root.querySelector('.card')!.id, 'box-dalbit');
    const hint = textOf(root.querySelector('.card .hint'));
    assert.match(hint, /\d{4}-\d\d-\d\d에 동의한 뒤 내용이 바뀌어/);
    const retention = [...root.querySelectorAll('.facts > div')].map(textOf);
    assert.match(retention.join('\n'), /배송 완료 후 1년 바뀜 ?전에는 배송 완료 후 3개월/);
    assert.equal(textOf(root.querySelector('#box-moa-points .state')), '동의함');
  });

  it('belongs to the subject that the page names', async () => {
    const policy = await freshPolicy();
    const ask = (subject: string) =>
      placed(
        html`<div lang="ko">
          <dongui-third-party subject=${subject} .policy=${policy}></dongui-third-party>
        </div>`,
      );
    const { element } = await ask('member-1');
    await answer(element, 'given', 'given');
    assert.equal((await element.record()).receipt.subject, 'member-1');

    assert.isNotNull((await ask('member-2')).root.querySelector('.card[id]'));
    assert.isNull((await ask('member-1')).root.querySelector('.card[id]'));
  });
});

describe('<dongui-third-party> in a form', () => {
  const tokensOf = (form: HTMLFormElement) => new FormData(form).getAll('dongui_receipt');

  it('records with the submit, one receipt however often the host asks', async () => {
    const { form, element } = await checkoutFixture();
    const stored = storedBy(element);
    await answer(element, 'given', 'refused');
    await tick();
    assert.isEmpty(stored);

    let token: unknown;
    form.addEventListener('submit', () => ([token] = tokensOf(form)), { once: true });
    form.requestSubmit();
    await until(() => stored.length > 0);
    form.requestSubmit();
    await tick();

    assert.match(String(token), TOKEN);
    assert.lengthOf(stored, 1);
    assert.equal(token, `${stored[0]!.receipt.id}.${stored[0]!.hash}`);
    assert.deepEqual(tokensOf(form), [token as string]);
    assert.equal(stored[0]!.receipt.submit.by, 'submit');
  });

  it('records an open question as refused, unticked, and asks it again', async () => {
    const { form, element, root } = await checkoutFixture();
    const stored = storedBy(element);
    await answer(element, 'given');

    form.addEventListener('submit', () => new FormData(form));
    form.requestSubmit();
    await until(() => stored.length > 0);

    assert.deepEqual(states(stored[0]!.receipt), {
      dalbit: 'given button',
      'moa-points': 'refused unticked',
    });
    assert.equal(root.querySelector('.card')!.id, 'box-moa-points');
    form.requestSubmit();
    await tick();
    assert.lengthOf(stored, 1);
  });

  it('carries the token of the earlier receipt where all is known', async () => {
    const policy = await freshPolicy();
    const first = await again(policy);
    await answer(first, 'given', 'refused');
    const { receipt, hash } = await first.record();

    const { form, submitted } = await checkoutFixture(policy);

    assert.equal(submitted()['consent[dalbit]'], 'given');
    assert.deepEqual(tokensOf(form), [`${receipt.id}.${hash}`]);
  });

  it('brings back with Back what was not sent, marked as such, and nothing by autofill', async () => {
    const policy = await freshPolicy();
    const before = (await checkoutFixture(policy)).element;
    await answer(before, 'given');
    const kept = before['formState']();
    const { element, root } = await checkoutFixture(policy);
    element.formStateRestoreCallback(kept, 'autocomplete');
    assert.equal(element.decisions['dalbit'], 'refused');

    element.formStateRestoreCallback(kept, 'restore');
    await element.updateComplete;

    assert.include(textOf(root.querySelector('.note[role="status"]')), '되살렸습니다');
    assert.equal(root.querySelector('.card')!.id, 'box-moa-points');
    assert.include(textOf(root.querySelector('#box-dalbit')), '받는 곳 달빛약과 협동조합');
    const { receipt } = await element.record();
    assert.equal(states(receipt)['dalbit'], 'given restored');
    assert.deepEqual(receipt.shown.hidden, ['dalbit'], 'its card was not shown on this page');

    const later = (await checkoutFixture(policy)).element;
    later.formStateRestoreCallback(kept, 'restore');
    await later.updateComplete;
    assert.notInclude(textOf(later.shadowRoot), '되살렸습니다', 'it is in the ledger by now');
    assert.notProperty(states({ ...receipt, items: later.receiptItems()! }), 'dalbit');
  });

  it('sends nothing that was pressed before the questions were there', async () => {
    const policy = await freshPolicy();
    const form = document.createElement('form');
    form.lang = 'ko';
    form.innerHTML = '<dongui-third-party></dongui-third-party><button>Pay</button>';
    const element = form.querySelector('dongui-third-party')!;
    element.policy = policy;
    let sent = 0;
    form.addEventListener('submit', (event) => {
      if (!event.defaultPrevented) sent += 1;
      event.preventDefault();
    });
    document.body.append(form);
    // In the task in which the form appears: no question can stand there yet.
    form.querySelector('button')!.click();
    await until(() => element.shadowRoot!.querySelector('.card[id]') !== null);
    await tick();

    assert.equal(sent, 0);
    assert.isNull(element.shadowRoot!.querySelector('[data-state]'));
    form.remove();
  });

  it('stands beside another of its kind: two tokens, one person, one chain', async () => {
    const policy = await freshPolicy();
    const form = await fixture<HTMLFormElement>(html`
      <form lang="ko">
        <dongui-third-party items="dalbit" .policy=${policy}></dongui-third-party>
        <dongui-third-party items="moa-points" .policy=${policy}></dongui-third-party>
      </form>
    `);
    const elements = [...form.querySelectorAll('dongui-third-party')];
    const receipts: Receipt[] = [];
    form.addEventListener('dongui-receipt-stored', ({ detail }) => receipts.push(detail.receipt));
    for (const element of elements) {
      await until(() => element.shadowRoot!.querySelector('.card[id]') !== null);
      await answer(element, 'given');
    }
    let tokens: unknown[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      tokens = tokensOf(form);
    });

    form.requestSubmit();
    await until(() => receipts.length === 2);

    assert.lengthOf(new Set(tokens), 2);
    assert.equal(receipts[0]!.subject, receipts[1]!.subject);
    assert.equal(receipts[0]!.chain, receipts[1]!.chain);
    assert.deepEqual(receipts.map(({ seq }) => seq).sort(), [1, 2]);
  });
});

describe('ask()', () => {
  it('shows the element, and resolves with the decisions when the receipt is stored', async () => {
    const { element } = await aloneFixture();
    element.hidden = true;
    const stored = storedBy(element);
    const asked = element.ask();
    await element.updateComplete;
    assert.isFalse(element.hidden);
    await answer(element, 'given', 'refused');

    assert.deepEqual(await asked, { dalbit: 'given', 'moa-points': 'refused' });
    assert.lengthOf(stored, 1);
    assert.include(['idb', 'journal'], stored[0]!.persisted);
  });

  it('is answered at once where everything is known', async () => {
    const { element } = await aloneFixture();
    await answer(element, 'refused', 'given');
    const first = await element.ask();
    const stored = storedBy(element);

    assert.deepEqual(await element.ask(), first);
    assert.isEmpty(stored);
  });

  it('resolves with the refusal of what the order needs', async () => {
    const { element } = await aloneFixture(await requiredPolicy());
    const asked = element.ask();
    await answer(element, 'refused', 'refused');

    assert.deepEqual(await asked, { dalbit: 'refused', 'moa-points': 'refused' });
  });

  it('records in a form too, and the form then carries that receipt', async () => {
    const { element, form } = await checkoutFixture();
    const stored = storedBy(element);
    const asked = element.ask();
    await answer(element, 'given', 'given');
    await asked;

    form.requestSubmit();
    await tick();

    assert.lengthOf(stored, 1);
    const { receipt, hash } = stored[0]!;
    assert.equal(new FormData(form).get('dongui_receipt'), `${receipt.id}.${hash}`);
  });

  it('opens the dialog around it, and closes it when all is answered', async () => {
    const { wrapper, element } = await placed(
      html`<div lang="ko">
        <dialog><dongui-third-party .policy=${await freshPolicy()}></dongui-third-party></dialog>
      </div>`,
    );
    const dialog = wrapper.querySelector('dialog')!;
    const asked = element.ask();
    await element.updateComplete;
    assert.isTrue(dialog.open);
    assert.equal(element.shadowRoot!.activeElement?.id, 'box-dalbit');

    await answer(element, 'given', 'given');
    await asked;

    assert.isFalse(dialog.open);
  });

  async function reasonOf(asked: Promise<unknown>): Promise<string> {
    return asked.then(
      () => 'resolved',
      (reason: unknown) => (reason as Error).name,
    );
  }

  it('takes a dialog that is closed for no decision', async () => {
    const { wrapper, element } = await placed(
      html`<div lang="ko">
        <dialog><dongui-third-party .policy=${await freshPolicy()}></dongui-third-party></dialog>
      </div>`,
    );
    const stored = storedBy(element);
    const asked = element.ask();
    await element.updateComplete;

    wrapper.querySelector('dialog')!.close();

    assert.equal(await reasonOf(asked), 'AbortError');
    assert.isEmpty(stored);
  });

  it('ends with the signal, with what the signal says', async () => {
    const { element } = await aloneFixture();
    const controller = new AbortController();
    const asked = element.ask({ signal: controller.signal });

    controller.abort(new DOMException('enough', 'TimeoutError'));

    assert.equal(await reasonOf(asked), 'TimeoutError');
    assert.equal(await reasonOf(element.ask({ signal: controller.signal })), 'TimeoutError');
  });

  it('ends when the element is removed, and not when it is moved', async () => {
    const { element, wrapper } = await aloneFixture();
    const asked = element.ask();
    const place = document.createElement('div');
    wrapper.append(place);
    place.append(element);
    await answer(element, 'given');

    element.remove();

    assert.equal(await reasonOf(asked), 'AbortError');
    assert.equal(await reasonOf(element.ask()), 'InvalidStateError');
  });

  it('ends when the document does not load, and asks when it does', async () => {
    const wrapper = await fixture<HTMLElement>(
      html`<div lang="ko"><dongui-third-party src="/no-such.json"></dongui-third-party></div>`,
    );
    const element = wrapper.querySelector('dongui-third-party')!;
    assert.equal(await reasonOf(element.ask()), 'Error');

    element.policy = await freshPolicy();
    const asked = element.ask();
    await until(() => element.shadowRoot!.querySelector('.card[id]') !== null);
    await answer(element, 'given', 'given');

    assert.deepEqual(await asked, { dalbit: 'given', 'moa-points': 'given' });
  });

  it('answers every call with the same decisions', async () => {
    const { element } = await aloneFixture();
    const asked = [element.ask(), element.ask()];
    await answer(element, 'given', 'refused');

    const [one, other] = await Promise.all(asked);

    assert.deepEqual(one, { dalbit: 'given', 'moa-points': 'refused' });
    assert.deepEqual(other, one);
  });

  it('does not ask while it is disabled', async () => {
    const { element } = await aloneFixture();
    element.disabled = true;
    await element.updateComplete;

    assert.equal(await reasonOf(element.ask()), 'InvalidStateError');
    assert.isTrue(answerButton(element, 'given').disabled);
  });
});
