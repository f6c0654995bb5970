import { CookieGuideElement } from '../elements/cookie-guide/cookie-guide.js';

if (customElements.get('dongui-cookie-guide') === undefined) {
  customElements.define('dongui-cookie-guide', CookieGuideElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'dongui-cookie-guide': CookieGuideElement;
  }
}

export * from '../elements/cookie-guide/cookie-guide.js';
