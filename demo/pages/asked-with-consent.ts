import type { ConsentChangeDetail, Decisions } from '../../src/ui/events.js';

/**
 * What is needed for an optional matter alone is asked only of those who agreed to it: an element
 * with `data-asked-with` is there as long as the item of that id is given.
 */
function show(decisions: Decisions): void {
  for (const fields of document.querySelectorAll<HTMLFieldSetElement>('[data-asked-with]')) {
    const isGiven = decisions[fields.dataset['askedWith'] ?? ''] === 'given';
    fields.hidden = !isGiven;
    // A disabled field is not sent: what was written before a change of mind stays here.
    fields.disabled = !isGiven;
  }
}

document.addEventListener('dongui-consent-change', (event) => {
  show((event as CustomEvent<ConsentChangeDetail>).detail.decisions);
});
