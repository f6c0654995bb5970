import type { BundledReceipt } from '../bundle.js';
import type { NoticeItem } from '../notice.js';
import type { ItemState, Receipt, ReceiptItem } from '../receipt.js';
import { validityOf } from './dpv-durations.js';
import { isDerived } from './dpv-derived.js';
import { type DpvNode, hashName, literal, moment, node, refer, stated } from './dpv-nodes.js';
import { type NoticeNodes, referTo } from './dpv-notice.js';
import { processNodes } from './dpv-process.js';

/** Profiles of TS 27560, as the vocabulary's own file names them. */
const RECORD = refer('https://w3id.org/dpv/schema/dpv-27560#record');
const RECEIPT = refer('https://w3id.org/dpv/schema/dpv-27560#receipt');

const STATES: Readonly<Record<ItemState, string>> = {
  given: 'dpv:ConsentGiven',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
  renewed: 'dpv:RenewedConsentGiven',
  expired: 'dpv:ConsentExpired',
};

/** Who said so: the person, the guardian of a child (PIPA 22-2), or by the clock the controller. */
const ACTORS: Readonly<Record<Receipt['actor'], string>> = {
  self: 'dpv:DataSubject',
  guardian: 'dpv:GuardianOfDataSubject',
  system: 'dpv:DataController',
};

const receiptId = (id: string): string => `urn:uuid:${id}`;
const recordId = (receipt: string, item: string): string => `${receiptId(receipt)}#${item}`;

function guardianNode({ guardian }: Receipt): DpvNode | undefined {
  if (guardian === undefined) return undefined;
  const { method, ref, at } = guardian;
  return stated({
    '@type': 'dpv:GuardianOfDataSubject',
    'dongui:guardianMethod': method,
    'dct:identifier': ref,
    'dongui:confirmedAt': at === undefined ? undefined : moment(at),
  });
}

function durationOf(item: NoticeItem | undefined): DpvNode | undefined {
  const own = validityOf(item?.retention ?? item?.uses?.[0]?.retention);
  const isOpen = own === undefined && item !== undefined && isDerived(item);
  return isOpen ? { '@type': 'dpv:IndeterminateDuration' } : own;
}

function statusNode(receipt: Receipt, answer: ReceiptItem, item: NoticeItem | undefined): DpvNode {
  const { id, state, by, at = receipt.at, source } = answer;
  const { submit, actor } = receipt;
  return node(`${recordId(receipt.id, id)}.status`, STATES[state], {
    must: {
      'dpv:isIndicatedAtTime': moment(at),
      'dpv:hasDuration': durationOf(item),
      'dpv:isIndicatedBy': refer(ACTORS[actor]),
      'dpv:hasIndicationMethod': `${by}; ${submit.by}`,
    },
    may: { 'dongui:source': source, 'dongui:guardian': guardianNode(receipt) },
  });
}

function recordNode(placed: PlacedNotice, answer: ReceiptItem): DpvNode {
  const { receipt, nodes, subject } = placed;
  const item = nodes?.notice.items.find(({ id }) => id === answer.id);
  const record = recordId(receipt.id, answer.id);
  const isHidden = receipt.shown.hidden.includes(answer.id);
  return node(record, 'dpv:ConsentRecord', {
    must: {
      'dct:conformsTo': RECORD,
      'dct:identifier': record,
      'dpv:hasIdentifier': record,
      'dpv:hasDataSubject': refer(subject),
      'dpv:hasNotice': refer(hashName(receipt.notice.sha256)),
      'dpv:hasProcess': item && nodes ? processNodes({ item, answer, nodes, record }) : undefined,
      'dpv:hasConsentStatus': statusNode(receipt, answer, item),
    },
    may: {
      'dct:title': item?.title,
      'dct:replaces':
        receipt.ref === undefined ? undefined : refer(recordId(receipt.ref, answer.id)),
      'dongui:item': answer.id,
      'dongui:kind': item?.kind,
      'dongui:hidden': isHidden || undefined,
      // What law asks for and the policy does not state, as the notice itself lists it.
      'dongui:unstated': item?.gaps,
    },
  });
}

/** A receipt with what it stands on, and the node that stands for the person. */
export interface PlacedNotice extends BundledReceipt {
  /** Absent where the bundle does not hold its notice. */
  readonly nodes?: NoticeNodes;
  readonly subject: string;
}

/** A receipt: one consent record an item, and the receipt itself, whole. */
export function receiptNode(placed: PlacedNotice): DpvNode {
  const { receipt, hash, ack, nodes } = placed;
  const { id, at, items, prev } = receipt;
  return node(receiptId(id), 'dpv:ConsentReceipt', {
    must: {
      'dct:conformsTo': RECEIPT,
      'dct:identifier': id,
      'dpv:hasIdentifier': id,
      'dct:created': moment(at),
      'dpv:hasRecordOfActivity': items.map((answer) => recordNode(placed, answer)),
    },
    may: {
      'dct:publisher': nodes && referTo(nodes.controllers.slice(0, 1)),
      'dongui:previous': prev === null ? undefined : refer(hashName(prev)),
      'dongui:sha256': hash,
      'dongui:receipt': literal(receipt),
      'dongui:ack': ack && literal(ack),
    },
  });
}
