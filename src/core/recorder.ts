import type { Notice } from '../model/notice.js';
import { looksPersonal } from '../model/personal-data.js';
import type { Receipt } from '../model/receipt.js';
import { hashOf } from '../model/sha256.js';
import { pageDefaults } from './config.js';
import type { Delivery } from './delivery.js';
import { resolveEndpoint } from './endpoint.js';
import type { Acknowledgement, AckMode, Entry, Head, Kept, NoticeText } from './entry.js';
import { JOURNAL, markWaiting, PROVISIONAL, removeKey, writeEntry } from './journal.js';
import { makeReceipt, type RecordInput } from './make-receipt.js';
import type { BrowserPorts } from './ports.js';
import { post } from './post.js';
import { createToken } from './uuid.js';

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
  readonly endpoint?: string;
  /** `status` for an endpoint that can only say 2xx. Absent: `hash`. */
  readonly ack?: AckMode;
  /** The host's own opaque name of the person. Never an e-mail address, phone number or RRN. */
  readonly subject?: string;
  /** The end of the chain to continue, where it is known: from another device, the database has none. */
  readonly head?: Head;
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

/** Something decided, and what tells it from another decision. */
interface Made<Value> {
  readonly key: string;
  readonly value: Value;
}

/** Equal as long as the same person decides the same. How long it took does not matter. */
function keyOf({ items, actor, guardian, event, ref }: RecordInput): string {
  return JSON.stringify([event, ref, actor, guardian, items.map(({ id, state }) => [id, state])]);
}

/** The end of a chain, and of which policy's. */
interface End extends Head {
  readonly policy: string;
}

/** What each page has recorded last: the database tells the page's other recorders too late. */
const ends = new WeakMap<BrowserPorts, End>();

const tokenOf = ({ receipt, hash }: Entry): string => `${receipt.id}.${hash}`;

/** Makes the receipts of one notice, each in one synchronous task (DESIGN 5). */
export class Recorder {
  readonly #options: RecorderOptions;
  #delivery: Delivery | undefined;
  #head: Head | undefined;
  #last: Made<Recording> | undefined;
  #note: Made<Entry> | undefined;

  /** See `createRecorder()`. */
  constructor(options: RecorderOptions) {
    const { endpoint, subject = '', ports, head } = options;
    this.#head = head;
    this.#options = endpoint ? { ...options, endpoint: resolveEndpoint(endpoint, ports) } : options;
    if (looksPersonal(subject) || !/^[!-~]{0,128}$/.test(subject)) {
      throw new TypeError(`[dongui] subject is no id of 1-128 printable ASCII: ${subject}`);
    }
  }

  /**
   * Records what a person decided. No await lies between the call and the journal, the request and
   * the transaction: a native submit leaves no time. The same decisions again are the same
   * recording, however often a host retries; others continue the chain.
   *
   * @throws TypeError when a text cannot be hashed (a lone surrogate).
   */
  record(input: RecordInput): Recording {
    this.dropProvisional();
    const key = keyOf(input);
    if (this.#last?.key !== key) this.#last = { key, value: this.#issue(this.#build(input)) };
    return this.#last.value;
  }

