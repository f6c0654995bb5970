import { assert, fixture, html, oneEvent } from '@open-wc/testing';

import { DonguiErrorEvent } from '../../src/ui/events.js';
import { boxOf, consentFixture, demoPolicy, drawn } from '../support/consent-fixture.js';

/** Collects what the page's developer is told, and keeps it from the log. */
async function withConsole(
  level: 'error' | 'warn',
  run: () => Promise<void>,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const original = console[level].bind(console);
  console[level] = (...args: unknown[]) => lines.push(args.map(String).join(' '));
  try {
    await run();
  } finally {
    console[level] = original;
  }
  return lines;
}

/** An address that answers with this text. */
function addressOf(text: string, type = 'application/json'): string {
  return URL.createObjectURL(new Blob([text], { type }));
}

async function load(src: string, content = html``) {
  const form = await fixture<HTMLFormElement>(html`
    <form lang="ko">
      <dongui-consent src=${src} support="help@haru.example">${content}</dongui-consent>
      <button>Join</button>
    </form>
  `);
  const element = form.querySelector('dongui-consent')!;
  return { form, element };
}

describe('a policy document that does not load', () => {
  const haru = demoPolicy('haru.ko');

  for (const [name, source, reason, said] of [
    ['is not there', () => '/no-such-policy.json', 'network', /404/],
    [
      'is a page',
      () => addressOf('<!doctype html><p>', 'text/html'),
      'document',
      /not JSON.*<!doctype/,
    ],
    ['is broken off', () => addressOf('{"schema":'), 'document', /not JSON/],
    ['has no answer', () => 'http://localhost:1/policy.json', 'network', /No answer/],
    [
      'has a wrong type',
      async () => addressOf(JSON.stringify({ ...(await haru), controllers: 5 })),
      'document',
      /controllers/,
    ],
    [
      'lacks a legal fact',
      async () => {
        const policy = structuredClone(await haru) as {
          processing: { id: string; refusal?: unknown }[];
        };
        delete policy.processing.find(({ id }) => id === 'birthday')!.refusal;
        return addressOf(JSON.stringify(policy));
      },
      'document',
      /processing\[\d\]\.refusal.*CON-01/s,
    ],
  ] as const) {
    it(`${name}: says so, keeps the form, and tells the developer once`, async () => {
      const src = await source();
      let loaded: Awaited<ReturnType<typeof load>> | undefined;
      let detail: unknown;
      const lines = await withConsole('error', async () => {
        const failed = oneEvent<DonguiErrorEvent>(document, DonguiErrorEvent.type);
        loaded = await load(src);
        ({ detail } = await failed);
        await drawn(loaded.element);
      });

      const { form, element } = loaded!;
      assert.propertyVal(detail, 'reason', reason);
      assert.lengthOf(lines, 1);
      assert.match(lines[0]!, said);
      assert.isFalse(form.checkValidity());
      const alert = element.shadowRoot!.querySelector('[role="alert"]')!;
      assert.include(alert.textContent, '동의 항목을 불러오지 못했습니다');
      assert.equal(alert.querySelector('a')!.href, 'mailto:help@haru.example');
      assert.deepEqual([...new FormData(form).keys()], []);
      await assert.isAccessible(element);
    });
  }

  it('is asked for again by the button, and then shown', async () => {
    const real = globalThis.fetch;
    const policy = await haru;
    let answers = 0;
    let element!: Awaited<ReturnType<typeof load>>['element'];
    globalThis.fetch = () =>
      Promise.resolve(answers++ === 0 ? new Response('', { status: 503 }) : Response.json(policy));
    try {
      await withConsole('error', async () => {
        ({ element } = await load('/policy.json'));
        await drawn(element);
      });

      element.shadowRoot!.querySelector<HTMLButtonElement>('.button')!.click();
      while (element.shadowRoot!.querySelector('h2') === null) {
        await new Promise((resolve) => setTimeout(resolve));
      }
    } finally {
      globalThis.fetch = real;
    }

    assert.isNotNull(boxOf(element, 'terms'));
    assert.equal(answers, 2);
  });

  it('says what to give an element that has none', async () => {
    const lines = await withConsole('error', async () => {
      const { element } = await load('');
      await drawn(element);
    });

    assert.match(lines[0]!, /src="\/policy\.json"/);
  });

  for (const [name, set, said] of [
    ['an endpoint that is no web address', { endpoint: 'ftp://shop.example/receipts' }, /endpoint/],
    ['an e-mail address as subject', { subject: 'haneul@mail.example' }, /subject/],
  ] as const) {
    it(`takes no consent with ${name}, and says so`, async () => {
      const policy = await haru;
      let element!: Awaited<ReturnType<typeof load>>['element'];
      const lines = await withConsole('error', async () => {
        element = document.createElement('dongui-consent');
        Object.assign(element, { policy, ...set });
        const form = await fixture(html`<form lang="ko"></form>`);
        form.append(element);
        await drawn(element);
        await element.updateComplete;
        await new Promise((resolve) => setTimeout(resolve));
      });

      assert.match(lines.join(), said);
      assert.isNotNull(element.shadowRoot!.querySelector('[role="alert"]'));
      assert.isFalse(element.checkValidity());
    });
  }

  it('warns once of a wrong attribute and goes on', async () => {
    const lines = await withConsole('warn', async () => {
      const { element, submitted } = await consentFixture();
      element.setAttribute('recording', 'sometimes');
      assert.property(submitted(), 'dongui_receipt');
      assert.property(submitted(), 'dongui_receipt');
    });

    assert.lengthOf(
      lines.filter((line) => line.includes('recording="sometimes"')),
      1,
    );
  });
});

