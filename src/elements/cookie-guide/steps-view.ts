import { html, nothing, type TemplateResult } from 'lit';

import { type CheckedVersion, type GuideLang, isOld, type Way } from '../../gates/guide.js';
import type { WayId } from '../../gates/guide-ids.js';
import { icon } from '../../ui/icons.js';
import { type GuideContext, type GuideKey, say, type StepsContext } from './guide-context.js';

/** A step's words: those of the menu, in brackets, are bold. */
function lineView(line: string): unknown[] {
  return line
    .split(/(\[[^\]]+\])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('[') ? html`<b>${part.slice(1, -1)}</b>` : part));
}

/** The steps of one text: numbered, or a remark where no menu is named. */
export function stepsView(text: string): TemplateResult {
  if (!text.includes('[')) return html`<p class="remark">${text}</p>`;
  return html`<ol class="steps">
    ${text.split('\n').map((line) => html`<li><span>${lineView(line)}</span></li>`)}
  </ol>`;
}

const SCOPES: Readonly<Record<NonNullable<Way['scope']>, GuideKey>> = {
  'third-party': 'scopeThirdParty',
  tracking: 'scopeTracking',
  all: 'scopeAll',
};

/** The language whose menus are shown; a language of a site's own has no check of ours. */
function guideLang({ reader }: GuideContext): GuideLang | undefined {
  const lang = reader.lang.split('-', 1)[0];
  return lang === 'ko' || lang === 'en' || lang === 'ja' ? lang : undefined;
}

/** Whether the words were read in the maker's or the regulator's own texts. */
export function isChecked(way: Way, context: GuideContext): boolean {
  const lang = guideLang(context);
  const sureness = lang === undefined ? 'memory' : way.sureness[lang];
  return sureness === 'official' || sureness === 'vendor';
}

/** What a way was written for, in words. */
export function versionText(
  { product, from, asOf }: CheckedVersion,
  context: GuideContext,
): string {
  if (from !== undefined) return say(context, 'versionFrom', { product, version: from });
  return asOf === undefined ? product : say(context, 'versionAsOf', { product, month: asOf });
}

function sourceText({ source }: Way, context: GuideContext): string | undefined {
  if (source === 'none') return undefined;
  return say(context, 'source', { name: say(context, `source-${source}`) });
}

/** The line that warns of steps older than 12 months; quiet about the others. */
export function oldView(
  checkedOn: string,
  { context, now }: StepsContext,
): TemplateResult | typeof nothing {
  if (!isOld(checkedOn, now)) return nothing;
  return html`<span class="old">${icon('alert')}<span>${say(context, 'old')}</span></span>`;
}

/** When, for what and where a way was checked (requirement CKI-08). */
function metaView(way: Way, steps: StepsContext): TemplateResult {
  const { context } = steps;
  const checked = isChecked(way, context);
  const source = checked ? sourceText(way, context) : undefined;
  return html`<p class="meta">
    <span>${say(context, checked ? 'checkedOn' : 'notTried', { date: way.checkedOn })}</span>
    <span>${versionText(way.version, context)}</span>
    ${source === undefined ? nothing : html`<span>${source}</span>`}
    ${checked ? nothing : html`<span>${say(context, 'notTriedNote')}</span>`}
    ${oldView(way.checkedOn, steps)}
  </p>`;
}

/** An address that a link can't open: shown, selectable, and copied by a button. */
export function addressView(
  place: string,
  { label, address, done }: { label: GuideKey; address: string; done: GuideKey },
  { context, copied, copy }: StepsContext,
): TemplateResult {
  const result = copied.get(place);
  const words =
    result === undefined ? nothing : say(context, result === 'copied' ? done : 'copyFailed');
  return html`<div class="address">
    <span class="soft small" id="label-${place}">${say(context, label)}</span>
    <div>
      <code
        id="address-${place}"
        tabindex="0"
        aria-labelledby="label-${place}"
        role="textbox"
        aria-readonly="true"
        >${address}</code
      >
      <button
        class="button"
        type="button"
        aria-describedby="address-${place}"
        @click=${() => {
          copy(place, address);
        }}
      >
        ${say(context, 'copy')}
      </button>
    </div>
    <p role="status" class="small">${words}</p>
  </div>`;
}

/** One way: what it keeps out, its steps, its address, and when it was checked. */
export function wayView(
  way: Way<WayId>,
  steps: StepsContext,
  place: string = way.id,
): TemplateResult {
  const { context } = steps;
  return html`<div class="way">
    ${way.scope === undefined ? nothing : html`<p class="scope">${say(context, SCOPES[way.scope])}</p>`}
    ${stepsView(say(context, way.id))}
    ${
      way.settings === undefined
        ? nothing
        : addressView(
            place,
            { label: 'settingsAddress', address: way.settings, done: 'copied' },
            steps,
          )
    }
    ${metaView(way, steps)}
  </div>`;
}
