/** A product that a person would call "my browser". */
export type BrowserName =
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

/** An app that opens pages inside itself; `other` where it does not say which. */
export type InAppName =
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
  | 'google'
  | 'other';

/** What a device runs; `other` is a television, a console, a feature phone, or not told. */
export type Platform =
  'windows' | 'macos' | 'linux' | 'chromeos' | 'android' | 'ios' | 'ipados' | 'other';

interface Detected {
  readonly platform: Platform;
  /** `11` of Windows, `10` only where the browser tells them apart. */
  readonly platformVersion?: string;
}

/** A browser of its own. `retired`: its maker has ended it; steps for it are never shown. */
export interface DetectedProduct extends Detected {
  readonly kind: 'browser' | 'retired';
  readonly browser: BrowserName;
  /** The major version. */
  readonly version?: string;
}

/** A page inside an app: its settings are not the person's browser's (requirement CKI-09). */
export interface DetectedApp extends Detected {
  readonly kind: 'in-app';
  readonly app: InAppName;
  /** The browser that most likely opens when the page leaves the app. */
  readonly outside: BrowserName | undefined;
}

/** Nobody to show steps to, or nobody knows what. */
export interface DetectedNothing extends Detected {
  readonly kind: 'robot' | 'unknown';
}

/** What stands between the reader and this page. */
export type DetectedBrowser = DetectedProduct | DetectedApp | DetectedNothing;
