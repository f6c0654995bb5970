import type { ClientHints } from '../../src/gates/browser-signals.js';

/** A browser as it shows itself, and who it is: `chrome windows 11`, `in-app naver android`. */
export interface KnownBrowser {
  readonly userAgent: string;
  readonly is: string;
  readonly clientHints?: ClientHints;
  readonly maxTouchPoints?: number;
  readonly brave?: boolean;
}

const WIN = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64)';
const CROS = 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K)';
const GALAXY = 'Mozilla/5.0 (Linux; Android 14; SM-S928N Build/UP1A.231005.007; wv)';
const PIXEL = 'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UD1A.230803.041; wv)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)';
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const VIEW = `${BLINK} Version/4.0 Chrome/131.0.6778.81 Mobile Safari/537.36`;
const PHONE_VIEW = `${IPHONE} ${WEBKIT} Mobile/15E148`;

const chrome = (base: string, version = '131.0.0.0'): string =>
  `${base} ${BLINK} Chrome/${version} Safari/537.36`;
const mobile = (base: string, version = '131.0.0.0'): string =>
  `${base} ${BLINK} Chrome/${version} Mobile Safari/537.36`;

/** Hints with one brand beside Chromium and GREASE. */
function hints(brand: string, platform: string, more: ClientHints = {}): ClientHints {
  const version = '131';
  return {
    brands: [
      { brand, version },
      { brand: 'Chromium', version },
      { brand: 'Not_A Brand', version: '24' },
    ],
    mobile: platform === 'Android',
    platform,
    ...more,
  };
}

type Row = readonly [is: string, userAgent: string, more?: Omit<KnownBrowser, 'is' | 'userAgent'>];

/** The same page in each of several places. */
function on(is: string, bases: Readonly<Record<string, string>>, rest: string): Row[] {
  return Object.entries(bases).map(([platform, base]) => [`${is} ${platform}`, `${base} ${rest}`]);
}

const DESKTOPS = { windows: WIN, macos: MAC, linux: LINUX };

