import { css, type CSSResult } from 'lit';

/** What only the questions about recipients have: the card, its question, two equal answers. */
export const thirdPartyStyles: CSSResult = css`
  .parts > * + * {
    margin-top: 12px;
  }

  .card {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .card.invalid {
    padding-inline-start: 13px;
    border-inline-start: 4px solid var(--_danger);
  }

  .ask {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-top: 8px;
  }

  .ask h2 {
    flex: 1;
    min-width: 0;
    font-size: calc(var(--_base) * 1.1875);
    letter-spacing: normal;
  }

  .shop {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    background: var(--_sunken);
  }

  .shop svg {
    width: 24px;
    height: 24px;
  }

  .ask + .soft,
  .card > .hint,
  .card > .error {
    margin-top: 8px;
  }

  .card > .hint {
    padding: 8px 12px;
    border-radius: var(--_radius-small);
    background: var(--_sunken);
  }

  .hint b {
    display: block;
    color: var(--_text);
  }

  .card > .error {
    padding-bottom: 0;
  }

  .told {
    margin-top: 16px;
    padding-block: 16px;
    border-block: 1px solid var(--_line);
  }

  .answers {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
    margin-top: 16px;
  }

  .answers button {
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
    box-shadow: none;
    cursor: default;
  }

  .mark.given {
    color: var(--_accent);
  }

  .name > .small,
  .note strong {
    display: block;
  }

  /* Clipped: Firefox counts words of two directions in one line as wider than they are. */
  .facts dd,
  .name > *,
  .note strong,
  .note strong + p {
    overflow: clip;
  }

  .link:disabled {
    color: var(--_off-text);
    cursor: default;
  }

  .parts > .note + * {
    margin-top: 12px;
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
    .card {
      padding: 20px;
    }

    .card.invalid {
      padding-inline-start: 17px;
    }
  }
`;
