import { assert, fixture, html } from '@open-wc/testing';
import { nothing, type TemplateResult } from 'lit';

import type { ConsentChangeEvent } from '../../src/ui/events.js';
import {
  adoptingPage,
  type AdoptingPage,
  forgetTouch,
  tickByScript,
  touchPage,
} from '../support/adopt-fixture.js';
import { boxOf, demoPolicy, press } from '../support/consent-fixture.js';

const policy = await demoPolicy('haru.ko');

/** Names as Cafe24 has them; one row of a 12 px table for each. */
const BOXES: readonly (readonly [item: string, name: string, on: string])[] = [
  ['age', 'agree_age', '1'],
  ['terms', 'agree_service_check[]', '1'],
  ['kitchen', 'agree_information_check[]', '1'],
  ['marketing-use', 'agree_privacy_optional_check[]', 'T'],
  ['advertising-email', 'is_news_mail', 'T'],
];

const FIELDS = BOXES.map(
  ([item, name, on]) => html`<dongui-field item=${item} name=${name} on=${on}></dongui-field>`,
);

const TABLE = html`<table style="font-size: 12px">
  ${BOXES.map(
    ([item, name, on]) =>
      html`<tr>
        <th scope="row">${item}</th>
        <td>
          <input type="checkbox" id="page-${item}" name=${name} value=${on} />
          <label for="page-${item}">동의함</label>
        </td>
      </tr>`,
  )}
</table>`;

interface Markup {
  readonly fields?: unknown;
  readonly boxes?: unknown;
  readonly mode?: string;
}

function markup({ fields = FIELDS, boxes = TABLE, mode }: Markup = {}): TemplateResult {
  return html`<form lang="ko">
    <dongui-consent .policy=${policy} mode=${mode ?? nothing}>${fields}</dongui-consent>
    ${boxes}
    <button>Join</button>
  </form>`;
}

const valuesOf = ({ sent }: AdoptingPage, name: string) =>
  sent()
    .filter(([each]) => each === name)
    .map(([, value]) => value);

const byOf = async ({ element }: AdoptingPage, id: string) =>
  (await element.record()).receipt.items.find((item) => item.id === id);

afterEach(forgetTouch);

