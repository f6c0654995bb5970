import { html, nothing } from 'lit';

import { icon } from '../../ui/icons.js';
import { contentLang } from '../../ui/reading-view.js';
import { type Piece, type PolicyView, textView, word } from './policy-view.js';

/** A drawing that says nothing on its own; no other element has it. */
const CLOCK = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M12 7v5.2l3.4 2" />
</svg>`;

function languageName(locale: string, { context }: PolicyView): string {
  const names = new Intl.DisplayNames(context.reader.lang, { type: 'language', fallback: 'code' });
  return names.of(locale) ?? locale;
}

/** Version and dates in one line, parted by dots; a part does not break. */
function versionLine(view: PolicyView): Piece {
  const { version, effective, announced, translationOf, history = [] } = view.policy;
  const parts = [
    word(view, 'versionName', { version }),
    word(view, 'effectiveOn', { date: effective }),
    announced === undefined ? undefined : word(view, 'announcedOn', { date: announced }),
    translationOf &&
      word(view, 'translatedFrom', { language: languageName(translationOf.locale, view) }),
  ].filter((part) => part !== undefined);
  return html`<p class="soft version">
    ${parts.map((part) => html`<span>${part}</span>`)}
    ${
      history.length > 0
        ? html`<a href=${view.hrefOf('changes')}>${word(view, 'olderVersions')}</a>`
        : nothing
    }
  </p>`;
}

function nextView(view: PolicyView): Piece {
  const { next } = view.policy;
  if (next === undefined) return nothing;
  return html`<div class="note" part="next">
    ${CLOCK}
    <div>
      <strong>${word(view, 'nextTitle', { date: next.effective, version: next.version })}</strong>
      <p><a class="link" href=${view.hrefOf('changes')}>${word(view, 'nextChanges')}</a></p>
    </div>
  </div>`;
}

function archivedView(view: PolicyView): Piece {
  if (view.policy.status !== 'archived') return nothing;
  return html`<div class="note" part="archived">
    ${icon('info')}
    <div><strong>${word(view, 'archived')}</strong></div>
  </div>`;
}

/** Title, version, what is coming, and the preface (requirements POL-01, POL-09). */
export function headView(view: PolicyView): Piece {
  const { title, banner, preface, service } = view.policy;
  const lang = contentLang(view.context);
  return html`<header class="head" part="head">
    ${banner === undefined ? nothing : html`<p class="banner" lang=${lang}>${banner}</p>`}
    <h2 lang=${lang}>${title ?? `${service.name} ${view.context.content.term('policyTitle')}`}</h2>
    ${versionLine(view)} ${archivedView(view)} ${nextView(view)} ${textView(view, preface)}
  </header>`;
}
