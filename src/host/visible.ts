import { isClipped, THINNEST } from './clip.js';

/** Left, top, right and bottom edge in the window, px. */
type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A node and what it looks like. */
interface Layer {
  readonly node: Element;
  readonly style: CSSStyleDeclaration;
}

/** By how much text has to differ from its ground, in steps of 255: less is below 1.2:1. */
const FAINTEST = 22;

/** The shapes in which `clip` leaves nothing, and filters through which nothing can be read. */
const CLOSED = /rect\((\d+px), .*\1\)/;
const BLIND = /opacity\(0?(\.[01]\d*)?\)|blur\(([5-9]|\d\d)/;

const { max, min } = Math;

/** An element and all that it stands in, across shadow roots. */
function layersOf(node: Element | null | undefined): readonly Layer[] {
  if (!node) return [];
  const { host } = node.getRootNode() as Partial<ShadowRoot>;
  const outer = node.assignedSlot ?? node.parentElement ?? host;
  return [{ node, style: getComputedStyle(node) }, ...layersOf(outer)];
}

function boxOf(of: Element | Range): Box {
  const { left, top, right, bottom } = of.getBoundingClientRect();
  return [left, top, right, bottom];
}

function cut(a: Box, b: Box): Box {
  return [max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])];
}

/** Whether something can be read in it. */
function isOpen([left, top, right, bottom]: Box): boolean {
  return right - left >= THINNEST && bottom - top >= THINNEST;
}

/**
 * The page as far as a person can scroll; one that may not scroll sideways stays put, and so does what
 * is fixed to the window.
 */
function pageBox(layers: readonly Layer[]): Box {
  const isFixed = layers.some(({ style }) => style.position === 'fixed');
  // What turns or moves a box holds what is fixed in it.
  if (isFixed && layers.every(({ style }) => style.transform === 'none')) return windowBox();
  const [body, root] = layers.slice(-2).map(({ style }) => style);
  const far = /hidden|clip/.test(`${body?.overflowX} ${root?.overflowX}`) ? 0 : Infinity;
  const [before, after] = body?.direction === 'rtl' ? [far, 0] : [0, far];
  return [-scrollX - before, -scrollY, innerWidth - scrollX + after, Infinity];
}

function windowBox(): Box {
  return [0, 0, innerWidth, innerHeight];
}

/** Whether a node has left the boxes that it stands in; only then it can have a `clip`. */
function leavesBoxes(position: string): boolean {
  return /^[af]/.test(position);
}

/** Whether nothing is left of a node, and with it of all that is in it. */
function isClosed({ node, style }: Layer): boolean {
  const { offsetWidth = Infinity, offsetHeight = Infinity } = node as Partial<HTMLElement>;
  const clip = leavesBoxes(style.position) ? style.getPropertyValue('clip') : '';
  const { clipPath, filter } = style;
  return (
    CLOSED.test(clip) ||
    BLIND.test(filter) ||
    (clipPath !== 'none' && isClipped(clipPath, [offsetWidth, offsetHeight]))
  );
}

/** The nodes that cut or scroll what is in the first one: not those that it has left. */
function framesOf(layers: readonly Layer[]): readonly Layer[] {
  /** The position of the last node that left its boxes, until one holds it. */
  let leaves = '';
  return layers.filter(({ node, style: { display, overflow, position } }) => {
    if (position !== 'static' && leaves !== 'fixed') leaves = '';
    const isFrame = leaves === '' && overflow !== 'visible';
    if (leavesBoxes(position)) leaves = position;
    // The overflow of the page is the window's, and is scrolled.
    return isFrame && !/inline$|contents/.test(display) && !node.matches('html, body');
  });
}

/**
 * Where in the window something is after all that cuts it; `undefined` where nobody can bring it
 * into sight.
 */
function placeOf(layers: readonly Layer[], text: Box): Box | undefined {
  let [place, reach] = [text, text];
  for (const { node, style } of framesOf(layers)) {
    const frame = boxOf(node);
    place = cut(place, frame);
    reach = /auto|scroll/.test(style.overflow) ? frame : cut(reach, frame);
  }
  return isOpen(text) && isOpen(cut(reach, pageBox(layers))) ? place : undefined;
}

