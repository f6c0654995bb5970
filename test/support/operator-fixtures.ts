import { createReceiver, createSqlStore, type ReceiverOptions } from '../../src/receiver/index.js';
import type { Ack, Receipt } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import {
  API_KEY,
  envelopeOf,
  NOW,
  ORIGIN,
  POLICY,
  receiptOn,
  type Shown,
  show,
} from './receiver-fixtures.js';
import type { OpenDatabase } from './receiver-mounts.js';

const AT = 'https://receiver.example/consents';

/** What the receiver answered. */
export interface Answer {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

/** A receiver as its operator uses it, with a clock that a test sets. */
export interface Operation {
  now: number;
  /** Posts a receipt; it must be taken. */
  readonly post: (receipt: Receipt) => Promise<Ack>;
  /** Asks with the key. */
  readonly ask: (path: string, method?: string, body?: unknown) => Promise<Answer>;
  /** Asks without it. */
  readonly askOpenly: (path: string, method?: string) => Promise<Answer>;
  readonly link: (receipt: Receipt, account: string) => Promise<Answer>;
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, json: (await response.json()) as Answer['json'] };
}

/** What visitors of these tests decide on. */
export const SHOWN: Shown = show(POLICY);

/** Runs a receiver over a database. */
export function operate(
  { database }: Pick<OpenDatabase, 'database'>,
  options: Partial<ReceiverOptions> = {},
): Operation {
  const operation: { now: number } = { now: NOW };
  const receiver = createReceiver({
    ...{ store: createSqlStore(database), policies: [POLICY], allowedOrigins: [ORIGIN] },
    ...{ apiKey: API_KEY, now: () => operation.now },
    ...options,
  });
  const send = async (path: string, init: RequestInit): Promise<Answer> =>
    answerOf(await receiver(new Request(AT + path, init)));
  const json = { 'content-type': 'application/json' };
  const authorization = `Bearer ${API_KEY}`;
  const ask: Operation['ask'] = (path, method = 'GET', body) =>
    send(path, {
      ...{ method, headers: { ...json, authorization } },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return Object.assign(operation, {
    ask,
    askOpenly: (path: string, method = 'GET') => send(path, { method, headers: json }),
    async post(receipt: Receipt) {
      const body = JSON.stringify(envelopeOf(receipt));
      const { status, json: ack } = await send('/receipts', {
        method: 'POST',
        headers: json,
        body,
      });
      if (status >= 300) throw new Error(`${status} ${JSON.stringify(ack)}`);
      return ack as unknown as Ack;
    },
    link: (receipt: Receipt, account: string) =>
      ask(`/receipts/${receipt.id}/account`, 'PUT', { account }),
  });
}

/** A receipt on which everything was given by a press. */
export function allGiven(changes: Partial<Receipt> = {}): Receipt {
  const receipt = receiptOn(SHOWN, changes);
  const items = receipt.items.map(({ id }) => ({
    ...{ id, state: 'given' as const, by: 'checkbox' as const, dt: 900 },
  }));
  return changes.items ? receipt : { ...receipt, items };
}

/** The next receipt of a chain, about one item. */
export function follow(
  before: Receipt,
  event: Receipt['event'],
  item: Receipt['items'][number],
  changes: Partial<Receipt> = {},
): Receipt {
  return receiptOn(SHOWN, {
    ...{ event, subject: before.subject, chain: before.chain },
    ...{ seq: before.seq + 1, prev: hashOf(before), items: [item] },
    ...(event !== 'decision' && { ref: before.id }),
    ...changes,
  });
}
