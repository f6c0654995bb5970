import type { CheckedVersion, Guide, GuideSource, Sureness, Way, WayKind } from './guide.js';
import type { AdvertisingGuideId, BrowserGuideId, WayId } from './guide-ids.js';

/**
 * The ways of each browser. To correct one: change its steps in `locales/<lang>/cookie-steps.ts`,
 * and here its version, day, source and how sure the words are. docs/cookie-steps.md says how.
 */
const READ = '2026-11-21';

/** Read in the regulator's guide, in Korean; the other languages' menus from memory. */
const PIPC = { source: 'pipc-2026-04', sureness: sure('official', 'memory') } as const;

/** From memory in every language. */
const MEMORY = { source: 'none', sureness: sure('memory', 'memory') } as const;

function sure(ko: Sureness, en: Sureness): Record<'ko' | 'en' | 'ja', Sureness> {
  return { ko, en, ja: 'memory' };
}

type Origin = Pick<Way, 'sureness'> & { readonly source: GuideSource };

function asOf(product: string): CheckedVersion {
  return { product, asOf: '2026-04' };
}

function way(
  id: WayId,
  kind: WayKind,
  about: Origin & Pick<Way, 'version' | 'scope' | 'settings'>,
): Way<WayId> {
  return { id, kind, checkedOn: READ, ...about };
}

const chromeDesktop = asOf('Chrome');
const edge = asOf('Microsoft Edge');
const ios18 = { product: 'iOS, iPadOS', from: '18' };
const samsung = asOf('Samsung Internet');

