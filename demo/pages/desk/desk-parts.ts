import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../../../src/ui/icons.js';
import type { Trouble } from './ask.js';
import { TEXTS } from './texts.js';

/** Why nothing comes, and what to do. What was read before stays on the page. */
export function troubleView(trouble: Trouble): TemplateResult {
  const [title, advice] = TEXTS.trouble[trouble];
  return html`<div class="note note--warn" role="alert" id="trouble" data-trouble=${trouble}>
    ${icon('alert')}
    <div>
      <strong>${title}</strong>
      <p>${advice}</p>
    </div>
  </div>`;
}

/**
 * Narrows the desk to one service, once there is more than one.
 *
 * @param services Names by id of the policy.
 */
export function servicePicker(
  services: ReadonlyMap<string, string>,
  chosen: string,
  onChoose: (policy: string) => void,
): TemplateResult | typeof nothing {
  if (services.size < 2) return nothing;
  const sorted = [...services].sort(([, one], [, other]) => one.localeCompare(other, 'ko'));
  return html`<p class="picker">
    <label for="service">${TEXTS.service}</label>
    <select
      class="select"
      id="service"
      @change=${(event: Event) => {
        onChoose((event.target as HTMLSelectElement).value);
      }}
    >
      ${[['', TEXTS.all] as const, ...sorted].map(
        ([policy, name]) =>
          html`<option value=${policy} ?selected=${policy === chosen}>${name}</option>`,
      )}
    </select>
  </p>`;
}