const CHROME: Row[] = [
  ...on('chrome', { ...DESKTOPS, chromeos: CROS }, `${BLINK} Chrome/131.0.0.0 Safari/537.36`),
  ...on('chrome', DESKTOPS, `${BLINK} Chrome/156.0.0.0 Safari/537.36`),
  ['chrome windows', chrome('Mozilla/5.0 (Windows NT 6.1; WOW64)', '109.0.0.0')],
  ['chrome windows', chrome('Mozilla/5.0 (Windows NT 10.0)', '100.0.4896.127')],
  [
    'chrome windows 11',
    chrome(WIN),
    { clientHints: hints('Google Chrome', 'Windows', { platformVersion: '15.0.0' }) },
  ],
  [
    'chrome windows 11',
    chrome(WIN),
    { clientHints: hints('Google Chrome', 'Windows', { platformVersion: '13.0.0' }) },
  ],
  [
    'chrome windows 10',
    chrome(WIN),
    { clientHints: hints('Google Chrome', 'Windows', { platformVersion: '10.0.0' }) },
  ],
  [
    'chrome windows',
    chrome(WIN),
    { clientHints: hints('Google Chrome', 'Windows', { platformVersion: '0.3.0' }) },
  ],
  [
    'chrome windows',
    chrome(WIN),
    { clientHints: hints('Google Chrome', 'Windows', { platformVersion: '' }) },
  ],
  [
    'chrome macos',
    chrome(MAC),
    { clientHints: hints('Google Chrome', 'macOS', { platformVersion: '14.5.0' }) },
  ],
  ['chrome linux', chrome(LINUX), { clientHints: hints('Google Chrome', 'Linux') }],
  ['chrome chromeos', chrome(CROS), { clientHints: hints('Google Chrome', 'Chrome OS') }],
  ['chrome chromeos', chrome(CROS), { clientHints: hints('Google Chrome', 'Chromium OS') }],
  ['chrome android', mobile(ANDROID), { clientHints: hints('Google Chrome', 'Android') }],
  ['chrome android', mobile(ANDROID)],
  ['chrome android', chrome(ANDROID)],
  ['chrome android', mobile('Mozilla/5.0 (Linux; Android 9; SM-G960N)', '98.0.4758.101')],
  ['chrome android', mobile('Mozilla/5.0 (Linux; Android 13; CUBOT X70)')],
  ['chrome android', chrome('Mozilla/5.0 (Linux; Android 12; SM-X706N)')],
  ['chrome windows', chrome(WIN), { maxTouchPoints: 10 }],
  ['chrome linux', `${LINUX} ${BLINK} HeadlessChrome/131.0.0.0 Safari/537.36`],
  ['chrome linux', chrome(LINUX), { clientHints: hints('HeadlessChrome', 'Linux') }],
  [
    'chromium linux',
    chrome(LINUX),
    {
      clientHints: {
        brands: [
          { brand: 'Chromium', version: '131' },
          { brand: 'Not?A_Brand', version: '99' },
        ],
        platform: 'Linux',
      },
    },
  ],
  [
    'chrome linux',
    `${LINUX} ${BLINK} Ubuntu Chromium/80.0.3987.163 Chrome/80.0.3987.163 Safari/537.36`,
  ],
  // A frozen user agent: only the hints say who it is.
  [
    'chrome windows',
    chrome(WIN, '110.0.0.0'),
    {
      clientHints: {
        brands: [
          { brand: ' Not A;Brand', version: '99' },
          { brand: 'Google Chrome', version: '110' },
          { brand: 'Chromium', version: '110' },
        ],
        platform: 'Windows',
        mobile: false,
      },
    },
  ],
  [
    'chrome windows',
    chrome(WIN),
    {
      clientHints: {
        brands: [
          { brand: 'Not/A)Brand', version: '8' },
          { brand: 'Chromium', version: '126' },
          { brand: 'Google Chrome', version: '126' },
        ],
        platform: 'Windows',
      },
    },
  ],
  [
    'chrome windows',
    chrome(WIN),
    {
      clientHints: {
        brands: [
          { brand: '(Not(A:Brand', version: '99' },
          { brand: 'Google Chrome', version: '133' },
          { brand: 'Chromium', version: '133' },
        ],
        platform: 'Windows',
      },
    },
  ],
  [
    'chromium windows',
    chrome(WIN),
    {
      clientHints: {
        brands: [
          { brand: 'Not:A-Brand', version: '24' },
          { brand: 'Chromium', version: '134' },
        ],
        platform: 'Windows',
      },
    },
  ],
  ['chrome windows', chrome(WIN), { clientHints: {} }],
  ['chrome ios', `${IPHONE} ${WEBKIT} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1`],
  ['chrome ipados', `${IPAD} ${WEBKIT} CriOS/130.0.6723.90 Mobile/15E148 Safari/604.1`],
  ['chrome ipados', `${MAC} ${WEBKIT} CriOS/131 Version/11.1.1 Safari/605.1.15`],
];

const EDGE: Row[] = [
  ...on('edge', DESKTOPS, `${BLINK} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`),
  ['edge windows', `${chrome(WIN, '109.0.0.0')} Edg/109.0.1518.140`],
  [
    'edge windows 11',
    `${chrome(WIN)} Edg/131.0.0.0`,
    { clientHints: hints('Microsoft Edge', 'Windows', { platformVersion: '15.0.0' }) },
  ],
  ['edge windows', chrome(WIN), { clientHints: hints('Microsoft Edge', 'Windows') }],
  ['edge android', `${mobile(ANDROID)} EdgA/131.0.0.0`],
  [
    'edge android',
    `${mobile(ANDROID)} EdgA/131.0.0.0`,
    { clientHints: hints('Microsoft Edge', 'Android') },
  ],
  [
    'edge ios',
    `${IPHONE} ${WEBKIT} Version/18.0 EdgiOS/131.0.2903.68 Mobile/15E148 Safari/605.1.15`,
  ],
  ['edge ipados', `${MAC} ${WEBKIT} Version/17.0 EdgiOS/130.0.2849.68 Safari/605.1.15`],
  ['retired edge-legacy windows', `${chrome(WIN, '64.0.3282.140')} Edge/18.17763`],
  ['retired edge-legacy windows', `${chrome(WIN, '42.0.2311.135')} Edge/12.246`],
  [
    'retired edge-legacy other',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763',
  ],
  [
    'edge other',
    `${chrome('Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One)', '128.0.0.0')} Edg/128.0.0.0`,
  ],
  [
    'retired internet-explorer windows',
    'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
  ],
  [
    'retired internet-explorer windows',
    'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; SLCC2; .NET CLR 2.0.50727; rv:11.0) like Gecko',
  ],
  [
    'retired internet-explorer windows',
    'Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Trident/6.0)',
  ],
  [
    'retired internet-explorer windows',
    'Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0)',
  ],
  [
    'retired internet-explorer windows',
    'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0)',
  ],
  ['retired internet-explorer windows', 'Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)'],
  [
    'retired internet-explorer other',
    'Mozilla/5.0 (compatible; MSIE 10.0; Windows Phone 8.0; Trident/6.0; IEMobile/10.0; ARM; Touch; NOKIA; Lumia 920)',
  ],
  // Edge's own mode for old pages says what Internet Explorer said.
  [
    'retired internet-explorer windows',
    'Mozilla/5.0 (Windows NT 10.0; Trident/7.0; Touch; rv:11.0) like Gecko',
    { maxTouchPoints: 10 },
  ],
];

