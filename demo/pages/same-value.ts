/** Holds a field that has to be typed twice to be equal: `data-same-as` names the first one. */
function wire(second: HTMLInputElement): void {
  const first = document.getElementById(second.dataset['sameAs'] ?? '');
  if (!(first instanceof HTMLInputElement)) return;
  const check = (): void => {
    second.setCustomValidity(second.value === first.value ? '' : (second.dataset['differs'] ?? ''));
  };
  first.addEventListener('input', check);
  second.addEventListener('input', check);
  check();
}

for (const input of document.querySelectorAll<HTMLInputElement>('[data-same-as]')) wire(input);
