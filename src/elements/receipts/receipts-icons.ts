import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

type ReceiptsIcon = 'clock' | 'download' | 'trash' | 'page' | 'device';

const PATHS: Readonly<Record<ReceiptsIcon, SVGTemplateResult>> = {
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>`,
  download: svg`<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14"/>`,
  trash: svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.2 11v5.5M13.8 11v5.5"/>`,
  page: svg`<path d="M6.5 3.5h7.5l4.5 4.5v12.5h-12zM14 3.5V8h4.5M9.5 12.5h5.5M9.5 16h5.5"/>`,
  device: svg`<rect x="7" y="3.5" width="10" height="17" rx="2"/><path d="M11 17.5h2"/>`,
};

/** A drawing that says nothing on its own: a word always stands beside it. */
export function receiptsIcon(name: ReceiptsIcon): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
}