describe('boxes of the page', () => {
  beforeEach(() => {
    touchPage();
  });

  it('are kept without being asked, where the map names them all', async () => {
    const page = await adoptingPage(markup());
    assert.deepEqual(page.errors, []);
    assert.isNull(page.root.querySelector('input#box-terms'));
    assert.isNotNull(page.root.querySelector('input#box-birthday'));
    assert.isEmpty(valuesOf(page, 'agree_age'));
    assert.deepEqual(valuesOf(page, 'consent[birthday]'), ['refused']);
    assert.isEmpty(valuesOf(page, 'consent[terms]'));
  });

  it('are kept where the page says so, also where it has not all of them', async () => {
    const { errors } = await adoptingPage(markup({ mode: 'form' }));
    assert.lengthOf(errors, 1);
    assert.include(errors[0], 'mode="adopt"');
    forgetTouch();
    touchPage();

    const page = await adoptingPage(
      markup({ mode: 'adopt', boxes: html`<input type="checkbox" name="agree_age" value="1" />` }),
    );
    assert.lengthOf(page.errors, 1);
    assert.include(page.errors[0], 'name="agree_service_check[]"');
    assert.isNull(page.root.querySelector('input#box-age'));
    press(page.element, 'terms');
    assert.deepEqual(valuesOf(page, 'agree_service_check[]'), ['1']);
  });

  it('carry the values once, and say what is decided', async () => {
    const page = await adoptingPage(markup());
    const changes: ConsentChangeEvent['detail'][] = [];
    page.element.addEventListener('dongui-consent-change', ({ detail }) => changes.push(detail));
    page.box('agree_service_check[]').click();
    assert.equal(page.element.decisions['terms'], 'given');
    assert.deepEqual(valuesOf(page, 'agree_service_check[]'), ['1']);
    page.box('agree_service_check[]').click();
    assert.equal(page.element.decisions['terms'], 'refused');
    assert.isEmpty(valuesOf(page, 'agree_service_check[]'));
    // A click by a script is nobody's press.
    assert.isEmpty(changes);
  });

  it('say in the element how they stand, and a press there leads to them', async () => {
    const page = await adoptingPage(markup());
    const row = page.root.querySelector<HTMLButtonElement>('button#box-terms')!;
    assert.include(row.textContent, '동의 안 함');
    page.box('agree_service_check[]').click();
    await page.element.updateComplete;
    assert.include(row.textContent, '동의함');
    row.click();
    assert.isTrue(document.activeElement === page.box('agree_service_check[]'));
  });

  it('may be ticked by a script without an event: "select all" of jQuery 3', async () => {
    const $ = await loadJQuery();
    const page = await adoptingPage(markup());
    const all = document.createElement('input');
    all.type = 'checkbox';
    page.form.append(all);
    $(all).on('click', () => {
      $('input[name^="agree_"], input[name^="is_"]', page.form).prop('checked', all.checked);
    });
    all.click();
    await page.element.updateComplete;
    for (const [item, name, on] of BOXES) {
      assert.equal(page.element.decisions[item], 'given', item);
      assert.deepEqual(valuesOf(page, name), [on]);
    }
    assert.include($(page.form).serialize(), 'agree_age=1');
    assert.equal((await byOf(page, 'terms'))?.by, 'host');
  });

  it('are read before the form is checked, whatever a script did in between', async () => {
    const page = await adoptingPage(markup());
    for (const [, name] of BOXES) page.box(name).checked = true;
    let seen = 0;
    page.form.addEventListener('submit', () => (seen += 1));
    page.form.noValidate = true;
    page.form.requestSubmit();
    assert.equal(seen, 1);
    assert.equal(page.element.decisions['terms'], 'given');
  });

  it('are read when the form is gathered, which holds what is decided then', async () => {
    const page = await adoptingPage(markup());
    page.box('is_news_mail').checked = true;
    page.box('agree_age').checked = true;
    assert.deepEqual(valuesOf(page, 'agree_age'), ['1']);
    // Its parent is not given.
    assert.isEmpty(valuesOf(page, 'is_news_mail'));
    assert.isFalse(page.box('is_news_mail').checked);
  });

  it('lose what hangs on a box that is not ticked any more', async () => {
    const page = await adoptingPage(markup());
    const told: string[] = [];
    page.box('is_news_mail').addEventListener('change', ({ type }) => told.push(type));
    tickByScript(true, page.box('agree_privacy_optional_check[]'), page.box('is_news_mail'));
    assert.equal(page.element.decisions['advertising-email'], 'given');
    page.box('agree_privacy_optional_check[]').click();
    assert.isFalse(page.box('is_news_mail').checked);
    assert.lengthOf(told, 1, 'scripts of the page hear of it');
  });

  it('can be cancelled by the page: then nothing was answered', async () => {
    const page = await adoptingPage(markup());
    page.box('agree_age').addEventListener('click', (event) => {
      event.preventDefault();
    });
    page.box('agree_age').click();
    await new Promise((resolve) => setTimeout(resolve));
    assert.isFalse(page.box('agree_age').checked);
    tickByScript(true, page.box('agree_service_check[]'), page.box('agree_information_check[]'));
    tickByScript(true, page.box('agree_age'));
    assert.equal((await byOf(page, 'age'))?.state, 'given');
  });

  it('are reset with the form, and nobody has answered then', async () => {
    const page = await adoptingPage(markup());
    tickByScript(true, ...BOXES.map(([, name]) => page.box(name)));
    page.form.reset();
    assert.isTrue(Object.values(page.element.decisions).every((state) => state === 'refused'));
    assert.isFalse(BOXES.some(([, name]) => page.box(name).checked));
    tickByScript(true, ...BOXES.slice(0, 3).map(([, name]) => page.box(name)));
    assert.equal((await byOf(page, 'marketing-use'))?.by, 'unticked');
  });

  it('keep their markup, and nothing of the element stays on them', async () => {
    const page = await adoptingPage(markup());
    const rows = page.form.querySelector('table')!;
    const before = rows.cloneNode(true) as HTMLElement;
    page.box('agree_age').click();
    page.form.querySelector('button')!.click();
    await page.element.updateComplete;
    page.element.remove();
    assert.isTrue(rows.isEqualNode(before));
    tickByScript(true, page.box('is_news_mail'));
    assert.isTrue(page.box('is_news_mail').checked, 'nobody watches any more');
  });

  it('are in hand again where the element comes back', async () => {
    const page = await adoptingPage(markup());
    page.element.remove();
    page.box('agree_age').checked = true;
    page.form.append(page.element);
    assert.equal(page.element.decisions['age'], 'given');
    page.box('agree_age').click();
    assert.equal(page.element.decisions['age'], 'refused');
  });

  it('that a script puts in later are found, and keep what was decided', async () => {
    const page = await adoptingPage(markup());
    page.box('agree_age').click();
    const cell = page.box('agree_age').closest('td')!;
    cell.replaceChildren(page.box('agree_age').cloneNode());
    await new Promise((resolve) => setTimeout(resolve));
    assert.isTrue(page.box('agree_age').checked);
    page.box('agree_age').click();
    assert.equal(page.element.decisions['age'], 'refused');
    cell.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve));
    await page.element.updateComplete;
    press(page.element, 'age');
    assert.deepEqual(valuesOf(page, 'agree_age'), ['1']);
  });

  it('are sent as without the element', async () => {
    const boxes = html`${TABLE}<input name="email" value="a" /><select name="route">
        <option>one</option>
      </select>`;
    const plain = await fixture<HTMLFormElement>(html`<form>${boxes}</form>`);
    const page = await adoptingPage(markup({ boxes }));
    const random = seeded(7);
    for (let round = 0; round < 20; round += 1) {
      const { name } = plain.querySelectorAll('input')[Math.floor(random() * BOXES.length)]!;
      const [one, other] = [plain.querySelector(`[name="${name}"]`)!, page.box(name)];
      (one as HTMLInputElement).click();
      other.click();
      // What hangs on a parent can't be given without it: the one difference that there may be.
      (one as HTMLInputElement).checked = other.checked;
      const [sent, wanted] = [page.sent(), [...new FormData(plain)]];
      assert.deepEqual(
        sent.filter(([each]) => !each.startsWith('consent[')),
        wanted,
      );
    }
  });
});

