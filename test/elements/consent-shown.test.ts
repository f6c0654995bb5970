import { assert, fixture, html } from '@open-wc/testing';

import koreanGuardian from '../../locales/ko/guardian.js';
import { readShown } from '../../src/host/shown.js';
import { registerMessages } from '../../src/i18n/registry.js';
import { consentFixture, demoPolicy, drawn } from '../support/consent-fixture.js';

registerMessages('ko', koreanGuardian, 'guardian');

const POLICIES = [
  ...['haru.ko', 'haru.en', 'haru.1.0.ko', 'haru.1.0.en', 'maru'],
  ...['xperp', 'nexcore', 'qsolution', 'codexa', 'infinisoft'],
];

/** What `shown` of a receipt would be now. */
async function shownOf(policy: object, lang: string) {
  const { root } = await consentFixture(policy, lang);
  return readShown([root]);
}

/** The signup form of each policy of the demo, in both languages: the hash of what is in the DOM. */
async function allHashes(): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  for (const name of POLICIES) {
    // Without its translation the document itself is drawn, for a reader of another language too.
    const { translations: _others, ...policy } = await demoPolicy(name);
    for (const lang of ['ko', 'en'])
      hashes[`${name} in ${lang}`] = (await shownOf(policy, lang)).sha256;
  }
  const form = await fixture<HTMLFormElement>(html`
    <form lang="ko">
      <dongui-consent
        actor="guardian"
        guardian-method="card"
        .policy=${await demoPolicy('haru.ko')}
      ></dongui-consent>
    </form>
  `);
  const element = form.querySelector('dongui-consent')!;
  await drawn(element);
  hashes['haru.ko for a guardian'] = readShown([element.shadowRoot!]).sha256;
  return hashes;
}

interface Found {
  readonly engine: string;
  readonly hashes: Readonly<Record<string, string>>;
}

const HARU = await demoPolicy('haru.ko');

describe('the hash of what was shown', () => {
  it('is equal in every engine, for every policy of the demo (F6)', async () => {
    const hashes = await allHashes();
    assert.lengthOf(Object.keys(hashes), 21);
    assert.lengthOf(new Set(Object.values(hashes)), 21);

    const response = await fetch('/compare-engines/shown', {
      method: 'POST',
      body: JSON.stringify({ engine: navigator.userAgent, hashes }),
    });
    const others = (await response.json()) as readonly Found[];

    for (const other of others) assert.deepEqual(hashes, other.hashes, other.engine);
  });

  const changes: readonly (readonly [what: string, to: (text: string) => string])[] = [
    ['one letter of a title', (text) => text.replace('생일 쿠폰 받기', '생일 쿠폰 받키')],
    [
      'a full stop of a purpose',
      (text) => text.replace('생일 달에 쿠폰 지급', '생일 달에 쿠폰 지급.'),
    ],
    ['one digit of a period', (text) => text.replace('"P3M"', '"P4M"')],
    ['one digit of a phone number', (text) => text.replace('02-000-1200', '02-000-1201')],
    ['a letter of the terms behind the disclosure', (text) => text.replace('위약금은', '위약금운')],
  ];
  for (const [what, to] of changes)
    it(`changes with ${what}`, async () => {
      const before = JSON.stringify(HARU);
      const after = to(before);
      assert.notEqual(after, before);

      const [one, other] = [
        await shownOf(HARU, 'ko'),
        await shownOf(JSON.parse(after) as object, 'ko'),
      ];

      assert.notEqual(other.sha256, one.sha256);
    });

  it('does not change with what nobody sees, nor with what the person decides', async () => {
    const before = (await shownOf(HARU, 'ko')).sha256;
    const unseen = JSON.stringify(HARU).replaceAll('"dpv":"BirthDate"', '"dpv":"Age"');
    assert.notEqual(unseen, JSON.stringify(HARU));
    assert.equal((await shownOf(JSON.parse(unseen) as object, 'ko')).sha256, before);

    const { form, element, root } = await consentFixture(HARU, 'ko');
    form.querySelector('button')!.click();
    root.querySelector<HTMLElement>('#box-birthday')!.click();
    await element.updateComplete;
    assert.equal(readShown([root]).sha256, before);
  });

  it('is told with what was not visible, by whatever means', async () => {
    const { root } = await consentFixture(HARU, 'ko');
    const hide = (id: string, css: string): void => {
      root.querySelector<HTMLElement>(`[data-part="${id}"]`)!.style.cssText = css;
    };
    hide('birthday', 'opacity: 0');
    hide('allergy', 'clip-path: inset(0 100% 0 0)');
    hide('translation', 'position: absolute; left: -9999px');
    hide('kitchen', 'height: 1px; overflow: hidden');

    assert.sameMembers(
      [...readShown([root]).hidden],
      ['birthday', 'allergy', 'translation', 'kitchen'],
    );
  });
});