/** Red, green, blue (0-255), and alpha below 1; not a number where it is told in another way. */
function inkOf(color: string): readonly number[] {
  return color.startsWith('rgb') ? (color.match(/[\d.]+/g) ?? []).map(Number) : [NaN];
}

function isPainted({ style }: Layer): boolean {
  return style.backgroundImage !== 'none' || inkOf(style.backgroundColor)[3] !== 0;
}

/** What the text stands on; not a number where it may be anything: a picture, a dark canvas. */
function groundOf(layers: readonly Layer[]): readonly number[] {
  const ground = layers.find(isPainted)?.style;
  if (ground?.backgroundImage === 'none') return inkOf(ground.backgroundColor);
  const isDark = layers.some(({ style }) => style.colorScheme.includes('dark'));
  return ground || isDark ? [NaN] : [255, 255, 255];
}

/** Whether the text stands out from what it stands on. What is not known does. */
function standsOut(layers: readonly Layer[]): boolean {
  const ink = inkOf(layers[0]?.style.webkitTextFillColor ?? '');
  const gaps = groundOf(layers).map((value, i) => Math.abs(value - (ink[i] ?? NaN)));
  const opacity = layers.reduce((product, { style }) => product * +style.opacity, ink[3] ?? 1);
  return !(max(...gaps) * opacity < FAINTEST);
}

/** Whether another element lies on it. What stays while the page scrolls covers nothing for good. */
function isCovered(layers: readonly Layer[], place: Box): boolean {
  const [left, top, right, bottom] = cut(place, windowBox());
  if (right < left || bottom < top) return false;
  const own = layers.map(({ node }) => node);
  return [0.25, 0.5, 0.75].some((part) => {
    const [x, y] = [left + (right - left) * part, top + (bottom - top) * part];
    const hit = layersOf(document.elementFromPoint(x, y));
    const cover = hit.filter(({ node }) => !own.includes(node));
    const stays = cover.some(({ style }) => /fixed|sticky/.test(style.position));
    return !stays && cover.some((layer) => isPainted(layer) && +layer.style.opacity > 0.5);
  });
}

/** Whether all in a text stands out: each colour that something in it has is looked at once. */
function allStandsOut(text: Element, layers: readonly Layer[]): boolean {
  const inks = new Map([[layers[0]?.style.webkitTextFillColor, layers]]);
  for (const part of text.querySelectorAll('dt,dd,small')) {
    const ink = getComputedStyle(part).webkitTextFillColor;
    if (!inks.has(ink)) inks.set(ink, layersOf(part));
  }
  return [...inks.values()].every(standsOut);
}

function isTextVisible(text: Element): boolean {
  const layers = layersOf(text);
  const range = new Range();
  range.selectNodeContents(text);
  const place = placeOf(layers, boxOf(range));
  return (
    place !== undefined &&
    parseFloat(layers[0]?.style.fontSize ?? '') >= THINNEST &&
    !layers.some(isClosed) &&
    allStandsOut(text, layers) &&
    !isCovered(layers, place)
  );
}

/**
 * Whether a person can see an item: its title and its facts (`data-shown`), or all of what has
 * neither. What is merely scrolled out of sight can be seen. What is made invisible is told by where
 * it can be brought, by what cuts, covers and fades it, and by its colour on its ground; what is not
 * known (a picture behind it, a cover outside of the window) counts for the page.
 */
export function isVisible(element: Element): boolean {
  const passes = (options: CheckVisibilityOptions): boolean =>
    (element as Partial<Element>).checkVisibility?.call(element, options) !== false;
  // What is laid out only when it comes near the window has no boxes before.
  if (!passes({ contentVisibilityAuto: true })) return passes({});
  const texts = element.querySelectorAll('[data-shown=title],[data-shown=facts]');
  const all = texts.length === 0 ? [element] : [...texts];
  return passes({ visibilityProperty: true }) && all.every(isTextVisible);
}
