import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { twentyBundles, unseenFlips } from '../support/bit-flips.js';
import { seeded } from '../support/seeded.js';

const files = await twentyBundles();
const [smallest, ...others] = files;
assert.ok(smallest);

describe('a bundle of which one bit was changed', () => {
  it(`is seen through, whichever of its ${smallest.bytes.length * 8} bits it is`, async () => {
    const bits = Array.from({ length: smallest.bytes.length * 8 }, (_, bit) => bit);
    assert.deepEqual(await unseenFlips(smallest, bits), []);
  });

  // Every bit of all twenty is 1.4 million verifications: `npm run soak`.
  for (const file of others) {
    it(`is seen through at 250 places of ${file.name} (seed 3)`, async () => {
      const random = seeded(3);
      const bits = Array.from({ length: 250 }, () => Math.floor(random() * file.bytes.length * 8));
      assert.deepEqual(await unseenFlips(file, bits), []);
    });
  }

  it('is one of twenty', () => {
    assert.equal(files.length, 20);
  });
});
