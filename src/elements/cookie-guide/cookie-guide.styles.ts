import { css, type CSSResult } from 'lit';

/** What only the guide has: the box that names the browser, ways, steps, folds. */
export const cookieGuideStyles: CSSResult = css`
  :host {
    --_warn: var(--dongui-warn, light-dark(#7d4b00, #f0bd6a));
  }

  h4 {
    font-size: var(--_key);
  }

  h4 > .badge {
    margin-inline-end: 4px;
  }

  .lead {
    max-width: 40em;
    margin-top: 4px;
  }

  .part {
    margin-top: 24px;
  }

  .part > h3 {
    scroll-margin-top: 24px;
  }

  .part > * + * {
    margin-top: 8px;
  }

  .part > .then {
    margin-top: 24px;
    font-weight: 700;
  }

  .list,
  .table-box {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .list > * + * {
    border-top: 1px solid var(--_line);
  }

  .here {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }

  .here > p {
    flex: 1 1 8em;
  }

  select {
    flex: 0 1 auto;
    min-width: 0;
    max-width: 100%;
    min-height: 44px;
    padding: 4px 8px;
    border: 1.5px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: 600 var(--_fact) / 1.4 var(--_font);
  }

  .kind {
    padding: 16px;
  }

  .kind > * + *,
  .way > * + * {
    margin-top: 12px;
  }

  .head {
    display: flex;
    align-items: flex-start;
    gap: 12px;
  }

  .head > svg {
    width: 24px;
    height: 24px;
    margin-top: 1px;
  }

  .head p {
    color: var(--_soft);
    font-size: var(--_fact);
  }

  .way + .way {
    margin-top: 20px;
    padding-top: 16px;
    border-top: 1px dashed var(--_line);
  }

  .scope {
    font-weight: 600;
  }

  .fold {
    margin: 0;
  }

  .fold > summary {
    display: flex;
    gap: 12px;
    min-height: 56px;
    padding: 8px 16px;
    color: inherit;
    font-size: inherit;
    text-decoration: none;
  }

  .fold > summary > span {
    flex: 1;
  }

  .fold > summary small {
    display: block;
    color: var(--_soft);
    font-size: var(--_small);
  }

  .fold-body {
    padding: 8px 16px 16px;
  }

  .fold-body > * + * {
    margin-top: 12px;
  }

  .fold-body > .list {
    border: 0;
    background: none;
  }

  .fold-body > .list > .kind {
    padding-inline: 0;
  }

  .facts p + p,
  .facts dd > * + * {
    margin-top: 4px;
  }

  .facts dd ul ul {
    padding-inline-start: 1em;
  }

  @container (min-width: 30em) {
    .kind {
      padding: 20px;
    }

    .list > [data-kind] > .way {
      margin-inline-start: 36px;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_warn: CanvasText;
    }

    select {
      forced-color-adjust: auto;
    }
  }

  @media print {
    select,
    .link,
    .address .button {
      display: none;
    }

    details::details-content {
      block-size: auto;
      content-visibility: visible;
    }

    .kind,
    .way {
      break-inside: avoid;
    }
  }
`;
