import 'dongui/define/consent';

import { registerMessages } from 'dongui';
import english from 'dongui/locales/en';
import korean from 'dongui/locales/ko';

import './page.css';
import { join } from './join.js';

registerMessages('ko', korean);
registerMessages('en', english);

const app = document.querySelector('#app')!;
const form = document.createElement('form');
form.id = 'join';
form.noValidate = true;

const label = document.createElement('label');
label.textContent = '이메일';
const email = document.createElement('input');
email.type = 'email';
email.name = 'email';
email.autocomplete = 'email';
label.append(email);

const consent = document.createElement('dongui-consent');
consent.src = '/policy.json';
consent.endpoint = '/consents/receipts';
// The app sends JSON, so it says itself when a person has decided.
consent.setAttribute('recording', 'manual');

const button = document.createElement('button');
button.textContent = '가입하기';

const status = document.createElement('p');
status.id = 'status';
status.setAttribute('role', 'status');

form.append(label, consent, button);
app.append(form, status);

consent.addEventListener('dongui-receipt-delivered', ({ detail }) => {
  status.dataset['delivered'] = detail.hash;
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!consent.reportValidity()) return;
  void join(email.value, consent).then((answer) => {
    status.textContent = `가입했습니다. 동의 기록: ${answer.receipt}`;
    status.dataset['receipt'] = answer.receipt;
  });
});
