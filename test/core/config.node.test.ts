import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { configure, pageDefaults } from '../../src/core/config.js';
import { VERSION } from '../../src/core/version.js';

describe('configure()', () => {
  it('adds to what was set before', () => {
    assert.deepEqual(pageDefaults(), {});

    configure({ endpoint: '/receipts', ack: 'hash' });
    configure({ src: '/policy.json', ack: 'status' });

    assert.deepEqual(pageDefaults(), { endpoint: '/receipts', src: '/policy.json', ack: 'status' });
  });
});

describe('VERSION', () => {
  it('is that of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

    assert.equal(VERSION, version);
  });
});
