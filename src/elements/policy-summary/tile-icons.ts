import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

import type { LabelId } from './labels.js';

/** Our own drawings, 24 by 24. The regulator's label images are not ours to ship. */
const PATHS: Readonly<Record<LabelId | 'clock' | 'work' | 'document', SVGTemplateResult>> = {
  ordinary: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6"/>`,
  sensitive: svg`<path d="M12 20S4 15.3 4 9.7A4.2 4.2 0 0 1 12 8a4.2 4.2 0 0 1 8 1.7C20 15.3 12 20 12 20z"/>`,
  'unique-id': svg`<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="8.7" cy="10.7" r="2"/><path d="M5.8 16c.5-1.5 1.6-2.2 2.9-2.2s2.4.7 2.9 2.2M14.5 10h3.5M14.5 14h3.5"/>`,
  biometric: svg`<path d="M6.5 17.5c-.8-1.7-1.2-3.5-1.2-5.3a6.7 6.7 0 0 1 13.4 0c0 1.6-.1 2.9-.4 4.2M9.6 19.8a18 18 0 0 1-1-7.3 3.4 3.4 0 0 1 6.8 0c0 2.7-.4 5.1-1.3 7.3M12 12.5c0 2.6-.2 4.8-.7 7"/>`,
  automatic: svg`<path d="M20.5 12.7a8.6 8.6 0 1 1-9.2-9.2 3.6 3.6 0 0 0 4.3 4.3 3.7 3.7 0 0 0 4.9 4.9zM9 10v.1M8.5 15v.1M13.5 15.5v.1"/>`,
  'third-party': svg`<path d="M3.5 12h10M10 8.5l3.5 3.5-3.5 3.5M17 4.5h3.5v15H17"/>`,
  overseas: svg`<circle cx="12" cy="12" r="9"/><ellipse cx="12" cy="12" rx="4" ry="9"/><path d="M3 12h18"/>`,
  complaints: svg`<path d="M5 14v-2a7 7 0 0 1 14 0v2M18.5 19c0 1.5-2 2.3-4.5 2.3"/><rect x="3.5" y="13" width="4" height="6" rx="1.5"/><rect x="16.5" y="13" width="4" height="6" rx="1.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>`,
  work: svg`<rect x="3.5" y="8" width="17" height="11.5" rx="2"/><path d="M9 8V6.5A1.5 1.5 0 0 1 10.5 5h3A1.5 1.5 0 0 1 15 6.5V8M3.5 13h17"/>`,
  document: svg`<path d="M6.5 3.5h7.5l4.5 4.5v12.5h-12zM14 3.5V8h4.5M9.5 12.5h5.5M9.5 16h5.5"/>`,
};

/** A drawing that says nothing on its own: a word always stands beside it. */
export function tileIcon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
}
