import { PolicySummaryElement } from '../elements/policy-summary/policy-summary.js';

if (customElements.get('dongui-policy-summary') === undefined) {
  customElements.define('dongui-policy-summary', PolicySummaryElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'dongui-policy-summary': PolicySummaryElement;
  }
}

export * from '../elements/policy-summary/policy-summary.js';
