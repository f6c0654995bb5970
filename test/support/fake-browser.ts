import { setImmediate } from 'node:timers/promises';

import { getDelivery, type Delivery, type DeliveryStore } from '../../src/core/delivery.js';
import type { BrowserPorts, Channel } from '../../src/core/ports.js';
import { createMemoryStore } from '../../src/core/storage/memory-store.js';
import { seeded } from './seeded.js';

/** What a page asked of the network. */
export interface FakeRequest {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly key: string;
  readonly keepalive: boolean;
}

/** What the network says: an answer, `refuse` for a network error, `hang` for none at all. */
export type FakeAnswer =
  | 'refuse'
  | 'hang'
  | {
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
      /** The body never ends. */
      readonly isCut?: boolean;
    };

export type FakeServer = (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>;

/** A moment at which a page may die: before or after one effect of it. */
export type Step = (name: string, page: FakePage) => 'go' | 'die-before' | 'die-after';

interface Timer {
  readonly at: number;
  readonly page: FakePage | undefined;
  readonly run: () => void;
}

/** A page that died: nothing of it happens any more. */
const never = new Promise<never>(() => undefined);

class FakeStorage {
  setItem(key: string, value: string): void {
    (this as unknown as Record<string, string>)[key] = value;
  }
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? (this as unknown as Record<string, string>)[key]! : null;
  }
  removeItem(key: string): void {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- own keys, as Storage has
    delete (this as unknown as Record<string, string>)[key];
  }
}

/** One browser: what its pages share, a clock, a network, and the power to end a page anywhere. */
export class FakeBrowser {
  now: number = Date.parse('2026-11-22T00:00:00Z');
  isOnline = true;
  origin = 'https://shop.example';
  server: FakeServer = () => 'refuse';
  step: Step = () => 'go';
  readonly storage: FakeStorage = new FakeStorage();
  readonly values: Map<string, unknown> = new Map();
  readonly requests: FakeRequest[] = [];
  readonly random: () => number;
  readonly pages: Set<FakePage> = new Set();
  readonly locks: Map<string, FakePage> = new Map();
  readonly #timers = new Set<Timer>();

  constructor(seed = 1) {
    this.random = seeded(seed);
  }

  open(options: PageOptions = {}): FakePage {
    const page = new FakePage(this, options);
    this.pages.add(page);
    return page;
  }

  later(ms: number, run: () => void, page?: FakePage): Timer {
    const timer = { at: this.now + ms, run, page };
    this.#timers.add(timer);
    return timer;
  }

  cancel(timer: unknown): void {
    this.#timers.delete(timer as Timer);
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    for (let i = 0; i < 4; i++) await setImmediate();
  }

  /** Moves the clock, one timer at a time. */
  async advance(ms: number): Promise<void> {
    const end = this.now + ms;
    await this.settle();
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.now = Math.max(this.now, due.at);
      if (due.page?.isAlive !== false) due.run();
      await this.settle();
    }
    this.now = end;
  }

  /** Closes every page as a crash does, and opens a new one that delivers. */
  async revisit(): Promise<FakePage> {
    for (const page of this.pages) page.die();
    const page = this.open();
    page.start();
    await this.settle();
    return page;
  }
}

export interface PageOptions {
  /** Plain http has none. */
  readonly hasLocks?: boolean;
  readonly hasStorage?: boolean;
  readonly hasDatabase?: boolean;
  readonly hasChannel?: boolean;
  /** Absent, as on plain http. */
  readonly subtle?: SubtleCrypto;
  /** Added to the clock of the browser. */
  readonly skew?: number;
  readonly timeZone?: () => string;
}

const channels = new Map<FakeBrowser, Set<FakeChannel>>();

class FakeChannel implements Channel {
  onmessage: ((this: BroadcastChannel, event: MessageEvent) => unknown) | null = null;
  readonly page: FakePage;
  readonly #all: Set<FakeChannel>;

