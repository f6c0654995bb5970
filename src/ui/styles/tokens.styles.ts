import { css, type CSSResult } from 'lit';

/**
 * The design tokens: every public `--dongui-*` property is read here, once, with its default, into
 * a private `--_*` one. Read instead of declared, so that a page may set them on the element or
 * anywhere above it. Colours are `light-dark()`: they follow the colour scheme of the place.
 */
export const tokenStyles: CSSResult = css`
  :host {
    --_surface: var(--dongui-surface, light-dark(#fff, #17191e));
    --_sunken: var(--dongui-surface-sunken, light-dark(#f4f5f8, #1f2229));
    --_off: var(--dongui-surface-disabled, light-dark(#e9ebf0, #2b303a));
    --_text: var(--dongui-text, light-dark(#15181e, #eef0f4));
    --_soft: var(--dongui-text-soft, light-dark(#4a5160, #b6bdc9));
    --_off-text: var(--dongui-text-disabled, light-dark(#5f6776, #9ba3b1));
    --_line: var(--dongui-line, light-dark(#dfe3ea, #333a45));
    --_border: var(--dongui-border, light-dark(#737c8d, #8b94a5));
    --_accent: var(--dongui-accent, light-dark(#2350b8, #93b6ff));
    --_on-accent: var(--dongui-on-accent, light-dark(#fff, #0b1630));
    --_tint: var(--dongui-accent-soft, light-dark(#edf2fd, #1c2943));
    --_danger: var(--dongui-danger, light-dark(#b42318, #ffa198));
    --_danger-tint: var(--dongui-danger-soft, light-dark(#fdf0ee, #38201f));
    --_ok: var(--dongui-ok, light-dark(#1a6b3c, #7fd3a0));
    --_ok-tint: var(--dongui-ok-soft, light-dark(#ebf6ef, #16301f));
    --_font: var(
      --dongui-font,
      'Apple SD Gothic Neo',
      'Noto Sans KR',
      'Noto Sans CJK KR',
      'Malgun Gothic',
      system-ui,
      sans-serif
    );
    --_base: var(--dongui-font-size, max(16px, 1rem));
    --_small: calc(var(--_base) * 0.875);
    --_fact: calc(var(--_base) * 0.9375);
    --_key: calc(var(--_base) * 1.0625);
    --_radius: var(--dongui-radius, 12px);
    --_radius-small: var(--dongui-radius-small, 8px);
    --_radius-box: var(--dongui-radius-box, 6px);
    --_motion: var(--dongui-motion, 140ms ease-out);
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }

  @media (prefers-contrast: more) {
    :host {
      --_soft: var(--_text);
      --_off-text: var(--_text);
      --_line: var(--_border);
    }
  }

  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_sunken: Canvas;
      --_off: Canvas;
      --_text: CanvasText;
      --_soft: CanvasText;
      --_off-text: GrayText;
      --_line: CanvasText;
      --_border: CanvasText;
      --_accent: Highlight;
      --_on-accent: HighlightText;
      --_tint: Canvas;
      --_danger: CanvasText;
      --_danger-tint: Canvas;
      --_ok: CanvasText;
      --_ok-tint: Canvas;
    }
  }
`;
