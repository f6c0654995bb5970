import { assert, oneEvent } from '@open-wc/testing';

import type { ConsentElement } from '../../src/elements/consent/consent.js';
import type {
  ReceiptDeliveredEvent,
  ReceiptRejectedEvent,
  ReceiptStoredEvent,
} from '../../src/ui/events.js';
import { hashOf } from '../../src/model/sha256.js';
import {
  boxOf,
  consentFixture,
  demoPolicy,
  drawn,
  press,
  pressButton,
} from '../support/consent-fixture.js';

const TOKEN = /^[0-9a-f-]{36}\.[\w-]{43}$/;

/** Waits for the result, and goes back to the items as a person would. */
async function back(element: ConsentElement) {
  while (element.shadowRoot!.querySelector('.ok') === null) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  element.shadowRoot!.querySelector<HTMLButtonElement>('button.link')!.click();
  await element.updateComplete;
}

async function ready(policy?: string) {
  const page = await consentFixture(policy);
  pressButton(page.element, 'required-only');
  await page.element.updateComplete;
  const token = () => new FormData(page.form).get('dongui_receipt') as string | null;
  return { ...page, token };
}

/** The items are drawn, and what records is still on its way. */
async function early(novalidate: boolean) {
  const policy = await demoPolicy('haru.ko');
  const form = document.createElement('form');
  form.lang = 'ko';
  form.noValidate = novalidate;
  form.innerHTML = '<dongui-consent></dongui-consent><button name="go" value="1">Join</button>';
  const element = form.querySelector('dongui-consent')!;
  element.policy = policy;
  document.body.append(form);
  const isDrawn = () => element.shadowRoot!.querySelector('h2') !== null;
  while (!isDrawn()) {
    await new Promise((resolve) => {
      const changes = new MutationObserver(resolve);
      changes.observe(element.shadowRoot!, { childList: true, subtree: true });
    });
  }
  return { form, element };
}

describe('a press before recording is ready', () => {
  for (const novalidate of [false, true]) {
    it(`is carried out as soon as it is${novalidate ? ', without native validation too' : ''}`, async () => {
      const { form, element } = await early(novalidate);
      let token: unknown;
      const submitted = new Promise((resolve) => {
        form.addEventListener('submit', (event) => {
          event.preventDefault();
          if (event.submitter === null) return;
          const data = new FormData(form, event.submitter);
          token = data.get('dongui_receipt');
          resolve(data.get('go'));
        });
      });
      pressButton(element, 'required-only');
      assert.isTrue(element.validity.customError, 'not ready yet');
      form.querySelector('button')!.click();
      assert.isUndefined(token);

      assert.equal(await submitted, '1');
      assert.match(String(token), TOKEN);
      form.remove();
    });
  }
});

