import korean from '../../locales/ko.js';
import english from '../../locales/en.js';
import japanese from '../../locales/ja.js';
import summaryEnglish from '../../locales/en/policy-summary.js';
import summaryJapanese from '../../locales/ja/policy-summary.js';
import summaryKorean from '../../locales/ko/policy-summary.js';
import { configure } from '../core/config.js';
import { getDelivery } from '../core/delivery.js';
import { somethingWaits } from '../core/journal.js';
import { browserPorts } from '../core/ports.js';
import { registerMessages } from '../i18n/registry.js';

// Before the elements: they read the page's defaults as soon as they are defined.
const { dataset } = document.currentScript as HTMLScriptElement;
configure(Object.fromEntries(Object.entries(dataset)));
registerMessages('ko', korean);
registerMessages('en', english);
registerMessages('ja', japanese);
registerMessages('ko', summaryKorean, 'policy-summary');
registerMessages('en', summaryEnglish, 'policy-summary');
registerMessages('ja', summaryJapanese, 'policy-summary');

void import('../define/all.js');

const ports = browserPorts();
if (somethingWaits(ports)) getDelivery(ports);
