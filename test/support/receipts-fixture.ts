import '../../src/define/receipts.js';

import { fixture, html } from '@open-wc/testing';

import english from '../../locales/en/receipts.js';
import japanese from '../../locales/ja/receipts.js';
import korean from '../../locales/ko/receipts.js';
import { type Delivery, getDelivery } from '../../src/core/delivery.js';
import { browserPorts } from '../../src/core/ports.js';
import { createRecorder, type Recorder } from '../../src/core/recorder.js';
import type { ReceiptsElement } from '../../src/elements/receipts/receipts.js';
import { registerMessages } from '../../src/i18n/registry.js';
import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { Notice } from '../../src/model/notice.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import type { Receipt, ReceiptItem } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { freshPolicy, until } from './third-party-fixture.js';

export { freshPolicy, textOf, until } from './third-party-fixture.js';

registerMessages('ko', korean, 'receipts');
registerMessages('en', english, 'receipts');
registerMessages('ja', japanese, 'receipts');

/** A policy document as JSON, under an id of its own. */
export type PolicyJson = Awaited<ReturnType<typeof freshPolicy>>;

/** What a signup refuses where a test does not say otherwise. */
const REFUSED = ['birthday', 'translation', 'advertising-push', 'advertising-night'];

/** Who signs up, and what of it goes where. */
export interface SignupOptions {
  readonly surface?: string;
  readonly refused?: readonly string[];
  readonly endpoint?: string;
  readonly subject?: string;
}

const SHOWN = { sha256: hashOf('shown'), hidden: [], framed: false } as const;
const SUBMIT = { by: 'submit', trusted: true, dt: 1_000 } as const;

/** The delivery of the test page. */
export function delivery(): Delivery {
  return getDelivery(browserPorts());
}

/** What a page records with, of one surface of a policy. */
export function recorderOf(
  policy: object,
  { surface = 'signup', endpoint, subject }: SignupOptions = {},
): { readonly recorder: Recorder; readonly notice: Notice } {
  const parsed = parsePolicyDocument(policy);
  const created = createNotice(parsed, deriveSurface(parsed, surface));
  const recorder = createRecorder({
    ...created,
    ports: browserPorts(),
    newSubject: surface === 'signup',
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(subject === undefined ? {} : { subject }),
  });
  recorder.attach(delivery());
  return { recorder, notice: created.notice };
}

/** A signup as a form would record it; everything that is not refused is given. */
export async function signUp(policy: object, options: SignupOptions = {}): Promise<Receipt> {
  const { refused = REFUSED } = options;
  const { recorder, notice } = recorderOf(policy, options);
  const asked = notice.items.filter(({ kind }) => kind !== 'information');
  const items = asked.map(({ id }): ReceiptItem =>
    refused.includes(id)
      ? { id, state: 'refused', by: 'unticked' }
      : { id, state: 'given', by: 'checkbox' },
  );
  const input = { items, shown: SHOWN, submit: SUBMIT, actor: 'self' } as const;
  const { receipt, stored } = recorder.record(input);
  await stored;
  return receipt;
}

export interface ReceiptsFixture {
  readonly element: ReceiptsElement;
  readonly root: ShadowRoot;
}

/** Resolves when the list, a note or an error is drawn. */
async function settled(element: ReceiptsElement): Promise<void> {
  await until(() => element.shadowRoot?.querySelector('h2, [role="alert"]') != null);
  await element.updateComplete;
}

/** The element with what a test sets, in a language. */
export async function receiptsFixture(
  properties: Partial<ReceiptsElement>,
  lang = 'ko',
): Promise<ReceiptsFixture> {
  const wrapper = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const element = Object.assign(document.createElement('dongui-receipts'), properties);
  wrapper.append(element);
  await settled(element);
  return { element, root: element.shadowRoot! };
}

/** Somebody who signed up, and looks at it. */
export async function signedUp(
  options: SignupOptions & { readonly lang?: string } = {},
): Promise<ReceiptsFixture & { readonly policy: PolicyJson; readonly receipt: Receipt }> {
  const { lang = 'ko', endpoint = '' } = options;
  const policy = await freshPolicy(lang === 'en' ? 'haru.en' : 'haru.ko');
  const receipt = await signUp(policy, options);
  const parts = await receiptsFixture({ policy, endpoint }, lang);
  return { ...parts, policy, receipt };
}

/** The ids that stand under a heading, in their order. */
export function idsIn(root: ShadowRoot, group: string): readonly string[] {
  const entries = root.querySelectorAll<HTMLElement>(`[data-group="${group}"] [data-part]`);
  return [...entries].map((entry) => entry.dataset['part'] ?? '');
}

/** How a matter stands, as it is drawn. */
export function stateOf(root: ShadowRoot, id: string): string | undefined {
  return root.querySelector<HTMLElement>(`#entry-${id}`)?.dataset['state'];
}

/** One press. */
export async function press(element: ReceiptsElement, selector: string): Promise<void> {
  const button = element.shadowRoot!.querySelector<HTMLElement>(selector);
  if (button === null) throw new Error(`There is no ${selector}`);
  button.click();
  await element.updateComplete;
  await element.updateComplete;
}

/** Opens a disclosure, and waits for what it holds. */
export async function open(element: ReceiptsElement, key: string): Promise<HTMLElement> {
  const details = element.shadowRoot!.querySelector<HTMLElement>(`details[data-key="${key}"]`)!;
  details.querySelector('summary')!.click();
  await until(() => details.querySelector('.long') !== null);
  return details;
}

/** The receipts of a policy as the ledger has them, once there are so many. */
export async function receiptsOf(policy: PolicyJson, count: number): Promise<readonly Receipt[]> {
  for (;;) {
    const records = await delivery().receipts(policy.id);
    if (records.length >= count) return records.map(({ receipt }) => receipt);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
}
