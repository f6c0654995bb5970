import { css, type CSSResult } from 'lit';

/** What led to a matter, the text as it stood then, and how all of it is printed. */
export const historyStyles: CSSResult = css`
  .delivery,
  .flag {
    display: flex;
    gap: 6px;
    margin-top: 4px;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .delivery svg,
  .flag svg {
    width: 18px;
    height: 18px;
    margin-top: 2px;
  }

  .delivery.arrived svg {
    color: var(--_ok);
  }

  .delivery.wait,
  .flag {
    color: var(--_warn);
    font-weight: 600;
  }

  .delivery.fail {
    color: var(--_danger);
    font-weight: 600;
  }

  .panel {
    margin-top: 16px;
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }

  .time {
    display: grid;
    gap: 12px;
    padding-inline-start: 20px;
  }

  .long .time li {
    position: relative;
    margin: 0;
    list-style: none;
  }

  .time li::before {
    position: absolute;
    inset-block-start: 0.45em;
    inset-inline-start: -20px;
    width: 10px;
    height: 10px;
    border: 2px solid var(--_border);
    border-radius: 50%;
    background: var(--_surface);
    content: '';
  }

  .time li:first-child::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .time li:not(:last-child)::after {
    position: absolute;
    inset-block: 1.3em -16px;
    inset-inline-start: -15px;
    width: 2px;
    background: var(--_line);
    content: '';
  }

  .parts,
  .proof {
    display: block;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .part {
    display: inline-block;
    white-space: pre-wrap;
  }

  .whole {
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
  }

  .whole h5 {
    margin: 0 0 8px;
    font-size: var(--_fact);
  }

  .long .items > li {
    margin: 12px 0 0;
    padding-top: 12px;
    border-top: 1px solid var(--_line);
    list-style: none;
  }

  .items .facts {
    margin-top: 6px;
  }

  .text > * + * {
    margin-top: 8px;
  }

  @media print {
    button,
    summary svg,
    .end,
    .panel,
    .last {
      display: none;
    }

    .entry,
    .time li,
    .facts > div {
      break-inside: avoid-page;
    }

    h3,
    h4,
    h5 {
      break-after: avoid;
    }

    .long,
    .result {
      padding-inline: 0;
      background: none;
    }
  }
`;
