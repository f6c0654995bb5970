import puppeteer, {
  type Browser,
  type CDPSession,
  type ElementHandle,
  type Page,
} from 'puppeteer-core';

import { CHROMIUM_ARGS } from '../../scripts/browsers.mjs';
import {
  type BrowserDriver,
  type DeepSelector,
  FIND,
  eventually,
  type Key,
  type PageDriver,
} from './page-driver.js';
import { slowProcesses } from './processes.js';

/** A page that also answers to the protocol of Chromium alone. */
export interface ChromiumPage extends PageDriver {
  readonly cdp: () => Promise<CDPSession>;
  setScheme(scheme: 'light' | 'dark'): Promise<void>;
}

/** Starts Chromium or Firefox, in a profile of its own, and drives it with puppeteer-core. */
export async function startPuppeteer(
  engine: 'chromium' | 'firefox',
  executablePath: string,
): Promise<BrowserDriver & { open(): Promise<ChromiumPage> }> {
  const browser = await puppeteer.launch({
    ...(engine === 'chromium' ? { args: CHROMIUM_ARGS } : { browser: 'firefox' as const }),
    executablePath,
    defaultViewport: null,
  });
  return {
    engine,
    version: await browser.version(),
    open: async () => puppeteerPage(engine, await browser.newPage(), browser.process()?.pid ?? 0),
    stop: () => stop(browser),
  };
}

async function stop(browser: Browser): Promise<void> {
  const child = browser.process();
  await Promise.race([
    browser.close().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, 5000).unref()),
  ]);
  if (child?.exitCode === null) child.kill('SIGKILL');
}

function puppeteerPage(engine: 'chromium' | 'firefox', page: Page, pid: number): ChromiumPage {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  const run = <Result>(script: string, args: readonly unknown[]): Promise<Result> =>
    page.evaluate(
      `(async (args) => { ${FIND} ${script} })(${JSON.stringify(args)})`,
    ) as Promise<Result>;

  async function handle(selector: DeepSelector): Promise<ElementHandle> {
    const find = `(() => { ${FIND} return find(${JSON.stringify(selector)}); })()`;
    const found = await eventually(`${selector} on ${page.url()}`, async () =>
      (await page.evaluateHandle(find)).asElement(),
    );
    return found as ElementHandle;
  }

  return {
    engine,
    goto: async (url) => {
      await page.goto(url, { waitUntil: 'load' });
    },
    url: () => Promise.resolve(page.url()),
    click: async (selector) => {
      const element = await handle(selector);
      await element.evaluate((each) => {
        each.scrollIntoView({ block: 'center', behavior: 'instant' });
      });
      await element.click();
    },
    type: async (selector, text) => (await handle(selector)).type(text),
    typeHere: (text) => page.keyboard.type(text),
    press: (key) => pressKey(page, key),
    evaluate: (script, ...args) => run(script, args),
    slowDown: (factor) =>
      engine === 'chromium' ? throttle(page, factor) : Promise.resolve(slowProcesses(pid, factor)),
    errors,
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: () => page.screenshot({ fullPage: true }),
    close: () => page.close({ runBeforeUnload: false }),
    cdp: () => page.createCDPSession(),
    setScheme: (value) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
  };
}

/** Chromium slows down the page alone, by its own clock. */
async function throttle(page: Page, rate: number): Promise<() => Promise<void>> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return async () => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 }).catch(() => undefined);
  };
}

async function pressKey(page: Page, key: Key): Promise<void> {
  if (key !== 'Shift+Tab') return page.keyboard.press(key === 'Space' ? ' ' : key);
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
}
