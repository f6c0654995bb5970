import { assert } from '@open-wc/testing';
import { html } from 'lit';

import { createBundle } from '../../src/model/bundle.js';
import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { Notice } from '../../src/model/notice.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import type { Receipt } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { boxOf, press } from '../support/consent-fixture.js';
import {
  act,
  cardText,
  decide,
  drawnStates,
  memberFixture,
  memberPolicy,
  receiptsOf,
  REQUIRED,
  until,
} from '../support/recall-fixture.js';

const YEAR = 365 * 86_400_000;

/** A receipt made so long ago, on a device of which nothing is known here. */
function elsewhere(receipt: Receipt, ago: number): Receipt {
  const at = new Date(Date.now() - ago).toISOString();
  return { ...receipt, at, subject: 'u_elsewhere', chain: 'c_AAAAAAAAAAAAAAAAAAAAAA' };
}

function noticeOf(policy: object) {
  const document = parsePolicyDocument(policy);
  return createNotice(document, deriveSurface(document, 'member'));
}

function bundleOf(policy: object, receipt: Receipt) {
  const { notice, texts } = noticeOf(policy);
  const notices = new Map<string, Notice>([[hashOf(notice), notice]]);
  const bundle = createBundle([{ receipt, hash: hashOf(receipt) }], {
    notices,
    texts: new Map(texts.map(({ hash, part }) => [hash, part])),
  });
  return JSON.parse(JSON.stringify(bundle)) as typeof bundle;
}

/** What a member agreed to elsewhere, so long ago. */
async function elsewhereGiven(
  ago: number,
  change: (policy: Record<string, unknown>) => void,
  ...ids: string[]
) {
  const policy = await memberPolicy();
  change(policy);
  const { element, form } = await memberFixture(policy);
  const receipt = elsewhere(await decide(element, ...REQUIRED, ...ids), ago);
  form.remove();
  // Under an id of its own this device knows nothing of it.
  const id = `${policy.id}-b`;
  const moved = { ...policy, id };
  const { notice } = noticeOf(moved);
  const { locale, surface } = notice;
  const reference = { policy: id, surface, locale, version: notice.policy.version };
  const made = { ...receipt, notice: { ...reference, sha256: hashOf(notice) } };
  return { policy: moved, receipt: made, bundle: bundleOf(moved, made) };
}

const asItIs = (): void => undefined;

async function errorsWhile(work: () => Promise<unknown>): Promise<string[]> {
  const errors: string[] = [];
  const { error } = console;
  console.error = (...parts: unknown[]) => errors.push(parts.join(' '));
  try {
    await work();
  } finally {
    console.error = error;
  }
  return errors;
}

describe('what a page passes in', () => {
  it('counts as what this device has kept', async () => {
    const { policy, receipt, bundle } = await elsewhereGiven(1_000, asItIs, 'birthday');
    const { element, form } = await memberFixture(policy, { known: bundle });

    assert.deepInclude(drawnStates(element), { terms: 'given', birthday: 'given' });
    assert.isTrue(form.checkValidity());
    const receipts = receiptsOf(element);
    act(element, 'withdraw', 'birthday');
    await until(() => receipts.length > 0);
    assert.equal(receipts[0]!.ref, receipt.id);
  });

  it('tells a signup who it is', async () => {
    const { policy, bundle } = await elsewhereGiven(1_000, asItIs);
    const { element } = await memberFixture(policy, { surface: 'signup', known: [bundle] });

    assert.equal(drawnStates(element)['terms'], 'given');
  });

  it('comes from an address', async () => {
    const { policy, bundle } = await elsewhereGiven(1_000, asItIs);
    const known = URL.createObjectURL(new Blob([JSON.stringify([bundle])]));
    const { element } = await memberFixture(policy, { known });

    assert.equal(drawnStates(element)['terms'], 'given');
  });

  const spoiled: readonly (readonly [string, (bundle: object) => unknown, string])[] = [
    [
      'is damaged',
      (bundle) => JSON.parse(JSON.stringify(bundle).replace('"given"', '"refused"')) as unknown,
      'receipt-hash',
    ],
    [
      'is of a later version',
      (bundle) => ({ ...bundle, schema: 'dongui/bundle@9' }),
      'later version',
    ],
    ['is no bundle', () => 'https://', ''],
    ['is something else', () => ({ hello: 'world' }), 'bundle-invalid'],
  ];
  for (const [name, spoil, words] of spoiled) {
    it(`that ${name} is one error, and the form works`, async () => {
      const { policy, bundle } = await elsewhereGiven(1_000, asItIs);
      const errors = await errorsWhile(async () => {
        const known = spoil(bundle) as object | string;
        const { element } = await memberFixture(policy, { known });
        assert.equal(drawnStates(element)['terms'], 'asked');
        await decide(element, ...REQUIRED);
      });
      assert.lengthOf(errors, 1);
      assert.include(errors[0], '<dongui-consent known>');
      assert.include(errors[0], words);
    });
  }

  it('about another policy is one error', async () => {
    const { bundle } = await elsewhereGiven(1_000, asItIs);
    const errors = await errorsWhile(async () => {
      await memberFixture(await memberPolicy(), { known: bundle });
    });
    assert.lengthOf(errors, 1);
    assert.include(errors[0], 'are left out: this element asks for');
  });
});

