import { css, type CSSResult } from 'lit';

/** What a child is told, and the guardian who decides for one. */
export const guardianStyles: CSSResult = css`
  .route > * + * {
    margin-top: 12px;
  }

  .route .button {
    width: 100%;
    margin-block-end: 0;
    text-decoration: none;
  }

  .child {
    margin-bottom: 12px;
    padding: 12px 16px;
    border-radius: var(--_radius-small);
    background: var(--_sunken);
    font-size: var(--_base);
  }

  .child small {
    display: block;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .advertised {
    margin-bottom: 12px;
  }

  .guardian {
    margin-top: 16px;
  }

  .note + .group,
  .note + .note {
    margin-top: 24px;
  }

  @container (min-width: 30em) {
    .route .button {
      width: auto;
    }
  }
`;
