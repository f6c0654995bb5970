import { css, type CSSResult } from 'lit';

/** The first line of an item whose box is the page's: how that stands, and the way to it. */
export const aboveStyles: CSSResult = css`
  button.page {
    width: 100%;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .page:is(.row, .check) {
    padding-inline: 0;
  }

  .page .state {
    display: flex;
    gap: 4px;
    align-items: center;
    text-decoration: underline;
    text-decoration-color: var(--_border);
    text-underline-offset: 0.25em;
  }

  .page .state svg {
    width: 16px;
    height: 16px;
  }

  .page.check > svg {
    color: var(--_soft);
  }

  .given > :is(svg, .mark) {
    color: var(--_accent);
    stroke-width: 2.5;
  }
`;

/** What stands beside a box of the page: a card without a box, close to what it belongs to. */
export const besideStyles: CSSResult = css`
  :host {
    margin-block: 8px 16px;
  }

  :host > div {
    contain-intrinsic-inline-size: min(20rem, 56vw);
  }

  .item {
    padding-block: 8px 12px;
  }

  .row {
    min-height: 0;
    padding-block: 4px;
  }

  .body {
    padding-inline-start: 0;
  }

  .body:not(:has(*)) {
    display: none;
  }

  /* In the cell of a table on a phone there is no room for two columns. */
  @container (max-width: 17em) {
    .item {
      padding-inline: 12px;
    }

    .facts,
    .facts > div {
      display: block;
    }

    .facts > div + div {
      margin-top: 6px;
    }
  }
`;
