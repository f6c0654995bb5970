import { html, nothing, type TemplateResult } from 'lit';

import type { Contact, DataItem, Purpose } from '../../model/policy-processing.js';
import type { Retention } from '../../model/retention.js';
import { countryText, dataText, listText, retentionText } from '../../ui/fact-texts.js';
import { type GuideContext, say } from './guide-context.js';

/** One line of a definition table. */
export interface Row {
  readonly label: string;
  /** Parts under each other. None: the policy does not say, and the line says so. */
  readonly values: readonly unknown[];
  /** Important: larger and heavier. */
  readonly key?: boolean;
}

function valuesView(values: readonly unknown[]): unknown {
  if (values.length < 2) return values;
  return html`<ul>
    ${values.map((value) => html`<li>${value}</li>`)}
  </ul>`;
}

/** Facts of the document; what it does not state is said to be so. */
export function rowsView(rows: readonly Row[], context: GuideContext): TemplateResult {
  return html`<dl class="facts">
    ${rows.map(({ label, values, key = false }) => {
      const stated = values.length > 0;
      return html`<div>
        <dt>${label}</dt>
        <dd
          class=${key && stated ? 'key' : nothing}
          lang=${stated ? (context.contentLang ?? nothing) : nothing}
        >
          ${stated ? valuesView(values) : say(context, 'unstated')}
        </dd>
      </div>`;
    })}
  </dl>`;
}

/** A list that stays in one line, as one part; no part where it is empty. */
export function oneLine(parts: readonly string[], { content }: GuideContext): string[] {
  return parts.length === 0 ? [] : [listText(parts, content)];
}

/** Purposes; each with the data that it is about, where the policy says that. */
export function purposeParts(
  purposes: readonly Purpose[] | undefined,
  { content }: GuideContext,
): string[] {
  return (purposes ?? []).map(({ text, of }) =>
    of === undefined
      ? text
      : content.term('purposeOf', { purpose: text, data: listText(of, content) }),
  );
}

/** Data in one line. */
export function dataParts(data: readonly DataItem[] | undefined, context: GuideContext): string[] {
  return oneLine(
    (data ?? []).map((item) => dataText(item, context.content)),
    context,
  );
}

/** Rules of keeping, each in words. */
export function retentionParts(
  retention: Retention | undefined,
  { content }: GuideContext,
): string[] {
  return (retention ?? []).map((rule) => retentionText(rule, content));
}

/** A country in words, where it is named. */
export function countryParts(country: string | undefined, { content }: GuideContext): string[] {
  return country === undefined ? [] : [countryText(country, content)];
}

/** All that the policy gives to reach somebody. */
export function contactParts(contact: Contact = {}): string[] {
  const { phone, fax, email, url, address, text } = contact;
  return [phone, fax, email, url, address, text].filter((part) => part !== undefined);
}
