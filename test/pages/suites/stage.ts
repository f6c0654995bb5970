import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import canonicalizeModule from 'canonicalize';

import type { Engine } from '../../../scripts/browsers.mjs';
import type { FeedItem } from '../../../src/receiver/receipt-store.js';
import { startBrowser } from '../../support/browsers.js';
import { type DemoServer, makeDataDir, startDemoServer } from '../../support/demo-server.js';
import { type BrowserDriver, eventually, type PageDriver } from '../../support/page-driver.js';

// The package is CommonJS: what its types call `default` is the function itself at run time.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** What all tests of one engine share: one browser, one server, and what they have recorded. */
export class Stage {
  readonly engine: Engine;
  /** Ids of the receipts that have to be in the database in the end, no more and no fewer. */
  readonly made: Set<string> = new Set();
  #browser: BrowserDriver | undefined;
  #server: DemoServer | undefined;
  #data: Awaited<ReturnType<typeof makeDataDir>> | undefined;
  readonly #errors: string[] = [];

  constructor(engine: Engine) {
    this.engine = engine;
  }

  async open(): Promise<void> {
    this.#data = await makeDataDir();
    const { path: dataDir } = this.#data;
    // One after the other: where the second fails, the first is known and can be ended.
    this.#server = await startDemoServer({ dataDir });
    this.#browser = await startBrowser(this.engine);
  }

  async close(): Promise<void> {
    await this.#browser?.stop();
    await this.#server?.stop();
    await this.#data?.remove();
  }

  get server(): DemoServer {
    assert(this.#server);
    return this.#server;
  }

  /** Starts the server again where it was, on the same port and folder. */
  async restartServer(): Promise<void> {
    const { port, dataDir } = this.server;
    this.#server = await startDemoServer({ port, dataDir });
  }

  url(path: string): string {
    return this.server.origin + path;
  }

  /** A tab that stays until `closePage()`. */
  openPage(): Promise<PageDriver> {
    assert(this.#browser);
    return this.#browser.open();
  }

  async closePage(page: PageDriver): Promise<void> {
    this.#errors.push(...page.errors);
    await page.close().catch(() => undefined);
  }

  /** Runs with a tab of its own, which is closed afterwards. */
  async withPage<Result>(run: (page: PageDriver) => Promise<Result>): Promise<Result> {
    const page = await this.openPage();
    try {
      return await run(page);
    } finally {
      await this.closePage(page);
    }
  }

  /** Errors of all tabs so far that no code of theirs caught. */
  get errors(): readonly string[] {
    return this.#errors;
  }

  /** The row of a receipt, once it is in the database. */
  async row(id: string): Promise<FeedItem> {
    const found = await eventually(`receipt ${id} is in the database`, async () =>
      (await this.server.feed()).find(({ receipt }) => receipt.id === id),
    );
    this.made.add(id);
    return found;
  }

  /** The receipts that arrive while something runs, once there are as many as are due. */
  async arrivals(count: number, run: () => Promise<unknown>): Promise<readonly FeedItem[]> {
    const before = new Set((await this.server.feed()).map(({ receipt }) => receipt.id));
    await run();
    const look = async (): Promise<readonly FeedItem[] | undefined> => {
      const fresh = (await this.server.feed()).filter(({ receipt }) => !before.has(receipt.id));
      return fresh.length >= count ? fresh : undefined;
    };
    const fresh = await eventually(`${count} receipts arrive`, look, 30_000);
    for (const { receipt } of fresh) this.made.add(receipt.id);
    return fresh;
  }
}

/** The hash of a value by tools that are not ours: RFC 8785 by npm, SHA-256 by Node. */
export function oracleHash(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('base64url');
}
