import { css, type CSSResult } from 'lit';

/** The one pattern: box, badge, kind, title, error, facts, disclosure. */
export const itemStyles: CSSResult = css`
  input {
    position: relative;
    flex: none;
    appearance: none;
    width: 24px;
    height: 24px;
    margin: 0;
    border: 2px solid var(--_border);
    border-radius: var(--_radius-box);
    background: var(--_surface);
    color: var(--_on-accent);
    cursor: inherit;
  }

  input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  input:checked::before {
    content: '';
    position: absolute;
    top: 2px;
    left: 6px;
    width: 7px;
    height: 12px;
    border: solid currentColor;
    border-width: 0 2.5px 2.5px 0;
    transform: rotate(42deg);
  }

  input:disabled {
    border-color: var(--_off-text);
    background: var(--_off);
    color: var(--_off-text);
  }

  input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .list {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .list > * + * {
    border-top: 1px solid var(--_line);
  }

  .item {
    padding: 12px 16px 16px;
  }

  .row {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    min-height: 44px;
    padding-block: 8px;
  }

  label {
    cursor: pointer;
  }

  .mark {
    display: grid;
    place-items: center;
    flex: none;
    width: 24px;
    height: 24px;
    color: var(--_soft);
  }

  .name {
    flex: 1;
    min-width: 0;
  }

  .eyebrow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-height: 24px;
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.5;
  }

  .title {
    display: block;
    margin-top: 2px;
    font-size: var(--_key);
    font-weight: 600;
    line-height: 1.45;
    text-wrap: pretty;
  }

  .badge {
    padding: 0 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-box);
    color: var(--_text);
    font-weight: 600;
    line-height: 1.45;
    white-space: nowrap;
  }

  .badge.required {
    border-color: var(--_text);
    background: var(--_text);
    color: var(--_surface);
  }

  .badge.notice {
    border-style: dashed;
  }

  .state {
    flex: none;
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 24px;
    white-space: nowrap;
  }

  .state.given {
    color: var(--_accent);
    font-weight: 700;
  }

  .body {
    padding-top: 4px;
  }

  .body > p {
    font-size: var(--_fact);
  }

  .invalid {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_danger);
  }

  .list > .invalid:first-child {
    border-start-start-radius: calc(var(--_radius) - 1px);
  }

  .list > .invalid:last-child {
    border-end-start-radius: calc(var(--_radius) - 1px);
  }

  .error,
  .hint {
    display: flex;
    gap: 8px;
    font-size: var(--_fact);
  }

  .error {
    padding-bottom: 8px;
    color: var(--_danger);
    font-weight: 600;
  }

  .hint {
    color: var(--_soft);
  }

  .error svg,
  .hint svg {
    margin-top: 2px;
  }

  .sub {
    margin-top: 12px;
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }

  .check {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
    padding-block: 6px;
  }

  .check > span:first-of-type {
    flex: 1;
  }

  .closed {
    color: var(--_off-text);
    cursor: default;
  }

  @container (min-width: 30em) {
    .item {
      padding-inline: 20px;
    }

    .item.invalid {
      padding-inline-start: 16px;
    }

    .body {
      padding-inline-start: 36px;
    }
  }

  @media (forced-colors: active) {
    .badge.required {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
      color: Canvas;
    }
  }
`;
