import { ThirdPartyElement } from '../elements/third-party/third-party.js';

if (customElements.get('dongui-third-party') === undefined) {
  customElements.define('dongui-third-party', ThirdPartyElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'dongui-third-party': ThirdPartyElement;
  }
}

export * from '../elements/third-party/third-party.js';
