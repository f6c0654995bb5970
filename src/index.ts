/**
 * The classes, events and types of dongui. Importing this registers nothing: `dongui/define` does.
 */
export { configure, type PageDefaults } from './core/config.js';
export { ConsentElement } from './elements/consent/consent.js';
export { CookieGuideElement } from './elements/cookie-guide/cookie-guide.js';
export { PolicySummaryElement } from './elements/policy-summary/policy-summary.js';
export { ReceiptsElement } from './elements/receipts/receipts.js';
export { type AskOptions, ThirdPartyElement } from './elements/third-party/third-party.js';
export type { CookieGuideMessages } from './i18n/cookie-guide-messages.js';
export type { ChannelMessages, KindMessages, Messages } from './i18n/messages.js';
export type { ReceiptsMessages } from './i18n/receipts-messages.js';
export type { ThirdPartyMessages } from './i18n/third-party-messages.js';
export { PolicyElement } from './elements/policy/policy.js';
export type { PolicyMessages } from './i18n/policy-messages.js';
export { type LocaleLoader, registerMessages, setLocaleLoader } from './i18n/registry.js';
export * from './ui/events.js';
export type { Known } from './ui/known-bundles.js';
