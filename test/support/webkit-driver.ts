import { startWebKitDriver, type WebKitPaths } from '../../scripts/browsers.mjs';
import {
  type BrowserDriver,
  type DeepSelector,
  eventually,
  FIND,
  type Key,
  type PageDriver,
} from './page-driver.js';
import { findDescendant, slowProcesses } from './processes.js';

/** The member under which WebDriver hands out elements (W3C WebDriver, 12.1). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Code points of keys (W3C WebDriver, 17.4.2). */
const KEYS: Readonly<Record<Exclude<Key, 'Shift+Tab'>, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  ArrowDown: '\uE015',
};
const SHIFT = '\uE008';

/** The driver answers every command; one that takes longer is stuck. */
const LONGEST_COMMAND_MS = 60_000;

type Command = <Result = unknown>(method: string, path: string, body?: object) => Promise<Result>;

/** Starts WebKitGTK's MiniBrowser on a screen of its own and drives it with WebDriver classic. */
export async function startWebKit(paths: WebKitPaths): Promise<BrowserDriver> {
  const driver = await startWebKitDriver(paths);
  const base = `http://${driver.hostname}:${driver.port}/session`;
  try {
    const { 'wdio:enforceWebDriverClassic': _, ...alwaysMatch } = driver.capabilities;
    const session = await send<{
      sessionId: string;
      capabilities: { browserName: string; browserVersion: string };
    }>('POST', base, {
      capabilities: { alwaysMatch: { ...alwaysMatch, unhandledPromptBehavior: 'accept' } },
    });
    const command: Command = (method, path, body) =>
      send(method, `${base}/${session.sessionId}${path}`, body);
    await command('POST', '/timeouts', { script: 50_000, pageLoad: 50_000, implicit: 0 });
    const { browserName, browserVersion } = session.capabilities;
    const first = await command<string>('GET', '/window');
    return {
      engine: 'webkit',
      version: `${browserName}/${browserVersion}`,
      open: async () => {
        // The tab that commands went to last may be closed; the first one never is.
        await command('POST', '/window', { handle: first });
        // A tab that is not in front is never drawn: no frames, no screenshots.
        const { handle } = await command<{ handle: string }>('POST', '/window/new', {
          type: 'window',
        });
        return webKitPage(command, handle);
      },
      stop: async () => {
        await command('DELETE', '').catch(() => undefined);
        await driver.stop();
      },
    };
  } catch (error) {
    await driver.stop();
    throw error;
  }
}

async function send<Result>(method: string, url: string, body?: object): Promise<Result> {
  const response = await fetch(url, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    signal: AbortSignal.timeout(LONGEST_COMMAND_MS),
  });
  const { value } = (await response.json()) as { value: Result };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${error}: ${message} (${method} ${new URL(url).pathname})`);
}

function webKitPage(command: Command, handle: string): PageDriver {
  /** Commands go to one tab at a time. */
  const here: Command = async (method, path, body) => {
    await command('POST', '/window', { handle });
    return command(method, path, body);
  };
  const run = <Result>(script: string, args: readonly unknown[]): Promise<Result> =>
    here('POST', '/execute/sync', {
      script: `const args = [...arguments]; ${FIND} return (async () => { ${script} })();`,
      args,
    });

  const element = (selector: DeepSelector): Promise<string> =>
    eventually(selector, async () => {
      const found = await run<Record<string, string> | null>('return find(args[0]);', [selector]);
      return found?.[ELEMENT];
    });

  const actions = (list: readonly object[]): Promise<unknown> =>
    here('POST', '/actions', {
      actions: [{ type: 'key', id: 'keyboard', actions: list }],
    });
  const tap = (value: string): readonly object[] => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];

  return {
    engine: 'webkit',
    goto: async (url) => {
      await here('POST', '/url', { url });
    },
    url: () => here('GET', '/url'),
    click: async (selector) => {
      await run("find(args[0])?.scrollIntoView({ block: 'center', behavior: 'instant' });", [
        selector,
      ]);
      await here('POST', `/element/${await element(selector)}/click`);
    },
    type: async (selector, text) => {
      await here('POST', `/element/${await element(selector)}/value`, { text });
    },
    typeHere: async (text) => {
      await actions(Array.from(text).flatMap(tap));
    },
    press: async (key) => {
      await actions(
        key === 'Shift+Tab'
          ? [{ type: 'keyDown', value: SHIFT }, ...tap(KEYS.Tab), { type: 'keyUp', value: SHIFT }]
          : tap(KEYS[key]),
      );
    },
    evaluate: (script, ...args) => run(script, args),
    slowDown: (factor) => {
      const pid = findDescendant(process.pid, 'MiniBrowser');
      if (pid === undefined) throw new Error('MiniBrowser is not among our processes');
      return Promise.resolve(slowProcesses(pid, factor));
    },
    errors: [],
    resize: async (width, height) => {
      await here('POST', '/window/rect', { width, height });
    },
    screenshot: async () => Buffer.from(await here<string>('GET', '/screenshot'), 'base64'),
    close: async () => {
      await here('DELETE', '/window');
    },
  };
}