describe('what counts as decided', () => {
  it('is formdata in the task of a submit', async () => {
    const { form, element } = await ready();
    let token: unknown;
    form.addEventListener('submit', () => {
      token = new FormData(form).get('dongui_receipt');
    });
    const stored = oneEvent<ReceiptStoredEvent>(element, 'dongui-receipt-stored');

    form.requestSubmit();

    assert.match(String(token), TOKEN);
    const { detail } = await stored;
    assert.equal(token, `${detail.receipt.id}.${detail.hash}`);
    assert.equal(detail.hash, hashOf(detail.receipt));
    assert.equal(detail.receipt.submit.by, 'submit');
    assert.include(['idb', 'journal'], detail.persisted);
  });

  it('is one receipt however often the host asks with the same decisions', async () => {
    const { form, token } = await ready();
    form.requestSubmit();

    const tokens = [token(), token(), token()];
    form.requestSubmit();

    assert.lengthOf(new Set([...tokens, token()]), 1);
  });

  it('is another receipt in the same chain once a decision changed', async () => {
    const { form, element } = await ready();
    const { receipt: first, hash } = await element.record();
    await back(element);

    press(element, 'birthday');
    form.requestSubmit();
    const { receipt: second } = await element.record();

    assert.notEqual(second.id, first.id);
    assert.equal(second.subject, first.subject);
    assert.equal(second.seq, 2);
    assert.equal(second.prev, hash);
  });

  it('is another receipt, of somebody new, once the form was reset', async () => {
    const { form, element } = await ready();
    const { receipt: first } = await element.record();
    form.reset();
    pressButton(element, 'required-only');

    const { receipt: second } = await element.record();

    assert.notEqual(second.id, first.id);
    assert.notEqual(second.subject, first.subject);
    assert.deepEqual([second.seq, second.prev], [1, null]);
  });

  it('is what the element before it in the same form recorded, and not that of another form', async () => {
    const { form, element } = await ready();
    const { receipt: first } = await element.record();
    const policy = await demoPolicy('haru.ko');
    const again = async (place: HTMLFormElement) => {
      const fresh = document.createElement('dongui-consent');
      fresh.policy = policy;
      place.append(fresh);
      await drawn(fresh);
      assert.isFalse(boxOf(fresh, 'terms').checked, 'an answer is not handed on');
      pressButton(fresh, 'required-only');
      return (await fresh.record()).receipt;
    };
    element.remove();
    const other = document.createElement('form');
    other.lang = 'ko';
    form.after(other);

    assert.equal((await again(form)).id, first.id);
    assert.notEqual((await again(other)).id, first.id);
    other.remove();
  });

  it('is one note for the same decisions: a browser may ask twice for form.submit()', async () => {
    const { element, token } = await ready();
    const [once, twice] = [token(), token()];
    press(element, 'birthday');

    assert.match(String(once), TOKEN);
    assert.equal(twice, once);
    assert.notEqual(token(), once);
  });

  it('is shown where the page stays, also when it cancels only after it read the form', async () => {
    const { form, root } = await ready();
    const read: FormData[] = [];
    form.addEventListener('submit', () => read.push(new FormData(form)), { capture: true });
    let cancelled = false;
    form.addEventListener('submit', (event) => (cancelled = event.defaultPrevented));

    form.requestSubmit();

    assert.isTrue(cancelled);
    while (root.querySelector('.ok') === null) {
      await new Promise((resolve) => setTimeout(resolve));
    }
  });

  it('is not formdata alone: that may be a check of the form', async () => {
    const { element, token } = await ready();
    let stored = 0;
    element.addEventListener('dongui-receipt-stored', () => (stored += 1));

    const provisional = token();
    const { receipt } = await element.record();

    assert.match(String(provisional), TOKEN);
    assert.notInclude(String(provisional), receipt.id);
    assert.equal(stored, 1);
  });

  it('is nothing but record() with recording="manual"', async () => {
    const { form, element, token } = await ready();
    element.setAttribute('recording', 'manual');

    form.requestSubmit();

    assert.isNull(token());
    assert.equal((await element.record()).receipt.submit.by, 'script');
  });

  it('goes to the endpoint that the element has at that moment', async () => {
    const { element } = await ready();
    const real = globalThis.fetch;
    const posted: string[] = [];
    globalThis.fetch = (input) => {
      posted.push(input instanceof Request ? input.url : String(input));
      return Promise.resolve(new Response('', { status: 503 }));
    };
    try {
      element.endpoint = '/consents/receipts';
      await element.updateComplete;
      await element.record();
    } finally {
      globalThis.fetch = real;
    }

    assert.include(posted, new URL('/consents/receipts', location.href).href);
  });

  it('is nothing while the element is disabled', async () => {
    const { form, element, token } = await ready();
    element.disabled = true;

    form.requestSubmit();

    assert.isNull(token());
  });

  it('is refused by record() while something required is missing, and shown', async () => {
    const { element, root } = await consentFixture();

    const error = await element.record().then(
      () => undefined,
      (reason: unknown) => reason as Error,
    );

    assert.match(error!.message, /Not recorded/);
    await element.updateComplete;
    assert.isNotNull(root.querySelector('[role="alert"]'));
  });
});

