import { assert, html } from '@open-wc/testing';

import {
  adoptingPage,
  type AdoptingPage,
  besideOf,
  forgetTouch,
  touchPage,
} from '../support/adopt-fixture.js';
import { demoPolicy, press, pressButton } from '../support/consent-fixture.js';

const policy = await demoPolicy('haru.ko');
const ITEMS = ['age', 'terms', 'kitchen', 'advertising-email', 'advertising-sms'];

/** A table of 12 px, as old signup pages have them, and two boxes outside of it. */
const page = (facts: string, more: unknown = ''): Promise<AdoptingPage> =>
  adoptingPage(
    html`<form lang="ko">
      <dongui-consent .policy=${policy} mode="adopt" facts=${facts}>
        ${ITEMS.map((id) => html`<dongui-field item=${id} name=${id}></dongui-field>`)} ${more}
      </dongui-consent>
      <table style="font-size: 12px">
        ${ITEMS.slice(0, 3).map(
          (id) =>
            html`<tr>
              <th scope="row">${id}</th>
              <td>
                <input type="checkbox" id="p-${id}" name=${id} value="1" /><label for="p-${id}"
                  >동의함</label
                >
              </td>
            </tr>`,
        )}
      </table>
      ${ITEMS.slice(3).map(
        (id) =>
          html`<div style="display: flex">
            <label
              ><input type="checkbox" name=${id} value="1" aria-describedby="tip" /> ${id}</label
            >
          </div>`,
      )}
      <p id="tip">tip</p>
      <button>Join</button>
    </form>`,
  );

const submit = async ({ form, element }: AdoptingPage): Promise<void> => {
  form.requestSubmit();
  form.querySelector<HTMLButtonElement>('form > button')!.click();
  await element.updateComplete;
};

beforeEach(() => {
  touchPage();
});
afterEach(forgetTouch);

describe('facts above the boxes of the page', () => {
  it('stand in the element, with how each box stands', async () => {
    const { root, form } = await page('above');
    const part = root.querySelector('[data-part="kitchen"]')!;
    assert.include(part.textContent, '주식회사 새봄키친');
    assert.include(part.textContent, '동의 안 함');
    assert.isNull(part.querySelector('input'));
    assert.isNull(form.querySelector('[id^="dongui-beside"]'));
  });

  it('are accessible, with errors that lead to the box of the page', async () => {
    const adopting = await page('above');
    await assert.isAccessible(adopting.form);
    await submit(adopting);
    await assert.isAccessible(adopting.form);
    assert.isTrue(document.activeElement === adopting.box('age'));
    const links = adopting.root.querySelectorAll<HTMLAnchorElement>('[role="alert"] a');
    assert.lengthOf(links, 3);
    links[1]!.click();
    assert.isTrue(document.activeElement === adopting.box('terms'));
  });
});

describe('facts beside the boxes of the page', () => {
  it('stand at the end of the cell, or behind what holds the label', async () => {
    const { root, box } = await page('beside');
    const kitchen = besideOf(box('kitchen'))!;
    assert.include(kitchen.textContent, '주식회사 새봄키친');
    const host = (kitchen.getRootNode() as ShadowRoot).host;
    assert.isTrue(host === box('kitchen').closest('td')!.lastElementChild);
    assert.isNull(root.querySelector('[data-part="kitchen"]'));
    assert.isNotNull(root.querySelector('[data-part="birthday"]'));
    const email = (besideOf(box('advertising-email'))!.getRootNode() as ShadowRoot).host;
    assert.isTrue(email.previousElementSibling === box('advertising-email').closest('div'));
    // The channels of advertising have their facts at the first of them.
    assert.isNotNull(besideOf(box('advertising-email'))!.querySelector('.facts'));
    assert.isNull(besideOf(box('advertising-sms'))!.querySelector('.facts'));
  });

  it('are accessible, with errors in place', async () => {
    const adopting = await page('beside');
    await assert.isAccessible(adopting.form);
    await submit(adopting);
    await assert.isAccessible(adopting.form);
    assert.isTrue(document.activeElement === adopting.box('age'));
    assert.equal(adopting.box('terms').getAttribute('aria-invalid'), 'true');
    assert.isNotNull(besideOf(adopting.box('terms'))!.querySelector('.error'));
    adopting.box('terms').click();
    await adopting.element.updateComplete;
    assert.isFalse(adopting.box('terms').hasAttribute('aria-invalid'));
    assert.isNull(besideOf(adopting.box('terms'))!.querySelector('.error'));
  });

  it('describe the box, and go with the element without a trace', async () => {
    const { form, element, box } = await page('beside');
    assert.match(box('advertising-sms').getAttribute('aria-describedby')!, /^tip dongui-beside-/);
    assert.match(box('terms').getAttribute('aria-describedby')!, /^dongui-beside-/);
    form.requestSubmit();
    await element.updateComplete;
    element.remove();
    assert.equal(box('advertising-sms').getAttribute('aria-describedby'), 'tip');
    assert.isFalse(box('terms').hasAttribute('aria-describedby'));
    assert.isFalse(box('terms').hasAttribute('aria-invalid'));
    assert.isNull(form.querySelector('[id^="dongui-beside"]'));
    form.append(element);
    await element.updateComplete;
    assert.isDefined(besideOf(box('terms')));
  });

  it('are part of what was shown, and named where the page hides them', async () => {
    const adopting = await page('beside');
    pressButton(adopting.element, 'required-only');
    const { receipt: first } = await adopting.element.record();
    assert.deepEqual(first.shown.hidden, []);
    adopting.form.querySelector('table')!.style.display = 'none';
    press(adopting.element, 'birthday');
    const { receipt: second } = await adopting.element.record();
    assert.includeMembers([...second.shown.hidden], ['age', 'terms', 'kitchen']);
    assert.equal(second.shown.sha256, first.shown.sha256);
    adopting.element.remove();
    const above = await page('above');
    pressButton(above.element, 'required-only');
    const { receipt: third } = await above.element.record();
    assert.notEqual(third.shown.sha256, first.shown.sha256);
  });

  it('leave the two equal answers out where the element has fewer than two boxes of its own', async () => {
    const rest = ['birthday', 'allergy', 'translation', 'advertising-push', 'advertising-night'];
    const { root } = await page('beside', [
      ...rest.map((item) => html`<dongui-field item=${item} not-asked></dongui-field>`),
    ]);
    assert.isNull(root.querySelector('.pair'));
    assert.isNotNull(root.querySelector('#box-marketing-use'));
  });
});

describe('a box of the page that its skin hides', () => {
  it('gets the focus all the same, and the element where it can not have it', async () => {
    const adopting = await page('above');
    adopting.box('age').style.cssText = 'position: absolute; opacity: 0';
    await submit(adopting);
    assert.isTrue(document.activeElement === adopting.box('age'));
    adopting.box('age').blur();
    adopting.box('age').style.display = 'none';
    adopting.element.focus();
    assert.isTrue(document.activeElement === adopting.element);
    assert.equal(adopting.root.activeElement?.id, 'box-age');
  });
});
