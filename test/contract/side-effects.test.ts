import { assert } from '@open-wc/testing';

/** What a page can notice of a module that does more than declare. */
function traces() {
  return {
    elements: document.querySelectorAll('*').length,
    stored: localStorage.length,
    globals: Object.keys(window).sort().join(),
  };
}

describe('importing', () => {
  it('registers, stores and adds nothing', async () => {
    const before = traces();

    await import('../../src/index.js');
    await import('../../src/core/index.js');
    await import('../../src/model/index.js');
    await import('../../locales/ko.js');

    assert.isUndefined(customElements.get('dongui-consent'));
    assert.deepEqual(traces(), before);
  });
});
