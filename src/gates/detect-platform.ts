import type { BrowserSignals } from './browser-signals.js';
import type { Platform } from './detected-browser.js';

/** By `platform` of the hints. What is not here is left to the user agent. */
const HINTED: ReadonlyMap<string, Platform> = new Map([
  ['windows', 'windows'],
  ['macos', 'macos'],
  ['mac os x', 'macos'],
  ['linux', 'linux'],
  ['chrome os', 'chromeos'],
  ['chromium os', 'chromeos'],
  ['android', 'android'],
  ['ios', 'ios'],
]);

/**
 * By user agent; the first that fits. Consoles, televisions and old phones come first, because they
 * name the systems that they are made of; a phone in desktop mode is known by its browser.
 */
const NAMED: readonly (readonly [RegExp, Platform])[] = [
  [/Windows Phone|IEMobile|Xbox|PlayStation|Nintendo|Tizen|SMART-TV|SmartTV|Web0S|webOS/, 'other'],
  [/KAIOS|KaiOS|BlackBerry|BB10|Symbian|J2ME|CrKey/, 'other'],
  [/iPad/, 'ipados'],
  [/iPhone|iPod/, 'ios'],
  [/\bCrOS\b/, 'chromeos'],
  [/Windows.*SamsungBrowser\//, 'windows'],
  [/Android|\bAdr \d|SamsungBrowser\/|\bSilk\//, 'android'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS X/, 'macos'],
  [/Linux|X11|BSD/, 'linux'],
];

/** Products that exist on Apple's phones and tablets alone. */
const APPLE_MOBILE = /CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|\bGSA\/|Focus\//;

/**
 * What the device runs. An iPad asks for desktop pages as a Mac: it is told by its touch screen, or
 * by a product that no Mac has.
 */
export function detectPlatform(signals: BrowserSignals): Platform {
  const { userAgent } = signals;
  const named = NAMED.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other';
  if (named === 'macos' && isTouchedMac(signals)) return 'ipados';
  // Samsung Internet and Silk in desktop mode say "Linux" in both places.
  return named === 'android' ? named : (hintedPlatform(signals) ?? named);
}

function isTouchedMac({ userAgent, maxTouchPoints = 0 }: BrowserSignals): boolean {
  return maxTouchPoints > 1 || APPLE_MOBILE.test(userAgent);
}

function hintedPlatform({ clientHints }: BrowserSignals): Platform | undefined {
  return HINTED.get(clientHints?.platform?.toLowerCase() ?? '');
}

/** Windows 11 says "Windows NT 10.0" like Windows 10; only the hints tell them apart. */
export function windowsVersion({ clientHints }: BrowserSignals): '10' | '11' | undefined {
  const major = Number.parseInt(clientHints?.platformVersion ?? '', 10);
  if (Number.isNaN(major) || major === 0) return undefined;
  return major >= 13 ? '11' : '10';
}
