import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { detectBrowser } from '../../src/gates/detect-browser.js';
import type { DetectedBrowser } from '../../src/gates/detected-browser.js';
import { KNOWN_BROWSERS } from './user-agents.js';

/** `chrome windows 11`, `retired edge-legacy windows`, `in-app naver android → chrome`. */
function inWords(detected: DetectedBrowser): string {
  const system = [detected.platform, detected.platformVersion];
  const words =
    detected.kind === 'in-app'
      ? ['in-app', detected.app, ...system, ...(detected.outside ? ['→', detected.outside] : [])]
      : 'browser' in detected
        ? [detected.kind === 'retired' ? 'retired' : '', detected.browser, ...system]
        : [detected.kind, ...system];
  return words.filter(Boolean).join(' ');
}

describe('detectBrowser', () => {
  it('is held against more than 200 browsers, each another', () => {
    const seen = new Set(KNOWN_BROWSERS.map((each) => JSON.stringify(each)));

    assert.equal(seen.size, KNOWN_BROWSERS.length);
    assert.ok(seen.size >= 200, String(seen.size));
  });

  for (const { is, ...signals } of KNOWN_BROWSERS) {
    const hints = signals.clientHints?.brands?.map(({ brand }) => brand).join(', ') ?? '';
    it(`${is}: ${signals.userAgent} ${hints}`, () => {
      assert.equal(inWords(detectBrowser(signals)), is);
    });
  }

  it('tells the major version', () => {
    const versions = [
      ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', '153'],
      ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', '11'],
    ] as const;

    for (const [userAgent, version] of versions) {
      const detected = detectBrowser({ userAgent });
      assert.equal('version' in detected ? detected.version : undefined, version);
    }
  });

  it('takes whatever a page may say of itself', () => {
    const long = 'Chrome/'.repeat(20_000);
    const brands = [
      { brand: '', version: '' },
      { brand: 'toString', version: '1' },
      { brand: '__proto__', version: '1' },
    ];

    assert.equal(detectBrowser({ userAgent: long }).kind, 'unknown');
    assert.equal(
      detectBrowser({ userAgent: '<b>x</b>', clientHints: { brands, platform: 'constructor' } })
        .kind,
      'unknown',
    );
  });
});
