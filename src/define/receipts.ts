import { ReceiptsElement } from '../elements/receipts/receipts.js';

if (customElements.get('dongui-receipts') === undefined) {
  customElements.define('dongui-receipts', ReceiptsElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'dongui-receipts': ReceiptsElement;
  }
}

export * from '../elements/receipts/receipts.js';
