/** Of what is thinner, in px, nothing can be read. */
export const THINNEST = 6;

/**
 * Whether `clip-path` leaves nothing of a box in which something can be read. What is told in another
 * way (a picture, a path) leaves all.
 *
 * @param size Width and height of the box, px.
 */
export function isClipped(clipPath: string, size: readonly [number, number]): boolean {
  const [, shape = '', list = ''] = /^(\w+)\(([^()]*)\)/.exec(clipPath) ?? [];
  const [lengths = ''] = list.split(/ ?round | ?at /);
  const parts = lengths.split(' ');
  const [first = '', second = first, third = first, fourth = second] = parts;
  return ([0, 1] as const).some((axis) => {
    const px = (text: string): number =>
      parseFloat(text) * (text.endsWith('%') ? size[axis] / 100 : 1);
    if (shape === 'inset') {
      // From one to four, as margins have them.
      const [start, end] = axis === 0 ? [fourth, second] : [first, third];
      return size[axis] - px(start) - px(end) < THINNEST;
    }
    if (/^(circle|ellipse)$/.test(shape)) return 2 * px(axis === 0 ? first : second) < THINNEST;
    if (shape !== 'polygon') return false;
    const corners = list.split(', ').map((corner) => px(corner.split(' ')[axis] ?? ''));
    return Math.max(...corners) - Math.min(...corners) < THINNEST;
  });
}
