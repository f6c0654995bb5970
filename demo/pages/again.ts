import type { ConsentElement } from '../../src/elements/consent/consent.js';

/**
 * A member of version 1.0 opens the page of today: the first sending exchanges the document under
 * the open page. The member is named anew at each visit, as a server would name who is signed in.
 */
const element = document.querySelector<ConsentElement>('dongui-consent');
const form = element?.closest('form');
const step = document.querySelector('#step');

element?.setAttribute('subject', `demo-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`);

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  // Nothing is sent: reading the form is what records, as a page does that sends by script.
  new FormData(form);
});

element?.addEventListener(
  'dongui-receipt-stored',
  () => {
    element.setAttribute('src', '/policies/haru.ko.json');
    if (step !== null)
      step.textContent =
        '지금은 2.0판입니다. 이미 동의한 것은 그대로 있고, 바뀐 것과 새로 생긴 것만 묻습니다.';
  },
  { once: true },
);
