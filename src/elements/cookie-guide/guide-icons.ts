import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

import type { WayKind } from '../../gates/guide.js';

const PATHS: Readonly<Record<WayKind | 'here', SVGTemplateResult>> = {
  here: svg`<circle cx="12" cy="12" r="9"/><ellipse cx="12" cy="12" rx="4" ry="9"/><path d="M3 12h18"/>`,
  refuse: svg`<circle cx="12" cy="12" r="9"/><path d="M5.8 5.8l12.4 12.4"/>`,
  delete: svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.2 11v5.5M13.8 11v5.5"/>`,
  limit: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>`,
};

/** A drawing that says nothing on its own: a word always stands beside it. */
export function guideIcon(name: WayKind | 'here'): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
}
