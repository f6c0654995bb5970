/**
 * Ids of the ways to refuse, delete and limit; the same as in `gates/guide-ids.ts`, which a test
 * holds against this list, because neither layer may import the other.
 */
export type StepKey =
  | 'chrome-desktop-third-party'
  | 'chrome-desktop-all'
  | 'chrome-desktop-delete'
  | 'chrome-desktop-private'
  | 'chrome-android-third-party'
  | 'chrome-android-delete'
  | 'chrome-android-private'
  | 'samsung-tracking'
  | 'samsung-all'
  | 'samsung-delete'
  | 'samsung-private'
  | 'safari-ios-cross-site'
  | 'safari-ios-all'
  | 'safari-ios-delete'
  | 'safari-ios-private'
  | 'chrome-ios-none'
  | 'chrome-ios-delete'
  | 'chrome-ios-private'
  | 'safari-mac-cross-site'
  | 'safari-mac-all'
  | 'safari-mac-delete'
  | 'safari-mac-private'
  | 'edge-desktop-third-party'
  | 'edge-desktop-tracking'
  | 'edge-desktop-delete'
  | 'edge-desktop-private'
  | 'firefox-desktop-strict'
  | 'firefox-desktop-all'
  | 'firefox-desktop-delete'
  | 'firefox-desktop-private'
  | 'firefox-android-strict'
  | 'firefox-android-delete'
  | 'firefox-android-private'
  | 'whale-desktop-third-party'
  | 'whale-desktop-delete'
  | 'whale-desktop-private'
  | 'whale-mobile-refuse'
  | 'whale-mobile-private'
  | 'android-ads-delete'
  | 'android-ads-google'
  | 'android-ads-samsung'
  | 'ios-ads-tracking'
  | 'ios-ads-apple'
  | 'mac-ads-apple';

/** Apps whose own way of leaving them is written down; `other` speaks of any. */
export type LeaveKey =
  | 'naver'
  | 'kakaotalk'
  | 'kakaostory'
  | 'daum'
  | 'band'
  | 'line'
  | 'facebook'
  | 'messenger'
  | 'instagram'
  | 'threads'
  | 'tiktok'
  | 'x'
  | 'wechat'
  | 'other';

/**
 * The steps in the menus' own words. A line is a step; `[words]` are the menu's own and are set in
 * bold; ` › ` parts those that follow each other. A text without brackets is a remark. `leave-…`
 * says how to open the page outside an app.
 */
export type CookieStepsMessages = Readonly<Record<StepKey | `leave-${LeaveKey}`, string>>;
