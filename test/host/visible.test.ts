import { assert, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import { isVisible } from '../../src/host/visible.js';

/** An item as our elements draw it, in a shadow root; the page can reach only what is around it. */
customElements.define(
  'test-item',
  class extends HTMLElement {
    connectedCallback(): void {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.innerHTML = `<div style="all: initial; visibility: inherit; display: block; color: #15181e">
        <div data-part="terms">
          <b data-shown="title" style="display: block">이용약관</b>
          <dl data-shown="facts"><dt>목적</dt><dd>회원 관리</dd></dl>
        </div></div>`;
    }
  },
);

function partIn(around: Element): HTMLElement {
  const item = around.querySelector('test-item') ?? around;
  return item.shadowRoot!.querySelector<HTMLElement>('[data-part]')!;
}

const item = html`<test-item style="display: block"></test-item>`;
const styled = (css: string): TemplateResult => html`<div style=${css}>${item}</div>`;

/** Ways to hide, each around the item. */
const HIDES: Readonly<Record<string, TemplateResult>> = {
  'display: none': styled('display: none'),
  'visibility: hidden': styled('visibility: hidden'),
  'opacity: 0': styled('opacity: 0'),
  'two opacities that leave nothing': html`<div style="opacity: .2">${styled('opacity: .2')}</div>`,
  'content-visibility: hidden': styled('content-visibility: hidden'),
  'a closed disclosure': html`<details>
    <summary>더 보기</summary>
    ${item}
  </details>`,
  'no height': styled('height: 0; overflow: hidden'),
  'one pixel': styled('width: 1px; height: 1px; overflow: hidden'),
  'one pixel that scrolls': styled('height: 1px; overflow: auto'),
  'a cut through the facts': styled('height: 30px; overflow: hidden'),
  'a cut by clip': styled('position: absolute; clip: rect(0 0 0 0)'),
  'a cut by clip of one pixel': styled('position: absolute; clip: rect(1px, 1px, 1px, 1px)'),
  'clip-path: inset(50%)': styled('clip-path: inset(50%)'),
  'clip-path: inset(100%)': styled('clip-path: inset(100%)'),
  'clip-path: circle(0)': styled('clip-path: circle(0)'),
  'clip-path: a polygon without room': styled('clip-path: polygon(0 0, 0 0, 0 0, 0 0)'),
  'clip-path: an inset from one side': styled('clip-path: inset(0 100% 0 0)'),
  'clip-path: an inset from below': styled('clip-path: inset(0 0 9999px 0)'),
  'clip-path: two insets that meet': styled('clip-path: inset(0 40% 0 60%)'),
  'clip-path: a circle of a pixel': styled('clip-path: circle(1px at 50% 50%)'),
  'clip-path: a flat ellipse': styled('clip-path: ellipse(50% 0px)'),
  'clip-path: a polygon on a line': styled('clip-path: polygon(0 0, 0 100%, 0 50%)'),
  'filter: opacity(0)': styled('filter: opacity(0)'),
  'filter: blur(20px)': styled('filter: blur(20px)'),
  'a layer that is fixed below the window': styled('position: fixed; top: 200vh'),
  'off the left edge': styled('position: absolute; left: -9999px'),
  'off the top edge': styled('position: absolute; top: -9999px'),
  'a negative margin': styled('margin-left: -9999px'),
  'a shift': styled('transform: translateX(-200vw)'),
  'no scale': styled('transform: scale(0)'),
  'hardly any scale': styled('transform: scale(.01)'),
  'turned away': styled('transform: rotateY(90deg)'),
  'off the edge of a box that cuts': html`<div style="overflow: hidden; position: relative">
    ${styled('position: relative; left: 200vw')}
  </div>`,
};

/** What looks like it and hides nothing. */
const LEAVES: Readonly<Record<string, TemplateResult>> = {
  nothing: styled(''),
  'opacity: .6': styled('opacity: .6'),
  'content-visibility: auto': html`<div style="height: 3000px"></div>
    ${styled('content-visibility: auto')}`,
  'below the window': html`<div style="height: 5000px"></div>
    ${item}`,
  'below the edge of a scroller': html`<div style="height: 100px; overflow-y: auto">
    <div style="height: 900px"></div>
    ${item}
  </div>`,
  'a box that cuts elsewhere': styled('overflow: hidden; border-radius: 12px'),
  'a cut that leaves all': styled('clip-path: inset(0 round 12px)'),
  'a shape around all': styled('clip-path: circle(75%)'),
  'a polygon around all': styled('clip-path: polygon(0 0, 100% 0, 100% 100%, 0 100%)'),
  'a cut from one side that leaves most': styled('clip-path: inset(0 0 0 14px)'),
  'a shape of its own': styled("clip-path: path('M0 0h9999v9999H0z')"),
  'a shadow and a little blur': styled('filter: drop-shadow(0 0 2px #000) blur(1px)'),
  'a filter that leaves it': styled('filter: opacity(.9) saturate(0)'),
  'clip where nothing is positioned': styled('clip: rect(0 0 0 0)'),
  'an indent that the element does not take': styled('text-indent: -9999px'),
  'a layer that left a closed box': html`<div style="height: 0; overflow: hidden">
    ${styled('position: absolute')}
  </div>`,
  'a dialog in a closed box': html`<div style="height: 0; overflow: hidden; position: relative">
    ${styled('position: fixed; top: 0; left: 0')}
  </div>`,
  'a pointer that passes through': html`<div style="position: relative; background: #fff">
    ${styled('pointer-events: none')}
  </div>`,
  'a veil that shows it': html`<div style="position: relative">
    ${item}
    <div style="position: absolute; inset: 0"></div>
  </div>`,
  'a bar that stays while the page scrolls': html`${item}
    <div style="position: fixed; inset: 0; background: #fff"></div>`,
  'a page in another language direction': html`<div dir="rtl">${item}</div>`,
};

async function visible(template: TemplateResult): Promise<boolean> {
  const around = await fixture<HTMLElement>(html`<section>${template}</section>`);
  return isVisible(partIn(around));
}

describe('isVisible()', () => {
  for (const [name, template] of Object.entries(HIDES)) {
    it(`is false for ${name}`, async () => {
      assert.isFalse(await visible(template));
    });
  }

  for (const [name, template] of Object.entries(LEAVES)) {
    it(`is true for ${name}`, async () => {
      assert.isTrue(await visible(template));
    });
  }

  for (const [text, ground, expected] of [
    ['#fff', '#fff', false],
    ['#fff', 'none', false],
    ['#eee', '#fff', false],
    ['#000', '#111', false],
    ['transparent', '#fff', false],
    ['rgb(0 0 0 / .05)', '#fff', false],
    ['#767676', '#fff', true],
    ['#fff', '#2350b8', true],
    ['#fff', 'linear-gradient(#fff, #fff)', true],
    ['oklch(1 0 0)', '#fff', true],
  ] as const) {
    it(`is ${expected} for text in ${text} on ${ground}`, async () => {
      const around = await fixture<HTMLElement>(styled(`background: ${ground}`));
      const part = partIn(around);
      for (const each of part.querySelectorAll<HTMLElement>('[data-shown]'))
        each.style.color = text;

      assert.equal(isVisible(part), expected);
    });
  }

  it('is false where a part of the facts has the colour of its ground', async () => {
    const around = await fixture<HTMLElement>(styled('background: #fff'));
    const part = partIn(around);
    assert.isTrue(isVisible(part));

    part.querySelector<HTMLElement>('dt')!.style.color = '#fff';

    assert.isFalse(isVisible(part));
  });

  for (const size of ['0', '1px', '5px'])
    it(`is false for text of ${size}`, async () => {
      const part = partIn(await fixture<HTMLElement>(styled('')));
      part.querySelector<HTMLElement>('dl')!.style.cssText = `font-size: ${size}; height: 200px`;

      assert.isFalse(isVisible(part));
    });

  it('is false where a cover leaves the middle free', async () => {
    const around = await fixture<HTMLElement>(
      html`<div style="position: relative">
        ${item}
        <div style="position: absolute; inset: 0 0 60% 0; background: #fff"></div>
      </div>`,
    );

    assert.isFalse(isVisible(partIn(around)));
  });

  it('does not judge a colour on a canvas that may be dark', async () => {
    const around = await fixture<HTMLElement>(styled('color-scheme: light dark'));
    const part = partIn(around);
    part.querySelector<HTMLElement>('b')!.style.color = '#fff';

    assert.isTrue(isVisible(part));
  });

  for (const cover of ['background: #fff', 'background: linear-gradient(#fff, #fff)']) {
    it(`is false below another element: ${cover}`, async () => {
      const around = await fixture<HTMLElement>(
        html`<div style="position: relative">
          ${item}
          <div style="position: absolute; inset: 0; ${cover}"></div>
        </div>`,
      );

      assert.isFalse(isVisible(partIn(around)));
    });
  }

  it('does not take for a cover what lies where a scroller ends', async () => {
    const around = await fixture<HTMLElement>(
      html`<div>
        <p style="margin: 0; height: 200px; background: #fff; position: relative"></p>
        <div style="height: 60px; overflow-y: scroll">
          ${item}
          <div style="height: 900px"></div>
        </div>
      </div>`,
    );
    around.querySelector('div')!.scrollTop = 150;

    assert.isTrue(isVisible(partIn(around)));
  });

  it('is true on both sides of a page that scrolls sideways, as far as a person can', async () => {
    const around = await fixture<HTMLElement>(styled('position: absolute; left: 150vw'));
    const part = partIn(around);
    assert.isTrue(isVisible(part));

    document.body.style.overflowX = 'hidden';
    const stays = isVisible(part);
    document.body.style.overflowX = '';

    assert.isFalse(stays);
  });

  it('takes the whole for its text where it has neither title nor facts', async () => {
    const element = await fixture(html`<p>이용약관</p>`);
    assert.isTrue(isVisible(element));
    element.textContent = '';
    assert.isFalse(isVisible(element));
  });
});