describe('a box of the page that is ticked in advance', () => {
  it('is not any more, and the developer is told how to say it (CTL-01)', async () => {
    touchPage(false);
    const boxes = html`<input type="checkbox" name="agree_age" value="1" checked />`;
    const page = await adoptingPage(markup({ fields: FIELDS[0], boxes }));
    assert.isFalse(page.box('agree_age').checked);
    assert.lengthOf(page.errors, 1);
    for (const word of ['agree_age', 'decided="given"', 'source='])
      assert.include(page.errors[0], word);
    assert.equal(page.element.decisions['age'], 'refused');
  });

  it('is found out also where a script does it before the person has touched the page', async () => {
    touchPage(false);
    const page = await adoptingPage(markup());
    tickByScript(true, page.box('agree_age'));
    assert.isFalse(page.box('agree_age').checked);
    assert.lengthOf(page.errors, 1);
    touchPage();
    tickByScript(true, page.box('agree_age'));
    assert.equal(page.element.decisions['age'], 'given');
    page.box('agree_age').defaultChecked = true;
    page.form.reset();
    assert.isFalse(page.box('agree_age').checked, 'a reset gives nothing');
  });

  it('stands where it was decided at another place', async () => {
    touchPage(false);
    const boxes = html`<input type="checkbox" name="agree" checked />`;
    const fields = html`<dongui-field
      item="terms"
      name="agree"
      decided="given"
      source="Kakao"
    ></dongui-field>`;
    const page = await adoptingPage(markup({ fields, boxes }));
    assert.deepEqual(page.errors, []);
    assert.isTrue(page.box('agree').checked);
    assert.deepEqual(valuesOf(page, 'agree'), ['on']);
    assert.include(page.root.querySelector('[data-part="terms"]')!.textContent, 'Kakao');
  });

  it('counts where the person was there already', async () => {
    touchPage();
    const form = await fixture<HTMLFormElement>(
      html`<form lang="ko">
        <input type="checkbox" name="agree_age" value="1" />
      </form>`,
    );
    form.querySelector('input')!.checked = true;
    const element = document.createElement('dongui-consent');
    element.policy = policy;
    element.innerHTML = '<dongui-field item="age" name="agree_age"></dongui-field>';
    form.append(element);
    while (element.decisions['age'] !== 'given') {
      await new Promise((resolve) => setTimeout(resolve));
    }
    assert.isTrue(form.querySelector('input')!.checked);
  });
});

