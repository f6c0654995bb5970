import { PolicyElement } from '../elements/policy/policy.js';

if (customElements.get('dongui-policy') === undefined) {
  customElements.define('dongui-policy', PolicyElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'dongui-policy': PolicyElement;
  }
}

export * from '../elements/policy/policy.js';