  constructor(page: FakePage) {
    this.page = page;
    this.#all = channels.get(page.browser) ?? new Set();
    channels.set(page.browser, this.#all.add(this));
  }

  postMessage(data: unknown): void {
    for (const other of this.#all) {
      if (other === this || !other.page.isAlive) continue;
      const event = { data: structuredClone(data) } as MessageEvent;
      queueMicrotask(() => other.onmessage?.call(other as unknown as BroadcastChannel, event));
    }
  }

  close(): void {
    this.#all.delete(this);
  }
}

/** One page of a browser. Once it is dead, nothing of it happens any more. */
export class FakePage {
  isAlive = true;
  visibility = 'visible';
  isDatabaseBroken = false;
  /** Characters that a value of localStorage may have. */
  storageRoom: number = Infinity;
  readonly browser: FakeBrowser;
  readonly ports: BrowserPorts;
  readonly store: DeliveryStore;
  readonly #events = new EventTarget();

  constructor(browser: FakeBrowser, options: PageOptions = {}) {
    this.browser = browser;
    this.isDatabaseBroken = options.hasDatabase === false;
    this.ports = this.#createPorts(options);
    this.store = this.#createStore();
  }

  /** Loads the part that delivers, as a page with the script alone does. */
  start(): void {
    getDelivery(this.ports, this.store);
  }

  get delivery(): Delivery {
    return getDelivery(this.ports, this.store);
  }

  dispatch(type: string): void {
    this.#events.dispatchEvent(new Event(type));
  }

  /** What a crash does. */
  die(): void {
    this.isAlive = false;
    for (const [name, page] of this.browser.locks) {
      if (page === this) this.browser.locks.delete(name);
    }
    this.browser.pages.delete(this);
  }

  /** Does one thing that others could see, unless the page dies first. Says whether it goes on. */
  effect(name: string, run: () => void): boolean {
    if (!this.isAlive) return false;
    const step = this.browser.step(name, this);
    if (step !== 'die-before') run();
    if (step !== 'go') this.die();
    return this.isAlive;
  }

