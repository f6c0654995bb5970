/**
 * What an element draws in: a block in its shadow root. Rules of the page reach the element itself,
 * those that are `!important` against any rule of ours, and are inherited from there; the block
 * takes none of them (`base.styles.ts`). It is also what the layout follows, whatever `display` the
 * page gives the element.
 */
export function innerRoot(root: Node): HTMLElement {
  return root.appendChild(document.createElement('div'));
}