describe('what time does to a consent', () => {
  it('ends it with the period of the document: it is asked again', async () => {
    const { policy, bundle } = await elsewhereGiven(
      YEAR,
      (document) => {
        const { processing } = document as { processing: { id: string; retention: unknown }[] };
        processing.find(({ id }) => id === 'birthday')!.retention = [
          { period: 'P90D', from: '동의' },
        ];
      },
      'birthday',
    );
    const { element } = await memberFixture(policy, { known: bundle });

    assert.deepInclude(drawnStates(element), { birthday: 'asked', terms: 'given' });
    assert.match(
      cardText(element, 'birthday'),
      /동의한 기간이 \d{4}-\d\d-\d\d에 끝나 다시 묻습니다/,
    );
    assert.isFalse(boxOf(element, 'birthday').checked);
  });

  it('makes advertising due, not over: a press confirms it', async () => {
    const ids = ['marketing-use', 'advertising-email', 'advertising-sms'];
    const { policy, receipt, bundle } = await elsewhereGiven(
      2 * YEAR - 20 * 86_400_000,
      asItIs,
      ...ids,
    );
    const { element, root } = await memberFixture(policy, { known: bundle });
    assert.equal(drawnStates(element)['advertising-email'], 'given');
    assert.include(root.textContent, '확인하지 않아도 동의는 그대로입니다');

    const receipts = receiptsOf(element);
    act(element, 'confirm', 'advertising-email');
    await until(() => receipts.length > 0);
    await element.updateComplete;
    assert.deepInclude(receipts[0], { event: 'renewal', ref: receipt.id });
    assert.deepEqual(receipts[0]!.items, [
      { id: 'advertising-email', state: 'renewed', by: 'button' },
      { id: 'advertising-sms', state: 'renewed', by: 'button' },
    ]);
    assert.isNull(root.querySelector('[data-action="confirm"]'));
  });
});

describe('a form of the member’s record', () => {
  const FIELDS = html`<dongui-field
      item="marketing-use"
      name="mb_marketing"
      off="0"
      decided="given"
      source="회원 기록"
    ></dongui-field>
    <dongui-field
      item="advertising-email"
      name="mb_mail"
      off="0"
      decided="given"
      source="회원 기록"
    ></dongui-field>
    <dongui-field
      item="birthday"
      name="mb_birthday"
      off="0"
      decided="refused"
      source="회원 기록"
    ></dongui-field>`;

  /** A page whose required items are decided, and the rest of which the host's record says. */
  async function profile() {
    const policy = await memberPolicy();
    await decide((await memberFixture(policy)).element, ...REQUIRED, 'marketing-use');
    return memberFixture(policy, { fields: FIELDS });
  }

  it('records a withdrawal where the person unticks, with what hangs on it', async () => {
    const { element } = await profile();
    const receipts = receiptsOf(element);
    press(element, 'marketing-use');
    await element.record();
    await until(() => receipts.length === 2);

    const [back, decision] = receipts;
    assert.equal(back!.event, 'withdrawal');
    assert.isString(back!.ref);
    assert.deepEqual(
      back!.items.map(({ id, state, by }) => [id, state, by]),
      [
        ['marketing-use', 'withdrawn', 'checkbox'],
        ['advertising-email', 'withdrawn', 'parent'],
      ],
    );
    assert.equal(decision!.event, 'decision');
    const ids = decision!.items.map(({ id }) => id);
    for (const id of ['marketing-use', 'advertising-email', 'birthday', 'terms'])
      assert.notInclude(ids, id);
  });

  it('gives again what was withdrawn, and records nothing twice', async () => {
    const { element } = await profile();
    const receipts = receiptsOf(element);
    press(element, 'birthday');
    await element.record();
    await until(() => receipts.length === 1);
    assert.deepInclude(
      receipts[0]!.items.map(({ id, state }) => [id, state]),
      ['birthday', 'given'],
    );
    await element.record();
    assert.lengthOf(receipts, 1);
  });

  it('takes back, in a signup that is sent again, what its first try gave', async () => {
    const policy = await memberPolicy();
    const { element, form } = await memberFixture(policy, { surface: 'signup' });
    const receipts = receiptsOf(element);
    press(element, ...REQUIRED, 'birthday');
    const { receipt } = await element.record();
    await until(() => element.shadowRoot!.querySelector('[data-receipt]') !== null);
    element.shadowRoot!.querySelector<HTMLButtonElement>('button.link')!.click();
    await element.updateComplete;
    press(element, 'birthday');
    form.requestSubmit();
    await element.record();
    await until(() => receipts.length === 3);

    const [, back, whole] = receipts;
    assert.deepInclude(back, { event: 'withdrawal', ref: receipt.id });
    assert.deepEqual(
      back!.items.map(({ id }) => id),
      ['birthday'],
    );
    assert.include(
      whole!.items.map(({ id }) => id),
      'terms',
    );
  });
});