  /** Notes down what the person may be about to send, and answers its token. Sends nothing. */
  provisional(input: RecordInput): string {
    const key = keyOf(input);
    if (this.#last?.key === key) return this.#last.value.token;
    if (this.#note?.key !== key) {
      this.dropProvisional();
      this.#note = { key, value: this.#build(input) };
      writeEntry(this.#options.ports, PROVISIONAL, this.#note.value);
    }
    return tokenOf(this.#note.value);
  }

  /** In `pagehide`: the page really goes, so the note becomes a receipt. Starts no transaction. */
  commitProvisional(): void {
    const note = this.#note;
    if (!note) return;
    this.#delivery?.sleep();
    this.#last = { key: note.key, value: this.#issue(note.value) };
    this.dropProvisional();
  }

  /** It was a check of the form and nothing was sent: the note is forgotten. */
  dropProvisional(): void {
    if (this.#note) removeKey(this.#options.ports, PROVISIONAL + this.#note.value.receipt.id);
    this.#note = undefined;
  }

  /** What is recorded from now on is somebody else's, or a new try: also the same decisions. */
  startOver(): void {
    this.dropProvisional();
    this.#last = undefined;
    if (this.#options.newSubject) this.#head = undefined;
  }

  /**
   * Takes the lazily loaded part as soon as it is there: ledger, outbox, end of the chain. Until
   * then receipts go to the journal and, once, to the endpoint.
   *
   * @returns a function that lets go of it.
   */
  attach(delivery: Delivery): () => void {
    const { notice, subject, newSubject } = this.#options;
    /** Continues the chain where this or another tab has ended it. */
    const load = async (): Promise<void> => {
      const before = this.#head;
      const name = this.#last ? before?.subject : subject;
      if (newSubject && !name) return;
      const head = await delivery.ledger.head(notice.policy.id, name);
      if (head && this.#head === before) this.#head = head;
    };
    const refresh = (): void => void load().catch(() => undefined);
    this.#delivery = delivery;
    refresh();
    void delivery.prepare(this.#options);
    return delivery.subscribe(refresh);
  }

  #build(input: RecordInput): Entry {
    const { notice, hash: sha256, texts, ack: mode = 'hash', ports, endpoint } = this.#options;
    const { surface, locale } = notice;
    const { id: policy, version } = notice.policy;
    this.#head = this.#next() ?? {
      subject: this.#options.subject ?? createToken('u_', ports),
      chain: createToken('c_', ports),
      seq: 0,
      hash: null,
    };
    const receipt = makeReceipt(input, {
      ports,
      head: this.#head,
      notice: { policy, surface, version, locale, sha256 },
    });
    const { id } = receipt;
    const nextAt = ports.Date.now() + FIRST_ANSWER_MS;
    const { ackKeys } = pageDefaults();
    const isAddress = typeof ackKeys === 'string';
    const keys = isAddress ? new URL(ackKeys, ports.document.baseURI).href : ackKeys;
    return {
      receipt,
      hash: hashOf(receipt),
      notice,
      texts,
      delivery: { persisted: 'journal', attempts: endpoint ? 1 : 0 },
      row: endpoint ? { id, policy, endpoint, mode, keys, tries: 1, nextAt } : undefined,
    };
  }

  /** What a receipt continues: in the same task another recorder of the page may have gone on. */
  #next(): Head | undefined {
    const { ports, notice, subject, newSubject } = this.#options;
    const end = ends.get(ports);
    const isOurs = this.#head
      ? this.#head.chain === end?.chain && this.#head.seq < end.seq
      : end?.policy === notice.policy.id && !newSubject && !subject;
    return isOurs ? end : this.#head;
  }

  #issue(made: Entry): Recording {
    const { ports } = this.#options;
    const { receipt, hash, row, delivery } = made;
    const { subject, chain, seq, notice } = receipt;
    const end = { subject, chain, seq, hash, policy: notice.policy };
    ends.set(ports, (this.#head = end));
    if (row) markWaiting(ports, true);
    const persisted = writeEntry(ports, JOURNAL, made);
    const entry = { ...made, delivery: { ...delivery, persisted } };
    const answer = row && post(ports, { ...entry, row });
    return {
      receipt,
      hash,
      token: tokenOf(made),
      ...(this.#delivery?.take(entry, answer) ?? {
        stored: Promise.resolve(persisted),
        delivered: Promise.resolve(undefined),
      }),
    };
  }
}

/**
 * A recorder of one notice.
 *
 * @throws TypeError when the endpoint is not an https address, or the subject is not 1 to 128
 *   printable ASCII characters without a blank, or looks like an e-mail address, a phone number or a
 *   resident registration number (requirements REC-07, REC-09).
 */
export function createRecorder(options: RecorderOptions): Recorder {
  return new Recorder(options);
}
