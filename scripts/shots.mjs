/**
 * Pictures of every demo page for looking at: 360 and 1280 px wide, light and dark, in Chromium.
 *
 *     node scripts/shots.mjs FOLDER            all pages
 *     node scripts/shots.mjs FOLDER /desk/     pages whose address begins so
 *
 * Serves the built demo from a database of its own, which is thrown away afterwards.
 */
import './ts-loader.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [folder, wanted = '/'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node scripts/shots.mjs FOLDER [ADDRESS]');
  process.exit(1);
}

const { readHostPages } = await import('./lib/host-pages.mjs');
const { startBrowser } = await import('../test/support/browsers.ts');
const { makeDataDir, startDemoServer } = await import('../test/support/demo-server.ts');
const { fillFields, FORMS, openForm, waitForWelcome } =
  await import('../test/support/signup-form.ts');
const { until } = await import('../test/support/page-driver.ts');
const { openReading, READING_PAGES } = await import('../test/support/reading-pages.ts');

const LOOKS = [360, 1280].flatMap((width) =>
  ['light', 'dark'].map((scheme) => ({ width, scheme })),
);

const data = await makeDataDir();
const server = await startDemoServer({ dataDir: data.path });
const browser = await startBrowser('chromium');
mkdirSync(folder, { recursive: true });
try {
  for (const [name, open] of Object.entries(pages())) {
    if (!`/${name.replaceAll('-', '/')}`.startsWith(wanted)) continue;
    const page = await browser.open();
    await page.resize(1280, 900);
    await open(page);
    for (const { width, scheme } of LOOKS) {
      await page.setScheme(scheme);
      await page.resize(width, 900);
      const file = join(resolve(folder), `${name}-${width}-${scheme}.png`);
      writeFileSync(file, await page.screenshot());
    }
    await page.close();
    console.log(name);
  }
} finally {
  await browser.stop();
  await server.stop();
  await data.remove();
}

/** A host's page; not every one of them has a consent element. */
async function openHost(page, url) {
  await page.goto(url);
  await until('the items are drawn', () =>
    page.evaluate(`
      const consent = find('dongui-consent');
      return consent === null || consent.shadowRoot?.querySelector('input, dl') != null;
    `),
  );
}

/** How each page is brought to what its picture shows, by the name of the picture. */
function pages() {
  const at = (path) => server.origin + path;
  const nameOf = (path) => path.replaceAll('/', '-').slice(1) || 'start';
  const allOf = 'dongui-consent >>> button[aria-pressed]:nth-of-type(1)';
  const send = async (page, path, press) => {
    await openForm(page, at(path));
    await fillFields(page);
    if (press) await page.click(press);
    await page.click('.submit');
  };
  return {
    'desk-empty': async (page) => {
      await page.goto(at('/desk/'));
      await until('the desk is drawn', () => page.evaluate(`return !find('#empty').hidden`));
    },
    start: (page) => openForm(page, at('/')),
    ...Object.fromEntries(
      FORMS.flatMap(({ path }) => [
        [`${nameOf(path)}form`, (page) => openForm(page, at(path))],
        [
          `${nameOf(path)}welcome`,
          async (page) => {
            const boxes = await openForm(page, at(path));
            const [press] = boxes.filter((box) => !box.required);
            await fillFields(page);
            for (const { id, required } of boxes) {
              if (required || id === press?.id) {
                await page.click(`dongui-consent >>> #box-${id}`);
              }
            }
            await page.click('.submit');
            await waitForWelcome(page);
          },
        ],
      ]),
    ),
    ...Object.fromEntries(
      READING_PAGES.map((reading) => [
        nameOf(reading.path).replace(/-$/, ''),
        (page) => openReading(page, at(reading.path), reading),
      ]),
    ),
    my: async (page) => {
      await page.goto(at('/my/'));
      await until('the records are drawn', () =>
        page.evaluate(`return find('#records section, #none') !== null`),
      );
    },
    'haru-problems': (page) => send(page, '/haru/'),
    'haru-all': async (page) => {
      await send(page, '/haru/', allOf);
      await waitForWelcome(page);
    },
    'haru-guardian': (page) => page.goto(at('/haru/guardian/')),
    'haru-refused': async (page) => {
      await openForm(page, at('/haru/'));
      await fillFields(page);
      await page.evaluate(`find('dongui-consent').remove()`);
      await page.click('.submit');
      await until('the answer is there', () =>
        page
          .evaluate(`return find('.note--danger') !== null && document.readyState === 'complete'`)
          .catch(() => false),
      );
    },
    desk: async (page) => {
      await page.goto(at('/desk/'));
      await page.click('[data-row] button');
      await until('the text is open', () => page.evaluate(`return find('desk-notice') !== null`));
    },
    hosts: (page) => page.goto(at('/hosts/')),
    ...Object.fromEntries(
      [...readHostPages().keys()]
        .map((name) => `/hosts/${name.replace(/index\.html$/, '')}`)
        .map((path) => [nameOf(path).replace(/-$/, ''), (page) => openHost(page, at(path))]),
    ),
    absent: (page) => page.goto(at('/absent/')),
  };
}
