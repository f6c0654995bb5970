import { css, type CSSResult } from 'lit';

/** What is decided already, and what is asked again. */
export const recallStyles: CSSResult = css`
  .settled {
    align-items: flex-start;
    border-radius: var(--_radius-small);
  }

  .settled > .mark:first-child {
    flex: none;
    stroke-width: 2.5;
  }

  .settled .mark.given {
    color: var(--_accent);
  }

  .settled .button {
    flex: none;
    margin-block: 0;
  }

  .check.settled {
    flex-wrap: nowrap;
    padding-block: 8px;
  }

  .since {
    display: block;
    margin-top: 2px;
    color: var(--_soft);
    font-size: var(--_fact);
  }

  .since .state {
    color: var(--_text);
    font-size: inherit;
    font-weight: 700;
    line-height: inherit;
  }

  .since .state.given {
    color: var(--_accent);
  }

  .again {
    margin-bottom: 12px;
    padding: 8px 12px;
    border-radius: var(--_radius-small);
    background: var(--_sunken);
  }

  .again b {
    color: var(--_text);
  }

  .due .button {
    margin-block: 8px 12px;
  }

  .facts .badge {
    font-size: var(--_small);
    font-weight: 600;
  }

  @container (min-width: 30em) {
    .again,
    .due {
      margin-inline-start: 36px;
    }

    .body :is(.again, .due) {
      margin-inline-start: 0;
    }
  }
`;
