import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { engines, startBrowser } from '../support/browsers.js';
import { type DemoServer, makeDataDir, startDemoServer } from '../support/demo-server.js';
import { eventually } from '../support/page-driver.js';
import { boxOf } from '../support/signup-form.js';
import {
  type AppServer,
  buildSpaExample,
  type BuiltExample,
  startAppServer,
} from '../support/spa-example.js';

const REQUIRED = ['age', 'terms', 'kitchen'];

describe('The single-page app in examples/spa, from the packed tarball', () => {
  let example: BuiltExample;
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let receiver: DemoServer;
  let app: AppServer;

  before(async () => {
    [example, data] = await Promise.all([buildSpaExample(), makeDataDir()]);
    receiver = await startDemoServer({ dataDir: data.path });
    app = await startAppServer(example.dist, receiver.origin);
  });
  after(async () => {
    await app.stop();
    await receiver.stop();
    await data.remove();
    await example.remove();
  });

  for (const engine of engines) {
    it(`records, sends JSON, and delivers the receipt: ${engine}`, async () => {
      const browser = await startBrowser(engine);
      try {
        const page = await browser.open();
        await page.goto(app.origin);
        await page.type('input[name="email"]', 'someone@mail.example');

        await page.click('#join > button');
        const problem = await page.evaluate<string>(
          `const root = document.querySelector('dongui-consent').shadowRoot;
           return root.querySelector('[role="alert"]').textContent;`,
        );
        assert.match(problem, /확인할 항목이 3개/);
        assert.equal(app.joined.filter(({ consent }) => consent.receipt === '').length, 0);

        for (const id of REQUIRED) await page.click(boxOf(id));
        const before = app.joined.length;
        await page.click('#join > button');
        const shown = await eventually('the receipt on the page', () =>
          page.evaluate<string | null>(
            `return document.querySelector('#status').dataset.receipt ?? null;`,
          ),
        );

        assert.equal(app.joined.length, before + 1);
        const { consent } = app.joined[before]!;
        assert.equal(shown, consent.receipt);
        assert.equal(consent.decisions['terms'], 'given');
        assert.equal(consent.decisions['birthday'], 'refused');
        const row = await eventually('the row in the feed', async () =>
          (await receiver.feed()).find(({ hash }) => hash === consent.hash),
        );
        assert.equal(row.receipt.submit.by, 'script');
        assert.deepEqual(page.errors, []);
      } finally {
        await browser.stop();
      }
    });
  }
});