  #createPorts(options: PageOptions): BrowserPorts {
    const { browser } = this;
    const now = (): number => browser.now + (options.skew ?? 0);
    const storage = this.#createStorage();
    const ports = {
      Date: { now },
      Math: { random: () => browser.random() },
      crypto: {
        getRandomValues: (array: Uint8Array<ArrayBuffer>) =>
          array.map(() => Math.floor(browser.random() * 256)),
        ...(options.subtle && { subtle: options.subtle }),
      },
      fetch: (url: string, init: RequestInit) => this.#fetch(url, init),
      AbortSignal: {
        timeout: (ms: number) => {
          const controller = new AbortController();
          const error = new DOMException('too late', 'TimeoutError');
          browser.later(
            ms,
            () => {
              controller.abort(error);
            },
            this,
          );
          return controller.signal;
        },
      },
      setTimeout: (run: () => void, ms: number) => browser.later(ms, run, this),
      clearTimeout: (timer: unknown) => {
        browser.cancel(timer);
      },
      get localStorage(): FakeStorage {
        if (options.hasStorage === false) throw new DOMException('blocked', 'SecurityError');
        return storage;
      },
      get indexedDB(): never {
        throw new DOMException('blocked', 'SecurityError');
      },
      ...(options.hasChannel !== false && { BroadcastChannel: this.#channelClass() }),
      navigator: {
        ...(options.hasLocks !== false && { locks: { request: this.#request } }),
        get onLine() {
          return browser.isOnline;
        },
      },
      document: { baseURI: `${browser.origin}/signup/`, visibilityState: 'visible' },
      location: { origin: browser.origin },
      isSecureContext: browser.origin.startsWith('https:'),
      Intl: {
        DateTimeFormat: () => ({
          resolvedOptions: () => ({ timeZone: options.timeZone?.() ?? 'Asia/Seoul' }),
        }),
      },
      addEventListener: (type: string, listener: (event: Event) => void) => {
        this.#events.addEventListener(type, listener);
      },
    };
    Object.defineProperty(ports.document, 'visibilityState', { get: () => this.visibility });
    return ports as unknown as BrowserPorts;
  }

  #channelClass(): new (name: string) => Channel {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the class below has its own
    const page = this;
    return class extends FakeChannel {
      constructor() {
        super(page);
      }
    };
  }

  /** The browser's storage as this page sees it: calls are steps, and reading is free. */
  #createStorage(): FakeStorage {
    const { storage } = this.browser;
    const write = (key: string, run: () => void): void => {
      this.effect(`storage ${key.split('/').slice(0, 2).join('/')}`, run);
    };
    return new Proxy(storage, {
      get: (target, name) => {
        if (name === 'setItem') {
          return (key: string, value: string) => {
            if (value.length > this.storageRoom)
              throw new DOMException('full', 'QuotaExceededError');
            write(key, () => {
              target.setItem(key, value);
            });
          };
        }
        if (name === 'removeItem') {
          return (key: string) => {
            write(key, () => {
              target.removeItem(key);
            });
          };
        }
        return Reflect.get(target, name) as unknown;
      },
    });
  }

  /** A database whose transactions take a turn, fail and crash as a real one's do. */
  #createStore(): DeliveryStore {
    const memory = createMemoryStore(this.browser.values);
    const run = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
      if (!this.isAlive) return never;
      if (store.isAsleep) throw new DOMException('asleep', 'InvalidStateError');
      if (this.isDatabaseBroken) throw new DOMException('broken', 'UnknownError');
      if (!this.effect(`${name} begins`, () => undefined)) return never;
      await Promise.resolve();
      const results: Promise<Value>[] = [];
      const isGoingOn = this.effect(`${name} ends`, () => {
        results.push(work());
      });
      return isGoingOn ? results[0]! : never;
    };
    const store: DeliveryStore = {
      isAsleep: false,
      read: (keys) => run('read', () => memory.read(keys)),
      list: (span) => run('list', () => memory.list(span)),
      transact: (keys, decide) => run('transact', () => memory.transact(keys, decide)),
      remove: (spans) => run('remove', () => memory.remove(spans)),
    };
    return store;
  }

  readonly #request = async (
    name: string,
    _options: LockOptions,
    callback: (lock: unknown) => unknown,
  ): Promise<unknown> => {
    const { locks } = this.browser;
    if (!this.isAlive) return never;
    if (locks.has(name)) return callback(null);
    locks.set(name, this);
    try {
      return await callback({ name });
    } finally {
      if (locks.get(name) === this) locks.delete(name);
    }
  };

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const { browser } = this;
    const request: FakeRequest = {
      at: browser.now,
      method: init.method ?? 'GET',
      url,
      body: init.body as string,
      key: String((init.headers as Record<string, string> | undefined)?.['idempotency-key']),
      keepalive: init.keepalive === true,
    };
    if (!this.isAlive) return never;
    const answers: (FakeAnswer | Promise<FakeAnswer>)[] = [];
    const isGoingOn = this.effect(`fetch ${request.method}`, () => {
      browser.requests.push(request);
      answers.push(browser.isOnline ? browser.server(request) : 'refuse');
    });
    if (!isGoingOn) return never;
    const aborted = new Promise<never>((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => {
        reject(init.signal?.reason as Error);
      });
    });
    aborted.catch(() => undefined);
    const said = await Promise.race([answers[0]!, aborted]);
    if (!this.effect('answer', () => undefined)) return never;
    if (said === 'refuse') throw new TypeError('Failed to fetch');
    if (said === 'hang') return aborted;
    const text = said.isCut ? () => aborted : () => Promise.resolve(said.body ?? '');
    const headers = new Headers(said.headers);
    return { status: said.status, headers, text } as Response;
  }
}
