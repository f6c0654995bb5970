import { checkShape, listIssues, RecordError, type RecordIssue } from './check-shape.js';
import { noticeIssues } from './parse-notice.js';
import type { ItemState, Receipt, ReceiptEnvelope, ReceiptEvent } from './receipt.js';

/** The states that each event can leave a matter in. */
const STATES: Readonly<Record<ReceiptEvent, readonly ItemState[]>> = {
  decision: ['given', 'refused'],
  withdrawal: ['withdrawn'],
  renewal: ['renewed'],
  expiry: ['expired'],
  correction: ['given', 'refused', 'withdrawn', 'renewed', 'expired'],
};

/** What the shapes cannot say. */
function wholeIssues({ event, items, shown, actor, guardian }: Receipt): RecordIssue[] {
  const allowed = STATES[event];
  const none: RecordIssue[] =
    items.length === 0 ? [{ path: '$.items', code: 'wrong-value', expected: 'receiptItem[]' }] : [];
  // Who decides for a child says how that was confirmed (REC-01), and nobody else does.
  const isWhole = (actor === 'guardian') === (guardian !== undefined);
  const who: RecordIssue[] = isWhole
    ? []
    : [
        guardian
          ? { path: '$.actor', code: 'wrong-value', expected: 'guardian' }
          : { path: '$.guardian', code: 'missing-key', expected: 'guardianFacts' },
      ];
  const states = items.flatMap(({ state }, i): RecordIssue[] =>
    allowed.includes(state)
      ? []
      : [{ path: `$.items[${i}].state`, code: 'wrong-value', expected: allowed.join('|') }],
  );
  const ids = items.map(({ id }) => id);
  return [
    ...none,
    ...who,
    ...listIssues('$.items', ids, '.id'),
    ...states,
    ...listIssues('$.shown.hidden', shown.hidden),
  ];
}

function receiptIssues(value: unknown): RecordIssue[] {
  const issues = checkShape('receiptRecord', value);
  return issues.length > 0 ? issues : wholeIssues(value as Receipt);
}

const under = (key: string, issues: readonly RecordIssue[]): RecordIssue[] =>
  issues.map((issue) => ({ ...issue, path: `$.${key}${issue.path.slice(1)}` }));

/**
 * Takes a value from `JSON.parse` for a receipt: closed schema, no key unknown, states that fit the
 * event, no item twice. Whether it fits its notice, and its hash, is for who has these.
 *
 * @returns The same value.
 * @throws RecordError with JSON paths.
 */
export function parseReceipt(value: unknown): Receipt {
  const issues = receiptIssues(value);
  if (issues.length > 0) throw new RecordError(issues);
  return value as Receipt;
}

/**
 * The same for the body of `POST /receipts`, with its notice where it travels along.
 *
 * @throws RecordError with JSON paths, which begin with `$.receipt`, `$.notice` or `$.delivery`.
 */
export function parseReceiptEnvelope(value: unknown): ReceiptEnvelope {
  const issues = checkShape('envelope', value);
  if (issues.length === 0) {
    const { receipt, notice } = value as ReceiptEnvelope;
    issues.push(...under('receipt', receiptIssues(receipt)));
    if (notice !== undefined) issues.push(...under('notice', noticeIssues(notice)));
  }
  if (issues.length > 0) throw new RecordError(issues);
  return value as ReceiptEnvelope;
}
