/** What core needs of a `BroadcastChannel`. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

/** What core needs of `localStorage`. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Everything that core touches outside itself: the global scope of a page, or what a test puts in
 * its place. Members are looked up when they are used, never on import.
 */
export interface BrowserPorts {
  readonly Date: { now(): number };
  /** For the spread of retries. */
  readonly Math: { random(): number };
  /** For ids and names. */
  readonly crypto: {
    getRandomValues(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
    /** For signatures of receivers. Absent on plain http. */
    readonly subtle?: SubtleCrypto;
  };
  readonly fetch: typeof fetch;
  readonly AbortSignal: { timeout(ms: number): AbortSignal };
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  /** Asking for it, and any call, may throw: storage can be full, or blocked by the person. */
  readonly localStorage: TextStorage;
  /** Asking for it may throw. */
  readonly indexedDB: IDBFactory;
  readonly BroadcastChannel?: new (name: string) => Channel;
  readonly navigator: {
    /** Absent on plain http. */
    readonly locks?: Pick<LockManager, 'request'>;
    /** What the browser believes: a hint. */
    readonly onLine: boolean;
  };
  readonly document: { readonly baseURI: string; readonly visibilityState: string };
  readonly location: { readonly origin: string };
  readonly isSecureContext: boolean;
  readonly Intl: { DateTimeFormat(): { resolvedOptions(): { readonly timeZone: string } } };
  /** `online`, `pageshow`, `pagehide`, `visibilitychange`. */
  addEventListener(type: string, listener: (event: Event) => void): void;
}

/** The ports of this page: its global scope. */
export function browserPorts(): BrowserPorts {
  return globalThis;
}
