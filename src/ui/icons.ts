import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

type IconName = 'check' | 'minus' | 'down' | 'info' | 'bell' | 'alert' | 'refresh';

const PATHS: Readonly<Record<IconName, SVGTemplateResult>> = {
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  minus: svg`<path d="M6 12h12"/>`,
  down: svg`<path d="M6 9.5l6 6 6-6"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11.5v5M12 7.8v.1"/>`,
  bell: svg`<path d="M6 16v-5a6 6 0 0 1 12 0v5l1.5 2.2h-15zM10 21h4"/>`,
  alert: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v6M12 16.4v.1"/>`,
  refresh: svg`<path d="M19.3 9A8 8 0 1 0 20 13M19.8 4.5V9h-4.5"/>`,
};

/** A drawing that says nothing on its own: a word always stands beside it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
}
