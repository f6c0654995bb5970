import { html, type TemplateResult } from 'lit';

import type { Contact } from '../model/policy-processing.js';
import { linesView } from './reading-view.js';
import { safeHref } from './safe-href.js';

/** An address that a policy prints. One without a scheme or a slash, "www.spo.go.kr", is text. */
export function addressView(url: string, text: string = url): TemplateResult | string {
  const href = /^(https?:|[/.#])/i.test(url) ? safeHref(url, document.baseURI) : undefined;
  return href === undefined ? text : html`<a href=${href}>${text}</a>`;
}

/** A telephone number as printed, to dial where it is one number and nothing else. */
export function phoneView(phone: string): TemplateResult | string {
  const isNumber = /^\+?\d[\d\s().-]{1,18}$/.test(phone);
  return isNumber ? html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>` : phone;
}

/** An e-mail address as printed, to write to where it is one and nothing else. */
export function mailView(email: string): TemplateResult | string {
  return /^[^\s:/?&#@]+@[^\s:/?&#@]+$/.test(email)
    ? html`<a href="mailto:${email}">${email}</a>`
    : email;
}

/** How to reach somebody, one way under the other; `undefined` where no way is given. */
export function contactView(contact: Contact = {}, fax = 'Fax'): unknown {
  const { phone, email, url, address, text } = contact;
  return linesView(
    [
      phone && phoneView(phone),
      contact.fax && `${fax} ${contact.fax}`,
      email && mailView(email),
      url && addressView(url),
      address,
      text,
    ].filter((line) => line !== undefined && line !== ''),
  );
}
