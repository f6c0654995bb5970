import type { Notice } from '../model/notice.js';
import { looksPersonal } from '../model/personal-data.js';
import type { Receipt } from '../model/receipt.js';
import { hashOf } from '../model/sha256.js';
import type { Delivery } from './delivery.js';
import { resolveEndpoint } from './endpoint.js';
import type { Acknowledgement, AckMode, Entry, Head, Kept, NoticeText } from './entry.js';
import { JOURNAL, markWaiting, PROVISIONAL, removeKey, writeEntry } from './journal.js';
import { makeReceipt, type RecordInput } from './make-receipt.js';
import type { BrowserPorts } from './ports.js';
import { type Answer, post, readAck } from './post.js';
import { createToken } from './uuid.js';

export type { RecordInput } from './make-receipt.js';

/** How long the first request may take before another page tries as well. */
const FIRST_ANSWER_MS = 3_000;

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
  /** What the first attempt brought; undefined while it is not acknowledged. Never rejects. */
  readonly delivered: Promise<Acknowledgement | undefined>;
}

/** Something decided, and what tells it from another decision. */
interface Made<Value> {
  readonly key: string;
  readonly value: Value;
}

type Pending = readonly [Entry, Promise<Answer | undefined> | undefined];

/** Equal as long as the same person decides the same. How long it took does not matter. */
function keyOf({ items, actor, guardian, event, ref }: RecordInput): string {
  return JSON.stringify([event, ref, actor, guardian, items.map(({ id, state }) => [id, state])]);
}

const tokenOf = ({ receipt, hash }: Entry): string => `${receipt.id}.${hash}`;

/** Makes the receipts of one notice, each in one synchronous task (DESIGN 5). */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #endpoint: string | undefined;
  #delivery: Delivery | undefined;
  #head: Head | undefined;
  #last: Made<Recording> | undefined;
  #note: Made<Entry> | undefined;
  /** Made before the delivery was there. */
  #pending: Pending[] = [];

  /** See `createRecorder()`. */
  constructor(options: RecorderOptions) {
    const { endpoint, subject, ports } = options;
    this.#options = options;
    this.#endpoint = endpoint && resolveEndpoint(endpoint, ports);
    if (subject !== undefined && (subject === '' || looksPersonal(subject))) {
      throw new TypeError('[dongui] subject: use an opaque name, not an address or a number');
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
      this.#write(PROVISIONAL, this.#note.value);
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
    if (this.#note)
      removeKey(this.#options.ports.localStorage, PROVISIONAL + this.#note.value.receipt.id);
    this.#note = undefined;
  }

  /**
   * Takes the lazily loaded part as soon as it is there: ledger, outbox, end of the chain. Until
   * then receipts go to the journal and, once, to the endpoint.
   */
  attach(delivery: Delivery): void {
    this.#delivery = delivery;
    delivery.prepare({ ...this.#options, endpoint: this.#endpoint });
    for (const [entry, answer] of this.#pending) delivery.take(entry, answer);
    this.#pending = [];
  }

  /** The end of the chain that the next receipt continues. */
  #currentHead(): Head {
    const { notice, ports, subject, newSubject } = this.#options;
    const name = this.#head?.subject ?? subject;
    const isNew = name === undefined && newSubject === true;
    const known = isNew ? undefined : this.#delivery?.head(notice.policy.id, name);
    if (known && known.seq > (this.#head?.seq ?? 0)) this.#head = known;
    return (this.#head ??= {
      subject: name ?? createToken('u_', ports.randomBytes),
      chain: createToken('c_', ports.randomBytes),
      seq: 0,
      hash: null,
    });
  }

  #build(input: RecordInput): Entry {
    const { notice, hash, texts, ack, ports } = this.#options;
    const { policy, surface, locale } = notice;
    const receipt = makeReceipt(input, {
      ports,
      head: this.#currentHead(),
      notice: { policy: policy.id, surface, version: policy.version, locale, sha256: hash },
      skew: this.#delivery?.skew,
    });
    const row = this.#endpoint && {
      id: receipt.id,
      policy: policy.id,
      endpoint: this.#endpoint,
      mode: ack ?? 'hash',
      tries: 1,
      nextAt: ports.now() + FIRST_ANSWER_MS,
    };
    return { receipt, hash: hashOf(receipt), notice, ...(texts && { texts }), ...(row && { row }) };
  }

  /** What the ledger is known to hold already need not be written twice. */
  #write(prefix: string, entry: Entry): boolean {
    const { notice: _notice, texts: _texts, ...bare } = entry;
    const { id, notice } = entry.receipt;
    const isHeld = this.#delivery?.holds(notice.policy, notice.sha256) === true;
    const { localStorage } = this.#options.ports;
    return writeEntry(localStorage, prefix + id, isHeld ? bare : entry);
  }

  #issue(entry: Entry): Recording {
    const { receipt, hash, row } = entry;
    const { subject, chain, seq } = receipt;
    this.#head = { subject, chain, seq, hash };
    if (row) markWaiting(this.#options.ports.localStorage, true);
    const kept = this.#write(JOURNAL, entry) ? 'journal' : 'none';
    const answer =
      row &&
      post(this.#options.ports, { ...entry, row }, { persisted: kept, attempt: 1, ack: row.mode });
    const taken = this.#delivery?.take(entry, answer);
    if (!taken) this.#pending.push([entry, answer]);
    return {
      receipt,
      hash,
      token: tokenOf(entry),
      ...(taken ?? { stored: Promise.resolve(kept), delivered: this.#await(entry, answer) }),
    };
  }

  /** Without a delivery: what the answer says is noted in the journal, for the next page. */
  async #await(entry: Entry, answer: Pending[1]): Promise<Acknowledgement | undefined> {
    const { row, ...rest } = entry;
    const ack = row && readAck({ ...entry, row }, await answer);
    if (ack && !this.#delivery) this.#write(JOURNAL, { ...rest, ack });
    return ack;
  }
}

/**
 * A recorder of one notice.
 *
 * @throws TypeError when the endpoint is not an https address, or the subject looks like an e-mail
 *   address, a phone number or a resident registration number (requirements REC-07, REC-09).
 */
export function createRecorder(options: RecorderOptions): Recorder {
  return new Recorder(options);
}