describe('what the page is told of delivery', () => {
  /** The endpoint as the test wants it; everything else is fetched as usual. */
  async function withEndpoint(
    answer: (body: { receipt: { id: string }; hash: string }) => Response,
    run: () => Promise<void>,
  ) {
    const real = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      (input instanceof Request ? input.url : String(input)).endsWith('/test-receipts')
        ? Promise.resolve(answer(JSON.parse(init?.body as string) as never))
        : real(input, init);
    try {
      await run();
    } finally {
      globalThis.fetch = real;
    }
  }

  it('is an acknowledgement that names the hash', async () => {
    await withEndpoint(
      ({ receipt, hash }) =>
        Response.json({ rh: hash, id: receipt.id, iat: 1, notice: 'published' }, { status: 201 }),
      async () => {
        const { element } = await ready();
        element.endpoint = '/test-receipts';
        await element.updateComplete;
        const delivered = oneEvent<ReceiptDeliveredEvent>(element, 'dongui-receipt-delivered');

        const { hash } = await element.record();

        const { detail } = await delivered;
        assert.equal(detail.hash, hash);
        assert.equal(detail.ack?.rh, hash);
      },
    );
  });

  it('is a refusal for good, with its reason', async () => {
    await withEndpoint(
      () => Response.json({ code: 'receipt-invalid' }, { status: 422 }),
      async () => {
        const { element } = await ready();
        element.endpoint = '/test-receipts';
        await element.updateComplete;
        const rejected = oneEvent<ReceiptRejectedEvent>(element, 'dongui-receipt-rejected');

        const { hash } = await element.record();

        const { detail } = await rejected;
        assert.equal(detail.hash, hash);
        assert.isNotEmpty(detail.reason);
      },
    );
  });
});

describe('a page that goes away', () => {
  it('makes a receipt of what was sent without a submit event', async () => {
    const { token } = await ready();
    const provisional = token()!;
    const [id] = provisional.split('.');
    assert.isNull(localStorage.getItem(`dongui/j/${id!}`));

    window.dispatchEvent(new PageTransitionEvent('pagehide'));

    assert.include(localStorage.getItem(`dongui/j/${id!}`), id!);
    localStorage.clear();
    window.dispatchEvent(new PageTransitionEvent('pageshow'));
  });
});

describe('a receipt', () => {
  it('holds every offered item, refusals included, and how each came about', async () => {
    const { element } = await consentFixture();
    press(element, 'age', 'terms', 'kitchen', 'birthday');
    await element.updateComplete;
    press(element, 'birthday');

    const { receipt } = await element.record();

    const by = Object.fromEntries(receipt.items.map(({ id, state, by }) => [id, `${state} ${by}`]));
    assert.deepEqual(by, {
      age: 'given checkbox',
      terms: 'given checkbox',
      kitchen: 'given checkbox',
      birthday: 'refused checkbox',
      allergy: 'refused unticked',
      translation: 'refused unticked',
      'marketing-use': 'refused unticked',
      'advertising-email': 'refused parent',
      'advertising-sms': 'refused parent',
      'advertising-push': 'refused parent',
      'advertising-night': 'refused parent',
    });
  });

  it('says nothing of the person but a random id', async () => {
    const { form, element } = await ready();
    form.querySelector('input')!.value = 'haneul@mail.example';

    const { receipt } = await element.record();

    assert.match(receipt.subject, /^u_[\w-]{22}$/);
    assert.notInclude(JSON.stringify(receipt), 'haneul');
    assert.notInclude(JSON.stringify(receipt), navigator.userAgent);
  });

  it('names an item that the page hides, and keeps the hash of what was in the DOM', async () => {
    const { element, root } = await ready();
    const { receipt: seen } = await element.record();
    await back(element);
    root.querySelector<HTMLElement>('[data-part="birthday"]')!.style.setProperty('display', 'none');
    press(element, 'translation');

    const { receipt: hidden } = await element.record();

    assert.deepEqual(seen.shown.hidden, []);
    assert.deepEqual(hidden.shown.hidden, ['birthday']);
    assert.equal(hidden.shown.sha256, seen.shown.sha256);
  });

  it('shows the result where the page stays, and the items again on demand', async () => {
    const { element, root } = await ready();
    press(element, 'marketing-use');
    await element.updateComplete;
    press(element, 'advertising-email');

    await element.record();
    while (root.querySelector('.ok') === null) {
      await new Promise((resolve) => setTimeout(resolve));
    }

    assert.include(root.textContent, '동의 기록을 남겼습니다');
    assert.include(root.querySelector('.card')!.textContent, '이메일');
    assert.isTrue(element.checkValidity());
    await assert.isAccessible(element);
    await back(element);
    assert.isTrue(boxOf(element, 'advertising-email').checked);
  });
});
