import { assert, fixture, html, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import type { ConsentElement } from '../../../src/elements/consent/consent.js';
import type { ReceiptStoredEvent } from '../../../src/ui/events.js';
import { boxOf, demoPolicy, drawn, press, pressButton } from '../../support/consent-fixture.js';
import { seeded } from '../../support/seeded.js';

/** What the tests ask of jQuery, the same in four versions. */
interface Chosen {
  serialize(): string;
  serializeArray(): { name: string; value: string }[];
  prop(name: 'checked', value: boolean): Chosen;
  attr(name: string, value: string): Chosen;
  val(): string;
  click(): Chosen;
  trigger(type: string): Chosen;
  is(selector: string): boolean;
}
type JQuery = ((what: string | Element) => Chosen) & { fn: { jquery: string } };

const VERSIONS = ['1.12.4', '2.2.4', '3.7.1', '4.0.0'];
const TOKEN = /^[0-9a-f-]{36}\.[\w-]{43}$/;

async function loadJQuery(version: string): Promise<JQuery> {
  const script = document.createElement('script');
  script.src = `/node_modules/jquery-${version.slice(0, 1)}/dist/jquery.js`;
  const loaded = oneEvent(script, 'load');
  document.head.append(script);
  await loaded;
  script.remove();
  const page = window as unknown as { jQuery: JQuery & { noConflict(all: true): JQuery } };
  return page.jQuery.noConflict(true);
}

/** Whether the person has touched the page; tests make no trusted presses. */
let isActive = true;

before(() => {
  Object.defineProperty(navigator, 'userActivation', {
    configurable: true,
    get: () => ({ hasBeenActive: isActive }),
  });
});
beforeEach(() => {
  isActive = true;
});

const FIELDS = html`
  <dongui-field item="age" name="agree_age" on="Y"></dongui-field>
  <dongui-field item="terms" name="agree"></dongui-field>
  <dongui-field item="kitchen" name="agree2"></dongui-field>
  <dongui-field
    item="marketing-use"
    name="mb_marketing"
    off="0"
    companion="mb_marketing_default"
  ></dongui-field>
  <dongui-field item="advertising-email" name="accept_agreement[1]" on="Y" off="N"></dongui-field>
`;

interface Page {
  readonly form: HTMLFormElement;
  readonly element: ConsentElement;
  readonly errors: readonly string[];
  /** A mirror by the name of its field. */
  readonly mirror: (name: string) => HTMLInputElement;
  /** All fields that the form sends, but for the token and the items without a field. */
  readonly sent: () => readonly string[];
}

async function page(fields: TemplateResult = FIELDS): Promise<Page> {
  const policy = await demoPolicy('haru.ko');
  const errors: string[] = [];
  const { error } = console;
  console.error = (...parts: unknown[]) => void errors.push(String(parts[0]));
  const form = await fixture<HTMLFormElement>(html`
    <form lang="ko" name="join">
      <input name="mb_id" value="someone" />
      <fieldset>
        <dongui-consent mode="mirror" .policy=${policy}>${fields}</dongui-consent>
      </fieldset>
      <button>Join</button>
    </form>
  `);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const element = form.querySelector('dongui-consent')!;
  await drawn(element);
  after(() => {
    console.error = error;
  });
  return {
    form,
    element,
    errors,
    mirror: (name) => element.querySelector<HTMLInputElement>(`input[name="${name}"]`)!,
    sent: () => pairsOf([...new FormData(form)]),
  };
}

/** As `a=1`, without what every form here sends. */
const pairsOf = (entries: readonly (readonly [string, FormDataEntryValue])[]): readonly string[] =>
  entries
    .filter(([name]) => !/^(consent\[|dongui_receipt$|mb_id$)/.test(name))
    .map(([name, value]) => `${name}=${value as string}`)
    .sort();

const fieldsOf = (chosen: Chosen): readonly string[] =>
  pairsOf(chosen.serializeArray().map(({ name, value }) => [name, value] as const));

const NOTHING = ['accept_agreement[1]=N', 'mb_marketing=0', 'mb_marketing_default=0'];

for (const version of VERSIONS) {
  describe(`a mirror for jQuery ${version}`, () => {
    let jQuery: JQuery;
    before(async () => {
      jQuery = await loadJQuery(version);
      assert.equal(jQuery.fn.jquery, version);
    });

    it('is serialised as a browser sends it', async () => {
      const { form, element, sent } = await page();
      assert.deepEqual(fieldsOf(jQuery(form)), NOTHING);
      press(element, 'terms', 'marketing-use');
      await element.updateComplete;
      press(element, 'advertising-email');
      const expected = [
        ...['accept_agreement[1]=Y', 'agree=1', 'mb_marketing=1', 'mb_marketing_default=0'],
      ];
      assert.deepEqual(fieldsOf(jQuery(form)), expected);
      assert.deepEqual(sent(), expected);
      const text = new URLSearchParams(jQuery(form).serialize());
      assert.equal(text.get('consent[birthday]'), 'refused');
      assert.match(text.get('dongui_receipt')!, TOKEN);
      assert.lengthOf(text.getAll('agree'), 1);
    });

    it('is ticked by "select all" without an event, and the person sees it at once', async () => {
      const { element, sent } = await page();
      jQuery('input[name^=agree]').prop('checked', true);
      assert.deepEqual(element.decisions['terms'], 'given');
      await element.updateComplete;
      assert.deepEqual(
        ['age', 'terms', 'kitchen', 'birthday'].map((id) => boxOf(element, id).checked),
        [true, true, true, false],
      );
      assert.include(sent(), 'agree2=1');
      jQuery('input[name^=agree]').prop('checked', false);
      await element.updateComplete;
      assert.isFalse(boxOf(element, 'terms').checked);
      assert.deepEqual(sent(), NOTHING);
    });

    it('is pressed and asked as a box of the page', async () => {
      const { form, element } = await page();
      jQuery('input[name=agree]').trigger('click');
      assert.equal(element.decisions['terms'], 'given');
      assert.isTrue(jQuery('input[name=agree]').is(':checked'));
      assert.isFalse(jQuery('input[name=agree2]').is(':checked'));
      assert.match(jQuery(form.querySelector('[name=dongui_receipt]')!).val(), TOKEN);
    });

    it('records what serialize() takes after a submit that passed', async () => {
      const { form, element } = await page();
      pressButton(element, 'required-only');
      let text = '';
      form.addEventListener('submit', () => {
        text = jQuery(form).serialize();
      });
      const stored = oneEvent<ReceiptStoredEvent>(element, 'dongui-receipt-stored');

      form.requestSubmit();

      const { receipt, hash } = (await stored).detail;
      assert.equal(new URLSearchParams(text).get('dongui_receipt'), `${receipt.id}.${hash}`);
      assert.deepEqual([receipt.submit.by, receipt.items.length > 5], ['submit', true]);
    });
  });
}

describe('a mirror', () => {
  it('is what scripts of old pages know a box to be', async () => {
    const { form, element, mirror } = await page();
    const { agree } = form as unknown as { agree: HTMLInputElement };
    assert.strictEqual(agree, mirror('agree'));
    assert.deepEqual(
      [agree.type, agree.value, agree.checked, agree.required, agree.tabIndex, agree.id],
      ['checkbox', '1', false, false, -1, ''],
    );
    const { mb_marketing: withOff } = form as unknown as { mb_marketing: HTMLInputElement };
    assert.strictEqual(withOff, mirror('mb_marketing'), 'no list of a box and a hidden input');
    press(element, 'terms');
    assert.isTrue(agree.checked);
    agree.checked = false;
    assert.equal(element.decisions['terms'], 'refused');
    withOff.checked = true;
    await element.updateComplete;
    assert.isTrue(boxOf(element, 'marketing-use').checked);
    agree.focus();
    assert.strictEqual(element.shadowRoot!.activeElement, boxOf(element, 'terms'));
  });

  it('survives a loop over the elements of the form, as gnuboard makes one', async () => {
    const { form, sent } = await page();
    const found: string[] = [];
    for (const each of [...form.elements] as HTMLInputElement[]) {
      if (!/^(text|hidden|file|password|select-one|textarea)$/.test(each.type)) continue;
      found.push(...each.className.split(' '));
      each.style.setProperty('color', '');
      if (each.name !== 'dongui_receipt') each.value = each.value.replace(/^\s+/, '');
    }
    assert.isNotEmpty(found);
    assert.deepEqual(sent(), NOTHING);
  });

  it('carries each field once, and the element nothing itself', async () => {
    const { form, element } = await page();
    for (const which of ['required-only', 'agree-all'] as const) {
      pressButton(element, which);
      await element.updateComplete;
      const names = [...new FormData(form).keys()];
      assert.deepEqual([...new Set(names)].sort(), names.sort());
    }
  });

  it('counts what is set by an attribute, by a press of a script, and by a reset', async () => {
    const { form, element, mirror, sent } = await page();
    mirror('agree').setAttribute('checked', '');
    assert.equal(sent().filter((each) => each.startsWith('agree=')).length, 1);
    assert.equal(element.decisions['terms'], 'given');
    mirror('agree_age').click();
    assert.equal(element.decisions['age'], 'given');
    mirror('agree').removeAttribute('checked');
    form.reset();
    await element.updateComplete;
    assert.deepEqual(sent(), NOTHING);
    assert.isFalse(boxOf(element, 'age').checked);
  });

  it('notices an attribute without being asked', async () => {
    const { element, mirror } = await page();
    mirror('agree').setAttribute('checked', '');
    await Promise.resolve();
    assert.equal(element.decisions['terms'], 'given');
  });

  it('gives no child whose parent is not given', async () => {
    const { element, mirror, sent } = await page();
    mirror('accept_agreement[1]').checked = true;
    assert.isFalse(mirror('accept_agreement[1]').checked);
    mirror('mb_marketing').checked = true;
    mirror('accept_agreement[1]').checked = true;
    assert.include(sent(), 'accept_agreement[1]=Y');
    mirror('mb_marketing').checked = false;
    await element.updateComplete;
    assert.isFalse(mirror('accept_agreement[1]').checked);
    assert.deepEqual(sent(), NOTHING);
  });

  it('is ticked by nobody before the person has touched the page, and says so once', async () => {
    const { element, errors, mirror, sent } = await page();
    isActive = false;
    mirror('agree').checked = true;
    mirror('agree').click();
    mirror('agree').setAttribute('checked', '');
    await Promise.resolve();
    assert.deepEqual(sent(), NOTHING);
    assert.equal(element.decisions['terms'], 'refused');
    assert.lengthOf(errors, 1);
    for (const word of ['item="terms"', 'name="agree"', 'decided='])
      assert.include(errors[0], word);
    isActive = true;
    mirror('agree').checked = true;
    pressButton(element, 'required-only');
    const { receipt } = await element.record();
    const { by } = receipt.items.find(({ id }) => id === 'terms')!;
    assert.equal(by, 'host');
  });

  it('shows the items again where a script changes what was recorded', async () => {
    const { element, mirror } = await page();
    pressButton(element, 'required-only');
    await element.record();
    while (element.shadowRoot!.querySelector('.ok') === null)
      await new Promise(requestAnimationFrame);
    mirror('mb_marketing').checked = true;
    await element.updateComplete;
    assert.isTrue(boxOf(element, 'marketing-use').checked);
  });

  it('sends nothing while the element, or a fieldset around it, is disabled', async () => {
    const { form, element, mirror, sent } = await page();
    press(element, 'terms');
    for (const control of [element, form.querySelector('fieldset')!]) {
      control.disabled = true;
      await element.updateComplete;
      assert.deepEqual(sent(), []);
      assert.isFalse(new FormData(form).has('dongui_receipt'));
      assert.isTrue(mirror('agree').matches(':disabled'));
      control.disabled = false;
      await element.updateComplete;
      assert.include(sent(), 'agree=1');
    }
  });

  it('goes with the element, comes back when it was thrown out, and is never there twice', async () => {
    const { form, element, mirror, sent } = await page();
    press(element, 'terms');
    const place = element.nextSibling!;
    element.remove();
    assert.deepEqual(sent(), []);
    place.before(element);
    assert.include(sent(), 'agree=1');
    mirror('agree').checked = false;
    assert.equal(element.decisions['terms'], 'refused');
    for (const input of element.querySelectorAll('input')) input.remove();
    await Promise.resolve();
    assert.deepEqual(sent(), NOTHING);

    press(element, 'terms');
    element.replaceWith(element.cloneNode(true));
    const copy = form.querySelector('dongui-consent')!;
    assert.isNotNull(copy.querySelector('input[name="agree"]'));
    copy.policy = element.policy;
    await drawn(copy);
    assert.deepEqual(pairsOf([...new FormData(form)]), NOTHING);
    assert.lengthOf(copy.querySelectorAll('input[name="agree"]'), 1);
  });

  it('sends a token that no server stores twice: one to a check, one to the signup', async () => {
    const { form, element } = await page();
    pressButton(element, 'required-only');
    const input = form.querySelector<HTMLInputElement>('[name="dongui_receipt"]')!;
    const provisional = input.value;
    assert.match(provisional, TOKEN);
    assert.equal(input.value, provisional);
    form.requestSubmit();
    const token = input.value;
    assert.notEqual(token, provisional);
    assert.deepEqual(new FormData(form).getAll('dongui_receipt'), [token]);
    element.setAttribute('recording', 'manual');
    assert.equal(input.value, '');
    assert.isFalse(new FormData(form).has('dongui_receipt'));
  });

  it('always says what is seen, sent and decided, whoever presses or sets what', async () => {
    const jQuery = await loadJQuery('3.7.1');
    const { form, element, mirror } = await page();
    const random = seeded(20261122);
    const choose = <Each>(list: readonly Each[]): Each => list[Math.floor(random() * list.length)]!;
    const NAMES = ['agree_age', 'agree', 'agree2', 'mb_marketing', 'accept_agreement[1]'];
    const IDS = ['age', 'terms', 'kitchen', 'marketing-use', 'advertising-email', 'birthday'];
    const steps: readonly (() => void)[] = [
      () => {
        boxOf(element, choose(IDS)).click();
      },
      () => (mirror(choose(NAMES)).checked = random() < 0.5),
      () => {
        mirror(choose(NAMES)).click();
      },
      () => mirror(choose(NAMES)).toggleAttribute('checked'),
      () => jQuery(`input[name="${choose(NAMES)}"]`).prop('checked', random() < 0.7),
      () => jQuery('input[name^=agree]').prop('checked', random() < 0.7),
      () => {
        pressButton(element, choose(['agree-all', 'required-only'] as const));
      },
      () => {
        form.reset();
      },
    ];
    for (let round = 0; round < 100; round += 1) {
      const done: number[] = [];
      for (let count = 1 + Math.floor(random() * 6); count > 0; count -= 1) {
        const step = Math.floor(random() * steps.length);
        done.push(step);
        steps[step]!();
        if (random() < 0.5) await element.updateComplete;
      }
      // An attribute is noticed in a microtask, which may ask for another update.
      await element.updateComplete;
      await element.updateComplete;
      const { decisions } = element;
      const given = (id: string): boolean => decisions[id] === 'given';
      const where = `round ${round}, steps ${done.join()}`;
      const seen = IDS.filter((id) => boxOf(element, id).checked);
      assert.deepEqual(seen, IDS.filter(given), where);
      const ticked = NAMES.filter((name) => mirror(name).checked);
      assert.deepEqual(
        ticked,
        NAMES.filter((_, i) => given(IDS[i]!)),
        where,
      );
      const pairs = [...new FormData(form)].filter(([name]) => name !== 'dongui_receipt');
      const serialized = jQuery(form)
        .serializeArray()
        .filter(({ name }) => name !== 'dongui_receipt');
      const asText = (name: string, value: unknown): string => `${name}=${String(value)}`;
      assert.deepEqual(
        serialized.map(({ name, value }) => asText(name, value)).sort(),
        pairs.map(([name, value]) => asText(name, value)).sort(),
        where,
      );
      assert.lengthOf(new Set(pairs.map(([name]) => name)), pairs.length, where);
      assert.equal(
        new FormData(form).get('accept_agreement[1]'),
        given('advertising-email') ? 'Y' : 'N',
      );
    }
  });
});
