import { css, type CSSResult } from 'lit';

/** What only the consent form has: the important points, the two equal answers, the groups. */
export const consentStyles: CSSResult = css`
  h2 + p {
    margin-top: 4px;
  }

  .choose {
    margin-top: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }

  .choose > * {
    padding: 16px;
  }

  .choose > * + * {
    border-top: 1px solid var(--_line);
  }

  .points h3 {
    margin-bottom: 12px;
    font-size: var(--_base);
  }

  .points dl {
    display: grid;
    gap: 8px 16px;
    font-size: var(--_fact);
  }

  .points dt {
    color: var(--_soft);
    font-size: var(--_small);
  }

  /* Values are parted by a dot that never stands at the start or the end of a line. */
  .points dd {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: -14px;
    clip-path: inset(0 0 0 14px);
    font-size: var(--_base);
    font-weight: 700;
    line-height: 1.5;
  }

  .points dd:dir(rtl) {
    clip-path: inset(0 14px 0 0);
  }

  .points span {
    position: relative;
    padding-inline-start: 14px;
  }

  .points span::before {
    content: '\\b7';
    position: absolute;
    inset-inline-start: 0;
    width: 14px;
    color: var(--_soft);
    text-align: center;
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }

  .pair > * {
    min-height: 84px;
  }

  .pair button {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 2px;
    padding: 12px 8px;
    border: 1.5px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: 400 var(--_small) / 1.5 var(--_font);
    text-align: center;
    cursor: pointer;
  }

  .pair b {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--_key);
    line-height: 1.4;
  }

  .pair span {
    color: var(--_soft);
  }

  .pair svg {
    color: var(--_accent);
    stroke-width: 2.5;
  }

  .pair [aria-pressed='true'],
  .pair [aria-pressed='mixed'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .pair [aria-pressed='true'] {
    background: var(--_tint);
  }

  .pair button:disabled {
    border-color: var(--_off-text);
    background: var(--_off);
    color: var(--_off-text);
    box-shadow: none;
    cursor: default;
  }

  .pair button:disabled * {
    color: inherit;
  }

  .aside {
    margin-top: 12px;
    color: var(--_soft);
    font-size: var(--_fact);
  }

  .group {
    margin-top: 24px;
  }

  .head {
    margin-bottom: 8px;
  }

  .head p {
    margin-top: 2px;
    color: var(--_soft);
    font-size: var(--_fact);
  }

  .tally {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin-top: 16px;
    color: var(--_soft);
    font-size: var(--_fact);
  }

  .tally b {
    color: var(--_text);
  }

  .card {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
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

  @container (min-width: 30em) {
    .choose > *,
    .card {
      padding: 20px;
    }

    .points dl {
      grid-template-columns: fit-content(12em) minmax(0, 1fr);
    }

    .points dl > div {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
      align-items: baseline;
    }
  }
`;
