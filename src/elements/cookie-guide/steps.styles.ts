import { css, type CSSResult } from 'lit';

/** Steps, what stands below them, and addresses to copy. */
export const stepsStyles: CSSResult = css`
  .steps {
    display: grid;
    gap: 8px;
    counter-reset: step;
  }

  .steps > li {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 12px;
    align-items: baseline;
    counter-increment: step;
  }

  .steps > li::before {
    content: counter(step);
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    border: 1px solid var(--_border);
    border-radius: 50%;
    font-size: var(--_small);
    font-weight: 600;
    line-height: 1;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .old {
    display: flex;
    align-items: flex-start;
    gap: 4px;
    color: var(--_warn);
    font-weight: 600;
  }

  .old svg {
    width: 16px;
    height: 16px;
    margin-top: 4px;
  }

  .address > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
  }

  .address [role='status']:empty {
    display: none;
  }

  code {
    font-family: ui-monospace, monospace;
    font-size: var(--_fact);
    overflow-wrap: anywhere;
    user-select: all;
  }

  .address code {
    flex: 0 1 auto;
    min-width: 0;
    padding: 8px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_sunken);
  }

  .leave > div > * + * {
    margin-top: 12px;
  }

  .badge {
    padding: 0 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-box);
    font-size: var(--_small);
    font-weight: 600;
    white-space: nowrap;
  }

  .replaced {
    color: var(--_warn);
    font-size: var(--_small);
    font-weight: 600;
  }

  .original h4,
  .original p:not(.replaced) {
    margin-top: 4px;
    color: var(--_soft);
  }
`;

/** A table that becomes labelled blocks where it is narrow. */
export const tableStyles: CSSResult = css`
  table {
    display: block;
    width: 100%;
    font-size: var(--_fact);
  }

  thead {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }

  tbody {
    display: block;
  }

  tr {
    display: block;
    padding: 12px 16px;
  }

  tr + tr {
    border-top: 1px solid var(--_line);
  }

  th,
  td {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr);
    gap: 16px;
    align-items: baseline;
    padding: 3px 0;
    text-align: start;
    vertical-align: top;
  }

  th {
    display: block;
    font-size: var(--_key);
  }

  .label {
    color: var(--_soft);
    font-size: var(--_small);
  }

  @container (min-width: 36em) {
    table {
      display: table;
      border-collapse: collapse;
    }

    thead {
      position: static;
      display: table-header-group;
      width: auto;
      height: auto;
      clip-path: none;
      background: var(--_sunken);
      font-size: var(--_small);
    }

    tbody {
      display: table-row-group;
    }

    tr {
      display: table-row;
    }

    tbody tr,
    tr + tr {
      border-top: 1px solid var(--_line);
    }

    th,
    td {
      display: table-cell;
      padding: 10px 14px;
      font-size: var(--_fact);
    }

    thead th {
      color: var(--_soft);
      font-size: var(--_small);
    }

    .label {
      display: none;
    }

    .table-box {
      overflow: hidden;
    }
  }
`;
