import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';

import { noticeAddress, resolveEndpoint } from '../../src/core/endpoint.js';
import { FakeBrowser } from '../support/fake-browser.js';

function setUp(t: TestContext, origin: string) {
  const browser = new FakeBrowser();
  browser.origin = origin;
  const { ports } = browser.open();
  const warnings: string[] = [];
  t.mock.method(console, 'warn', (text: string) => warnings.push(text));
  return { ports, warnings };
}

describe('resolveEndpoint() (REC-07)', () => {
  it('takes https from anywhere, and addresses relative to the page', (t) => {
    const { ports, warnings } = setUp(t, 'https://shop.example');

    assert.equal(
      resolveEndpoint('https://a.example/receipts', ports),
      'https://a.example/receipts',
    );
    assert.equal(
      resolveEndpoint('/consents/receipts', ports),
      'https://shop.example/consents/receipts',
    );
    assert.equal(resolveEndpoint('receipts', ports), 'https://shop.example/signup/receipts');
    assert.deepEqual(warnings, []);
  });

  for (const endpoint of [
    'http://a.example/receipts',
    'http://localhost/receipts',
    'javascript:alert(1)',
    'data:,x',
    'blob:https://shop.example/x',
    'ftp://a.example/',
  ]) {
    it(`refuses ${endpoint} from an https page`, (t) => {
      const { ports } = setUp(t, 'https://shop.example');

      assert.throws(() => resolveEndpoint(endpoint, ports), /^TypeError: \[dongui\] endpoint/);
    });
  }

  it('refuses what is no address', (t) => {
    const { ports } = setUp(t, 'https://shop.example');

    assert.throws(() => resolveEndpoint('https://', ports), TypeError);
  });

  it('takes http on an http page, with one warning, and nothing else', (t) => {
    const { ports, warnings } = setUp(t, 'http://localhost:4400');

    assert.equal(resolveEndpoint('/receipts', ports), 'http://localhost:4400/receipts');
    assert.equal(resolveEndpoint('/other', ports), 'http://localhost:4400/other');
    assert.equal(resolveEndpoint('https://a.example/', ports), 'https://a.example/');
    assert.throws(() => resolveEndpoint('data:,x', ports), TypeError);

    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /http:\/\/localhost:4400\/receipts/);
  });
});

describe('noticeAddress()', () => {
  it('stands beside the endpoint', () => {
    assert.equal(
      noticeAddress('https://a.example/consents/receipts?site=3#x', 'h'),
      'https://a.example/consents/notices/h',
    );
  });
});
