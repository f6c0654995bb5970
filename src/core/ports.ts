import type { RandomBytes } from './uuid.js';

/** What core needs of `localStorage`. Any call may throw: storage can be full, or blocked. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What core needs of a `BroadcastChannel`. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

/** Everything that core touches outside itself, so that a test can hold all of it. */
export interface BrowserPorts {
  /** Milliseconds since 1970, by the person's clock. */
  readonly now: () => number;
  readonly randomBytes: RandomBytes;
  /** A number in [0, 1), for the spread of retries. */
  readonly random: () => number;
  readonly fetch: typeof fetch;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
  /** Undefined where storage is blocked. */
  readonly localStorage: TextStorage | undefined;
  readonly indexedDB: IDBFactory | undefined;
  /** Undefined on plain http. */
  readonly locks: LockManager | undefined;
  readonly createChannel: ((name: string) => Channel) | undefined;
  /** What the browser believes. A hint: it may be wrong either way. */
  readonly isOnline: () => boolean;
  readonly isVisible: () => boolean;
  /** Dispatches `online`, `pageshow`, `pagehide`, `visibilitychange`: the window. */
  readonly events: EventTarget | undefined;
  /** IANA name, where known. It may change while a page is open. */
  readonly timeZone: () => string | undefined;
  /** Address that relative addresses of the page start from. */
  readonly base: () => string;
  readonly origin: string;
  /** Whether the page is a secure context; false on plain http. */
  readonly secure: boolean;
}

/** The value, or undefined where even asking for it throws, as it does for blocked storage. */
function ask<Value>(read: () => Value): Value | undefined {
  try {
    return read() ?? undefined;
  } catch {
    return undefined;
  }
}

/** The ports of a browser's global scope. Functions are looked up when called, not now. */
export function createBrowserPorts(scope: typeof globalThis): BrowserPorts {
  return {
    now: () => Date.now(),
    randomBytes: (count) => scope.crypto.getRandomValues(new Uint8Array(count)),
    random: () => Math.random(),
    fetch: (input, init) => scope.fetch(input, init),
    setTimeout: (run, ms) => scope.setTimeout(run, ms),
    clearTimeout: (timer) => {
      scope.clearTimeout(timer as number);
    },
    localStorage: ask(() => scope.localStorage),
    indexedDB: ask(() => scope.indexedDB),
    locks: ask(() => scope.navigator.locks),
    createChannel: ask(() => scope.BroadcastChannel) && ((name) => new BroadcastChannel(name)),
    isOnline: () => scope.navigator.onLine,
    isVisible: () => scope.document.visibilityState === 'visible',
    events: scope,
    timeZone: () => ask(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
    base: () => scope.document.baseURI,
    origin: scope.location.origin,
    secure: scope.isSecureContext,
  };
}

let ports: BrowserPorts | undefined;

/** The ports of this page, the same at every call. */
export function browserPorts(): BrowserPorts {
  return (ports ??= createBrowserPorts(globalThis));
}
