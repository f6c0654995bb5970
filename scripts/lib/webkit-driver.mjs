import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { endTree } from './run.mjs';

const START_TIMEOUT_MS = 20_000;

/**
 * Starts WebKitWebDriver on a free port and a virtual screen of its own. `stop()` ends both, and
 * every browser that the driver started. Not through `xvfb-run`: ended early, it leaves its
 * server behind.
 */
export async function startWebKitDriver({ driver, miniBrowser, xvfb }) {
  const screen = xvfb === undefined ? undefined : await startScreen(xvfb);
  const port = await findFreePort();
  const child = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...(screen && { DISPLAY: screen.display }),
      // No accessibility bus and no D-Bus daemon: they would outlive the browser.
      NO_AT_BRIDGE: '1',
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      GIO_USE_VFS: 'local',
    },
  });
  const stop = () => {
    process.off('exit', stop);
    endTree(child.pid);
    if (screen) endTree(screen.pid);
  };
  process.once('exit', stop);
  try {
    await waitUntilReady(port, child);
  } catch (error) {
    stop();
    throw error;
  }
  const capabilities = {
    'wdio:enforceWebDriverClassic': true,
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
  };
  return { hostname: '127.0.0.1', port, capabilities, stop: () => Promise.resolve(stop()) };
}

/** The X server chooses a free display itself and writes its number to descriptor 3. */
function startScreen(xvfb) {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = spawn(xvfb, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      endTree(child.pid);
      reject(new Error(`${xvfb} gave no display within ${START_TIMEOUT_MS / 1000} s`));
    }, START_TIMEOUT_MS);
    const fail = (why) => {
      clearTimeout(timer);
      reject(new Error(`${xvfb} did not start: ${why}`));
    };
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`exit code ${code}`));
    child.stdio[3].once('data', (data) => {
      clearTimeout(timer);
      resolve({ pid: child.pid, display: `:${String(data).trim()}` });
    });
  });
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function waitUntilReady(port, child) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/status`);
      await response.text();
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  throw new Error(`WebKitWebDriver did not answer on port ${port}`);
}
