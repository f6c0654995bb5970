import type { BrowserSignals } from './browser-signals.js';
import { detectApp } from './detect-app.js';
import { detectPlatform, windowsVersion } from './detect-platform.js';
import { detectProduct, hasOwnWord } from './detect-product.js';
import type { BrowserName, DetectedBrowser, InAppName, Platform } from './detected-browser.js';

/** Robots say so. Phones of the maker Cubot, and browsers without a window, are none. */
const ROBOT =
  /(?<!cu)bot\b|crawler|spider\b|slurp|lighthouse|facebookexternalhit|kakaotalk-scrap|\byeti\/|\bDaum(?:oa)?\/\d.*(?:cs\.daum|\+http)|mediapartners|apis-google|feedfetcher|google-inspectiontool|bingpreview|ia_archiver|phantomjs|^whatsapp\/|\+https?:\/\/|^(?:curl|wget|python|java|go-http|okhttp|axios|node|ruby|php|libwww|apache-http)/i;

/** Their makers have ended them (Internet Explorer 2022-06-15, the first Edge 2021-03-09). */
const RETIRED: ReadonlySet<BrowserName> = new Set([
  'internet-explorer',
  'edge-legacy',
  'safari-windows',
]);

/** The browser that most likely opens when a page leaves an app. */
function outsideOf(userAgent: string, platform: Platform): BrowserName | undefined {
  if (platform === 'ios' || platform === 'ipados' || platform === 'macos') return 'safari';
  if (platform === 'windows') return 'edge';
  if (platform !== 'android') return undefined;
  return /\bSM-|SAMSUNG|\bGalaxy\b/i.test(userAgent) ? 'samsung' : 'chrome';
}

/** Whale's own apps carry Whale's word; Naver's app carries it as well, and a mark of its own. */
function appOf(signals: BrowserSignals, platform: Platform): InAppName | undefined {
  return detectApp(signals, platform, hasOwnWord(signals));
}

/**
 * Which browser on which system shows this page: User-Agent Client Hints where the browser gives
 * them, then its user agent. A pure function of what it is given.
 *
 * A page inside an app is `in-app`, whatever engine the app uses. A product that its maker has ended
 * is `retired`. `unknown` gets the general explanation (requirement CKI-09).
 */
export function detectBrowser(signals: BrowserSignals): DetectedBrowser {
  const { userAgent } = signals;
  const platform = detectPlatform(signals);
  const version = platform === 'windows' ? windowsVersion(signals) : undefined;
  const base = { platform, ...(version === undefined ? {} : { platformVersion: version }) };
  if (ROBOT.test(userAgent)) return { kind: 'robot', ...base };
  const app = appOf(signals, platform);
  if (app !== undefined)
    return { kind: 'in-app', app, outside: outsideOf(userAgent, platform), ...base };
  const product = detectProduct(signals, platform);
  if (product === undefined) return { kind: 'unknown', ...base };
  return { kind: RETIRED.has(product.browser) ? 'retired' : 'browser', ...product, ...base };
}
