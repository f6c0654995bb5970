export { createReceiver, type Receiver, type ReceiverOptions } from './create-receiver.js';
export type { AllowedOrigins } from './cross-origin.js';
export { createAckSigner, type AckSigner, type PublicKey, type SigningKey } from './ack-signer.js';
export { createSignatureCheck } from './check-signature.js';
export { copyDatabase, type DatabaseCopy } from './database-copy.js';
export type { DatabaseFinding, DatabaseFindingCode } from './database-finding.js';
export type { FieldError, ProblemCode } from './problem.js';
export type { RateLimit } from './rate-limit.js';
export type {
  AccountLink,
  AddResult,
  DueCursor,
  DueItem,
  DuePage,
  DueQuery,
  ErasedItem,
  FeedItem,
  FeedPage,
  FeedQuery,
  ItemCount,
  LinkResult,
  NoticeStatus,
  OfferedReceipt,
  ReceiptStore,
  Stats,
  StoredDocument,
} from './receipt-store.js';
export type { SqlDatabase } from './sql-schema.js';
export { createSqlStore } from './sql-store.js';
export {
  type DatabaseEvidence,
  type DatabaseVerification,
  verifyDatabase,
  type Witnesses,
} from './verify-database.js';
