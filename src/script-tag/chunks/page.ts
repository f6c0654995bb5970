/** What the loader sets for the whole page before it brings an element. */
export { configure } from '../../core/config.js';
export { setLocaleLoader } from '../../i18n/registry.js';