describe('an entry for which nothing is collected', () => {
  it('says that, and not that the policy is silent', async () => {
    const xperp = (await demoPolicy('xperp')) as { surfaces: object };
    const { root } = await consentFixture({
      ...xperp,
      surfaces: { signup: ['apartment-account'] },
    });

    assert.include(root.querySelector('.facts')!.textContent, '수집하지 않습니다');
  });
});

describe('where the document comes from', () => {
  it('is a script child as well', async () => {
    const text = JSON.stringify(await demoPolicy('haru.ko'));
    const form = document.createElement('form');
    form.lang = 'ko';
    const element = document.createElement('dongui-consent');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = text;
    element.append(script);
    form.append(element);

    document.body.append(form);
    await drawn(element);

    assert.isNotNull(boxOf(element, 'terms'));
    form.remove();
  });

  it('is the translation into the language of the page', async () => {
    const { element } = await load('/demo/policies/haru.ko.json');
    element.closest('form')!.lang = 'en';

    await drawn(element);
    while (element.shadowRoot!.querySelector('h2')?.textContent !== 'Check and agree') {
      await new Promise((resolve) => setTimeout(resolve));
    }

    assert.equal(
      boxOf(element, 'birthday').ariaLabel,
      '[Optional] Collection and use Birthday coupon',
    );
  });

  it('clears what was ticked on another text when the language changes', async () => {
    const { element, form } = await load('/demo/policies/haru.ko.json');
    await drawn(element);
    boxOf(element, 'birthday').click();

    form.lang = 'en';
    while (element.shadowRoot!.querySelector('h2')?.textContent !== 'Check and agree') {
      await new Promise((resolve) => setTimeout(resolve));
    }

    assert.equal(element.decisions['birthday'], 'refused');
  });

  it('is shown with its own lang where the page has another language', async () => {
    const { root } = await consentFixture('xperp', 'en');

    assert.equal(root.querySelector('h2')!.textContent, 'Check and agree');
    assert.equal(root.querySelector('.title')!.getAttribute('lang'), 'ko');
    assert.isNull(root.querySelector('h2')!.closest('[lang]'));
  });
});
