// In the manner of a form checker that boards have: it takes the place of every form's onsubmit,
// goes through all of its elements, and calls the former one when nothing is wrong.
document.addEventListener('DOMContentLoaded', () => {
  for (const form of document.forms) {
    const former = form.onsubmit;
    form.onsubmit = function (event) {
      for (const element of this.elements) {
        if (!/^(text|hidden|file|password|select-one|textarea)$/.test(element.type)) continue;
        const isRequired = element.className.split(' ').includes('required');
        element.style.backgroundColor = '';
        if (isRequired && element.value.replace(/\s/g, '') === '') {
          element.style.backgroundColor = '#ffc9c9';
          alert(`필수 입력입니다: ${element.name}`);
          element.focus();
          return false;
        }
      }
      return former === null || former.call(this, event) !== false;
    };
  }
});
