import { css, type CSSResult } from 'lit';

/** What only the list of one's own consents has: entries, their history, what can be had of them. */
export const receiptsStyles: CSSResult = css`
  :host {
    --_warn: var(--dongui-warn, light-dark(#7d4b00, #f0bd6a));
  }

  :focus:not(:focus-visible) {
    outline: none;
  }

  .lead {
    margin-top: 4px;
  }

  .note,
  .missing,
  .bulk {
    margin-top: 16px;
  }

  .note + * {
    margin-top: 16px;
  }

  .note > div > .button {
    margin-block: 8px;
    color: inherit;
    text-decoration: none;
  }

  .group {
    margin-top: 24px;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0 16px;
    margin-bottom: 8px;
  }

  .head p,
  .head + .small {
    color: var(--_soft);
    font-size: var(--_fact);
  }

  .head p {
    margin-top: 2px;
  }

  .head + .small {
    margin-bottom: 8px;
  }

  .entry {
    padding: 12px 16px 8px;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 8px 16px;
  }

  .about {
    flex: 1 1 9em;
    min-width: 0;
  }

  .top > .button {
    min-width: 72px;
    margin: 0;
  }

  .now {
    margin-top: 2px;
    font-size: var(--_fact);
  }

  .now b {
    font-weight: 700;
  }

  .agreed {
    color: var(--_accent);
  }

  .num {
    font-variant-numeric: tabular-nums;
  }

  .now .num {
    display: inline-block;
  }

  .dot::before,
  .part:not(:first-child)::before {
    content: '\\b7' / '';
    padding-inline: 2px;
  }

  .entry > .hint,
  .long > .hint,
  .asked > .hint {
    margin-top: 8px;
  }

  .result {
    margin-top: 12px;
    padding: 12px 16px;
    border-radius: var(--_radius-small);
    background: var(--_sunken);
    font-size: var(--_fact);
  }

  .asked {
    margin-top: 12px;
  }

  .asked > * + * {
    margin-top: 8px;
  }

  .facts .badge {
    font-size: var(--_small);
  }

  .more {
    margin-top: 0;
  }

  .more > .long {
    margin-bottom: 8px;
  }

  .answers,
  .choices,
  .end {
    display: grid;
    gap: 8px;
    margin-top: 12px;
  }

  .answers {
    grid-template-columns: 1fr 1fr;
  }

  .answers .button {
    margin: 0;
  }

  .answers button,
  .wide {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 48px;
    padding: 8px 6px;
    border: 1.5px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: 600 var(--_base) / 1.4 var(--_font);
    text-align: center;
    text-wrap: balance;
    cursor: pointer;
  }

  .answers [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .answers button:disabled {
    border-color: var(--_off-text);
    background: var(--_off);
    color: var(--_off-text);
    cursor: default;
  }

  .end {
    margin-top: 24px;
  }

  .last {
    margin-top: 8px;
  }

  .announced {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .announced {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .choices .button {
    margin: 0;
  }

  @container (min-width: 30em) {
    .entry {
      padding: 16px 20px 12px;
    }

    .top > .button {
      min-width: 104px;
    }
  }

  @container (min-width: 36em) {
    .end {
      grid-auto-flow: column;
      grid-auto-columns: 1fr;
    }

    .choices {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
