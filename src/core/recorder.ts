import type { Notice } from '../model/notice.js';
import { looksPersonal } from '../model/personal-data.js';
import type { Receipt } from '../model/receipt.js';
import { hashOf } from '../model/sha256.js';
import type { Delivery } from './delivery.js';
import { resolveEndpoint } from './endpoint.js';
import { createChain } from './chain.js';
import type { Acknowledgement, AckMode, Document, Entry, Head, Kept, NoticeText } from './entry.js';
import { put, WAITS, writeEntry } from './journal.js';
import { makeReceipt, type RecordInput } from './make-receipt.js';
import type { BrowserPorts } from './ports.js';
import { post } from './post.js';

export type { RecordInput } from './make-receipt.js';

/** How long the first request may take before another page tries as well. */
const FIRST_ANSWER_MS = 5_000;

/** What a recorder is made for: one notice, as one surface shows it. */
export interface RecorderOptions {
  readonly notice: Notice;
  /** Address of the notice, as `createNotice()` gives it. */
  readonly hash: string;
  readonly texts?: readonly NoticeText[];
  /** Where receipts are posted, also relative to the page. Absent: they stay on this device. */
  readonly endpoint?: string | undefined;
  /** `status` for an endpoint that can only say 2xx. Absent: `hash`. */
  readonly ack?: AckMode;
  /** The host's own opaque name of the person. Never an e-mail address, phone number or RRN. */
  readonly subject?: string;
  /** True for a signup: another person may sit at this browser now. Absent: the newest subject. */
  readonly newSubject?: boolean;
  readonly ports: BrowserPorts;
}

/** A receipt that has been made, and what becomes of it. */
export interface Recording {
  readonly receipt: Receipt;
  /** SHA-256 of the canonical JSON of the receipt, base64url. */
  readonly hash: string;
  /** `<id>.<hash>`: 80 ASCII characters that ride in a form as `dongui_receipt`. */
  readonly token: string;
  /** Where it is kept, once that is certain. Never rejects. */
  readonly stored: Promise<Kept>;
  /** What the first attempt brought; undefined where it is not known yet. Never rejects. */
  readonly delivered: Promise<Acknowledgement | undefined>;
}

/** Makes the receipts of one notice, each in one synchronous task (DESIGN 5). */
export interface Recorder {
  /**
   * Records what a person decided. No await lies between the call and the journal, the request and
   * the transaction: a native submit leaves no time. The same decisions again are the same
   * recording, however often a host retries; others continue the chain.
   *
   * @throws TypeError when something cannot be hashed: a lone surrogate, a fraction.
   */
  record(input: RecordInput): Recording;
  /**
   * Notes what the person may be about to send, and answers its token. Nothing is written or sent: a
   * page that goes without sending leaves nothing.
   */
  provisional(input: RecordInput): string;
  /** In `pagehide`: the page really goes, so the note becomes a receipt. Starts no transaction. */
  commitProvisional(): void;
  /** It was a check of the form and nothing was sent: the note is forgotten. */
  dropProvisional(): void;
  /**
   * Takes the lazily loaded part as soon as it is there: ledger, outbox, end of the chain. Until
   * then receipts go to the journal and, once, to the endpoint.
   *
   * @returns a function that lets go of it.
   */
  attach(delivery: Delivery): () => void;
}

/** Something decided, and what tells it from another decision. */
interface Keyed<Value> {
  readonly key: string;
  readonly value: Value;
}

/** Equal as long as the same person decides the same. How long it took does not matter. */
function keyOf({ items, actor, guardian, event, ref }: RecordInput): string {
  return JSON.stringify([event, ref, actor, guardian, items.map(({ id, state }) => [id, state])]);
}

const tokenOf = ({ receipt, hash }: Entry): string => `${receipt.id}.${hash}`;

function buildEntry(input: RecordInput, options: RecorderOptions, head: Head): Entry {
  const { notice, hash, texts = [], ack: mode = 'hash', ports, endpoint } = options;
  const receipt = makeReceipt(input, options, head);
  const { id } = receipt;
  const { policy } = receipt.notice;
  const nextAt = ports.Date.now() + FIRST_ANSWER_MS;
  return {
    receipt,
    hash: hashOf(receipt),
    documents: [[hash, notice], ...texts.map((text): Document => [text.hash, text.part])],
    delivery: { persisted: 'journal', attempts: endpoint ? 1 : 0 },
    row: endpoint ? { id, policy, endpoint, mode, attempts: 1, nextAt } : undefined,
  };
}

/** Writes, sends and hands over, before it returns. */
function issue(ports: BrowserPorts, made: Entry, delivery: Delivery | undefined): Recording {
  const { receipt, hash, row } = made;
  if (row) put(ports, WAITS, 1);
  const persisted = writeEntry(ports, made);
  const entry = { ...made, delivery: { ...made.delivery, persisted } };
  const answer = row && post(ports, { ...entry, row });
  return {
    receipt,
    hash,
    token: tokenOf(made),
    stored: Promise.resolve(persisted),
    delivered: Promise.resolve(undefined),
    ...delivery?.take(entry, answer),
  };
}

function check({ endpoint, subject = '', ...given }: RecorderOptions): RecorderOptions {
  if (looksPersonal(subject)) throw new TypeError('[dongui] subject looks personal');
  return {
    ...given,
    ...(subject && { subject }),
    endpoint: endpoint && resolveEndpoint(endpoint, given.ports),
  };
}

/**
 * A recorder of one notice.
 *
 * @throws TypeError when the endpoint is not an https address, or the subject looks like an e-mail
 *   address, a phone number or a resident registration number (requirements REC-07, REC-09).
 */
export function createRecorder(given: RecorderOptions): Recorder {
  const options = check(given);
  const chain = createChain(options);
  let delivery: Delivery | undefined;
  let last: Keyed<Recording> | undefined;
  let note: Keyed<Entry> | undefined;

  const make = (input: RecordInput): Entry => buildEntry(input, options, chain.head());

  function finish(key: string, entry: Entry): Recording {
    chain.add(entry);
    note = undefined;
    last = { key, value: issue(given.ports, entry, delivery) };
    return last.value;
  }

  return {
    record: (input) => {
      const key = keyOf(input);
      note = undefined;
      return last?.key === key ? last.value : finish(key, make(input));
    },
    provisional: (input) => {
      const key = keyOf(input);
      if (last?.key === key) return last.value.token;
      if (note?.key !== key) note = { key, value: make(input) };
      return tokenOf(note.value);
    },
    commitProvisional: () => {
      if (note) delivery?.sleep();
      if (note) finish(note.key, note.value);
    },
    dropProvisional: () => (note = undefined),
    attach: (found) => {
      delivery = found;
      void found.prepare(options);
      return chain.follow(found);
    },
  };
}
