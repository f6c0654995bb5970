import { assert } from '@open-wc/testing';

describe('a page that has the element already', () => {
  it('keeps the one that came first', async () => {
    class First extends HTMLElement {}
    customElements.define('dongui-consent', First);

    await import('../../src/define/consent.js');

    assert.equal<unknown>(customElements.get('dongui-consent'), First);
  });
});
