import { css, type CSSResult } from 'lit';

/** The whole policy: contents above the text, or beside it where there is room. */
export const policyStyles: CSSResult = css`
  h2 {
    font-size: calc(var(--_base) * 1.75);
  }

  .banner {
    margin-bottom: 8px;
    font-weight: 600;
  }

  .version {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    margin-top: 4px;
    font-variant-numeric: tabular-nums;
  }

  .version a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
  }

  .head > .note {
    margin-top: 16px;
  }

  .head > .text {
    margin-top: 20px;
  }

  .contents {
    margin-top: 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .contents details {
    margin: 0;
  }

  .contents summary {
    display: flex;
    justify-content: space-between;
    min-height: 48px;
    padding: 0 16px;
    color: var(--_text);
    font-size: var(--_base);
    font-weight: 600;
    text-decoration: none;
  }

  .contents ol {
    display: grid;
    padding: 0 16px 8px;
  }

  .contents a {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 44px;
    color: var(--_text);
    font-size: var(--_fact);
    line-height: 1.4;
    text-decoration: none;
  }

  .contents a:hover {
    text-decoration: underline;
  }

  .contents .number {
    min-width: 1.6em;
  }

  .number {
    color: var(--_soft);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .contents a[aria-current] {
    color: var(--_accent);
    font-weight: 700;
  }

  .chapter {
    margin-top: 40px;
  }

  .chapter > h3 {
    display: flex;
    gap: 8px;
    margin-bottom: 12px;
    scroll-margin-top: var(--dongui-anchor-offset, 16px);
  }

  .chapter > h3:focus-visible {
    border-radius: var(--_radius-box);
    outline-width: 2px;
    outline-offset: 4px;
  }

  h4,
  h5 {
    margin: 20px 0 8px;
    font-size: var(--_base);
    line-height: 1.35;
  }

  h5 {
    font-size: var(--_fact);
  }

  .chapter > h3 + h4 {
    margin-top: 12px;
  }

  .chapter > p {
    max-width: 40em;
  }

  .chapter > :is(p, dl, table, div, details) + :is(p, dl, table, div, details) {
    margin-top: 12px;
  }

  .facts > div {
    min-width: 0;
  }

  .plain {
    font-weight: 400;
  }

  .grouped {
    margin-top: 6px;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .records b {
    font-size: inherit;
  }

  .records details {
    margin: 0;
  }

  .records .text {
    font-size: var(--_small);
  }

  .retired {
    font-weight: 600;
  }

  code {
    font-size: 0.95em;
  }

  .beside {
    display: none;
  }

  @container (min-width: 60em) {
    .policy {
      display: grid;
      grid-template: 'contents head' auto 'contents chapters' 1fr / 220px minmax(0, 1fr);
      gap: 0 56px;
      align-items: start;
    }

    .head {
      grid-area: head;
    }

    .chapters {
      grid-area: chapters;
    }

    .above {
      display: none;
    }

    .beside {
      display: block;
      position: sticky;
      inset-block-start: 24px;
      grid-area: contents;
      max-height: calc(100vh - 48px);
      margin-top: 0;
      border: 0;
      border-radius: 0;
      overflow-y: auto;
    }

    .beside .title {
      display: flex;
      align-items: center;
      min-height: 44px;
      font-weight: 600;
    }

    .beside ol {
      gap: 4px;
      padding: 0 4px;
    }

    @media (hover: hover) and (pointer: fine) {
      .beside a {
        min-height: 36px;
      }
    }
  }

  @media print {
    .contents,
    .pick,
    .link {
      display: none;
    }

    .policy {
      display: block;
    }

    h3,
    h4,
    h5 {
      break-after: avoid;
    }

    summary svg {
      display: none;
    }
  }
`;
