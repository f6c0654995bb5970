import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../../ui/icons.js';
import { say } from '../../ui/view-context.js';
import type { ReceiptsKey } from './receipts-context.js';
import { receiptsIcon } from './receipts-icons.js';
import type { Scene } from './scene.js';
import { deliveryWord } from './standing.js';

/** What is opened below the list. */
export type Panel = 'download' | 'clear';

/** As what the records can be had. */
export type Format = 'bundle' | 'csv' | 'dpv' | 'print';

/** All that stands below the list. */
export interface EndView {
  readonly scene: Scene;
  readonly panel: Panel | undefined;
  /** What is told of the last download or clearing. */
  readonly message: string;
  readonly onPanel: (event: Event) => void;
  readonly onDownload: (event: Event) => void;
  readonly onClear: () => void;
}

const FORMATS: readonly (readonly [Format, ReceiptsKey])[] = [
  ['bundle', 'downloadBundle'],
  ['csv', 'downloadCsv'],
  ['dpv', 'downloadDpv'],
  ['print', 'downloadPrint'],
];

function downloadView({ scene, message, onDownload }: EndView): TemplateResult {
  const { context } = scene;
  return html`<div class="panel" id="panel-download" tabindex="-1">
    <p class="soft small">${say(context, 'downloadNote')}</p>
    <div class="choices">
      ${FORMATS.map(
        ([format, key]) =>
          html`<button class="button" type="button" data-format=${format} @click=${onDownload}>
            ${say(context, key)}
          </button>`,
      )}
    </div>
    <p class="small" role="status">${message}</p>
  </div>`;
}

/** What clearing ends and what it does not: said before it is pressed (requirement REC-09). */
function clearLines({ standing, context }: Scene): readonly string[] {
  const { records, kept } = standing.past;
  const own = records.filter(({ delivery }) => delivery !== undefined);
  const pending = own.filter((record) => deliveryWord(record) !== 'delivered').length;
  const others = kept - own.length;
  return [
    ...(pending > 0 ? [say(context, 'clearPending', { n: pending })] : []),
    ...(others > 0 ? [say(context, 'clearOthers', { n: others })] : []),
    say(context, 'clearStays'),
  ];
}

function clearView(view: EndView): TemplateResult {
  const { scene, message, onPanel, onClear } = view;
  const { context, standing } = scene;
  return html`<div class="note panel" id="panel-clear" role="group" tabindex="-1">
    ${icon('alert')}
    <div>
      <strong>${say(context, 'clearTitle', { n: standing.past.kept })}</strong>
      ${clearLines(scene).map((line) => html`<p>${line}</p>`)}
      <div class="answers">
        <button type="button" data-panel="clear" @click=${onPanel}>
          ${say(context, 'clearCancel')}
        </button>
        <button type="button" data-action="clear" @click=${onClear}>
          ${say(context, 'clearConfirm')}
        </button>
      </div>
      <p class="small" role="status">${message}</p>
    </div>
  </div>`;
}

function toggleView(which: Panel, drawing: TemplateResult, view: EndView): TemplateResult {
  const isOpen = view.panel === which;
  return html`<button
    class="wide"
    type="button"
    data-panel=${which}
    aria-expanded=${isOpen ? 'true' : 'false'}
    @click=${view.onPanel}
  >
    ${drawing} ${say(view.scene.context, which)}
  </button>`;
}

/** Taking the records along, and clearing this device. */
export function endView(view: EndView): TemplateResult {
  const { scene, panel } = view;
  const canClear = scene.standing.past.kept > 0;
  return html`<div class="end">
      ${toggleView('download', receiptsIcon('download'), view)}
      ${canClear ? toggleView('clear', receiptsIcon('trash'), view) : nothing}
    </div>
    ${panel === 'download' ? downloadView(view) : nothing}
    ${panel === 'clear' && canClear ? clearView(view) : nothing}
    ${
      canClear && panel !== 'clear'
        ? html`<p class="soft small last">${say(scene.context, 'clearNote')}</p>`
        : nothing
    }`;
}
