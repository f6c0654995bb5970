import { html, nothing } from 'lit';

import type { SafetyGroup, Terms } from '../../../model/policy-about.js';
import { blocksView } from '../../../ui/block-view.js';
import { addressView } from '../../../ui/contact-view.js';
import { contentLang } from '../../../ui/reading-view.js';
import {
  absentLine,
  announcedView,
  fieldsView,
  ownHeading,
  type Piece,
  type PolicyView,
  subheading,
  textView,
  word,
  wordView,
} from '../policy-view.js';

function safetyGroup({ title, lead, measures }: SafetyGroup, view: PolicyView): Piece {
  return html`${title === undefined ? nothing : ownHeading(view, title)} ${textView(view, lead)}
  ${textView(view, measures)}`;
}

/** Row 11: how data is kept safe. */
export function safetyChapter(view: PolicyView): Piece {
  const { safety, safetyRule } = view.policy;
  return html`${textView(view, safetyRule)}
  ${(safety ?? []).map((group) => safetyGroup(group, view))}
  ${safety?.length === 0 ? announcedView(view) : nothing}`;
}

function termsView(terms: Terms, view: PolicyView): Piece {
  const { title, summary, childText, version, required, url, text = [] } = terms;
  return html`${fieldsView(view, [
    ['fieldTerms', title],
    ['fieldSummary', summary],
    ['fieldChildText', childText],
    ['columnVersion', version],
    ['columnRequired', wordView(view, required ? 'badgeRequired' : 'badgeOptional')],
    ['fieldPlace', url && addressView(url)],
  ])}
  ${
    text.length === 0
      ? nothing
      : html`<details>
          <summary>${word(view, 'termsText')}</summary>
          <div class="text" lang=${contentLang(view.context)}>${blocksView(text)}</div>
        </details>`
  }`;
}

function termsPart(view: PolicyView): Piece {
  const { terms } = view.policy;
  if (terms === undefined) return nothing;
  return html`${subheading(view, 'subTerms')}
  ${terms.length === 0 ? announcedView(view) : terms.map((each) => termsView(each, view))}`;
}

/** Row 23: what the policy says beyond the guide, and the contract terms that it belongs to. */
export function otherChapter(view: PolicyView): Piece {
  return html`${textView(view, view.policy.disclaimers)} ${termsPart(view)}
  ${absentLine(view, ['sections', 'terms'])}`;
}
