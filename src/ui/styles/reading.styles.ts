import { css, type CSSResult } from 'lit';

/** Tables whose rows become labelled blocks, marks of data, and longer text, of elements that show. */
export const readingStyles: CSSResult = css`
  .records {
    width: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--_fact);
    table-layout: fixed;
  }

  .whole {
    white-space: nowrap;
  }

  .wide-last thead th:last-child {
    width: 46%;
  }

  /* What an entry is for is most of what a policy says of it. */
  .records:not(.wide-last) thead th:first-child:nth-last-child(4) {
    width: 34%;
  }

  .records thead th:first-child:nth-last-child(5) {
    width: 26%;
  }

  .records :is(th, td) {
    padding: 10px 12px;
    border-top: 1px solid var(--_line);
    text-align: start;
    text-wrap: pretty;
    vertical-align: top;
  }

  .records thead th {
    border-top: 0;
    background: var(--_sunken);
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 600;
  }

  .records thead th:first-child {
    width: 24%;
    border-start-start-radius: var(--_radius);
  }

  .records thead th:first-child:nth-last-child(-n + 3) {
    width: 30%;
  }

  .records thead th:last-child:nth-child(5) {
    width: 24%;
  }

  .records thead th:last-child {
    border-start-end-radius: var(--_radius);
  }

  .records tbody th {
    font-weight: 600;
  }

  .records td > div > * + div {
    margin-top: 6px;
  }

  .records b {
    font-size: var(--_base);
  }

  .records small {
    display: block;
    margin-top: 2px;
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 400;
  }

  .records .label {
    display: none;
  }

  .lines {
    display: grid;
    gap: 4px;
  }

  .lines > li {
    position: relative;
    padding-inline-start: 12px;
  }

  .lines > li::before,
  .text ul > li::before {
    position: absolute;
    inset-block-start: 0.7em;
    inset-inline-start: 1px;
    width: 4px;
    height: 4px;
    border-radius: 50%;
    background: var(--_border);
    content: '';
  }

  .mark,
  .badge {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-box);
    color: var(--_text);
    font-size: var(--_small);
    font-weight: 600;
    line-height: 1.45;
  }

  .quiet {
    border-color: var(--_line);
    color: var(--_soft);
    font-weight: 400;
  }

  .facts .lines {
    padding: 0;
  }

  .facts .lines > li,
  .facts .text li {
    list-style: none;
  }

  .facts .text ul {
    padding: 0;
  }

  .text {
    max-width: 40em;
  }

  .text > * + * {
    margin-top: 8px;
  }

  .text :is(ul, ol) {
    display: grid;
    gap: 4px;
  }

  .text ul > li {
    position: relative;
    padding-inline-start: 16px;
  }

  .text ol {
    padding-inline-start: 24px;
    list-style: decimal;
  }

  .text li > ul {
    margin-top: 4px;
  }

  .text table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--_fact);
    table-layout: fixed;
  }

  .text caption {
    margin-bottom: 4px;
    color: var(--_soft);
    font-size: var(--_small);
    text-align: start;
  }

  .text :is(th, td) {
    padding: 8px 12px;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }

  @container (max-width: 36em) {
    .records,
    .records tbody {
      display: block;
    }

    .records thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .records tbody tr {
      display: block;
      padding: 12px 16px;
      border-top: 1px solid var(--_line);
    }

    .records tbody tr:first-child {
      border-top: 0;
    }

    .records tbody :is(th, td) {
      display: grid;
      grid-template-columns: 5.25em minmax(0, 1fr);
      gap: 0 12px;
      padding: 3px 0;
      border: 0;
    }

    .records tbody th {
      display: block;
      padding-bottom: 6px;
      font-size: var(--_base);
    }

    .records .label {
      display: block;
      padding-top: 1px;
      color: var(--_soft);
      font-size: var(--_small);
    }
  }

  @media print {
    .records tr,
    .text li,
    .text p {
      break-inside: avoid;
    }

    .records thead {
      display: table-header-group;
    }
  }
`;
