import { html, nothing } from 'lit';

import type { Controller } from '../../../model/policy-about.js';
import { addressView, contactView } from '../../../ui/contact-view.js';
import { countryText } from '../../../ui/fact-texts.js';
import { contentLang } from '../../../ui/reading-view.js';
import { listed } from '../fact-views.js';
import {
  fieldsView,
  type Piece,
  type PolicyView,
  subheading,
  unstated,
  word,
} from '../policy-view.js';

function controllerView(controller: Controller, view: PolicyView): Piece {
  return fieldsView(view, [
    ['fieldController', controller.name ?? unstated(view)],
    ['fieldBrands', listed(view, controller.brands)],
    ['fieldAlsoNamed', listed(view, controller.alsoNamed)],
    ['fieldContact', contactView(controller, word(view, 'fax'))],
  ]);
}

function definitionsView(view: PolicyView): Piece {
  const { definitions = [] } = view.policy;
  if (definitions.length === 0) return nothing;
  return html`${subheading(view, 'subDefinitions')}
    <dl class="facts" lang=${contentLang(view.context)}>
      ${definitions.map(
        ({ term, text }) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>`;
}

/** Row 1: who decides, what the service is, and on which law the policy stands. */
export function aboutChapter(view: PolicyView): Piece {
  const { controllers, service, statutes, storage, jurisdiction, pageUrl } = view.policy;
  const { content } = view.context;
  return html`${controllers.map((controller) => controllerView(controller, view))}
  ${fieldsView(view, [
    ['fieldService', service.name],
    ['fieldAlsoNamed', listed(view, service.alsoNamed)],
    ['fieldServiceParts', listed(view, service.parts)],
    ['fieldDescription', service.description],
    ['fieldSite', service.url && addressView(service.url)],
    ['fieldStatutes', listed(view, statutes)],
    ['fieldJurisdiction', countryText(jurisdiction, content)],
    [
      'fieldStorage',
      listed(
        view,
        storage?.countries.map((code) => countryText(code, content)),
      ),
    ],
    ['fieldPage', pageUrl && addressView(pageUrl)],
  ])}
  ${definitionsView(view)}`;
}
