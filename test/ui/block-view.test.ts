import { assert } from '@open-wc/testing';
import { html, render } from 'lit';

import type { Block } from '../../src/model/block.js';
import { blocksView } from '../../src/ui/block-view.js';
import { safeHref } from '../../src/ui/safe-href.js';

function drawn(...blocks: Block[]): HTMLElement {
  const root = document.createElement('div');
  render(html`${blocksView(blocks)}`, root);
  return root;
}

function textOf(element: Element | null): string {
  return element!.textContent.replace(/\s+/g, ' ').trim();
}

describe('longer text', () => {
  it('is paragraphs, with links in them', () => {
    const root = drawn('plain', {
      type: 'paragraph',
      text: ['see ', { text: 'this', href: 'https://a.example/' }, '.'],
    });

    assert.deepEqual([...root.querySelectorAll('p')].map(textOf), ['plain', 'see this.']);
    const link = root.querySelector('a')!;
    assert.equal(link.href, 'https://a.example/');
    assert.equal(link.rel, 'noopener');
  });

  it('is lists, numbered or not, one in the other', () => {
    const root = drawn(
      { type: 'list', items: ['a', { text: 'b', items: ['c', [{ text: 'd', href: 'tel:118' }]] }] },
      { type: 'list', ordered: true, items: ['1'] },
    );

    assert.deepEqual([...root.querySelectorAll('ul > li > ul > li')].map(textOf), ['c', 'd']);
    assert.equal(textOf(root.querySelector('ol > li')), '1');
  });

  it('is tables with a head and a caption where there are', () => {
    const root = drawn(
      { type: 'table', caption: 'c', head: ['h', 'i'], rows: [['a', [{ text: 'b', href: '/x' }]]] },
      { type: 'table', rows: [['only']] },
    );

    const [first, second] = root.querySelectorAll('table');
    assert.equal(textOf(first!.caption), 'c');
    assert.deepEqual([...first!.querySelectorAll('th[scope="col"]')].map(textOf), ['h', 'i']);
    assert.deepEqual([...first!.querySelectorAll('td')].map(textOf), ['a', 'b']);
    assert.isNull(second!.caption);
    assert.isNull(second!.tHead);
  });

  for (const href of [
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'https://',
    'blob:https://a.example/x',
  ]) {
    it(`draws a hostile link as text: ${JSON.stringify(href)}`, () => {
      const root = drawn({ type: 'paragraph', text: [{ text: 'press', href }] });

      assert.isNull(root.querySelector('a'));
      assert.equal(textOf(root), 'press');
      assert.isUndefined(safeHref(href, document.baseURI));
    });
  }
});
