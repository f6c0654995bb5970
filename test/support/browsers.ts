import { type Engine, findBrowsers, selectedEngines } from '../../scripts/browsers.mjs';
import type { BrowserDriver } from './page-driver.js';
import { startPuppeteer } from './puppeteer-driver.js';
import { startWebKit } from './webkit-driver.js';

/** The engines that this run is about: all three unless `ENGINES` says otherwise. */
export const engines: readonly Engine[] = selectedEngines();

/** Starts one engine; an engine that is not on the machine is an error that says how to get it. */
export async function startBrowser(engine: Engine): Promise<BrowserDriver> {
  const { chromium, firefox, webkit } = await findBrowsers({ engines: [engine] });
  if (chromium) return startPuppeteer('chromium', chromium.path);
  if (firefox) return startPuppeteer('firefox', firefox.path);
  if (webkit) return startWebKit(webkit);
  throw new Error(`No browser for ${engine}`);
}
