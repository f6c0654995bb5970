import { html, type TemplateResult } from 'lit';

import { icon } from '../../../src/ui/icons.js';
import type { DueGroup } from './due.js';
import type { Figures } from './figures.js';
import { TEXTS } from './texts.js';

const count = (n: number): string => `${n.toLocaleString('ko')}${TEXTS.unit}`;

type Tone = 'ok' | 'warn' | 'danger';

function remark(text: string, tone?: Tone): TemplateResult {
  if (tone === undefined) return html`<small>${text}</small>`;
  return html`<small class="is-${tone}">${icon(tone === 'ok' ? 'check' : 'alert')} ${text}</small>`;
}

function verificationRemark({ verified, broken, unverified }: Figures): TemplateResult {
  if (broken > 0) return remark(`${count(broken)} ${TEXTS.broken}`, 'danger');
  if (unverified > 0) return remark(`${count(unverified)} ${TEXTS.unverified}`, 'warn');
  return verified === 0 ? remark(TEXTS.nothingYet) : remark(TEXTS.verifiedAll, 'ok');
}

function figure(name: string, value: string, below: TemplateResult): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}${below}</dd>
  </div>`;
}

/**
 * What stands on top.
 *
 * @param due Undefined while it has not been read.
 */
export function figuresView(
  figures: Figures,
  due: readonly DueGroup[] | undefined,
): TemplateResult {
  const { today, yesterday, verified, intact } = figures;
  const size = (groups: readonly DueGroup[]): number =>
    groups.reduce((sum, { items }) => sum + items.length, 0);
  const over = size((due ?? []).filter(({ left }) => left < 0));
  return html`<dl class="figures">
    ${figure(
      TEXTS.today,
      today.toLocaleString('ko'),
      remark(`${TEXTS.yesterday} ${yesterday.toLocaleString('ko')}`),
    )}
    ${figure(
      TEXTS.verification,
      `${intact.toLocaleString('ko')} / ${verified.toLocaleString('ko')}`,
      verificationRemark(figures),
    )}
    ${figure(
      TEXTS.due,
      due === undefined ? '\u2013' : size(due).toLocaleString('ko'),
      over > 0 ? remark(`${count(over)} ${TEXTS.overdue}`, 'danger') : remark(TEXTS.onTime),
    )}
  </dl>`;
}
