import { assert, fixture, fixtureCleanup, html } from '@open-wc/testing';

import type { ConsentElement } from '../../src/elements/consent/consent.js';
import { boxOf, demoPolicy, drawn } from '../support/consent-fixture.js';

/** Old skins, all of them at once. */
const RESETS = `
  * {
    font: italic small-caps 12px/1 dotum !important; color: #c0c !important;
    letter-spacing: .3em !important; word-spacing: 1em !important; text-align: center !important;
    word-break: break-all !important; white-space: nowrap !important; cursor: wait !important;
    text-transform: uppercase !important; text-indent: -9999px !important; hyphens: auto !important;
    text-shadow: 2px 2px red !important; -webkit-text-fill-color: red !important;
    -webkit-user-select: none !important; list-style: square !important;
  }
  label { display: block; float: left; }
  div { margin: 0 0 20px; }
  section, dl { border: 9px solid red; }
  dongui-consent { display: inline !important; }
`;

/** What decides how a text looks; where it stands follows from these. */
const TEXT = [
  ...['font', 'color', 'letter-spacing', 'word-spacing', 'text-align', 'word-break', 'cursor'],
  ...['white-space', 'text-transform', 'text-indent', 'hyphens', 'text-shadow', 'list-style'],
  ...['-webkit-text-fill-color', '-webkit-user-select'],
];

let style: HTMLStyleElement | undefined;

function pageStyle(css: string): void {
  style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}

async function place(around: (element: ConsentElement) => unknown): Promise<ConsentElement> {
  const element = document.createElement('dongui-consent');
  element.lang = 'ko';
  element.policy = await demoPolicy('haru.ko');
  await fixture(html`<div>${around(element)}</div>`);
  await drawn(element);
  return element;
}

/** How every node in the element looks. */
function looks(element: ConsentElement): readonly string[] {
  const nodes = [...element.shadowRoot!.querySelectorAll('*')];
  return nodes.map((node) => {
    const computed = getComputedStyle(node);
    const { width, height } = node.getBoundingClientRect();
    const values = TEXT.map((name) => `${name}: ${computed.getPropertyValue(name)}`);
    return [node.localName, node.className, width.toFixed(), height.toFixed(), ...values].join(
      '; ',
    );
  });
}

describe('<dongui-consent> in hostile surroundings', () => {
  afterEach(() => {
    style?.remove();
    style = undefined;
  });

  it('looks the same under the resets and !important rules of old skins', async () => {
    const alone = looks(await place((element) => html`<form>${element}</form>`));
    fixtureCleanup();
    pageStyle(RESETS);

    const under = looks(await place((element) => html`<form>${element}</form>`));

    assert.isAbove(alone.length, 100);
    assert.deepEqual(under, alone);
  });

  it('is never smaller than 16 px, whatever the page makes of its root', async () => {
    pageStyle('html { font-size: 62.5%; } body { font: 9px dotum; }');

    const { shadowRoot } = await place((element) => html`<form>${element}</form>`);

    const text = shadowRoot!.querySelector('h2 + p')!;
    assert.equal(getComputedStyle(text).fontSize, '16px');
  });

  it('follows what the page hides', async () => {
    pageStyle('.step { visibility: hidden; pointer-events: none; }');

    const element = await place((inner) => html`<form class="step">${inner}</form>`);

    assert.equal(getComputedStyle(boxOf(element, 'age')).visibility, 'hidden');
    assert.equal(getComputedStyle(boxOf(element, 'age')).pointerEvents, 'none');
  });

  it('keeps the language of the page for its glyphs', async () => {
    pageStyle('q { quotes: auto; }');
    const { shadowRoot } = await place((element) => html`<form>${element}</form>`);

    const { webkitLocale } = getComputedStyle(shadowRoot!.querySelector('h2')!) as unknown as {
      webkitLocale?: string;
    };

    assert.include(['"ko"', 'ko', undefined], webkitLocale);
  });

  for (const [name, css] of Object.entries({
    'a cell of a table': 'display: table-cell',
    'a float': 'float: left',
    'an inline block': 'display: inline-block',
    'a row of boxes': 'display: flex',
    'a grid': 'display: grid; grid-template-columns: auto 1fr',
    'a text': 'display: inline',
  })) {
    it(`has room in ${name}, and leaves the page its width`, async () => {
      pageStyle(`.around { ${css} }`);

      const element = await place((inner) => html`<div class="around"><b>약관</b>${inner}</div>`);

      const { width } = element.shadowRoot!.querySelector('h2')!.getBoundingClientRect();
      assert.isAtLeast(width, 200);
      assert.isAtMost(document.documentElement.scrollWidth, innerWidth);
    });
  }

  it('fits a narrow column', async () => {
    const element = await place((inner) => html`<div style="width: 240px">${inner}</div>`);

    for (const node of element.shadowRoot!.querySelectorAll('*')) {
      assert.isAtMost(node.scrollWidth, 240, `${node.localName}.${node.className}`);
    }
  });

  for (const edge of ['top', 'bottom']) {
    it(`never moves the focus below a fixed bar at the ${edge}`, async () => {
      pageStyle(`.bar { position: fixed; inset-inline: 0; ${edge}: 0; height: 80px; z-index: 9; }`);
      const element = await place(
        (inner) =>
          html`<div class="bar"></div>
            <div style="height: 2000px"></div>
            <form>${inner}<button>OK</button></form>
            <div style="height: 2000px"></div>`,
      );
      const box = boxOf(element, 'age');
      // Just in the window, where the bar is: nothing has to scroll for the focus.
      box.scrollIntoView({ block: edge === 'top' ? 'start' : 'end', behavior: 'instant' });
      const at = box.getBoundingClientRect();
      scrollBy({
        top: edge === 'top' ? at.top - 20 : at.bottom - innerHeight + 20,
        behavior: 'instant',
      });
      const isCovered = (): boolean => {
        const { left, top } = box.getBoundingClientRect();
        return document.elementFromPoint(left + 12, top + 12) !== element;
      };
      assert.isTrue(isCovered(), 'the test has put the box below the bar');

      element.focus();

      assert.equal(element.shadowRoot!.activeElement, box);
      assert.isFalse(isCovered());
    });
  }
});
