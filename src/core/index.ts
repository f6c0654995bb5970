export { configure, type PageDefaults, pageDefaults } from './config.js';
export {
  Delivery,
  type DeliveryEvent,
  type DeliveryOptions,
  getDelivery,
  type Prepared,
  startDelivery,
  type Taken,
} from './delivery.js';
export type {
  AckMode,
  Acknowledgement,
  DeliveryState,
  Entry,
  Head,
  Kept,
  LedgerRecord,
  NoticeText,
  OutboxRow,
  Outgoing,
} from './entry.js';
export { somethingWaits } from './journal.js';
export { Ledger, type Page } from './ledger.js';
export {
  type BrowserPorts,
  browserPorts,
  type Channel,
  createBrowserPorts,
  type TextStorage,
} from './ports.js';
export type { Answer } from './post.js';
export {
  createRecorder,
  Recorder,
  type RecorderOptions,
  type RecordInput,
  type Recording,
} from './recorder.js';
export { createIdbStore, type IdbStore } from './storage/idb-store.js';
export type { Changes, KeySpan, KeyValueStore } from './storage/key-value-store.js';
export { createMemoryStore } from './storage/memory-store.js';
export { createToken, createUuidV7, type RandomBytes } from './uuid.js';
