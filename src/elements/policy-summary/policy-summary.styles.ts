import { css, type CSSResult } from 'lit';

/** The frame of the summary and its tiles. */
export const summaryStyles: CSSResult = css`
  small {
    display: block;
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 400;
  }

  section {
    margin-top: 32px;
  }

  h3 {
    margin-bottom: 12px;
  }

  h4 {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 8px;
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 400;
  }

  .version {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin-top: 4px;
    font-size: var(--_fact);
    font-variant-numeric: tabular-nums;
  }

  .note {
    margin-top: 16px;
  }

  .note + * {
    margin-top: 16px;
  }

  .note .link {
    color: inherit;
  }

  .blocks > * + * {
    margin-top: 4px;
  }

  .blocks li {
    margin-inline-start: 1.25em;
    list-style: disc;
  }

  .blocks ol > li {
    list-style: decimal;
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1px;
    overflow: clip;
    margin-top: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_line);
  }

  .tiles li {
    display: grid;
  }

  .tile {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr);
    align-items: center;
    gap: 12px;
    min-height: 76px;
    padding: 12px;
    border: 0;
    background: var(--_surface);
    color: var(--_soft);
    font: 400 var(--_small) / 1.45 var(--_font);
    text-align: start;
    word-break: inherit;
    overflow-wrap: inherit;
    cursor: pointer;
  }

  .tile svg {
    width: 28px;
    height: 28px;
    color: var(--_text);
  }

  .tile b {
    display: block;
    color: var(--_text);
    font-size: var(--_base);
    line-height: 1.4;
  }

  .tile.absent b {
    color: var(--_soft);
    font-weight: 400;
  }

  .tile.absent svg {
    color: var(--_off-text);
  }

  .tile.shown {
    background: var(--_tint);
  }

  .tile:focus-visible {
    outline-offset: -3px;
  }

  .piece {
    display: inline-block;
  }

  /* Values are parted by a dot that never stands at the start or the end of a line. */
  .parted {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: -14px;
    clip-path: inset(0 0 0 14px);
  }

  .parted:dir(rtl) {
    clip-path: inset(0 14px 0 0);
  }

  .parted > span {
    position: relative;
    padding-inline-start: 14px;
  }

  .parted > span::before {
    content: '\\b7';
    position: absolute;
    inset-inline-start: 0;
    width: 14px;
    color: var(--_soft);
    font-weight: 400;
    text-align: center;
  }

  .details {
    min-height: 68px;
    padding: 12px 16px;
    color: var(--_soft);
    font-size: var(--_fact);
  }

  .detail b {
    color: var(--_text);
  }

  .detail p > span + span {
    display: block;
  }

  section > p,
  .blocks {
    max-width: 40em;
  }

  .details + section {
    margin-top: 20px;
  }

  .closing {
    padding-top: 16px;
    border-top: 1px solid var(--_line);
  }

  .closing .button {
    margin-top: 12px;
    font-weight: 400;
    text-decoration: none;
  }

  .closing p {
    max-width: 40em;
  }

  .w1 {
    width: 44%;
  }

  .w2 {
    width: 88%;
  }

  .w3 {
    width: 24px;
  }

  .stack > * + * {
    margin-top: 12px;
  }

  @container (min-width: 42em) {
    .tiles {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }

  @media (forced-colors: active) {
    .tile.shown {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }

  @media print {
    .detail[hidden] {
      display: block;
    }

    .hint,
    .detail .link {
      display: none;
    }

    .card,
    tr {
      break-inside: avoid;
    }
  }
`;
