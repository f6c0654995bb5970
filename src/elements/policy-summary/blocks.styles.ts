import { css, type CSSResult } from 'lit';

/** The table, which becomes labelled blocks where it is narrow, and the cards. */
export const blocksStyles: CSSResult = css`
  /* Clipped: Firefox counts words of two directions in one line as wider than they are. */
  .box {
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--_fact);
  }

  th,
  td {
    padding: 10px 12px;
    border-top: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    text-wrap: pretty;
  }

  thead th {
    border-top: 0;
    background: var(--_sunken);
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 600;
    white-space: nowrap;
  }

  thead th:first-child {
    width: 30%;
  }

  thead th:nth-child(2) {
    width: 15%;
  }

  thead th:last-child {
    width: 25%;
  }

  tbody th {
    font-weight: 600;
  }

  .purposes {
    color: var(--_soft);
    font-weight: 400;
  }

  .label {
    display: none;
  }

  .key {
    font-weight: 700;
  }

  .badge {
    padding: 0 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-box);
    color: var(--_text);
    font-size: var(--_small);
    font-weight: 600;
    line-height: 1.45;
    white-space: nowrap;
  }

  details .facts {
    padding-block: 4px 12px;
  }

  .card {
    overflow: clip;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  details + .card,
  .box + .card {
    margin-top: 12px;
  }

  .card .name {
    margin-bottom: 8px;
    font-size: var(--_key);
    font-weight: 700;
    line-height: 1.5;
  }

  .card .facts + .facts {
    margin-top: 12px;
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }

  .cards {
    display: grid;
    gap: 12px;
  }

  .names {
    grid-template-columns: fit-content(14em) minmax(0, 1fr);
  }

  .names dt {
    max-width: none;
  }

  .rights {
    display: grid;
    gap: 4px 24px;
    margin-bottom: 12px;
    font-size: var(--_fact);
  }

  .rights li > :first-child {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    font-weight: 700;
  }

  .rights p {
    color: var(--_soft);
  }

  .rights li > p:nth-child(2) {
    margin-top: -6px;
  }

  .blocks {
    font-size: var(--_fact);
  }

  @container (max-width: 36em) {
    table,
    tbody {
      display: block;
    }

    thead {
      display: none;
    }

    tr {
      display: block;
      padding: 12px 16px;
      border-top: 1px solid var(--_line);
    }

    tr:first-child {
      border-top: 0;
    }

    th,
    td {
      display: block;
      padding: 3px 0;
      border: 0;
    }

    td {
      display: grid;
      grid-template-columns: 5.25em minmax(0, 1fr);
      gap: 0 12px;
    }

    tbody th {
      padding-bottom: 6px;
      font-size: var(--_key);
    }

    .purposes {
      font-size: var(--_fact);
    }

    .label {
      display: block;
      color: var(--_soft);
      font-size: var(--_small);
    }
  }

  @container (min-width: 30em) {
    .card {
      padding: 20px;
    }
  }

  @container (min-width: 36em) {
    .cards,
    .rights {
      grid-template-columns: 1fr 1fr;
    }

    .cards > .wide,
    .cards > :nth-child(odd):not(.wide):is(:last-child, :has(+ .wide)) {
      grid-column: 1 / -1;
    }
  }
`;
