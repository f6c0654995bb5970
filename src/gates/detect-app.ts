import type { BrowserSignals } from './browser-signals.js';
import type { InAppName, Platform } from './detected-browser.js';

/** Apps that say their name. Instagram and Messenger also carry Facebook's, so they come first. */
const APPS: readonly (readonly [RegExp, InAppName])[] = [
  [/KAKAOTALK/i, 'kakaotalk'],
  [/KAKAOSTORY/i, 'kakaostory'],
  [/\bBAND\/\d/i, 'band'],
  [/DaumApps|DaumDevice/i, 'daum'],
  [/NAVER\(/, 'naver'],
  [/\bLine\/\d|\bLIFF\b/i, 'line'],
  [/Barcelona \d/, 'threads'],
  [/Instagram/, 'instagram'],
  [/MessengerForiOS|MessengerLiteForiOS|Orca-Android/, 'messenger'],
  [/\bFBA[NV]\/|\bFB_IAB\/|\bFBIOS\b/, 'facebook'],
  [/musical_ly|TikTok|trill_|BytedanceWebview|ByteLocale/i, 'tiktok'],
  [/Twitter for i(Phone|Pad)|TwitterAndroid/, 'x'],
  [/MicroMessenger/i, 'wechat'],
  [/Snapchat/, 'snapchat'],
  [/LinkedInApp/, 'linkedin'],
  [/\[?Pinterest\/(iOS|Android|\d)/, 'pinterest'],
  [/\bGSA\/|GoogleApp\//, 'google'],
  // Shops and others that only say that they are an app; they may carry Safari's name as well.
  [/\bin-?app\b|_(?:in)?app\b|\b(?:toss|everytime|zum)app\b|Telegram-Android/i, 'other'],
];

/** An app that is built on a browser and shows pages of its own. */
const SHELL = /\bElectron\/|\bWebView2\b/;

/** Android's marks of a page inside an app, now and before Android 5. */
const ANDROID_WEBVIEW = /;\s*wv\)|\bVersion\/4\.0\b.*\bChrome\//;

/**
 * The app that shows this page inside itself, or `undefined` where it is a browser.
 *
 * @param isBrowser whether the user agent carries a browser's own name; apps that do not name
 *   themselves are known by lacking one.
 */
export function detectApp(
  signals: BrowserSignals,
  platform: Platform,
  isBrowser: boolean,
): InAppName | undefined {
  const named = APPS.find(([pattern]) => pattern.test(signals.userAgent))?.[1];
  if (named !== undefined || isBrowser) return named;
  return isNamelessApp(signals, platform) ? 'other' : undefined;
}

function isNamelessApp({ userAgent, clientHints }: BrowserSignals, platform: Platform): boolean {
  const brands = clientHints?.brands ?? [];
  if (brands.some(({ brand }) => /WebView/.test(brand)) || SHELL.test(userAgent)) return true;
  if (platform === 'android') return ANDROID_WEBVIEW.test(userAgent);
  return isAppleWebView(userAgent, platform);
}

/** Safari alone ends with its name; a view of WebKit inside an app does not. */
function isAppleWebView(userAgent: string, platform: Platform): boolean {
  const apple = platform === 'ios' || platform === 'ipados' || platform === 'macos';
  return apple && /AppleWebKit\//.test(userAgent) && !/Safari\/|Chrom/.test(userAgent);
}
