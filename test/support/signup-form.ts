import { eventually, type PageDriver } from './page-driver.js';

/** A box of the consent element, as the page shows it. */
export interface Box {
  readonly id: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly checked: boolean;
}

/** The signup forms of the demo and the policy behind each. */
export const FORMS: readonly { readonly path: string; readonly policy: string }[] = [
  { path: '/xperp/', policy: 'xperp' },
  { path: '/nexcore/', policy: 'nexcore' },
  { path: '/qsolution/', policy: 'qsolution' },
  { path: '/codexa/', policy: 'codexa' },
  { path: '/infinisoft/', policy: 'infinisoft' },
  { path: '/haru/', policy: 'haru' },
  { path: '/haru/en/', policy: 'haru' },
];

export const boxOf = (id: string): string => `dongui-consent >>> #box-${id}`;

const VALUES = {
  email: 'person@mail.example',
  tel: '010-0000-0000',
  url: 'https://shop.example',
  date: '1990-01-31',
  password: 'long-enough-1',
  'fixed-ip': '192.0.2.10',
  'business-number': '000-00-00000',
};

/** Opens a form and waits until its consent items are shown and ready to be recorded. */
export async function openForm(page: PageDriver, url: string): Promise<readonly Box[]> {
  await page.goto(url);
  return eventually(`consent items on ${url}`, async () => {
    const boxes = await readBoxes(page);
    return boxes.length > 0 ? boxes : undefined;
  });
}

export function readBoxes(page: PageDriver): Promise<readonly Box[]> {
  return page.evaluate(`
    const root = find('dongui-consent')?.shadowRoot;
    return [...(root?.querySelectorAll('input[data-item]') ?? [])].map((box) => ({
      id: box.dataset.item,
      required: box.required,
      disabled: box.disabled,
      checked: box.checked,
    }));
  `);
}

/** Fills the required fields of the host's own form, as a script that remembers them would. */
export async function fillFields(page: PageDriver): Promise<void> {
  await page.evaluate(
    `
    const values = args[0];
    for (const field of document.querySelectorAll('form :is(input, select)')) {
      if (!field.required) continue;
      if (field.type === 'select-one') field.selectedIndex = 1;
      else if (field.type === 'file') {
        const files = new DataTransfer();
        files.items.add(new File(['%PDF-1.7'], 'proof.pdf', { type: 'application/pdf' }));
        field.files = files.files;
      } else field.value = values[field.id] ?? values[field.type] ?? 'text';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  `,
    VALUES,
  );
}

/** The receipt that a page after signup names. */
export interface Welcome {
  readonly id: string;
  readonly hash: string;
}

/**
 * Waits for the page after signup and until it shows the receipt.
 *
 * @param isDelivered Whether to wait until it says that the server has the receipt. Where the
 *   answer came too late for the form's page, the receipt is sent again after some seconds.
 */
export function waitForWelcome(page: PageDriver, isDelivered = false): Promise<Welcome> {
  const script = `
    const state = args[0] ? '="delivered"' : '';
    const record = find('[data-receipt][data-delivery' + state + ']');
    if (record === null) return null;
    const [, hash] = new URLSearchParams(location.search).get('receipt').split('.');
    return { id: record.dataset.receipt, hash };
  `;
  // Between the two documents there is nothing to ask.
  const look = (): Promise<Welcome | null> =>
    page.evaluate<Welcome>(script, isDelivered).catch(() => null);
  const welcome = eventually('the page after signup shows the receipt', look, 30_000);
  return welcome.catch(async (error: unknown) => {
    const seen = await page
      .evaluate<string>(`return location.href + ': ' + document.body.innerText.slice(0, 400)`)
      .catch(String);
    throw new Error(`${String(error)}. The page is ${seen}`, { cause: error });
  });
}

/** The element that has the focus, through shadow roots: its id, else its tag. */
export function focused(page: PageDriver): Promise<string> {
  return page.evaluate(`
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.id || active?.className || active?.tagName || '';
  `);
}
