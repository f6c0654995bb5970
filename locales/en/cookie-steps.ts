import type { CookieStepsMessages } from '../../src/i18n/cookie-steps-messages.js';

/** How to correct a step: docs/cookie-steps.md. */
const steps: CookieStepsMessages = {
  'chrome-desktop-third-party':
    'Press [⋮] at the top right and open [Settings].\n' +
    'Go to [Privacy and security] › [Third-party cookies].\n' +
    'Choose [Block third-party cookies].',
  'chrome-desktop-all':
    'Go to [Settings] › [Privacy and security] › [Site settings].\n' +
    'Open [Additional content settings] › [On-device site data].\n' +
    'Choose [Don’t allow sites to save data on your device].',
  'chrome-desktop-delete':
    'Go to [Settings] › [Privacy and security].\n' +
    'Press [Delete browsing data].\n' +
    'Choose [Cookies and other site data] and delete.',
  'chrome-desktop-private':
    'Press [⋮] › [New Incognito window]. (Ctrl+Shift+N, on a Mac ⌘+Shift+N)',
  'chrome-android-third-party':
    'Go to [⋮] › [Settings] › [Site settings].\n' + 'Choose [Third-party cookies] › [Block].',
  'chrome-android-delete':
    'Press [⋮] › [Delete browsing data].\n' + 'Choose [Cookies and site data] and delete.',
  'chrome-android-private': 'Press [⋮] › [New Incognito tab].',
  'samsung-tracking':
    'Go to [≡] › [Settings] › [Privacy].\n' +
    'Choose [Smart anti-tracking] › [Strict]. Older versions say ‘Always’.',
  'samsung-all':
    'Go to [≡] › [Settings] › [Privacy]. In some versions it is under [Sites and downloads].\n' +
    'Turn off [Allow cookies].',
  'samsung-delete':
    'Go to [≡] › [Settings] › [Privacy].\n' +
    'In [Delete browsing data], choose [Cookies and site data] and delete.',
  'samsung-private': 'Press the tabs icon.\n' + 'Press [Turn on Secret mode] › [Start].',
  'safari-ios-cross-site':
    'Go to [Settings] › [Apps] › [Safari].\n' + 'Turn on [Prevent Cross-Site Tracking].',
  'safari-ios-all':
    'Go to [Settings] › [Apps] › [Safari] › [Advanced].\n' + 'Turn on [Block All Cookies].',
  'safari-ios-delete':
    'Go to [Settings] › [Apps] › [Safari].\n' + 'Press [Clear History and Website Data].',
  'safari-ios-private':
    'Press the tabs button in Safari.\n' + 'Choose [Private] and open a new tab.',
  'chrome-ios-none':
    'Chrome on iPhone and iPad has no setting of its own that blocks cookies. To block them, open this page in Safari and follow Safari’s steps.',
  'chrome-ios-delete':
    'Press [⋯] › [Delete Browsing Data].\n' + 'Choose [Cookies, Site Data] and delete.',
  'chrome-ios-private': 'Press [⋯] › [New Incognito Tab].',
  'safari-mac-cross-site':
    'In the menu bar, go to [Safari] › [Settings] › [Privacy].\n' +
    'Turn on [Prevent cross-site tracking].',
  'safari-mac-all':
    'In the menu bar, go to [Safari] › [Settings] › [Advanced].\n' + 'Turn on [Block all cookies].',
  'safari-mac-delete':
    'In the menu bar, go to [Safari] › [Settings] › [Privacy].\n' +
    'Press [Manage Website Data] › [Remove All].',
  'safari-mac-private': 'In the menu bar, press [File] › [New Private Window]. (⇧⌘N)',
  'edge-desktop-third-party':
    'Press [⋯] at the top right and open [Settings].\n' +
    'Go to [Privacy, search, and services] › [Cookies].\n' +
    'Turn on [Block third-party cookies].',
  'edge-desktop-tracking':
    'Go to [Settings] › [Privacy, search, and services] › [Tracking prevention].\n' +
    'Choose [Balanced] or [Strict].',
  'edge-desktop-delete':
    'Go to [Settings] › [Privacy, search, and services] › [Cookies].\n' +
    'Press [See all cookies and site data] › [Remove all].',
  'edge-desktop-private': 'Press [⋯] › [New InPrivate window]. (Ctrl+Shift+N)',
  'firefox-desktop-strict':
    'Press [☰] at the top right and open [Settings].\n' +
    'Go to [Privacy & Security].\n' +
    'Choose [Enhanced Tracking Protection] › [Strict].',
  'firefox-desktop-all':
    'Go to [Settings] › [Privacy & Security].\n' +
    'Turn on [Enhanced Tracking Protection] › [Custom] › [Cookies].\n' +
    'Choose [All third-party cookies] or [All cookies].',
  'firefox-desktop-delete':
    'Go to [Settings] › [Privacy & Security].\n' +
    'Press [Cookies and Site Data] › [Clear Data…].\n' +
    'To do so each time, turn on [Delete cookies and site data when Firefox is closed].',
  'firefox-desktop-private': 'Press [☰] › [New private window].',
  'firefox-android-strict':
    'Go to [⋮] › [Settings] › [Enhanced Tracking Protection].\n' + 'Choose [Strict].',
  'firefox-android-delete':
    'Go to [⋮] › [Settings] › [Delete browsing data].\n' +
    'Choose [Cookies and site data] and delete.',
  'firefox-android-private': 'Press the tabs icon.\n' + 'Open a [Private] tab.',
  'whale-desktop-third-party':
    'Go to [Settings] › [Privacy].\n' +
    'Choose [Cookies and other site data] › [Block third-party cookies].',
  'whale-desktop-delete':
    'Go to [Settings] › [Privacy].\n' + 'In [Clear browsing data], choose cookies and delete.',
  'whale-desktop-private': 'Press [⋮] › [New Secret window]. (Ctrl+Shift+N)',
  'whale-mobile-refuse': 'Go to [≡] › [Settings] › [Privacy].\n' + 'Choose [Cookies] › [Block].',
  'whale-mobile-private': 'Turn on [≡] › [Secret mode].',
  'android-ads-delete':
    'Go to [Settings] › [Security & privacy].\n' +
    'Press [More privacy settings] › [Ads].\n' +
    'Press [Delete advertising ID].',
  'android-ads-google':
    'Where that menu is missing, go to [Settings] › [Google] › [All services] › [Ads].\n' +
    'Press [Delete advertising ID].',
  'android-ads-samsung':
    'On a Samsung Galaxy, go to [Settings] › [Security and privacy] › [Other privacy settings].\n' +
    'Turn off [Customization Service].',
  'ios-ads-tracking':
    'Go to [Settings] › [Privacy & Security] › [Tracking].\n' +
    'Turn off [Allow Apps to Request to Track]. Turn off apps that you already allowed in the list below it.',
  'ios-ads-apple':
    'Go to [Settings] › [Privacy & Security] › [Apple Advertising].\n' +
    'Turn off [Personalized Ads].',
  'mac-ads-apple':
    'Go to [System Settings] › [Privacy & Security] › [Apple Advertising].\n' +
    'Turn off [Personalized Ads].',
  'leave-naver':
    'Press [⋮] or [≡] at the bottom or the top.\n' +
    'Choose [Open in default browser] or [Open in another browser].',
  'leave-kakaotalk': 'Press [⋮] or the share button.\n' + 'Choose [Open in another browser].',
  'leave-kakaostory': 'Press [⋮] or the share button.\n' + 'Choose [Open in another browser].',
  'leave-daum': 'Press [⋮] or the share button.\n' + 'Choose [Open in another browser].',
  'leave-band': 'Press [⋮] or the share button.\n' + 'Choose [Open in another browser].',
  'leave-line': 'Press [⋮] at the top right.\n' + 'Choose [Open in default browser].',
  'leave-facebook': 'Press [⋯] at the top right.\n' + 'Choose [Open in external browser].',
  'leave-messenger': 'Press [⋯] at the top right.\n' + 'Choose [Open in external browser].',
  'leave-instagram': 'Press [⋯] at the top right.\n' + 'Choose [Open in external browser].',
  'leave-threads': 'Press [⋯] at the top right.\n' + 'Choose [Open in external browser].',
  'leave-tiktok': 'Press [⋯] or the share button.\n' + 'Choose [Open in browser].',
  'leave-x': 'Press [⋯] or the share button.\n' + 'Choose [Open in browser].',
  'leave-wechat': 'Press [⋯] at the top right.\n' + 'Choose [Open in default browser].',
  'leave-other':
    'Press [⋮], [⋯] or the share button.\n' +
    'Choose [Open in browser], or words like it. If there are none, copy the address below and paste it into your browser.',
};

export default steps;
