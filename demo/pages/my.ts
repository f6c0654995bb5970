import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { getDelivery } from '../../src/core/delivery.js';
import { browserPorts } from '../../src/core/ports.js';
import type { Bundle } from '../../src/model/bundle.js';
import type { Receipt } from '../../src/model/receipt.js';
import { icon } from '../../src/ui/icons.js';
import { timeText } from './desk/time-text.js';
import { readKnown, readRecords, type ServiceRecords } from './my/records.js';
import { TEXTS } from './my/texts.js';
import { SERVICES } from './services.js';

/** Documents that are not called as their policy is. */
const DOCUMENTS: Readonly<Record<string, string>> = { haru: 'haru.ko' };

const STATES = ['given', 'renewed', 'refused', 'withdrawn', 'expired'] as const;

/** As many lines as stand open. */
const FEW = 5;

const account = new URLSearchParams(location.search).get('account');
const delivery = getDelivery(browserPorts());
let known: Bundle | undefined;
let isLost = false;

/** One receipt in a line: when, how many of each answer, and its number. */
function receiptView({ id, at, items }: Receipt): TemplateResult {
  const counts = STATES.flatMap((state) => {
    const n = items.filter((item) => item.state === state).length;
    return n === 0 ? [] : [`${TEXTS[state]} ${TEXTS.count.replace('{n}', String(n))}`];
  });
  return html`<li data-receipt=${id}>
    <b>${timeText(at)}</b> <span>${counts.join(' \u00b7 ')}</span> <code>${id}</code>
  </li>`;
}

function serviceView({ policy, receipts, known: bundle }: ServiceRecords): TemplateResult {
  return html`<section data-service=${policy}>
    <h2>${SERVICES[policy] ?? policy}</h2>
    <dongui-receipts
      policy-id=${policy}
      src="/policies/${DOCUMENTS[policy] ?? policy}.json"
      endpoint="/consents/receipts"
      .known=${bundle ?? nothing}
    ></dongui-receipts>
    <details class="kept" ?open=${receipts.length <= FEW}>
      <summary>
        ${TEXTS.records} <span class="soft">${receipts.length.toLocaleString('ko')}</span>
      </summary>
      <ul>
        ${repeat(receipts, ({ id }) => id, receiptView)}
      </ul>
    </details>
  </section>`;
}

function note(title: string, advice: string, tone = ''): TemplateResult {
  return html`<div class="note ${tone}">
    ${icon('info')}
    <div>
      <strong>${title}</strong>
      <p>${advice}</p>
    </div>
  </div>`;
}

function emptyView(): TemplateResult {
  return html`<div id="none">
    ${note(TEXTS.none, TEXTS.noneAdvice)}
    <p class="actions"><a class="button" href="/haru/">${TEXTS.noneLink}</a></p>
  </div>`;
}

function accountView(): TemplateResult | typeof nothing {
  if (isLost) return note(TEXTS.lost, TEXTS.lostAdvice, 'note--warn');
  return known === undefined ? nothing : note(TEXTS.elsewhere, TEXTS.elsewhereAdvice);
}

async function draw(place: HTMLElement): Promise<void> {
  let content: unknown;
  try {
    const all = await readRecords(delivery, known);
    content = all.length === 0 ? emptyView() : repeat(all, ({ policy }) => policy, serviceView);
  } catch {
    content = note(TEXTS.unreadable, TEXTS.unreadableAdvice, 'note--warn');
  }
  render([accountView(), content], place);
}

const place = document.getElementById('records');
if (place !== null) {
  if (account !== null) {
    known = await readKnown(account);
    isLost = known === undefined;
  }
  let drawing = draw(place);
  // A press, here or in another tab, leaves a new record. One after the other: the newest stays.
  delivery.subscribe(() => {
    drawing = drawing.then(() => draw(place));
  });
}
