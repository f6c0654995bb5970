export { type AckKey, type AckKeys, configure, type PageDefaults, pageDefaults } from './config.js';
export {
  type Delivery,
  type DeliveryEvent,
  type DeliveryStore,
  getDelivery,
  type Prepared,
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
export { type JournalPorts, somethingWaits } from './journal.js';
export type { Ledger } from './ledger.js';
export { type BrowserPorts, browserPorts, type Channel, type TextStorage } from './ports.js';
export type { Answer } from './post.js';
export {
  createRecorder,
  type Recorder,
  type RecorderOptions,
  type RecordInput,
  type Recording,
} from './recorder.js';
export type { Changes, KeySpan, KeyValueStore } from './storage/key-value-store.js';
