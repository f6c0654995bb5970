import { assert, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import type { ConsentElement } from '../../src/elements/consent/consent.js';
import type { DonguiErrorEvent } from '../../src/ui/events.js';
import { boxOf, demoPolicy, drawn, press, pressButton } from '../support/consent-fixture.js';

interface Page {
  readonly form: HTMLFormElement;
  readonly element: ConsentElement;
  /** What the form sends, without the receipt's token. */
  readonly sent: () => readonly (readonly [string, FormDataEntryValue])[];
  /** Errors that the page's developer was told. */
  readonly errors: readonly string[];
}

/** The shop's signup with a map. */
async function page(fields: TemplateResult, extra: TemplateResult = html``): Promise<Page> {
  const policy = await demoPolicy('haru.ko');
  const errors: string[] = [];
  const { error } = console;
  console.error = (...parts: unknown[]) => void errors.push(String(parts[0]));
  try {
    const form = await fixture<HTMLFormElement>(html`
      <form lang="ko">
        <dongui-consent .policy=${policy}>${fields}</dongui-consent>
        ${extra}
        <button>Join</button>
      </form>
    `);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    const element = form.querySelector('dongui-consent')!;
    await drawn(element);
    const sent = () => [...new FormData(form)].filter(([name]) => name !== 'dongui_receipt');
    return { form, element, sent, errors };
  } finally {
    console.error = error;
  }
}

const has = (sent: Page['sent'], name: string) =>
  sent()
    .filter(([each]) => each === name)
    .map(([, value]) => value);

describe('a field map', () => {
  it('sends an item under the name and the values that the server expects', async () => {
    const { element, sent, errors } = await page(html`
      <dongui-field item="terms" name="agree" on="Y"></dongui-field>
      <dongui-field item="marketing-use" name="accept_agreement[3]" on="Y" off="N"></dongui-field>
    `);
    assert.deepEqual(errors, []);
    assert.deepEqual(has(sent, 'agree'), []);
    assert.deepEqual(has(sent, 'accept_agreement[3]'), ['N']);
    press(element, 'terms', 'marketing-use');
    assert.deepEqual(has(sent, 'agree'), ['Y']);
    assert.deepEqual(has(sent, 'accept_agreement[3]'), ['Y']);
    assert.deepEqual(has(sent, 'consent[terms]'), []);
    assert.deepEqual(has(sent, 'consent[order]'), []);
    assert.deepEqual(has(sent, 'consent[age]'), ['refused']);
  });

  it('sends every field of an item, 1 where no value is named', async () => {
    const { element, sent } = await page(html`
      <dongui-field item="terms" name="agree"></dongui-field>
      <dongui-field item="terms" name="agree2" on="T"></dongui-field>
    `);
    press(element, 'terms');
    assert.deepEqual([has(sent, 'agree'), has(sent, 'agree2')], [['1'], ['T']]);
  });

  it('puts items that share a name into one list', async () => {
    const { element, sent } = await page(html`
      <dongui-field item="terms" name="agree[]" on="terms"></dongui-field>
      <dongui-field item="marketing-use" name="agree[]" on="marketing"></dongui-field>
    `);
    pressButton(element, 'agree-all');
    assert.deepEqual(has(sent, 'agree[]'), ['terms', 'marketing']);
  });

  it('tells the server by a companion what it had stored before', async () => {
    const { element, sent } = await page(html`
      <dongui-field
        item="marketing-use"
        name="mb_marketing"
        on="1"
        off="0"
        companion="mb_marketing_default"
        decided="given"
        source="member record"
      ></dongui-field>
      <dongui-field
        item="advertising-email"
        name="mb_mail"
        off="0"
        companion="mb_mail_default"
      ></dongui-field>
    `);
    assert.deepEqual(has(sent, 'mb_marketing'), ['1']);
    assert.deepEqual(has(sent, 'mb_mail_default'), ['0']);
    press(element, 'marketing-use', 'advertising-email');
    assert.deepEqual(has(sent, 'mb_marketing'), ['0']);
    assert.deepEqual(has(sent, 'mb_marketing_default'), ['1']);
  });
});

describe('what was decided at another place', () => {
  const DECIDED = html`<dongui-field
    item="terms"
    name="agree"
    decided="given"
    source="Kakao"
    at="2026-11-20T12:00:00+09:00"
  ></dongui-field>`;

  it('stands as such, and is recorded with its source', async () => {
    const { form, element } = await page(DECIDED);
    assert.isTrue(boxOf(element, 'terms').checked);
    const item = element.shadowRoot!.querySelector('[data-part="terms"]')!;
    assert.include(item.textContent, 'Kakao, 2026-11-20');
    pressButton(element, 'required-only');
    form.reset();
    assert.isTrue(boxOf(element, 'terms').checked, 'a reset leaves what the page says');
    pressButton(element, 'required-only');
    const { receipt } = await element.record();
    assert.deepInclude(receipt.items, {
      id: 'terms',
      state: 'given',
      by: 'host',
      source: 'Kakao',
      at: '2026-11-20T03:00:00.000Z',
    });
  });

  it('can be changed by the person', async () => {
    const { element, sent } = await page(DECIDED);
    press(element, 'terms');
    await element.updateComplete;
    assert.isFalse(boxOf(element, 'terms').checked);
    assert.deepEqual(has(sent, 'agree'), []);
    assert.notInclude(element.shadowRoot!.textContent, 'Kakao');
    assert.isFalse(element.checkValidity());
  });
});

describe('an item that the page does not ask', () => {
  it('is not drawn, not sent, and named as not shown', async () => {
    const { element, sent } = await page(html`
      <dongui-field item="advertising-sms" not-asked></dongui-field>
    `);
    assert.isNull(boxOf(element, 'advertising-sms'));
    pressButton(element, 'agree-all');
    assert.deepEqual(has(sent, 'consent[advertising-sms]'), []);
    pressButton(element, 'required-only');
    const { receipt } = await element.record();
    assert.notInclude(
      receipt.items.map(({ id }) => id),
      'advertising-sms',
    );
    assert.deepEqual(receipt.shown.hidden, ['advertising-sms']);
  });
});

describe('a wrong field map', () => {
  const cases: readonly (readonly [string, TemplateResult, readonly string[]])[] = [
    [
      'names an unknown item',
      html`<dongui-field item="nobody" name="x"></dongui-field>`,
      ['item="nobody"', 'terms', 'marketing-use'],
    ],
    ['names no item', html`<dongui-field name="x"></dongui-field>`, ['name="x"', 'no such item']],
    [
      'gives one field to two items',
      html`<dongui-field item="terms" name="x"></dongui-field
        ><dongui-field item="age" name="x"></dongui-field>`,
      ['item="age"', 'x=1'],
    ],
    [
      'leaves out a required item',
      html`<dongui-field item="terms" not-asked></dongui-field>`,
      ['item="terms"', 'required'],
    ],
    [
      'does not say where something was decided',
      html`<dongui-field item="terms" decided="given"></dongui-field>`,
      ['item="terms"', 'source='],
    ],
    [
      'names a person as the source',
      html`<dongui-field item="terms" decided="given" source="a@b.example"></dongui-field>`,
      ['never a person'],
    ],
    [
      'decides something else',
      html`<dongui-field item="terms" decided="yes" source="Kakao"></dongui-field>`,
      ['decided="yes"'],
    ],
    [
      'has a time that is none',
      html`<dongui-field item="terms" decided="given" source="Kakao" at="today"></dongui-field>`,
      ['at="today"', '2026-11-22T03:04:05Z'],
    ],
  ];
  for (const [name, fields, words] of cases) {
    it(`that ${name} is one error, and the form works`, async () => {
      const { form, element, errors } = await page(fields);
      assert.lengthOf(errors, 1);
      for (const word of ['<dongui-consent>', ...words]) assert.include(errors[0], word);
      pressButton(element, 'required-only');
      assert.isTrue(form.checkValidity());
    });
  }

  it('that names an input of the page is told that both are sent', async () => {
    const { errors } = await page(
      html`<dongui-field item="terms" name="agree"></dongui-field>
        <dongui-field item="age" name="age"></dongui-field>`,
      html`<input type="checkbox" name="agree" />`,
    );
    assert.lengthOf(errors, 1);
    assert.include(errors[0], 'mode="adopt"');
  });
});

describe('a second element in a form', () => {
  it('takes no part, says why, and lets the first work', async () => {
    const policy = await demoPolicy('nexcore');
    const { form, element, sent } = await page(html``, html`<p></p>`);
    const second = document.createElement('dongui-consent');
    const told = new Promise<DonguiErrorEvent>((resolve) => {
      second.addEventListener('dongui-error', resolve);
    });
    second.policy = policy;
    form.append(second);
    const { detail } = await told;
    assert.include(detail.message, 'one form is one receipt');
    await second.updateComplete;
    assert.isNotNull(second.shadowRoot!.querySelector('[role="alert"]'));
    pressButton(element, 'required-only');
    assert.isTrue(form.checkValidity());
    assert.deepEqual(
      sent().filter(([name]) => name === 'consent[membership]'),
      [],
    );
    assert.lengthOf(new FormData(form).getAll('dongui_receipt'), 1);
  });
});

describe('a submit that is refused', () => {
  it('is not seen by the listeners of a page without native validation', async () => {
    const { form, element } = await page(html``);
    form.noValidate = true;
    const seen: Event[] = [];
    form.addEventListener('submit', (event) => void seen.push(event));
    document.addEventListener('submit', (event) => void seen.push(event), { once: true });
    form.requestSubmit();
    assert.lengthOf(seen, 0);
    pressButton(element, 'required-only');
    form.requestSubmit();
    assert.lengthOf(seen, 2);
  });
});
