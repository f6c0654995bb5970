import { englishDatabase } from './database-words.js';
import type { Words } from './words.js';

/** English. */
export const english: Words = {
  usage: `dongui verify <file>... [--keys <public keys>] [--log <log>] [--site <address>] [--merge] [--lang ko|en] [--json]
dongui verify --database <address|folder|copy> [<bundle>...] [--keys …] [--log …] [--lang ko|en] [--json]

Verifies bundles of consent receipts, or a receiver's database, without a network.
  --database  A postgres://… address, the receiver's data folder (PGlite), or a copy (JSON). Bundles and a log beside it are witnesses.
  --merge  Takes the files for one person's: bundles from several devices.
  --keys   The receiver's public keys (JWK Set): its /.well-known/dongui-keys.json, saved to a file.
  --log    The receiver's log: the answer of GET /log, saved to a file.
  --site   The address of the site that the receipts are of. One of another site counts as wrong.
  --lang   Language of the report. Korean where it is not given.
  --json   A result for programs instead of people.

dongui export <file>... --format dpv|csv|json [--out <file>] [--lang ko|en]

Exports bundles in another format, and reads what it exported back (--format json).
  --format dpv: W3C DPV 2.3 as JSON-LD (structure of ISO/IEC TS 27560), csv: a table, json: a bundle.
  --out    The file to write; otherwise to the screen. Several files become one.

Exit codes: 0 nothing contradicts itself, 1 something does, 2 could not verify or export.`,
  unknownCommand: 'There is no command "{name}".',
  noFile: 'Name a file to verify.',
  unreadable: '{file}: cannot be read ({reason}). Check the path.',
  notJson: '{file}: is not JSON ({reason}). Is it the bundle as it was downloaded?',
  keysWrong: "{file}: holds no public keys. Save the receiver's /.well-known/dongui-keys.json.",
  langWrong: '--lang is ko or en.',
  siteWrong: '--site is an address such as https://shop.example.',
  madeAt: 'Made at {origin}',
  intact: '{file}: receipts: {n}. Nothing contradicts itself.',
  broken: '{file}: receipts: {n}. Places that contradict themselves: {broken}.',
  firstBroken: 'First at {path}',
  log: 'Log {file}',
  logIntact:
    'Log {file}: receipts: {n}. It equals its seals, and holds every receipt that is here.',
  shown:
    'Shown: privacy policy of {service}, version {version}, surface {surface}, language {locale}',
  shownTexts:
    'Texts that stood in the page, as a hash: {sha256}. One character more or less gives another.',
  allVisible: 'Every item was visible when it was sent.',
  notVisible: 'Not visible when it was sent, or not asked there: {items}',
  shownMissing: 'Shown: not in the bundle (address {sha256})',
  decided: 'Decided',
  guardian: 'Decided by: a guardian ({method})',
  guardianConfirmed: 'Decided by: a guardian ({method}, confirmed at {at})',
  guardianMethods: {
    'sms-notice': 'a mark confirmed by text message',
    card: 'card details',
    'phone-identity': 'identity check by phone',
    'paper-sign': 'a signed paper',
    email: 'a reply by e-mail',
    'phone-call': 'a phone call',
    'other-equivalent': 'an equivalent way',
  },
  periods: { Y: '{n} years', M: '{n} months', W: '{n} weeks', D: '{n} days' },
  facts: { recipient: 'Recipient', purposes: 'Purposes', data: 'Data', retention: 'Kept' },
  after: 'after {seconds} s',
  from: 'at {source}',
  required: 'required',
  optional: 'optional',
  proved: 'Proved',
  provedContent: 'The receipt says what it said when it was made.',
  provedShown: 'The wording that was shown is in the bundle, unchanged.',
  provedChain: 'It follows the receipt before it.',
  provedReceived: 'The receiver has signed that it arrived at {time}.',
  levels: { broken: 'Contradicts itself', unproved: 'Not proved', note: 'To know' },
  elsewhere: 'The bundle',
  limits:
    'This verification shows whether the record contradicts itself. It cannot show who sat at the screen, whether the wording was really read, or whether a receipt is left out. It is not legal advice.',
  events: {
    decision: 'decision',
    withdrawal: 'withdrawal',
    renewal: 'renewal',
    expiry: 'expiry',
    correction: 'correction',
  },
  states: {
    given: 'agreed',
    refused: 'not agreed',
    withdrawn: 'withdrawn',
    renewed: 'confirmed again',
    expired: 'expired',
  },
  by: {
    checkbox: 'own press',
    'agree-all': 'by "agree to all"',
    'required-only': 'by "required only"',
    unticked: 'left open',
    parent: 'what it depends on was not agreed to',
    restored: 'brought back from before',
    button: 'by a button',
    host: 'by the site',
    clock: 'the period ended',
  },
  untitled: {
    age: 'age',
    'marketing-use': 'use of data for promotion',
    advertising: 'receiving advertising',
    'advertising-night': 'receiving advertising at night',
  },
  channels: {
    email: 'e-mail',
    sms: 'text message',
    alimtalk: 'KakaoTalk notification',
    push: 'app notification',
    phone: 'phone',
    post: 'post',
  },
  findings: {
    'bundle-invalid': 'This has not the form of a bundle ({detail}).',
    'bundle-version': 'A later version than this program knows ({detail}). Update dongui.',
    'receipt-invalid': 'This has not the form of a receipt ({detail}).',
    'receipt-hash': 'The receipt has another hash: it was changed after it was made.',
    'receipt-twice': 'The same receipt is here twice ({detail}).',
    'notice-invalid': 'This has not the form of a notice ({detail}).',
    'document-unused': 'No receipt names this document; it may have been changed ({detail}).',
    'item-hash': 'An item of the notice has another hash ({detail}).',
    'text-invalid': 'This has not the form of a text ({detail}).',
    misfit: 'The receipt does not fit the notice that was shown ({detail}).',
    'site-other': 'This receipt was made at another site ({detail}).',
    'ack-invalid': "This is no receiver's answer ({detail}).",
    'ack-other': "The receiver's answer is about another receipt.",
    'ack-signature': "The receiver's signature is wrong: its answer was changed.",
    'ack-strange-key':
      "Signed by a key that is not among those given: it may be another receiver's answer.",
    'chain-broken': 'It does not follow the receipt before it: something was changed or left out.',
    'chain-subject': "Another person's receipt stands in this chain.",
    'log-invalid': "This is no receiver's log.",
    'log-seal':
      'The log differs from its seal: between number {detail} a receipt was changed, left out, put in or moved.',
    'log-witness':
      "The log differs from the receiver's own answer: between number {detail} it was changed afterwards.",
    'log-absent': "A receipt that is not in the receiver's log ({detail}).",
    'notice-missing': 'The notice that was shown is not in the bundle ({detail}).',
    'text-missing': 'The terms that were shown are not in the bundle ({detail}).',
    'ack-missing': "There is no receiver's answer: nobody knows whether it arrived.",
    'ack-unsigned': "The receiver's answer is not signed: it does not prove when it arrived.",
    'ack-unchecked': "The receiver's signature was not checked: no keys were given (--keys).",
    'notice-unverified': 'The receiver could not tell whether the notice was a published one.',
    'chain-gap': 'The receipt before it (number {detail}) is not in the bundle.',
    'chain-fork': 'Two receipts have number {detail}: two tabs made them at once.',
    'facts-unstated': 'The policy does not state all legal facts ({detail}).',
    'clock-skew': "The device's clock and the receiver's differ by {detail} s.",
    'guardian-unconfirmed':
      'Nobody has confirmed the guardian yet. Unless that is done, the record is to be deleted by {detail}.',
    insecure: 'Made at an address without encryption (http).',
    framed: 'Made inside a frame of another page.',
    hidden: 'Some items were not visible at that moment, or not asked there ({detail}).',
    untrusted: 'Sent by a program and not by a press ({detail}).',
  },
  database: englishDatabase,
};