/** In the order of the list of other browsers. */
export const BROWSER_GUIDES: readonly Guide<BrowserGuideId, WayId>[] = [
  {
    id: 'chrome-desktop',
    ways: [
      way('chrome-desktop-third-party', 'refuse', {
        scope: 'third-party',
        ...PIPC,
        version: chromeDesktop,
        settings: 'chrome://settings/cookies',
      }),
      way('chrome-desktop-all', 'refuse', {
        scope: 'all',
        ...MEMORY,
        version: { product: 'Chrome' },
        settings: 'chrome://settings/content/siteData',
      }),
      way('chrome-desktop-delete', 'delete', {
        ...PIPC,
        version: chromeDesktop,
        settings: 'chrome://settings/clearBrowserData',
      }),
      way('chrome-desktop-private', 'limit', { ...PIPC, version: chromeDesktop }),
    ],
  },
  {
    id: 'chrome-android',
    ways: [
      way('chrome-android-third-party', 'refuse', {
        scope: 'third-party',
        ...PIPC,
        version: asOf('Chrome'),
      }),
      way('chrome-android-delete', 'delete', { ...MEMORY, version: { product: 'Chrome' } }),
      way('chrome-android-private', 'limit', { ...PIPC, version: asOf('Chrome') }),
    ],
  },
  {
    id: 'samsung',
    ways: [
      way('samsung-tracking', 'refuse', { scope: 'tracking', ...PIPC, version: samsung }),
      way('samsung-all', 'refuse', {
        scope: 'all',
        ...MEMORY,
        version: { product: 'Samsung Internet' },
      }),
      way('samsung-delete', 'delete', { ...MEMORY, version: { product: 'Samsung Internet' } }),
      way('samsung-private', 'limit', { ...PIPC, version: samsung }),
    ],
  },
  {
    id: 'safari-ios',
    ways: [
      way('safari-ios-cross-site', 'refuse', {
        scope: 'tracking',
        source: 'none',
        sureness: sure('third-party', 'memory'),
        version: ios18,
      }),
      way('safari-ios-all', 'refuse', { scope: 'all', ...PIPC, version: ios18 }),
      way('safari-ios-delete', 'delete', { ...MEMORY, version: ios18 }),
      way('safari-ios-private', 'limit', { ...MEMORY, version: ios18 }),
    ],
  },
  {
    id: 'chrome-ios',
    ways: [
      way('chrome-ios-none', 'refuse', { ...MEMORY, version: { product: 'Chrome' } }),
      way('chrome-ios-delete', 'delete', { ...MEMORY, version: { product: 'Chrome' } }),
      way('chrome-ios-private', 'limit', { ...MEMORY, version: { product: 'Chrome' } }),
    ],
  },
  {
    id: 'safari-mac',
    ways: [
      way('safari-mac-cross-site', 'refuse', {
        scope: 'tracking',
        source: 'none',
        sureness: sure('third-party', 'third-party'),
        version: { product: 'Safari' },
      }),
      way('safari-mac-all', 'refuse', { scope: 'all', ...MEMORY, version: { product: 'Safari' } }),
      way('safari-mac-delete', 'delete', { ...MEMORY, version: { product: 'Safari' } }),
      way('safari-mac-private', 'limit', { ...MEMORY, version: { product: 'Safari' } }),
    ],
  },
  {
    id: 'edge-desktop',
    ways: [
      way('edge-desktop-third-party', 'refuse', {
        scope: 'third-party',
        ...PIPC,
        version: edge,
        settings: 'edge://settings/privacy',
      }),
      way('edge-desktop-tracking', 'refuse', { scope: 'tracking', ...PIPC, version: edge }),
      way('edge-desktop-delete', 'delete', { ...PIPC, version: edge }),
      way('edge-desktop-private', 'limit', { ...PIPC, version: edge }),
    ],
  },
  {
    id: 'firefox-desktop',
    ways: [
      way('firefox-desktop-strict', 'refuse', {
        scope: 'tracking',
        source: 'firefox-texts',
        sureness: sure('vendor', 'vendor'),
        version: { product: 'Firefox' },
        settings: 'about:preferences#privacy',
      }),
      way('firefox-desktop-all', 'refuse', {
        scope: 'all',
        source: 'firefox-texts',
        sureness: sure('vendor', 'memory'),
        version: { product: 'Firefox' },
        settings: 'about:preferences#privacy',
      }),
      way('firefox-desktop-delete', 'delete', {
        source: 'firefox-texts',
        sureness: sure('vendor', 'memory'),
        version: { product: 'Firefox' },
        settings: 'about:preferences#privacy',
      }),
      way('firefox-desktop-private', 'limit', { ...MEMORY, version: { product: 'Firefox' } }),
    ],
  },
  {
    id: 'firefox-android',
    ways: [
      way('firefox-android-strict', 'refuse', {
        scope: 'tracking',
        source: 'firefox-help',
        sureness: sure('third-party', 'third-party'),
        version: { product: 'Firefox' },
      }),
      way('firefox-android-delete', 'delete', { ...MEMORY, version: { product: 'Firefox' } }),
      way('firefox-android-private', 'limit', { ...MEMORY, version: { product: 'Firefox' } }),
    ],
  },
  {
    id: 'whale-desktop',
    ways: [
      way('whale-desktop-third-party', 'refuse', {
        scope: 'third-party',
        ...MEMORY,
        version: { product: 'Naver Whale' },
        settings: 'whale://settings/cookies',
      }),
      way('whale-desktop-delete', 'delete', {
        source: 'none',
        sureness: sure('third-party', 'memory'),
        version: { product: 'Naver Whale' },
        settings: 'whale://settings/clearBrowserData',
      }),
      way('whale-desktop-private', 'limit', { ...MEMORY, version: { product: 'Naver Whale' } }),
    ],
  },
  {
    id: 'whale-mobile',
    ways: [
      way('whale-mobile-refuse', 'refuse', {
        scope: 'all',
        ...MEMORY,
        version: { product: 'Naver Whale' },
      }),
      way('whale-mobile-private', 'limit', { ...MEMORY, version: { product: 'Naver Whale' } }),
    ],
  },
];

/** Advertising identifiers and interest-based advertising, by device. */
export const ADVERTISING_GUIDES: readonly Guide<AdvertisingGuideId, WayId>[] = [
  {
    id: 'android-ads',
    ways: [
      way('android-ads-delete', 'delete', { ...PIPC, version: { product: 'Android', from: '12' } }),
      way('android-ads-google', 'delete', {
        source: 'none',
        sureness: sure('third-party', 'memory'),
        version: { product: 'Android' },
      }),
      way('android-ads-samsung', 'refuse', { ...MEMORY, version: { product: 'One UI' } }),
    ],
  },
  {
    id: 'ios-ads',
    ways: [
      way('ios-ads-tracking', 'refuse', {
        source: 'pipc-2026-04',
        sureness: sure('official', 'third-party'),
        version: ios18,
      }),
      way('ios-ads-apple', 'limit', {
        source: 'none',
        sureness: sure('third-party', 'third-party'),
        version: ios18,
      }),
    ],
  },
  {
    id: 'mac-ads',
    ways: [way('mac-ads-apple', 'limit', { ...MEMORY, version: { product: 'macOS' } })],
  },
];

/** A way of leaving an app is written down from memory, once for all apps. */
export const LEAVING_CHECKED_ON: string = READ;
