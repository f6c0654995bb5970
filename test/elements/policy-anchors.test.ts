import { assert, fixture, html, waitUntil } from '@open-wc/testing';

import { DOCUMENTS, langOf, policyFixture } from '../support/policy-element-fixture.js';

const clear = (): void => {
  history.replaceState(null, '', location.pathname + location.search);
};

const top = (root: ShadowRoot, id: string): number =>
  root.querySelector(`#${id}`)!.getBoundingClientRect().top;

describe('<dongui-policy> leads to its chapters', () => {
  afterEach(() => {
    clear();
    scrollTo(0, 0);
  });

  it('when the page is opened with the address of one', async () => {
    history.replaceState(null, '', '#policy-third-parties');
    const { root } = await policyFixture('haru.ko');

    assert.equal(root.activeElement?.id, 'policy-third-parties');
    assert.closeTo(top(root, 'policy-third-parties'), 16, 3);
  });

  it('when the address changes, and when the same link is pressed again', async () => {
    const { root } = await policyFixture('haru.ko');
    location.hash = '#policy-safety';
    await waitUntil(() => root.activeElement?.id === 'policy-safety');

    scrollTo(0, 0);
    const link = [...root.querySelectorAll<HTMLAnchorElement>('.contents a')].find(
      ({ hash }) => hash === '#policy-safety',
    )!;
    link.click();
    await waitUntil(() => Math.abs(top(root, 'policy-safety') - 16) < 3);
    assert.equal(location.hash, '#policy-safety');
  });

  it('where a base element would bend the address of a link', async () => {
    const base = document.createElement('base');
    base.href = '/somewhere/else/';
    document.head.append(base);
    try {
      const { root } = await policyFixture('haru.ko');
      const before = location.pathname;
      root.querySelector<HTMLAnchorElement>('.contents a[href$="#policy-rights"]')!.click();

      await waitUntil(() => root.activeElement?.id === 'policy-rights');
      assert.equal(location.pathname, before);
    } finally {
      base.remove();
    }
  });

  it('but leaves an address to the page that has an element of that name', async () => {
    await fixture(html`<p id="policy-safety">the page's own</p>`);
    history.replaceState(null, '', '#policy-safety');
    const { root } = await policyFixture('haru.ko');

    assert.isNull(root.activeElement);
  });

  it('and minds neither other addresses nor broken ones', async () => {
    for (const hash of ['#other', '#policy-nowhere', '#policy-%', '#%E0%A4%A']) {
      history.replaceState(null, '', hash);
      const { root } = await policyFixture('nexcore');
      assert.isNull(root.activeElement, hash);
    }
  });
});

describe('<dongui-policy> on paper', () => {
  it('has every disclosure open, and closes them afterwards', async () => {
    const { root } = await policyFixture('haru.ko');
    const closed = (): number => root.querySelectorAll('.chapters details:not([open])').length;
    const before = closed();
    assert.isAbove(before, 0);

    dispatchEvent(new Event('beforeprint'));
    assert.equal(closed(), 0);
    dispatchEvent(new Event('afterprint'));
    assert.equal(closed(), before);
  });
});

describe('<dongui-policy> is accessible', () => {
  for (const name of DOCUMENTS) {
    it(name, async () => {
      const { element } = await policyFixture(name, langOf(name));
      await assert.isAccessible(element);
    });
  }

  it('narrow, and in the dark', async () => {
    const { element } = await policyFixture('haru.ko');
    element.parentElement!.setAttribute(
      'style',
      'width: 360px; color-scheme: dark; background: #17191e',
    );
    await assert.isAccessible(element);
  });

  it('keeps the roles of its tables where they are drawn as blocks', async () => {
    const { element, root } = await policyFixture('haru.ko');
    element.parentElement!.setAttribute('style', 'width: 360px');
    const table = root.querySelector('.records')!;

    assert.equal(getComputedStyle(table.querySelector('tbody tr')!).display, 'block');
    assert.equal(table.getAttribute('role'), 'table');
    for (const cell of table.querySelectorAll<HTMLElement>('td')) {
      assert.equal(cell.getAttribute('role'), 'cell');
      assert.notEqual(cell.querySelector<HTMLElement>('.label')!.innerText, '');
    }
  });
});
