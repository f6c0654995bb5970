import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { engines } from '../support/browsers.js';
import { eventually } from '../support/page-driver.js';
import type { ChromiumPage } from '../support/puppeteer-driver.js';
import { gather, openReading, READING_PAGES } from '../support/reading-pages.js';
import { findViolations, OVERFLOW } from './suites/accessibility.js';
import { Stage } from './suites/stage.js';

for (const engine of engines) {
  describe(`What a person may read, in ${engine}`, () => {
    const stage = new Stage(engine);
    before(() => stage.open());
    after(() => stage.close());

    for (const reading of READING_PAGES) {
      it(`${reading.path} shows what the policy says, at every width`, () =>
        stage.withPage(async (page) => {
          await openReading(page, stage.url(reading.path), reading);
          const { text } = await gather(page);
          for (const fact of reading.facts) assert.ok(text.includes(fact), `${fact}\n${text}`);
          for (const width of [320, 360, 1280]) {
            await page.resize(width, 800);
            assert.ok((await page.evaluate<number>(OVERFLOW)) <= 0, `${width} px`);
          }
        }));
    }

    it('keeps the record of a provision, delivers it, and shows it among one’s own', () =>
      stage.withPage(async (page) => {
        const tag = 'dongui-third-party';
        await openReading(page, stage.url('/haru/third-party/'), { tag });
        const buttons = (id: string): string =>
          `dongui-third-party >>> .card button[data-item="${id}"]`;
        const [arrived] = await stage.arrivals(1, async () => {
          await page.click(`${buttons('dalbit')}[data-answer="refused"]`);
          await page.click(`${buttons('moa-points')}[data-answer="given"]`);
        });
        assert.ok(arrived);
        assert.deepEqual(
          arrived.receipt.items.map(({ id, state }) => [id, state]),
          [
            ['dalbit', 'refused'],
            ['moa-points', 'given'],
          ],
        );
        await page.goto(stage.url('/my/'));
        const { id } = arrived.receipt;
        const text = await eventually('the record is shown', () =>
          page.evaluate<string | null>(
            `return document.querySelector('[data-receipt="' + args[0] + '"]')?.innerText ?? null`,
            id,
          ),
        );
        assert.match(text, /동의함 1개 · 동의 안 함 1개/);
        if (engine === 'chromium') assert.deepEqual(await findViolations(page as ChromiumPage), []);
      }));

    it('runs under the strict policy without a report and without an error', async () => {
      assert.deepEqual(await stage.server.cspReports(), []);
      assert.deepEqual(stage.errors, []);
    });
  });
}

if (engines.includes('chromium')) {
  describe('What a person may read, by the rules', () => {
    const stage = new Stage('chromium');
    before(() => stage.open());
    after(() => stage.close());

    for (const reading of READING_PAGES) {
      it(`finds nothing to object to on ${reading.path}`, () =>
        stage.withPage(async (driver) => {
          const page = driver as ChromiumPage;
          await openReading(page, stage.url(reading.path), reading);
          for (const [scheme, width] of [
            ['light', 1280],
            ['dark', 360],
          ] as const) {
            await page.setScheme(scheme);
            await page.resize(width, 900);
            assert.deepEqual(await findViolations(page), [], `${scheme}, ${width} px`);
          }
        }));
    }

    it('leads with every link of the demo to a page and a place that are there', () =>
      stage.withPage(async (page) => {
        const tags = new Map(READING_PAGES.map((each) => [each.path, each.tag]));
        const home = stage.url('/');
        const queue = [home];
        const pages = new Map<string, readonly string[]>();
        const places: [from: string, path: string, id: string][] = [];
        for (const url of queue) {
          const { pathname } = new URL(url);
          if (pages.has(pathname)) continue;
          const { status, headers } = await fetch(url);
          assert.equal(status, 200, url);
          if (!(headers.get('content-type') ?? '').startsWith('text/html')) {
            pages.set(pathname, []);
            continue;
          }
          const tag = tags.get(pathname);
          if (tag === undefined) await page.goto(url);
          else await openReading(page, url, { tag });
          const { links, ids } = await gather(page);
          pages.set(pathname, ids);
          for (const link of links) {
            const { origin, pathname: path, search, hash } = new URL(link);
            if (origin !== new URL(home).origin) continue;
            queue.push(origin + path + search);
            if (hash !== '') places.push([pathname, path, decodeURIComponent(hash.slice(1))]);
          }
        }
        for (const { path } of READING_PAGES)
          assert.ok(pages.has(path), `nothing leads to ${path}`);
        for (const [from, path, id] of places) {
          assert.ok(pages.get(path)?.includes(id), `${from} leads to ${path}#${id}`);
        }
      }));
  });
}
