import { assert } from '@open-wc/testing';

import type { Bundle } from '../../src/model/bundle.js';
import { fromCsv } from '../../src/model/exports/csv.js';
import { fromDpv } from '../../src/model/exports/dpv.js';
import { hashOf } from '../../src/model/sha256.js';
import { verifyBundle } from '../../src/model/verify-bundle.js';
import {
  press,
  receiptsOf,
  type ReceiptsFixture,
  signedUp,
  textOf,
  until,
} from '../support/receipts-fixture.js';

/** What a press would put among a person's downloads. */
async function saved(
  { element, root }: ReceiptsFixture,
  format: string,
): Promise<{ readonly name: string; readonly content: string }> {
  const blobs: Blob[] = [];
  const names: string[] = [];
  const keep = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    blobs.push(blob as Blob);
    return keep(blob);
  };
  // A press that the browser would answer with a download: nothing is to be written here.
  Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
    configurable: true,
    value(this: HTMLAnchorElement) {
      names.push(this.download);
    },
  });
  try {
    if (root.querySelector('#panel-download') === null)
      await press(element, '[data-panel="download"]');
    await press(element, `[data-format="${format}"]`);
    await until(() => names.length > 0);
  } finally {
    URL.createObjectURL = keep;
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  }
  return { name: names[0]!, content: await blobs[0]!.text() };
}

describe('what can be had of <dongui-receipts>', () => {
  it('is a bundle that proves itself, with the texts that it names', async () => {
    const parts = await signedUp();
    const { element, policy, receipt } = parts;
    await press(element, '[data-action="withdraw"][data-item="allergy"]');
    const [, withdrawal] = await receiptsOf(policy, 2);

    const { name, content } = await saved(parts, 'bundle');

    assert.match(name, new RegExp(`^${policy.id}-\\d{4}-\\d\\d-\\d\\d\\.json$`));
    const bundle = JSON.parse(content) as Bundle;
    assert.deepEqual(
      bundle.receipts.map(({ hash }) => hash),
      [hashOf(receipt), hashOf(withdrawal)],
    );
    const { isIntact, findings } = await verifyBundle(bundle);
    assert.isTrue(isIntact);
    assert.notInclude(
      findings.map(({ code }) => code),
      'text-missing',
    );
    await until(() => textOf(parts.root.querySelector('#panel-download')).includes(name));
  });

  it('is a table and a standard form, both without a loss', async () => {
    const parts = await signedUp();
    const bundle = JSON.parse((await saved(parts, 'bundle')).content) as Bundle;

    const csv = await saved(parts, 'csv');
    assert.match(csv.name, /\.csv$/);
    assert.deepEqual(fromCsv(csv.content), bundle);

    const dpv = await saved(parts, 'dpv');
    assert.match(dpv.name, /\.jsonld$/);
    assert.deepEqual(fromDpv(JSON.parse(dpv.content)), bundle);
  });

  it('is a page to print, on which everything is open', async () => {
    const { root, receipt } = await signedUp();
    assert.isNull(root.querySelector('.time'));

    window.dispatchEvent(new Event('beforeprint'));
    const entries = root.querySelectorAll('[data-part]').length;
    assert.equal(root.querySelectorAll('.time').length, entries);
    assert.include(textOf(root.querySelector('.time')), receipt.id);
    assert.include(textOf(root.querySelector('.time')), hashOf(receipt));

    window.dispatchEvent(new Event('afterprint'));
    await until(() => root.querySelector('.time') === null);
  });

  it('prints when the button is pressed', async () => {
    const { element } = await signedUp();
    const real = window.print.bind(window);
    let count = 0;
    window.print = () => {
      count += 1;
    };
    try {
      await press(element, '[data-panel="download"]');
      await press(element, '[data-format="print"]');
    } finally {
      window.print = real;
    }

    assert.equal(count, 1);
  });
});