const SAFARI: Row[] = [
  ['safari ios', `${IPHONE} ${WEBKIT} Version/18.1 Mobile/15E148 Safari/604.1`],
  [
    'safari ios',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  ],
  [
    'safari ios',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1',
  ],
  [
    'safari ios',
    'Mozilla/5.0 (iPod touch; CPU iPhone OS 12_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.0 Mobile/15E148 Safari/604.1',
  ],
  ['safari ipados', `${IPAD} ${WEBKIT} Version/17.6 Mobile/15E148 Safari/604.1`],
  ['safari ipados', `${MAC} ${WEBKIT} Version/17.6 Safari/605.1.15`, { maxTouchPoints: 5 }],
  ['safari macos', `${MAC} ${WEBKIT} Version/18.1 Safari/605.1.15`],
  ['safari macos', `${MAC} ${WEBKIT} Version/18.1 Safari/605.1.15`, { maxTouchPoints: 0 }],
  ['safari macos', `${MAC} ${WEBKIT} Version/26.0 Safari/605.1.15`],
  [
    'safari macos',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_13_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.2 Safari/605.1.15',
  ],
  [
    'retired safari-windows windows',
    'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/534.57.2 (KHTML, like Gecko) Version/5.1.7 Safari/534.57.2',
  ],
];

