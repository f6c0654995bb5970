import { css, type CSSResult } from 'lit';

/** The definition table beside every box, and the longer text behind a disclosure. */
export const factsStyles: CSSResult = css`
  .facts {
    display: grid;
    grid-template-columns: minmax(4.25em, max-content) minmax(0, 1fr);
    gap: 6px 16px;
    font-size: var(--_fact);
  }

  .facts + p {
    margin-top: 6px;
  }

  .facts > div {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: baseline;
  }

  .facts dt {
    max-width: 7.5em;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .facts .key {
    font-size: var(--_key);
    font-weight: 700;
    line-height: 1.5;
  }

  .words::first-letter,
  .words li::first-letter {
    text-transform: uppercase;
  }

  .facts small {
    display: block;
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 400;
  }

  .facts ul {
    padding-inline-start: 14px;
  }

  .facts li {
    list-style: '\\b7\\a0\\a0';
  }

  .facts .use {
    margin-top: 6px;
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }

  details {
    margin-top: 4px;
  }

  summary {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 44px;
    color: var(--_soft);
    font-size: var(--_fact);
    text-decoration: underline;
    text-decoration-color: var(--_border);
    text-underline-offset: 0.25em;
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary svg {
    transition: transform var(--_motion);
  }

  [open] > summary svg {
    transform: rotate(180deg);
  }

  .long {
    padding: 12px 16px;
    border-radius: var(--_radius-small);
    background: var(--_sunken);
    font-size: var(--_fact);
  }

  .long > * + * {
    margin-top: 8px;
  }

  .long li {
    margin-inline-start: 1.25em;
    list-style: disc;
  }

  .long ol > li {
    list-style: decimal;
  }

  .long table {
    width: 100%;
    border-collapse: collapse;
  }

  .long th,
  .long td {
    padding: 6px 8px;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
`;
