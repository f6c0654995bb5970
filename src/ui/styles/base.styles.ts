import { css, type CSSResult } from 'lit';

/** The ground that every element stands on; it takes nothing from the page but colour scheme and tokens. */
export const baseStyles: CSSResult = css`
  :host {
    display: block;
    min-width: 0;
  }

  /* What a page rules for everything reaches the element itself, but nothing in it: see innerRoot(). */
  :host > div {
    all: initial;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    -webkit-locale: inherit;
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: min(30rem, 60vw);
    color: var(--_text);
    font: 400 var(--_base) / 1.6 var(--_font);
    word-break: keep-all;
    overflow-wrap: anywhere;
    -webkit-user-select: text;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
    scroll-margin-block: 6rem;
  }

  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  ul,
  ol {
    margin: 0;
  }

  ul,
  ol {
    padding: 0;
    list-style: none;
  }

  h2,
  h3,
  h4 {
    line-height: 1.35;
    text-wrap: balance;
  }

  h2 {
    font-size: calc(var(--_base) * 1.375);
    letter-spacing: -0.01em;
  }

  h3 {
    font-size: calc(var(--_base) * 1.1875);
  }

  p,
  dd,
  li {
    text-wrap: pretty;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  svg {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .soft {
    color: var(--_soft);
  }

  .small {
    font-size: var(--_small);
  }

  .note {
    display: flex;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }

  .note + * {
    margin-top: 24px;
  }

  .note > svg {
    width: 24px;
    height: 24px;
  }

  .note > div {
    flex: 1;
    min-width: 0;
  }

  .note > div > * + * {
    margin-top: 4px;
  }

  .note a {
    color: inherit;
  }

  .danger {
    border-color: var(--_danger);
    background: var(--_danger-tint);
  }

  .danger > svg,
  .danger strong {
    color: var(--_danger);
  }

  .ok {
    border-color: var(--_ok);
    background: var(--_ok-tint);
  }

  .ok > svg {
    color: var(--_ok);
  }

  .link {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-size: var(--_fact);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    margin-block: 8px;
    padding: 4px 14px;
    border: 1.5px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: 600 var(--_fact) / 1.4 var(--_font);
    cursor: pointer;
  }

  .bone {
    height: 1em;
    border-radius: 6px;
    background: var(--_off);
  }

  @media (forced-colors: active) {
    input,
    button {
      forced-color-adjust: none;
    }
  }
`;