const FIREFOX: Row[] = [
  [
    'firefox windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0',
  ],
  [
    'firefox windows',
    'Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0',
  ],
  ['firefox windows', 'Mozilla/5.0 (Windows NT 10.0; WOW64; rv:52.0) Gecko/20100101 Firefox/52.0'],
  [
    'firefox macos',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0',
  ],
  ['firefox linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
  [
    'firefox linux',
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
  ],
  ['firefox linux', 'Mozilla/5.0 (X11; FreeBSD amd64; rv:128.0) Gecko/20100101 Firefox/128.0'],
  ['firefox linux', 'Mozilla/5.0 (Wayland; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['firefox android', 'Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0'],
  ['firefox android', 'Mozilla/5.0 (Android 13; Tablet; rv:131.0) Gecko/131.0 Firefox/131.0'],
  ['firefox android', 'Mozilla/5.0 (Android 10; Mobile; rv:68.0) Gecko/68.0 Firefox/68.0'],
  ['firefox ios', `${IPHONE} ${WEBKIT} FxiOS/132.0 Mobile/15E148 Safari/605.1.15`],
  ['firefox ipados', `${IPAD} ${WEBKIT} FxiOS/131.0 Mobile/15E148 Safari/605.1.15`],
  ['firefox ipados', `${MAC} ${WEBKIT} FxiOS/132.0 Safari/605.1.15`],
  ['firefox-focus ios', `${IPHONE} ${WEBKIT} Focus/9.0 Mobile/15E148 Safari/605.1.15`],
  [
    'firefox-focus android',
    'Mozilla/5.0 (Linux; Android 9; SM-G960N) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Focus/8.0.24 Chrome/87.0.4280.101 Mobile Safari/537.36',
  ],
  [
    'firefox-focus android',
    'Mozilla/5.0 (Linux; Android 8.1; Pixel) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Klar/8.0 Chrome/70.0.3538.110 Mobile Safari/537.36',
  ],
  // Of its own engine, Focus says what Firefox says.
  ['firefox android', 'Mozilla/5.0 (Android 12; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0'],
  [
    'unknown windows',
    'Mozilla/5.0 (Windows NT 10.0; rv:68.0) Gecko/20100101 Firefox/68.0 Waterfox/56.0',
  ],
  [
    'unknown linux',
    'Mozilla/5.0 (X11; Linux x86_64; rv:60.0) Gecko/20100101 Firefox/60.0 SeaMonkey/2.53.17',
  ],
  [
    'unknown windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:102.0) Gecko/20100101 Goanna/6.0 Firefox/102.0 PaleMoon/32.0.0',
  ],
];

const SAMSUNG: Row[] = [
  [
    'samsung android',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
  ],
  [
    'samsung android',
    'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S928N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
  ],
  [
    'samsung android',
    'Mozilla/5.0 (Linux; Android 12; SAMSUNG SM-X706N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 Chrome/117.0.0.0 Safari/537.36',
  ],
  // Desktop mode, and DeX.
  [
    'samsung android',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Safari/537.36',
  ],
  [
    'samsung android',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Safari/537.36',
    { clientHints: hints('Samsung Internet', 'Linux', { mobile: false }) },
  ],
  [
    'samsung android',
    mobile(ANDROID, '125.0.0.0'),
    { clientHints: hints('Samsung Internet', 'Android') },
  ],
  [
    'samsung windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/22.0 Chrome/111.0.0.0 Safari/537.36',
  ],
  [
    'samsung other',
    'Mozilla/5.0 (SMART-TV; LINUX; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/4.0 Chrome/94.0.4606.31 TV Safari/537.36',
  ],
];

const WHALE: Row[] = [
  ...on('whale', DESKTOPS, `${BLINK} Chrome/130.0.0.0 Whale/4.29.282.14 Safari/537.36`),
  ['whale windows', chrome(WIN, '130.0.0.0'), { clientHints: hints('Whale', 'Windows') }],
  [
    'whale windows 11',
    `${WIN} ${BLINK} Chrome/130.0.0.0 Whale/4.29.282.14 Safari/537.36`,
    { clientHints: hints('Whale', 'Windows', { platformVersion: '15.0.0' }) },
  ],
  ['whale android', `${ANDROID} ${BLINK} Chrome/130.0.0.0 Whale/3.9.2.3 Mobile Safari/537.36`],
  [
    'whale android',
    'Mozilla/5.0 (Linux; Android 13; SM-S911N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.0.0 Whale/1.0.0.0 Crosswalk/28.118.0.13 Mobile Safari/537.36',
  ],
  ['whale ios', `${IPHONE} ${WEBKIT} Version/18.0 Whale/3.8.2.1 Mobile/15E148 Safari/604.1`],
];

const OTHERS: Row[] = [
  ...on('opera', DESKTOPS, `${BLINK} Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0`),
  ['opera windows', chrome(WIN), { clientHints: hints('Opera', 'Windows') }],
  ['opera windows', chrome(WIN), { clientHints: hints('Opera GX', 'Windows') }],
  ['opera android', `${mobile(ANDROID)} OPR/85.0.0.0`],
  [
    'opera android',
    'Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16',
  ],
  ['opera ios', `${IPHONE} ${WEBKIT} Version/18.1 Mobile/15E148 Safari/604.1 OPT/5.1.0`],
  ['opera ios', `${IPHONE} ${WEBKIT} OPiOS/16.0.15.124050 Mobile/15E148 Safari/9537.53`],
  ['opera windows', 'Opera/9.80 (Windows NT 6.1; U; ko) Presto/2.10.229 Version/11.62'],
  ['brave windows', chrome(WIN), { clientHints: hints('Brave', 'Windows') }],
  ['brave android', mobile(ANDROID), { clientHints: hints('Brave', 'Android') }],
  ['brave macos', chrome(MAC), { brave: true }],
  ['brave linux', chrome(LINUX), { brave: true, clientHints: hints('Google Chrome', 'Linux') }],
  ['brave ios', `${IPHONE} ${WEBKIT} Version/18.1 Brave/1.71 Mobile/15E148 Safari/604.1`],
  [
    'firefox linux',
    'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
    { brave: true },
  ],
  ['vivaldi windows', `${chrome(WIN)} Vivaldi/7.0.3495.11`],
  ['vivaldi linux', chrome(LINUX), { clientHints: hints('Vivaldi', 'Linux') }],
  [
    'duckduckgo android',
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.0.0 Mobile DuckDuckGo/5 Safari/537.36',
  ],
  ['duckduckgo android', mobile(ANDROID), { clientHints: hints('DuckDuckGo', 'Android') }],
  ['duckduckgo ios', `${IPHONE} ${WEBKIT} Version/18.1 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`],
  ['duckduckgo macos', `${MAC} ${WEBKIT} Version/17.4 Safari/605.1.15 Ddg/17.4`],
  [
    'duckduckgo windows',
    `${chrome(WIN)} Edg/131.0.0.0 Ddg/131.0.0.0`,
    { clientHints: hints('DuckDuckGo', 'Windows') },
  ],
  ['yandex windows', chrome(WIN, '128.0.0.0').replace(' Safari', ' YaBrowser/24.10.0.0 Safari')],
  ['yandex windows', chrome(WIN), { clientHints: hints('YaBrowser', 'Windows') }],
  [
    'huawei android',
    'Mozilla/5.0 (Linux; Android 10; LYA-L29; HMSCore 6.13.0.322) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36',
  ],
  [
    'miui android',
    'Mozilla/5.0 (Linux; U; Android 13; ko-kr; 2201117TG Build/TKQ1.221114.001) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.4.0-g',
  ],
  [
    'uc android',
    'Mozilla/5.0 (Linux; U; Android 12; en-US; RMX3511 Build/SP1A.210812.016) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.7.8.1322 Mobile Safari/537.36',
  ],
  [
    'uc ios',
    `${IPHONE} AppleWebKit/537.51.1 (KHTML, like Gecko) Mobile/16A5288q UCBrowser/11.3.5.1203 Mobile`,
  ],
  [
    'puffin android',
    'Mozilla/5.0 (Linux; Android 13; SM-A536N; ko-kr) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36 Puffin/10.1.0.51631AP',
  ],
  ['puffin windows', `${chrome(WIN, '117.0.0.0')} Puffin/10.0.0.0WD`],
  [
    'silk android',
    'Mozilla/5.0 (Linux; Android 11; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/130.3.1 like Chrome/130.0.6723.102 Safari/537.36',
  ],
  [
    'silk android',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Silk/118.4.1 like Chrome/118.0.5993.155 Safari/537.36',
  ],
  [
    'qq android',
    'Mozilla/5.0 (Linux; U; Android 13; zh-cn; V2231A Build/TP1A.220624.014) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/109.0.5414.86 MQQBrowser/14.6 Mobile Safari/537.36',
  ],
  ['epiphany linux', `${LINUX} ${WEBKIT} Version/17.0 Safari/605.1.15 Epiphany/605.1.15`],
  ['epiphany linux', `${LINUX} ${WEBKIT} Version/18.0 Safari/605.1.15`],
  [
    'epiphany linux',
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Safari/605.1.15',
  ],
  [
    'android-browser android',
    'Mozilla/5.0 (Linux; U; Android 4.1.2; ko-kr; SHV-E250S Build/JZO54K) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30',
  ],
  ['unknown windows', chrome(WIN), { clientHints: hints('Avast Secure Browser', 'Windows') }],
  ['unknown windows', chrome(WIN), { clientHints: hints('Some Browser', 'Windows') }],
  ['unknown windows', `${chrome(WIN)} Avast/131.0.0.0`],
  ['unknown android', `${mobile(ANDROID)} HeyTapBrowser/45.10`],
  ['unknown windows', `${WIN} ${BLINK} QtWebEngine/6.5.2 Chrome/108.0.5359.220 Safari/537.36`],
  [
    'unknown linux',
    'Mozilla/5.0 (X11; Linux x86_64) KHTML/5.110 (like Gecko) Konqueror/5 KIO/5.110',
  ],
  ['unknown linux', 'Lynx/2.8.9rel.1 libwww-FM/2.14 SSL-MM/1.4.1 (Linux)'],
  ['unknown other', ''],
  ['unknown other', 'x'],
  ['unknown other', 'w3m/0.5.3'],
  [
    'unknown other',
    'Mozilla/5.0 (PlayStation; PlayStation 5/8.20) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.4 Safari/605.1.15',
  ],
  [
    'unknown other',
    'Mozilla/5.0 (Nintendo Switch; WebApplet) AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.2.21.3 NintendoBrowser/5.1.0.22474',
  ],
  [
    'chrome other',
    'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.5359.211 Safari/537.36 WebAppManager',
  ],
  [
    'firefox other',
    'Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
  ],
];

const ANDROID_APPS: Row[] = [
  ['in-app naver android → samsung', `${GALAXY} ${VIEW} NAVER(inapp; search; 2000; 12.9.1)`],
  [
    'in-app naver android → samsung',
    `Mozilla/5.0 (Linux; Android 13; SM-S911N Build/TP1A; wv) ${BLINK} Version/4.0 Chrome/118.0.0.0 Whale/1.0.0.0 Crosswalk/28.118.0.13 Mobile Safari/537.36 NAVER(inapp; search; 1090; 12.3.2)`,
  ],
  ['in-app naver android → chrome', `${PIXEL} ${VIEW} NAVER(inapp; blog; 100; 8.4.1)`],
  ['in-app naver android → samsung', `${GALAXY} ${VIEW} NAVER(inapp; cafe; 290; 6.32.0)`],
  ['in-app naver android → samsung', `${GALAXY} ${VIEW} NAVER(higgs; search; 1010; 11.10.3; 10)`],
  ['in-app kakaotalk android → samsung', `${GALAXY} ${VIEW};KAKAOTALK 2411000`],
  ['in-app kakaotalk android → chrome', `${PIXEL} ${VIEW} KAKAOTALK/11.0.4 (INAPP)`],
  ['in-app kakaostory android → samsung', `${GALAXY} ${VIEW} KAKAOSTORY/7.22.0`],
  ['in-app daum android → samsung', `${GALAXY} ${VIEW} DaumApps/8.8.0 DaumDevice/mobile`],
  ['in-app band android → samsung', `${GALAXY} ${VIEW} BAND/18.2.1 (Android 14; SM-S928N; ko_KR)`],
  ['in-app line android → samsung', `${GALAXY} ${VIEW} Line/14.19.1/IAB`],
  ['in-app line android → chrome', `${PIXEL} ${VIEW} Line/14.19.1 LIFF`],
  ['in-app facebook android → samsung', `${GALAXY} ${VIEW} [FB_IAB/FB4A;FBAV/491.0.0.50.78;]`],
  [
    'in-app facebook android → chrome',
    `${PIXEL} ${VIEW} [FBAN/EMA;FBLC/ko_KR;FBAV/430.0.0.9.106;]`,
  ],
  [
    'in-app messenger android → samsung',
    `${GALAXY} ${VIEW} [FB_IAB/Orca-Android;FBAV/484.0.0.52.109;]`,
  ],
  [
    'in-app instagram android → samsung',
    `${GALAXY} ${VIEW} Instagram 358.0.0.51.97 Android (34/14; 560dpi; 1440x3120; samsung; SM-S928N; e3q; qcom; ko_KR; 659519066)`,
  ],
  [
    'in-app threads android → samsung',
    `${GALAXY} ${VIEW} Barcelona 355.0.0.37.106 Android (34/14; 560dpi; samsung)`,
  ],
  [
    'in-app tiktok android → samsung',
    `${GALAXY} ${VIEW} musical_ly_2023708040 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/37.8.4 ByteLocale/ko`,
  ],
  ['in-app tiktok android → chrome', `${PIXEL} ${VIEW} trill_370804 BytedanceWebview/d8a21c6`],
  ['in-app x android → samsung', `${GALAXY} ${VIEW} TwitterAndroid`],
  [
    'in-app wechat android → chrome',
    `${PIXEL} ${VIEW} XWEB/1300053 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x28003134)`,
  ],
  [
    'in-app snapchat android → samsung',
    `${GALAXY} ${VIEW} Snapchat/13.15.0.41 (SM-S928N; Android 14)`,
  ],
  ['in-app linkedin android → samsung', `${GALAXY} ${VIEW} [LinkedInApp]/4.1.1019`],
  ['in-app pinterest android → samsung', `${GALAXY} ${VIEW} [Pinterest/Android]`],
  ['in-app google android → samsung', `${GALAXY} ${VIEW} GSA/15.46.36.28.arm64`],
  ['in-app google android → chrome', `${PIXEL} ${VIEW} GoogleApp/15.46`],
  ['in-app other android → samsung', `${GALAXY} ${VIEW}`],
  ['in-app other android → chrome', `${PIXEL} ${VIEW}`],
  [
    'in-app other android → chrome',
    `Mozilla/5.0 (Linux; Android 4.4.4; Nexus 5 Build/KTU84P) ${BLINK} Version/4.0 Chrome/33.0.0.0 Mobile Safari/537.36`,
  ],
  ['in-app other android → samsung', `${GALAXY} ${VIEW} TossApp/5.215.0`],
  ['in-app other android → samsung', `${GALAXY} ${VIEW} COUPANG_APP`],
  [
    'in-app other android → chrome',
    mobile(ANDROID),
    { clientHints: hints('Android WebView', 'Android') },
  ],
  [
    'in-app kakaotalk android → chrome',
    `${mobile(ANDROID)} KAKAOTALK 2411000`,
    { clientHints: hints('Android WebView', 'Android') },
  ],
];

const APPLE_APPS: Row[] = [
  ['in-app naver ios → safari', `${PHONE_VIEW} NAVER(inapp; search; 2000; 12.9.1; 15PRO)`],
  [
    'in-app naver ipados → safari',
    `${IPAD} ${WEBKIT} Mobile/15E148 Safari/605 NAVER(inapp; search; 2000; 12.9.1)`,
  ],
  ['in-app naver ios → safari', `${PHONE_VIEW} Safari/605.1 NAVER(inapp; cafe; 290; 6.32.0; 14)`],
  ['in-app kakaotalk ios → safari', `${PHONE_VIEW} KAKAOTALK 11.0.4`],
  ['in-app kakaotalk ios → safari', `${PHONE_VIEW} Safari/604.1 KAKAOTALK/11.0.4 (INAPP)`],
  ['in-app kakaostory ios → safari', `${PHONE_VIEW} KAKAOSTORY 6.9.0`],
  ['in-app daum ios → safari', `${PHONE_VIEW} DaumApps/8.8.0 DaumDevice/mobile`],
  ['in-app band ios → safari', `${PHONE_VIEW} BAND/18.2.1 (iPhone; iOS 18.1; ko_KR)`],
  ['in-app line ios → safari', `${PHONE_VIEW} Safari Line/14.19.0`],
  ['in-app line ios → safari', `${PHONE_VIEW} Safari Line/14.19.0 LIFF`],
  [
    'in-app facebook ios → safari',
    `${PHONE_VIEW} [FBAN/FBIOS;FBAV/491.0.0.42.109;FBBV/664331735;FBDV/iPhone16,1;FBMD/iPhone;FBSN/iOS;FBSV/18.1;FBSS/3;FBID/phone;FBLC/ko_KR;FBOP/5]`,
  ],
  [
    'in-app messenger ios → safari',
    `${PHONE_VIEW} [FBAN/MessengerForiOS;FBAV/485.0.0.41.111;FBDV/iPhone15,2]`,
  ],
  [
    'in-app instagram ios → safari',
    `${PHONE_VIEW} Instagram 358.0.0.25.81 (iPhone16,1; iOS 18_1; ko_KR; ko; scale=3.00; 1179x2556; 659000000)`,
  ],
  [
    'in-app threads ios → safari',
    `${PHONE_VIEW} Barcelona 358.0.0.27.81 (iPhone16,1; iOS 18_1; ko_KR)`,
  ],
  [
    'in-app tiktok ios → safari',
    `${PHONE_VIEW} musical_ly_37.8.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/ko Region/KR BytedanceWebview/d8a21c6`,
  ],
  ['in-app x ios → safari', `${PHONE_VIEW} Twitter for iPhone/10.67`],
  [
    'in-app wechat ios → safari',
    `${PHONE_VIEW} MicroMessenger/8.0.53(0x1800352f) NetType/WIFI Language/ko`,
  ],
  [
    'in-app snapchat ios → safari',
    `${PHONE_VIEW} Snapchat/13.15.0.35 (like Safari/8619.2.8.10.7, panda)`,
  ],
  ['in-app linkedin ios → safari', `${PHONE_VIEW} [LinkedInApp]/9.30.1613`],
  ['in-app pinterest ios → safari', `${PHONE_VIEW} [Pinterest/iOS]`],
  [
    'in-app google ios → safari',
    `${IPHONE} ${WEBKIT} GSA/342.0.693598186 Mobile/15E148 Safari/604.1`,
  ],
  ['in-app google ipados → safari', `${MAC} ${WEBKIT} GSA/342.0.693598186 Safari/604.1`],
  ['in-app other ios → safari', PHONE_VIEW],
  ['in-app other ipados → safari', `${IPAD} ${WEBKIT} Mobile/15E148`],
  ['in-app other ipados → safari', `${MAC} ${WEBKIT}`, { maxTouchPoints: 5 }],
  ['in-app other macos → safari', `${MAC} ${WEBKIT}`],
  ['in-app kakaotalk windows → edge', `${chrome(WIN, '120.0.0.0')} KAKAOTALK/4.2.0`],
  [
    'in-app wechat windows → edge',
    `${chrome(WIN, '116.0.0.0')} MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat`,
  ],
  [
    'in-app other windows → edge',
    `${WIN} ${BLINK} Slack/4.41.97 Chrome/130.0.6723.119 Electron/33.2.0 Safari/537.36`,
  ],
  [
    'in-app other windows → edge',
    chrome(WIN),
    {
      clientHints: {
        brands: [
          { brand: 'Microsoft Edge WebView2', version: '131' },
          { brand: 'Chromium', version: '131' },
        ],
        platform: 'Windows',
      },
    },
  ],
  [
    'in-app other linux',
    `${LINUX} ${BLINK} Code/1.95.3 Chrome/128.0.6613.186 Electron/32.2.1 Safari/537.36`,
  ],
];

const ROBOTS: Row[] = [
  ['robot other', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
  [
    'robot android',
    `${mobile('Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P)')} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`,
  ],
  ['robot other', 'Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)'],
  [
    'robot other',
    'Mozilla/5.0 (compatible; Daum/4.1; +http://cs.daum.net/faq/15/4118.html?faqId=28966)',
  ],
  ['robot other', 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)'],
  ['robot other', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
  [
    'robot other',
    'facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984',
  ],
  ['robot other', 'Twitterbot/1.0'],
  ['robot other', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
  [
    'robot macos',
    `${MAC} ${WEBKIT} Version/17.4 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)`,
  ],
  ['robot other', 'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)'],
  [
    'robot other',
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  ],
  ['robot other', 'DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)'],
  [
    'robot other',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  ],
  ['robot macos', `${chrome(MAC)} Chrome-Lighthouse`],
  ['robot other', 'curl/8.5.0'],
  ['robot other', 'python-requests/2.32.3'],
  ['robot other', 'Go-http-client/2.0'],
];

const RARE: Row[] = [
  ['in-app other ios → safari', `${PHONE_VIEW} Safari/604.1 COUPANG_APP`],
  ['in-app other ios → safari', `${PHONE_VIEW} Safari/604.1 everytimeApp`],
  ['in-app other android → samsung', `${GALAXY} ${VIEW} Telegram-Android/11.4.2`],
  ['robot other', 'WhatsApp/2.24.20.89 A'],
  ['robot other', 'Mozilla/5.0 (compatible; Bytespider; spider-feedback@bytedance.com)'],
  ['robot android', `${mobile(ANDROID)} (compatible; AdsBot-Google-Mobile)`],
  // Some give the full list alone.
  [
    'edge windows',
    chrome(WIN),
    {
      clientHints: {
        fullVersionList: [{ brand: 'Microsoft Edge', version: '131.0.2903.86' }],
        platform: 'Windows',
      },
    },
  ],
];

/** Some 250 browsers, apps and robots, in the form in which they show themselves. */
export const KNOWN_BROWSERS: readonly KnownBrowser[] = [
  ...[CHROME, EDGE, SAFARI, FIREFOX, SAMSUNG, WHALE, OTHERS],
  ...[ANDROID_APPS, APPLE_APPS, ROBOTS, RARE],
].flatMap((rows) => rows.map(([is, userAgent, more]) => ({ is, userAgent, ...more })));
