/** Of what is thinner, in px, nothing can be read. */
export const THINNEST = 6;

const { abs, max, min } = Math;

type Size = readonly [width: number, height: number];
type Point = readonly [x: number, y: number];

/** A length of a computed style, in px; not a number where it is told in another way. */
function lengthOf(text: string | undefined, whole: number): number {
  const value = parseFloat(text ?? '');
  return text?.endsWith('%') ? (value * whole) / 100 : value;
}

/** What `inset()` leaves: one to four lengths, as margins have them. */
function insetLeaves(parts: readonly string[], [width, height]: Size): Size {
  const [top, right = top, bottom = top, left = right] = parts;
  return [
    width - lengthOf(right, width) - lengthOf(left, width),
    height - lengthOf(top, height) - lengthOf(bottom, height),
  ];
}

/** How wide a polygon is on the whole: its area over its longer side, and that side. */
function polygonLeaves(corners: readonly Point[]): Size {
  const around = corners.map((corner, i) => [corner, corners[i - 1] ?? corners.at(-1)] as const);
  const area = around.reduce((sum, [[x, y], [u, v] = [0, 0]]) => sum + (x * v - u * y) / 2, 0);
  const spans = [0, 1].map((axis) => {
    const all = corners.map((corner) => corner[axis] ?? NaN);
    return max(...all) - min(...all);
  });
  const longest = max(...spans, 1);
  return [abs(area) / longest, longest];
}

/**
 * Whether `clip-path` leaves nothing of a box in which something can be read. What is told in another
 * way (a picture, a path) leaves all.
 */
export function isClipped(clipPath: string, [width, height]: Size): boolean {
  const [, shape, list = ''] = /^(\w+)\(([^()]*)\)/.exec(clipPath) ?? [];
  const [lengths = ''] = list.split(/ ?round | ?at /);
  const parts = lengths.split(' ');
  let left: Size = [width, height];
  if (shape === 'inset') left = insetLeaves(parts, left);
  if (shape === 'circle' || shape === 'ellipse') {
    const [x, y = x] = parts;
    left = [2 * lengthOf(x, width), 2 * lengthOf(y, height)];
  }
  if (shape === 'polygon') {
    const corners = list.replace(/^(evenodd|nonzero), /, '').split(', ');
    left = polygonLeaves(
      corners.map((corner): Point => {
        const [x, y] = corner.split(' ');
        return [lengthOf(x, width), lengthOf(y, height)];
      }),
    );
  }
  return min(...left) < THINNEST;
}
