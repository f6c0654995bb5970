import type { BrowserName, DetectedBrowser, Platform } from './detected-browser.js';
import type { AdvertisingGuideId, BrowserGuideId } from './guide-ids.js';

type Form = 'desktop' | 'android' | 'apple';

const FORMS: Readonly<Record<Platform, Form | undefined>> = {
  windows: 'desktop',
  macos: 'desktop',
  linux: 'desktop',
  chromeos: 'desktop',
  android: 'android',
  ios: 'apple',
  ipados: 'apple',
  other: undefined,
};

/** Which steps a browser has on which kind of device. Chrome's menus and Chromium's are the same. */
const GUIDES: Partial<Record<BrowserName, Partial<Record<Form, BrowserGuideId>>>> = {
  chromium: { desktop: 'chrome-desktop', android: 'chrome-android' },
  chrome: { desktop: 'chrome-desktop', android: 'chrome-android', apple: 'chrome-ios' },
  edge: { desktop: 'edge-desktop' },
  firefox: { desktop: 'firefox-desktop', android: 'firefox-android' },
  samsung: { android: 'samsung' },
  safari: { desktop: 'safari-mac', apple: 'safari-ios' },
  whale: { desktop: 'whale-desktop', android: 'whale-mobile', apple: 'whale-mobile' },
};

/**
 * The steps for the reader's browser; inside an app those of the browser that opens outside.
 * `undefined` where none were checked: then the general explanation stands in their place.
 */
export function guideIdOf(detected: DetectedBrowser): BrowserGuideId | undefined {
  const form = FORMS[detected.platform];
  const browser =
    detected.kind === 'browser'
      ? detected.browser
      : detected.kind === 'in-app'
        ? detected.outside
        : undefined;
  return browser === undefined || form === undefined ? undefined : GUIDES[browser]?.[form];
}

/** The steps for the advertising identifier of the reader's own device. */
export function advertisingGuideIdOf({
  platform,
}: DetectedBrowser): AdvertisingGuideId | undefined {
  const form = FORMS[platform];
  if (form === 'android') return 'android-ads';
  if (form === 'apple') return 'ios-ads';
  return platform === 'macos' ? 'mac-ads' : undefined;
}
