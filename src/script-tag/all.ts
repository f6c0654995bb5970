import korean from '../../locales/ko.js';
import koreanThirdParty from '../../locales/ko/third-party.js';
import english from '../../locales/en.js';
import englishThirdParty from '../../locales/en/third-party.js';
import japanese from '../../locales/ja.js';
import guideEnglish from '../../locales/en/cookie-guide.js';
import guideJapanese from '../../locales/ja/cookie-guide.js';
import guideKorean from '../../locales/ko/cookie-guide.js';
import summaryEnglish from '../../locales/en/policy-summary.js';
import summaryJapanese from '../../locales/ja/policy-summary.js';
import summaryKorean from '../../locales/ko/policy-summary.js';
import japaneseThirdParty from '../../locales/ja/third-party.js';
import policyEnglish from '../../locales/en/policy.js';
import policyJapanese from '../../locales/ja/policy.js';
import policyKorean from '../../locales/ko/policy.js';
import { configure } from '../core/config.js';
import { getDelivery } from '../core/delivery.js';
import { somethingWaits } from '../core/journal.js';
import { browserPorts } from '../core/ports.js';
import { dropLeftDrafts } from '../host/left-drafts.js';
import { registerMessages } from '../i18n/registry.js';

// Before the elements: they read the page's defaults as soon as they are defined.
const { dataset } = document.currentScript as HTMLScriptElement;
configure(Object.fromEntries(Object.entries(dataset)));
registerMessages('ko', korean);
registerMessages('en', english);
registerMessages('ja', japanese);
registerMessages('ko', guideKorean, 'cookie-guide');
registerMessages('en', guideEnglish, 'cookie-guide');
registerMessages('ja', guideJapanese, 'cookie-guide');
registerMessages('ko', summaryKorean, 'policy-summary');
registerMessages('en', summaryEnglish, 'policy-summary');
registerMessages('ja', summaryJapanese, 'policy-summary');
registerMessages('ko', koreanThirdParty, 'third-party');
registerMessages('en', englishThirdParty, 'third-party');
registerMessages('ja', japaneseThirdParty, 'third-party');
registerMessages('ko', policyKorean, 'policy');
registerMessages('en', policyEnglish, 'policy');
registerMessages('ja', policyJapanese, 'policy');

void import('../define/all.js');

const ports = browserPorts();
if (somethingWaits(ports)) getDelivery(ports);
addEventListener('load', dropLeftDrafts);
