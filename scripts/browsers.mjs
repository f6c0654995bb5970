/**
 * Finds the three engines, or installs them. Used by the browser tests and, as a module, by the
 * full-page tests:
 *
 *     import { findBrowsers, startWebKitDriver, CHROMIUM_ARGS } from '../../scripts/browsers.mjs';
 *
 *     const { chromium, firefox, webkit } = await findBrowsers();
 *     await puppeteer.launch({ executablePath: chromium.path, args: CHROMIUM_ARGS });
 *     await puppeteer.launch({ browser: 'firefox', executablePath: firefox.path });
 *     const driver = await startWebKitDriver(webkit);   // { hostname, port, capabilities, stop() }
 *
 * An engine that `ENGINES` leaves out is absent from the answer. One that is asked for and cannot
 * be had is an error that says how to get it, never a silent skip.
 * Order: CHROME_PATH, FIREFOX_PATH, WEBKIT_DRIVER (and WEBKIT_MINIBROWSER); what is installed;
 * then, on Debian as root and with `install`, apt-get.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { run } from './lib/run.mjs';

export { startWebKitDriver } from './lib/webkit-driver.mjs';

const ALL_ENGINES = ['chromium', 'firefox', 'webkit'];

/** Debian's Chromium as root in a container, without calls to its maker. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
];

const DEBIAN_PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

const ADVICE = {
  chromium: 'install Chromium or Chrome, or set CHROME_PATH to its executable',
  firefox: 'install Firefox, or set FIREFOX_PATH to its executable',
  webkit:
    'install WebKitWebDriver, MiniBrowser and Xvfb, or set WEBKIT_DRIVER to the driver' +
    ' (and WEBKIT_MINIBROWSER to the browser)',
};

/** The engines that `ENGINES` selects; all three without it. */
export function selectedEngines() {
  const names = (process.env.ENGINES ?? '').split(',').map((name) => name.trim());
  const selected = names.filter((name) => name !== '');
  const unknown = selected.find((name) => !ALL_ENGINES.includes(name));
  if (unknown !== undefined) {
    throw new Error(`ENGINES names "${unknown}"; known are ${ALL_ENGINES.join(', ')}`);
  }
  return selected.length === 0 ? ALL_ENGINES : ALL_ENGINES.filter((e) => selected.includes(e));
}

/** Paths of the selected engines: see the top of this file. */
export async function findBrowsers({ engines = selectedEngines(), install = false } = {}) {
  const missing = engines.filter((engine) => finders[engine]() === undefined);
  if (missing.length > 0 && install && canInstall()) await installDebianPackages(missing);

  const found = {};
  for (const engine of engines) {
    const browser = finders[engine]();
    if (browser === undefined) throw new Error(missingMessage(engine));
    found[engine] = browser;
  }
  return found;
}

const finders = {
  chromium: () =>
    withPath(
      fromEnvironment('CHROME_PATH') ??
        onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
        existing('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
    ),
  firefox: () =>
    withPath(
      fromEnvironment('FIREFOX_PATH') ??
        onPath('firefox-esr', 'firefox') ??
        existing('/Applications/Firefox.app/Contents/MacOS/firefox'),
    ),
  webkit: () => {
    const driver = fromEnvironment('WEBKIT_DRIVER') ?? onPath('WebKitWebDriver');
    const miniBrowser = fromEnvironment('WEBKIT_MINIBROWSER') ?? findMiniBrowser();
    const xvfb = onPath('Xvfb');
    const hasDisplay = (process.env.DISPLAY ?? '') !== '';
    if (driver === undefined || miniBrowser === undefined) return undefined;
    return xvfb === undefined && !hasDisplay ? undefined : { driver, miniBrowser, xvfb };
  },
};

/** A path that was given by hand and is wrong must not be replaced by another browser. */
function fromEnvironment(name) {
  const path = process.env[name];
  if (path === undefined || path === '') return undefined;
  if (!isExecutable(path)) throw new Error(`${name} is ${path}, which cannot be run`);
  return path;
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** MiniBrowser is on no PATH: distributions keep it beside the library. */
function findMiniBrowser() {
  const folders = ['/usr/lib', '/usr/libexec', '/usr/lib64'].filter(existsSync);
  const candidates = folders.flatMap((folder) => [
    folder,
    ...readdirSync(folder)
      .filter((name) => name.includes('linux-gnu'))
      .map((name) => join(folder, name)),
  ]);
  return candidates
    .flatMap((folder) => ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => join(folder, name)))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function existing(path) {
  return isExecutable(path) ? path : undefined;
}

function withPath(path) {
  return path === undefined ? undefined : { path };
}

function canInstall() {
  return (
    existsSync('/etc/debian_version') && process.getuid?.() === 0 && onPath('apt-get') !== undefined
  );
}

async function installDebianPackages(engines) {
  // Without a Korean font the pages under test would be drawn as empty boxes.
  const packages = [...engines.flatMap((engine) => DEBIAN_PACKAGES[engine]), 'fonts-noto-cjk'];
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const options = { timeoutMs: 600_000, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const patient = ['-qq', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300'];
  await run('apt-get', ['update', ...patient], options);
  const flags = ['-y', ...patient, '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends'];
  await run('apt-get', ['install', ...flags, ...packages], {
    ...options,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function missingMessage(engine) {
  const packages = [...DEBIAN_PACKAGES[engine]].join(' ');
  return (
    `${engine} is not on this machine: ${ADVICE[engine]}.\n` +
    `On Debian: apt-get install --no-install-recommends ${packages} fonts-noto-cjk\n` +
    `To test without it: ENGINES=${ALL_ENGINES.filter((e) => e !== engine).join(',')} npm test`
  );
}

/** The name and version that an executable gives of itself, e.g. "Mozilla Firefox 153.7.0esr". */
export function executableVersion(path) {
  try {
    const options = { encoding: 'utf8', timeout: 30_000, stdio: ['ignore', 'pipe', 'ignore'] };
    return execFileSync(path, ['--version'], options)
      .split(/ built on |\n/)[0]
      .trim();
  } catch {
    return 'version unknown';
  }
}
