const COPIED_FOR_MS = 2000;

/** Copies the text of the element that a button's `data-copy` names, and says so in the button. */
function wire(button: HTMLButtonElement): void {
  const source = document.getElementById(button.dataset['copy'] ?? '');
  const label = button.querySelector<HTMLElement>('[data-copied]');
  if (source === null || label === null) return;
  const idle = label.textContent;
  let timer: ReturnType<typeof setTimeout> | undefined;

  button.addEventListener('click', () => {
    void copy(source).then((isCopied) => {
      label.textContent = label.dataset[isCopied ? 'copied' : 'selected'] ?? '';
      clearTimeout(timer);
      timer = setTimeout(() => (label.textContent = idle), COPIED_FOR_MS);
    });
  });
}

async function copy(source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(source.textContent);
    return true;
  } catch {
    // There is no clipboard on plain http and none without permission: the text is selected, for
    // the person's own keys.
    getSelection()?.selectAllChildren(source);
    return false;
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) wire(button);
