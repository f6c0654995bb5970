import { css, type CSSResult } from 'lit';

/** Two versions side by side. */
export const comparisonStyles: CSSResult = css`
  .pick {
    display: grid;
    gap: 8px 16px;
    align-items: end;
    margin: 12px 0;
  }

  .pick label {
    display: grid;
    gap: 4px;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .pick .button {
    margin: 0;
  }

  select {
    width: 100%;
    min-height: 44px;
    padding: 0 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: var(--_fact);
  }

  .changes {
    margin-top: 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .change {
    padding: 16px;
  }

  .change + .change {
    border-top: 1px solid var(--_line);
  }

  .change h5 {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    margin: 0;
    font-size: var(--_base);
  }

  .diff {
    display: grid;
    gap: 8px;
    margin-top: 8px;
    font-size: var(--_fact);
  }

  .diff > div {
    min-width: 0;
    padding: 10px 12px;
    border-radius: var(--_radius-small);
    background: var(--_sunken);
  }

  .diff dt,
  .diff small,
  .hint {
    color: var(--_soft);
    font-size: var(--_small);
  }

  .diff dd + dd {
    margin-top: 6px;
  }

  .hint {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-top: 8px;
  }

  del {
    color: var(--_soft);
    text-decoration-thickness: 1.5px;
  }

  ins {
    font-weight: 700;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }

  @container (min-width: 36em) {
    .pick {
      grid-template-columns: 1fr 1fr auto;
    }

    .diff {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
