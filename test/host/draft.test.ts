import { assert, fixture, html } from '@open-wc/testing';

import { type DraftedControl, keepDraft } from '../../src/host/draft.js';
import { dropLeftDrafts } from '../../src/host/left-drafts.js';
import type { ConsentElement } from '../../src/elements/consent/consent.js';
import { boxOf, demoPolicy, drawn, press } from '../support/consent-fixture.js';

const KEY = 'dongui/d/nexcore/signup';

/** As a document before this one has left it. */
function leave(answers: string, { at = Date.now(), load = 1 } = {}): void {
  sessionStorage.setItem(KEY, JSON.stringify({ at, load, answers }));
}

const stored = (): { answers: string; load: number } | null =>
  JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as { answers: string; load: number } | null;

async function page(): Promise<{ form: HTMLFormElement; element: ConsentElement }> {
  const policy = await demoPolicy('nexcore');
  const form = await fixture<HTMLFormElement>(
    html`<form lang="ko">
      <dongui-consent draft .policy=${policy}></dongui-consent><button>OK</button>
    </form>`,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const element = form.querySelector('dongui-consent')!;
  await drawn(element);
  return { form, element };
}

/** Resolves when the part of the element that keeps drafts has looked for one. */
async function looked(): Promise<void> {
  await import('../../src/host/draft.js');
  await new Promise((resolve) => setTimeout(resolve));
}

/** What a form of this policy keeps once "membership" is given. */
async function answersOf(): Promise<string> {
  const { element } = await page();
  await looked();
  press(element, 'membership');
  const { answers } = stored()!;
  element.remove();
  sessionStorage.clear();
  return answers;
}

beforeEach(() => {
  sessionStorage.clear();
});

describe('a draft', () => {
  it('is written at each press, and holds nothing but the answers', async () => {
    const { element } = await page();
    await looked();
    assert.isNull(stored());
    press(element, 'membership');
    const { answers, load } = stored()!;
    const kept = JSON.parse(answers) as { notice: string; answers: Record<string, object> };
    assert.deepEqual(Object.keys(kept), ['notice', 'answers']);
    assert.deepInclude(kept.answers['membership'], { given: true, by: 'checkbox' });
    assert.equal(load, performance.timeOrigin);
    press(element, 'membership');
    assert.include(stored()!.answers, '"given":false');
  });

  it('comes back in a later document, is drawn as such, and recorded as restored', async () => {
    leave(await answersOf());
    const { element } = await page();
    while (!boxOf(element, 'membership').checked) await element.updateComplete.then(looked);
    assert.isNotNull(element.shadowRoot!.querySelector('.note[role="status"]'));
    assert.isFalse(boxOf(element, 'marketing').checked);
    const { receipt } = await element.record();
    assert.deepEqual(
      receipt.items.map(({ state, by }) => [state, by]),
      [
        ['given', 'restored'],
        ['refused', 'unticked'],
      ],
    );
  });

  const HOUR = 3_600_000;
  for (const [name, change] of [
    ['of another notice', (answers: string) => [answers.replace(/"notice":"./, '"notice":"~'), {}]],
    ['after half an hour', (answers: string) => [answers, { at: Date.now() - HOUR }]],
    ['from a clock that was ahead', (answers: string) => [answers, { at: Date.now() + HOUR }]],
    ['in the same document', (answers: string) => [answers, { load: performance.timeOrigin }]],
    ['that is no draft', () => ['{"notice":1', {}]],
  ] as const) {
    it(`never comes back ${name}`, async () => {
      const [answers, how] = change(await answersOf());
      leave(answers as string, how);
      const { element } = await page();
      await looked();
      await element.updateComplete;
      assert.equal(element.decisions['membership'], 'refused');
    });
  }

  it('never comes back after a reload, which forgets it', () => {
    leave('{}');
    let isBack = false;
    const element = Object.assign(document.createElement('div'), {
      form: null,
      surface: 'signup',
      formStateRestoreCallback: () => {
        isBack = true;
      },
    }) satisfies DraftedControl;
    performance.getEntriesByType = () => [{ type: 'reload' } as unknown as PerformanceEntry];
    try {
      keepDraft(element, 'nexcore', { answers: 0, initial: 0, keep: () => '' });
    } finally {
      Reflect.deleteProperty(performance, 'getEntriesByType');
    }
    assert.isFalse(isBack);
    assert.isNull(stored());
  });

  it('ends with a reset', async () => {
    const { form, element } = await page();
    await looked();
    press(element, 'membership');
    form.reset();
    await looked();
    assert.isNull(stored());
  });

  it('ends when a script has sent the form and it is recorded, until something is changed', async () => {
    const { form, element } = await page();
    await looked();
    press(element, 'membership');
    const recorded = new Promise((resolve) => {
      element.addEventListener('dongui-receipt-stored', resolve);
    });
    const read: FormData[] = [];
    form.addEventListener('submit', () => read.push(new FormData(form)));
    form.requestSubmit();
    await recorded;
    window.dispatchEvent(new Event('pagehide'));
    assert.isNull(stored());
    while (element.shadowRoot!.querySelector('.ok') === null) await looked();
    element.shadowRoot!.querySelector<HTMLButtonElement>('button.link')!.click();
    await element.updateComplete;
    press(element, 'marketing');
    assert.isNotNull(stored());
  });

  it('is kept by no element that does not ask for it', async () => {
    const { element } = await page();
    element.remove();
    const plain = document.createElement('dongui-consent');
    plain.policy = await demoPolicy('nexcore');
    document.body.append(plain);
    await drawn(plain);
    press(plain, 'membership');
    window.dispatchEvent(new Event('pagehide'));
    plain.remove();
    assert.isNull(stored());
  });
});

describe('a page that is no part of a signup', () => {
  it('forgets drafts, and only those', () => {
    sessionStorage.setItem('other', '1');
    leave('{}');
    dropLeftDrafts();
    assert.deepEqual(Object.keys(sessionStorage), ['other']);
  });

  for (const kept of ['<dongui-consent draft></dongui-consent>', '<input name="dongui_receipt">']) {
    it(`is none with ${kept}`, () => {
      leave('{}');
      const place = document.createElement('div');
      place.innerHTML = kept;
      document.body.append(place);
      dropLeftDrafts();
      place.remove();
      assert.isNotNull(stored());
    });
  }
});
