import type { CookieStepsMessages } from './cookie-steps-messages.js';
import type { ReadingMessages } from './reading-messages.js';

/** Products by the names that `gates/detected-browser.ts` gives them. */
type BrowserKey =
  | 'chrome'
  | 'chromium'
  | 'edge'
  | 'safari'
  | 'firefox'
  | 'firefox-focus'
  | 'samsung'
  | 'whale'
  | 'opera'
  | 'brave'
  | 'vivaldi'
  | 'duckduckgo'
  | 'yandex'
  | 'huawei'
  | 'miui'
  | 'uc'
  | 'puffin'
  | 'silk'
  | 'qq'
  | 'epiphany'
  | 'android-browser'
  | 'internet-explorer'
  | 'edge-legacy'
  | 'safari-windows';

/** Systems; one that is not known has no name. */
type PlatformKey = 'windows' | 'macos' | 'linux' | 'chromeos' | 'android' | 'ios' | 'ipados';

/** Apps that say their name. */
type AppKey =
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
  | 'snapchat'
  | 'linkedin'
  | 'pinterest'
  | 'google';

/** Browsers and devices that have steps. */
type GuideKey =
  | 'chrome-desktop'
  | 'chrome-android'
  | 'samsung'
  | 'safari-ios'
  | 'chrome-ios'
  | 'safari-mac'
  | 'edge-desktop'
  | 'firefox-desktop'
  | 'firefox-android'
  | 'whale-desktop'
  | 'whale-mobile'
  | 'android-ads'
  | 'ios-ads'
  | 'mac-ads';

/** Proper names, by what they name. */
type NameMessages = Readonly<
  Record<
    `browser-${BrowserKey}` | `platform-${PlatformKey}` | `app-${AppKey}` | `guide-${GuideKey}`,
    string
  >
>;

/** Texts of the guide to refusing, deleting and limiting. */
export interface CookieGuideMessages extends ReadingMessages, CookieStepsMessages, NameMessages {
  readonly title: string;
  readonly lead: string;
  readonly jump: string;
  readonly collectsTitle: string;
  readonly collectsNotMentioned: string;
  readonly collectsNotListed: string;
  readonly factMeans: string;
  readonly factHowToRefuse: string;
  readonly factIfRefused: string;
  readonly purposeOf: string;
  readonly trackersTitle: string;
  readonly factCompany: string;
  readonly factTrackerCountry: string;
  readonly kindsTitle: string;
  readonly factServices: string;
  readonly ownUse: string;
  readonly cookieNames: string;
  readonly cookieName: string;
  readonly storagePlace: string;
  readonly storageCookie: string;
  readonly storageLocal: string;
  readonly storageIndexedDb: string;
  readonly costTitle: string;
  readonly costCookie: string;
  readonly hereTitle: string;
  readonly hereNow: string;
  readonly hereChosen: string;
  readonly hereChange: string;
  readonly hereOwn: string;
  readonly browserOn: string;
  readonly hereUnknown: string;
  readonly hereApp: string;
  readonly hereOtherApp: string;
  readonly noSteps: string;
  readonly retired: string;
  readonly leaveTitle: string;
  readonly leaveText: string;
  readonly leaveNext: string;
  readonly wayRefuse: string;
  readonly wayDelete: string;
  readonly wayLimit: string;
  readonly wayRefuseText: string;
  readonly wayDeleteText: string;
  readonly wayLimitText: string;
  readonly scopeThirdParty: string;
  readonly scopeTracking: string;
  readonly scopeAll: string;
  readonly generalRefuse: string;
  readonly generalDelete: string;
  readonly generalLimit: string;
  readonly generalWay: string;
  readonly checkedOn: string;
  readonly notTried: string;
  readonly notTriedNote: string;
  readonly old: string;
  readonly versionFrom: string;
  readonly versionAsOf: string;
  readonly source: string;
  readonly 'source-pipc-2026-04': string;
  readonly 'source-firefox-texts': string;
  readonly 'source-firefox-help': string;
  readonly settingsAddress: string;
  readonly pageAddress: string;
  readonly copy: string;
  readonly copied: string;
  readonly copiedPage: string;
  readonly copyFailed: string;
  readonly adsTitle: string;
  readonly adsText: string;
  readonly thisDevice: string;
  readonly othersTitle: string;
  readonly appsTitle: string;
  readonly appsText: string;
  readonly permissionsTitle: string;
  readonly originalTitle: string;
  readonly originalReplaced: string;
  readonly originalKept: string;
  readonly replacedRetired: string;
  readonly replacedMoved: string;
  readonly replacedDeleteOnly: string;
}
