import type { BrandHint, BrowserSignals, ClientHints } from './browser-signals.js';
import type { BrowserName, Platform } from './detected-browser.js';

/** A browser and its major version. */
export interface Product {
  readonly browser: BrowserName;
  readonly version?: string;
}

/** By brand of the hints. What is not here is GREASE, or a product without a name here. */
const BRANDS: ReadonlyMap<string, BrowserName> = new Map([
  ['microsoft edge', 'edge'],
  ['samsung internet', 'samsung'],
  ['whale', 'whale'],
  ['naver whale', 'whale'],
  ['opera', 'opera'],
  ['opera gx', 'opera'],
  ['operamobile', 'opera'],
  ['opera mobile', 'opera'],
  ['brave', 'brave'],
  ['vivaldi', 'vivaldi'],
  ['duckduckgo', 'duckduckgo'],
  ['yabrowser', 'yandex'],
  ['yowser', 'yandex'],
  ['yandex', 'yandex'],
  ['huawei browser', 'huawei'],
  ['huaweibrowser', 'huawei'],
  ['miui browser', 'miui'],
  ['miuibrowser', 'miui'],
  ['uc browser', 'uc'],
  ['silk', 'silk'],
  ['amazon silk', 'silk'],
  ['google chrome', 'chrome'],
  ['headlesschrome', 'chrome'],
]);