describe('what else holds an answer in a page', () => {
  beforeEach(() => {
    touchPage();
  });

  it('radios, as Rhymix has them: a refusal is an answer, too', async () => {
    const page = await adoptingPage(
      markup({
        fields: html`<dongui-field item="marketing-use" name="allow_mailing" on="Y" off="N">
        </dongui-field>`,
        boxes: html`<input type="radio" name="allow_mailing" value="Y" />
          <input type="radio" name="allow_mailing" value="N" checked />`,
      }),
    );
    assert.deepEqual(valuesOf(page, 'allow_mailing'), ['N']);
    page.box('allow_mailing', 'Y').click();
    assert.equal(page.element.decisions['marketing-use'], 'given');
    assert.deepEqual(valuesOf(page, 'allow_mailing'), ['Y']);
    page.box('allow_mailing', 'N').click();
    assert.equal(page.element.decisions['marketing-use'], 'refused');
    page.box('allow_mailing', 'Y').click();
    page.form.reset();
    assert.deepEqual(valuesOf(page, 'allow_mailing'), ['N']);
  });

  it('a list', async () => {
    const page = await adoptingPage(
      markup({
        fields: html`<dongui-field item="marketing-use" name="mail" on="Y" off="N"></dongui-field>`,
        boxes: html`<select name="mail">
          <option value="">-</option>
          <option value="Y">yes</option>
          <option value="N">no</option>
        </select>`,
      }),
    );
    const select = page.form.querySelector('select')!;
    select.value = 'Y';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    assert.equal(page.element.decisions['marketing-use'], 'given');
    select.value = '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    assert.equal(page.element.decisions['marketing-use'], 'refused');
  });

  it('a hidden input is set along, and put back', async () => {
    const page = await adoptingPage(
      markup({
        fields: html`<dongui-field item="terms" name="agree"></dongui-field>
          <dongui-field item="terms" name="agree_at" on="Y" off="N"></dongui-field>`,
        boxes: html`<input type="checkbox" name="agree" value="1" />
          <input type="hidden" name="agree_at" value="old" />`,
      }),
    );
    assert.deepEqual(valuesOf(page, 'agree_at'), ['N']);
    page.box('agree').click();
    assert.deepEqual(valuesOf(page, 'agree_at'), ['Y']);
    page.element.policy = undefined;
    await page.element.updateComplete;
    assert.equal(page.box('agree_at').value, 'old');
  });

  it('several fields of one item go together', async () => {
    const page = await adoptingPage(
      markup({
        fields: html`<dongui-field item="terms" name="one"></dongui-field>
          <dongui-field item="terms" name="two"></dongui-field>`,
        boxes: html`<input type="checkbox" name="one" value="1" />
          <input type="checkbox" name="two" value="1" />`,
      }),
    );
    page.box('two').click();
    assert.deepEqual([valuesOf(page, 'one'), valuesOf(page, 'two')], [['1'], ['1']]);
    page.box('one').click();
    assert.deepEqual([valuesOf(page, 'one'), valuesOf(page, 'two')], [[], []]);
  });

  it('boxes that share an array name, each with its own value', async () => {
    const page = await adoptingPage(
      markup({
        fields: html`<dongui-field item="terms" name="agree[]" on="terms"></dongui-field>
          <dongui-field item="marketing-use" name="agree[]" on="ads"></dongui-field>`,
        boxes: html`<input type="checkbox" name="agree[]" value="terms" />
          <input type="checkbox" name="agree[]" value="ads" />`,
      }),
    );
    assert.deepEqual(page.errors, []);
    page.box('agree[]', 'ads').click();
    assert.equal(page.element.decisions['marketing-use'], 'given');
    assert.deepEqual(valuesOf(page, 'agree[]'), ['ads']);
  });

  it('two boxes for one are one error; the element asks itself, and sets both along', async () => {
    const page = await adoptingPage(
      markup({
        fields: html`<dongui-field item="terms" name="agree"></dongui-field>`,
        boxes: html`<input type="checkbox" name="agree" value="1" />
          <input type="checkbox" name="agree" value="1" />`,
      }),
    );
    assert.lengthOf(page.errors, 1);
    for (const word of ['<dongui-consent>', 'item="terms"', 'name="agree"', 'leave one'])
      assert.include(page.errors[0], word);
    press(page.element, 'terms');
    assert.deepEqual(valuesOf(page, 'agree'), ['1', '1']);
    page.box('agree').click();
    await page.element.updateComplete;
    assert.isFalse(boxOf(page.element, 'terms').checked);
    assert.isEmpty(valuesOf(page, 'agree'));
  });

  it('companions are sent where the page lacks them', async () => {
    const page = await adoptingPage(
      markup({
        fields: html`<dongui-field
          item="terms"
          name="agree"
          off="0"
          companion="a_default b_default"
        >
        </dongui-field>`,
        boxes: html`<input type="checkbox" name="agree" value="1" />
          <input type="hidden" name="a_default" value="1" />`,
      }),
    );
    assert.deepEqual(valuesOf(page, 'a_default'), ['1']);
    assert.deepEqual(valuesOf(page, 'b_default'), ['0']);
  });
});

