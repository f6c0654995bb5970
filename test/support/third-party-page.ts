import { eventually, type PageDriver } from './page-driver.js';

/** The element, as a selector. */
export const THIRD_PARTY = 'dongui-third-party';

/** How the element is put into a page of the demo, in place of what stands there. */
export interface Placed {
  /** Who decides: another name is another person. */
  readonly subject: string;
  /** In a form that leads to another page. Absent: alone. */
  readonly inForm?: boolean;
  /** In a dialog that the page opens by asking. */
  readonly inDialog?: boolean;
}

/** Opens a page of the demo and puts the questions about haru's checkout into it. */
export async function openCheckout(
  page: PageDriver,
  url: string,
  { subject, inForm = false, inDialog = false }: Placed,
): Promise<void> {
  await page.goto(url);
  await page.evaluate(
    `
    const [subject, inForm, inDialog] = args;
    const element = document.createElement('dongui-third-party');
    const attributes = { src: '/policies/haru.ko.json', endpoint: '/consents/receipts', subject };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const form = document.createElement('form');
    form.method = 'get';
    form.action = '/haru/welcome/';
    const button = document.createElement('button');
    button.textContent = 'Pay';
    button.id = 'pay';
    const place = inForm ? form : document.createElement(inDialog ? 'dialog' : 'div');
    place.append(element, ...(inForm ? [button] : []));
    document.querySelector('main').replaceChildren(place);
  `,
    subject,
    inForm,
    inDialog,
  );
}

/** Waits until the question of a recipient is open. */
export function questionOf(page: PageDriver, id: string): Promise<unknown> {
  const script = `return find('dongui-third-party')?.shadowRoot?.querySelector('.card[id]')?.id ?? ''`;
  return eventually(`the question about ${id}`, async () =>
    (await page.evaluate<string>(script)) === `box-${id}` ? true : undefined,
  );
}

/** Presses an answer of the question that is open. */
export function press(page: PageDriver, answer: 'given' | 'refused'): Promise<void> {
  return page.click(`${THIRD_PARTY} >>> [data-answer="${answer}"]`);
}

/** The states of the rows, by recipient, once there are two. */
export function rowStates(page: PageDriver): Promise<Record<string, string>> {
  return eventually('both recipients are decided', async () => {
    const states = await page.evaluate<Record<string, string>>(`
      const rows = find('dongui-third-party')?.shadowRoot?.querySelectorAll('[data-state]') ?? [];
      return Object.fromEntries([...rows].map((row) => [row.id.slice(4), row.dataset.state]));
    `);
    return Object.keys(states).length === 2 ? states : undefined;
  });
}