/** Products by their word in the user agent; the first that fits. The group is the version. */
const WORDS: readonly (readonly [RegExp, BrowserName])[] = [
  [/\bMSIE (\d+)|Trident\/.*\brv:(\d+)|Trident\//, 'internet-explorer'],
  [/\bEdge\/(\d+)/, 'edge-legacy'],
  [/\bEdg(?:A|iOS|W)?\/(\d+)/, 'edge'],
  [/\bWhale\/(\d+)/, 'whale'],
  [/\bSamsungBrowser\/(\d+)/, 'samsung'],
  [/\b(?:OPR|OPT|OPX|OPiOS)\/(\d+)|Opera Mini\/(\d+)|\bOpera[ /](\d+)/, 'opera'],
  [/\bBrave\/(\d+)?|\bBrave Chrome/, 'brave'],
  [/\bVivaldi\/(\d+)/, 'vivaldi'],
  [/\b(?:DuckDuckGo|Ddg)\/(\d+)/, 'duckduckgo'],
  [/\b(?:YaBrowser|Yowser)\/(\d+)/, 'yandex'],
  [/\bHuaweiBrowser\/(\d+)/, 'huawei'],
  [/MiuiBrowser\/(\d+)/, 'miui'],
  [/\b(?:UCBrowser|UCWEB)\/?(\d+)/, 'uc'],
  [/\bPuffin\/(\d+)/, 'puffin'],
  [/\bSilk\/(\d+)/, 'silk'],
  [/\bM?QQBrowser\/(\d+)/, 'qq'],
  [/\b(?:Focus|Klar)\/(\d+)/, 'firefox-focus'],
  [/\bFxiOS\/(\d+)/, 'firefox'],
  [/\bCriOS\/(\d+)/, 'chrome'],
  [/\b(?:Epiphany)\/(\d+)/, 'epiphany'],
];

/** Names of products that carry another's word, and that this table has no steps or name for. */
const STRANGERS =
  /SeaMonkey|PaleMoon|Waterfox|Iceweasel|Basilisk|Konqueror|Falkon|QtWebEngine|Seznam|Sleipnir|Maxthon|Coc_Coc|Sogou|baidubrowser|BIDUBrowser|Ecosia|AlohaBrowser|Phoenix\/|VivoBrowser|HeyTapBrowser|OppoBrowser|Swing\(|SwingBrowser|Avast|AVG\/|CCleaner|Norton|Midori|Otter|LibreWolf/i;

/** GREASE: brands that mean nothing and are there so that nobody counts on the list. */
const GREASE = /not.{0,3}a.{0,3}brand|^not\W|\bnot.?brand/i;

function versionOf(match: RegExpExecArray): Pick<Product, 'version'> {
  const version = match.slice(1).find((group) => Boolean(group));
  return version === undefined ? {} : { version };
}

function wordOf(userAgent: string): Product | undefined {
  for (const [pattern, browser] of WORDS) {
    const match = pattern.exec(userAgent);
    if (match !== null) return { browser, ...versionOf(match) };
  }
  return undefined;
}

function major({ version }: BrandHint): Pick<Product, 'version'> {
  const [number] = /^\d+/.exec(version) ?? [];
  return number === undefined ? {} : { version: number };
}

/** Some give the full list alone. */
function brandsIn(hints: ClientHints | undefined): readonly BrandHint[] {
  return hints?.brands ?? hints?.fullVersionList ?? [];
}

function brandOf(hints: ClientHints | undefined): Product | undefined {
  const known = brandsIn(hints).flatMap((hint) => {
    const browser = BRANDS.get(hint.brand.toLowerCase());
    return browser === undefined ? [] : [{ browser, ...major(hint) }];
  });
  // Some carry Chrome's brand beside their own.
  return known.find(({ browser }) => browser !== 'chrome') ?? known[0];
}

/** The names in the hints that are neither GREASE nor the engine's. */
function namesIn(hints: ClientHints | undefined): readonly BrandHint[] {
  return brandsIn(hints).filter(({ brand }) => brand !== 'Chromium' && !GREASE.test(brand));
}

/** Whether the user agent carries the name of one browser, and not only of an engine. */
export function hasOwnWord({ userAgent, clientHints }: BrowserSignals): boolean {
  return wordOf(userAgent) !== undefined || brandOf(clientHints) !== undefined;
}

/** The names that half the others carry as well. */
function engineWord(userAgent: string, platform: Platform): Product | undefined {
  const chrome = /\b(?:Headless)?Chrom(?:e|ium)\/(\d+)/.exec(userAgent);
  if (chrome !== null) return { browser: 'chrome', ...versionOf(chrome) };
  const firefox = /\bFirefox\/(\d+)/.exec(userAgent);
  if (firefox !== null) return { browser: 'firefox', ...versionOf(firefox) };
  const safari = /\bVersion\/(\d+)[\d.]*.*\bSafari\//.exec(userAgent);
  if (safari === null) return undefined;
  const browser = safariOn(platform);
  return browser === undefined ? undefined : { browser, ...versionOf(safari) };
}

/** Who says "Version/… Safari/" on a platform. */
function safariOn(platform: Platform): BrowserName | undefined {
  if (platform === 'linux') return 'epiphany';
  if (platform === 'windows') return 'safari-windows';
  if (platform === 'android') return 'android-browser';
  return platform === 'other' ? undefined : 'safari';
}

/** The browser, by its hints first, or `undefined` where nothing is known. */
export function detectProduct(signals: BrowserSignals, platform: Platform): Product | undefined {
  const { userAgent, clientHints } = signals;
  const brand = brandOf(clientHints);
  if (brand !== undefined && brand.browser !== 'chrome') return brand;
  const word = wordOf(userAgent);
  if (word !== undefined) return word;
  if (STRANGERS.test(userAgent)) return undefined;
  const engine = brand ?? engineWord(userAgent, platform);
  return engine?.browser === 'chrome' ? behindChrome(signals, engine) : engine;
}

/**
 * Who really is behind Chrome's word: Brave says so when asked; a browser that says "Chromium" and
 * another name is nobody that is known here; one without another name is Chromium itself.
 */
function behindChrome(
  { clientHints, brave }: BrowserSignals,
  engine: Product,
): Product | undefined {
  if (brave === true) return { ...engine, browser: 'brave' };
  if (brandsIn(clientHints).length === 0 || brandOf(clientHints) !== undefined) return engine;
  return namesIn(clientHints).length > 0 ? undefined : { ...engine, browser: 'chromium' };
}