describe('a hundred steps by page, person and reset', () => {
  for (const seed of [1, 2, 3]) {
    it(`leave boxes, decisions and form in agreement: seed ${seed}`, async () => {
      touchPage();
      const page = await adoptingPage(markup());
      const random = seeded(seed);
      const pick = () => BOXES[Math.floor(random() * BOXES.length)]!;
      const steps = [
        () => {
          page.box(pick()[1]).click();
        },
        () => {
          tickByScript(random() < 0.7, page.box(pick()[1]), page.box(pick()[1]));
        },
        () => {
          page.box(pick()[1]).checked = random() < 0.5;
        },
        () => {
          press(page.element, random() < 0.5 ? 'birthday' : 'advertising-sms');
        },
        () => {
          if (random() < 0.2) page.form.reset();
        },
      ];
      for (let step = 0; step < 100; step += 1) {
        steps[Math.floor(random() * steps.length)]!();
        const data = new FormData(page.form);
        for (const [item, name, on] of BOXES) {
          const given = page.element.decisions[item] === 'given';
          assert.equal(page.box(name).checked, given, `${step}: ${name}`);
          assert.deepEqual(data.getAll(name), given ? [on] : [], `${step}: ${name}`);
        }
        const { 'advertising-sms': sms = '' } = page.element.decisions;
        assert.deepEqual(data.getAll('consent[advertising-sms]'), [sms]);
      }
    });
  }
});

/** Numbers from 0 to below 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface JQuery {
  on(event: string, listener: () => void): void;
  prop(name: string, value: boolean): void;
  serialize(): string;
}

/** jQuery as pages load it: by a script tag, under its global name. */
async function loadJQuery(): Promise<(target: unknown, context?: Element) => JQuery> {
  const script = document.createElement('script');
  script.src = '/node_modules/jquery-3/dist/jquery.min.js';
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  return (window as unknown as { jQuery: (target: unknown, context?: Element) => JQuery }).jQuery;
}
