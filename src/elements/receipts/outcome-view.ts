import { html, nothing, type TemplateResult } from 'lit';

import { safeHref } from '../../ui/safe-href.js';
import { say } from '../../ui/view-context.js';
import type { ReceiptsKey } from './receipts-context.js';
import { type Outcome, type Scene, titlesOf } from './scene.js';
import { isFirstOfRecord, type Matter } from './standing.js';

const TITLES: Readonly<Record<Outcome['kind'], ReceiptsKey>> = {
  withdrawn: 'withdrawnTitle',
  undone: 'undone',
  agreed: 'agreedNow',
  refused: 'refusedNow',
  renewed: 'renewed',
  'as-is': 'leftAsIs',
};

/** What the operator has to do now, in Korea. */
function dutyKeys({ step }: Matter): readonly ReceiptsKey[] {
  const { kind } = step.item ?? {};
  if (step.notice?.jurisdiction !== 'KR') return [];
  // Network Act 50(7): the result within 14 days (requirement MKT-06).
  if (kind === 'advertising' || kind === 'advertising-night') return ['withdrawnSender'];
  // PIPA 37(3) and Decree 44: act, erase, and tell within 10 days (requirement WDR-03).
  const isPassedOn = kind === 'third-party' || kind === 'overseas';
  // The recipient has to be told to stop (requirement WDR-06).
  return isPassedOn ? ['withdrawnStop', 'withdrawnErase'] : ['withdrawnErase'];
}

/** Where nothing is sent, the site does not know: then the document's own way is the one that counts. */
function untoldView({ step }: Matter, { context, hasEndpoint, speak }: Scene): unknown {
  if (hasEndpoint) return nothing;
  const { url, method = '' } = step.notice?.withdrawal ?? {};
  const href = url === undefined ? undefined : safeHref(url, document.baseURI);
  const lang = speak(step.notice).contentLang ?? nothing;
  return html`<p>${say(context, 'withdrawnLocal')}</p>
    ${method === '' ? nothing : html`<p lang=${lang}>${say(context, 'withdrawnRoute', { method })}</p>`}
    ${href === undefined ? nothing : html`<p><a href=${href}>${href}</a></p>`}`;
}

function withdrawnView(matter: Matter, { also = [] }: Outcome, scene: Scene): TemplateResult {
  const { context, hasEndpoint } = scene;
  const titles = titlesOf(also, scene).join(context.reader.messages.listSeparator);
  const duties = hasEndpoint ? dutyKeys(matter) : [];
  return html`${titles === '' ? nothing : html`<p>${say(context, 'withdrawnAlso', { titles })}</p>`}
  ${duties.map((key) => html`<p>${say(context, key)}</p>`)} ${untoldView(matter, scene)}`;
}

/** What a press brought about, where it was pressed; a withdrawal can be taken back. */
export function outcomeView(matter: Matter, scene: Scene): TemplateResult | typeof nothing {
  const outcome = scene.outcomes.get(matter.id);
  if (outcome === undefined) return nothing;
  const { context } = scene;
  return html`<div class="result" role="status" id="result-${matter.id}" tabindex="-1">
    <p><b>${say(context, TITLES[outcome.kind])}</b></p>
    ${outcome.kind === 'withdrawn' ? withdrawnView(matter, outcome, scene) : nothing}
    ${
      outcome.undo === undefined
        ? nothing
        : html`<p>
            <button
              class="link"
              type="button"
              data-action="undo"
              data-item=${matter.id}
              aria-describedby="title-${matter.id}"
              @click=${scene.onPress}
            >
              ${say(context, 'undo')}
            </button>
          </p>`
    }
  </div>`;
}

/** The site did not take the record: it stays, and is sent again. */
export function rejectedView(
  matter: Matter,
  { context, support, standing }: Scene,
): TemplateResult | typeof nothing {
  // One record may have decided many matters: its words stand with the first of them.
  if (!isFirstOfRecord(matter, standing)) return nothing;
  return html`<div class="result">
    <p><b>${say(context, 'rejectedTitle')}</b> ${say(context, 'rejectedText')}</p>
    ${
      support === ''
        ? nothing
        : html`<p>${say(context, 'rejectedContact', { contact: support })}</p>`
    }
  </div>`;
}
