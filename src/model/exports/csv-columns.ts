import type { BundledReceipt } from '../bundle.js';
import type { Notice, NoticeItem } from '../notice.js';
import type { ReceiptItem } from '../receipt.js';
import type { Retention } from '../retention.js';

/** One line for readers: an answer, with the item that was asked and the receipt that holds it. */
export interface ItemLine {
  readonly bundled: BundledReceipt;
  readonly answer: ReceiptItem;
  /** Absent where the bundle does not hold the notice, or the notice not the item. */
  readonly item?: NoticeItem;
  readonly notice?: Notice;
}

type Cell = string | number | boolean | undefined;
type Column = readonly [name: string, cell: (line: ItemLine) => Cell];

const listOf = (words: readonly (string | undefined)[] = []): string =>
  words.filter((word) => word !== undefined && word !== '').join('; ');

/** Third parties have their purposes and data by use; everything else has one use, its own. */
const usesOf = (item: NoticeItem | undefined): readonly Partial<NoticeItem>[] =>
  item?.uses ?? (item ? [item] : []);

const retentionText = (retention: Retention = []): readonly (string | undefined)[] =>
  retention.map(
    ({ text, period, from, event, until, condition }) =>
      text ?? [period, from && `(${from})`, event, until, condition].filter(Boolean).join(' '),
  );

/** What a person was shown of an item, each fact as one text; empty where nothing was. */
export interface ItemTexts {
  readonly purposes: string;
  readonly data: string;
  readonly retention: string;
  readonly recipient: string;
}

/** The facts of an item as texts, of all its uses together. */
export function itemTexts(item: NoticeItem | undefined): ItemTexts {
  const uses = usesOf(item);
  return {
    recipient: item?.recipient?.name ?? '',
    purposes: listOf(uses.flatMap(({ purposes = [] }) => purposes.map(({ text }) => text))),
    data: listOf(uses.flatMap(({ data = [] }) => data.map(({ name }) => name))),
    retention: listOf(uses.flatMap(({ retention }) => retentionText(retention))),
  };
}

const receivedAt = ({ ack }: BundledReceipt): string | undefined =>
  ack && new Date(ack.iat * 1_000).toISOString();

/** What the person decided, and about what. */
const MATTER: readonly Column[] = [
  ['item', ({ answer }) => answer.id],
  ['kind', ({ item }) => item?.kind],
  ['title', ({ item }) => item?.title],
  ['required', ({ item }) => item?.required],
  ['state', ({ answer }) => answer.state],
  ['by', ({ answer }) => answer.by],
  ['milliseconds', ({ answer }) => answer.dt],
  ['source', ({ answer }) => answer.source],
  ['source_at', ({ answer }) => answer.at],
  ['hidden', ({ answer, bundled }) => bundled.receipt.shown.hidden.includes(answer.id)],
  ['purposes', ({ item }) => itemTexts(item).purposes],
  ['data', ({ item }) => itemTexts(item).data],
  ['retention', ({ item }) => itemTexts(item).retention],
  ['recipient', ({ item }) => itemTexts(item).recipient],
  ['country', ({ item }) => item?.country],
  ['refusal', ({ item }) => item?.refusal?.consequence],
  ['unstated', ({ item }) => listOf(item?.gaps)],
];

/** When, who and how. */
const RECEIPT: readonly Column[] = [
  ['receipt', ({ bundled }) => bundled.receipt.id],
  ['event', ({ bundled }) => bundled.receipt.event],
  ['at', ({ bundled }) => bundled.receipt.at],
  ['time_zone', ({ bundled }) => bundled.receipt.tz],
  ['received_at', ({ bundled }) => receivedAt(bundled)],
  ['signed', ({ bundled }) => bundled.ack?.jws !== undefined],
  ['subject', ({ bundled }) => bundled.receipt.subject],
  ['actor', ({ bundled }) => bundled.receipt.actor],
  ['guardian_method', ({ bundled }) => bundled.receipt.guardian?.method],
  ['guardian_reference', ({ bundled }) => bundled.receipt.guardian?.ref],
  ['guardian_at', ({ bundled }) => bundled.receipt.guardian?.at],
];

/** On what, and with what the record can be held. */
const PROOF: readonly Column[] = [
  ['refers_to', ({ bundled }) => bundled.receipt.ref],
  ['submitted_by', ({ bundled }) => bundled.receipt.submit.by],
  ['trusted', ({ bundled }) => bundled.receipt.submit.trusted],
  ['framed', ({ bundled }) => bundled.receipt.shown.framed],
  ['origin', ({ bundled }) => bundled.receipt.client.origin],
  ['service', ({ notice }) => notice?.service.name],
  ['policy', ({ bundled }) => bundled.receipt.notice.policy],
  ['version', ({ bundled }) => bundled.receipt.notice.version],
  ['surface', ({ bundled }) => bundled.receipt.notice.surface],
  ['locale', ({ bundled }) => bundled.receipt.notice.locale],
  ['chain', ({ bundled }) => bundled.receipt.chain],
  ['number', ({ bundled }) => bundled.receipt.seq],
  ['notice_sha256', ({ bundled }) => bundled.receipt.notice.sha256],
  ['shown_sha256', ({ bundled }) => bundled.receipt.shown.sha256],
  ['receipt_sha256', ({ bundled }) => bundled.hash],
];

const COLUMNS = [...RECEIPT, ...MATTER, ...PROOF];

/** Names of the columns of a line for readers. */
export const ITEM_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/** The cells of a line, in the order of `ITEM_COLUMNS`. */
export function itemCells(line: ItemLine): readonly string[] {
  return COLUMNS.map(([, cell]) => String(cell(line) ?? ''));
}
