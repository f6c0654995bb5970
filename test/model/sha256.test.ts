import { assert } from '@open-wc/testing';

import { sha256 } from '../../src/model/sha256.js';

describe('sha256 in this engine', () => {
  it('equals the one that the browser brings', async () => {
    const texts = [
      '',
      'abc',
      '동의 \u{1f600}',
      ...Array.from({ length: 130 }, (_, i) => 'x'.repeat(i)),
    ];
    for (const text of [...texts, '가나다 '.repeat(20_000)]) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)));
      const expected = base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
      assert.equal(sha256(text), expected);
    }
  });
});
