import type { MatterRecord } from '../../src/model/matters.js';
import type { Notice } from '../../src/model/notice.js';
import type { Ack, Receipt, ReceiptItem } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';

/** What a test may want otherwise. */
type Changes = Partial<Pick<Receipt, 'at' | 'chain' | 'seq' | 'prev' | 'ref' | 'skew'>>;

const START = Date.parse('2026-11-01T00:00:00.000Z');
const DAY_MS = 86_400_000;

/** The receipts of one person, one a day, each linked to the one before it. */
export class MatterHistory {
  readonly records: MatterRecord[] = [];
  readonly notices: Map<string, Notice> = new Map();

  get sources(): {
    readonly policy: string;
    readonly records: readonly MatterRecord[];
    readonly notices: ReadonlyMap<string, Notice>;
  } {
    return { policy: 'haru', records: this.records, notices: this.notices };
  }

  decide(notice: Notice, items: readonly ReceiptItem[], changes: Changes = {}): Receipt {
    return this.#add(notice, { event: 'decision', items, ...changes });
  }

  withdraw(
    notice: Notice,
    { id: ref }: Receipt,
    ids: readonly string[],
    changes: Changes = {},
  ): Receipt {
    const items = ids.map((id): ReceiptItem => ({ id, state: 'withdrawn', by: 'button' }));
    return this.#add(notice, { event: 'withdrawal', items, ref, ...changes });
  }

  /** Puts an answer of the receiver beside the newest receipt. */
  acknowledge(iat: number): void {
    const { receipt, hash } = this.records.pop()!;
    const ack: Ack = { rh: hash, id: receipt.id, iat, notice: 'published' };
    this.records.push({ receipt, hash, ack });
  }

  #add(
    notice: Notice,
    rest: Changes & Pick<Receipt, 'event'> & { readonly items: readonly ReceiptItem[] },
  ): Receipt {
    const sha256 = hashOf(notice);
    this.notices.set(sha256, notice);
    const count = this.records.length;
    const receipt = {
      id: `r${String(count).padStart(4, '0')}`,
      at: new Date(START + count * DAY_MS).toISOString(),
      subject: 'u_1',
      actor: 'self',
      chain: 'c_1',
      seq: count + 1,
      prev: this.records.at(-1)?.hash ?? null,
      notice: {
        policy: 'haru',
        surface: notice.surface,
        version: notice.policy.version,
        locale: notice.locale,
        sha256,
      },
      ...rest,
    } as unknown as Receipt;
    this.records.push({ receipt, hash: hashOf(receipt) });
    return receipt;
  }
}
