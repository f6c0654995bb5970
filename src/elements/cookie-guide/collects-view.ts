import { html, nothing, type TemplateResult } from 'lit';

import type { AutomaticCollection, Tracker } from '../../model/policy-automatic.js';
import type { PolicyDocument } from '../../model/policy-document.js';
import { blocksView } from '../../ui/block-view.js';
import { type GuideContext, say } from './guide-context.js';
import { costView, kindsOfCookiesView } from './cookies-view.js';
import {
  countryParts,
  dataParts,
  purposeParts,
  retentionParts,
  type Row,
  rowsView,
} from './rows-view.js';

/** What is collected, with the word that leaves the list open: it is the policy's own. */
function collectedParts(
  { data, dataOpen }: AutomaticCollection,
  context: GuideContext,
): readonly string[] {
  const [line] = dataParts(data, context);
  if (line === undefined) return [say(context, 'collectsNotListed')];
  return [dataOpen === undefined ? line : `${line} ${dataOpen}`];
}

/** Of the policy as a whole (PIPA 30(1)7; requirement CKI-01). */
function collectionRows(collection: AutomaticCollection, context: GuideContext): Row[] {
  const { purposes, retention, means, refusal, refusalEffect, trackers, cookies = [] } = collection;
  return [
    { label: say(context, 'factData'), values: collectedParts(collection, context) },
    { label: say(context, 'factPurpose'), values: purposeParts(purposes, context) },
    { label: say(context, 'factMeans'), values: blocksView(means ?? []) },
    { label: say(context, 'factRetention'), values: retentionParts(retention, context) },
    {
      label: say(context, 'trackersTitle'),
      values: (trackers ?? []).map(({ name, company }) => `${name} (${company})`),
    },
    { label: say(context, 'factHowToRefuse'), values: blocksView(refusal ?? []) },
    {
      label: say(context, 'factIfRefused'),
      values: refusalEffect === undefined ? [] : [refusalEffect],
      // With categories, what refusing costs stands out in a table of its own.
      key: cookies.length === 0,
    },
  ];
}

/** A tool of another company (requirement CKI-06). */
function trackerView(tracker: Tracker, context: GuideContext): TemplateResult {
  const { name, company, data, purposes, retention, refusal, country } = tracker;
  return html`<section class="kind">
    <h4 lang=${context.contentLang ?? nothing}>${name}</h4>
    ${rowsView(
      [
        { label: say(context, 'factCompany'), values: [company] },
        ...(country === undefined
          ? []
          : [
              { label: say(context, 'factTrackerCountry'), values: countryParts(country, context) },
            ]),
        { label: say(context, 'factPurpose'), values: purposeParts(purposes, context) },
        { label: say(context, 'factData'), values: dataParts(data, context) },
        { label: say(context, 'factRetention'), values: retentionParts(retention, context) },
        { label: say(context, 'factHowToRefuse'), values: blocksView(refusal ?? []) },
      ],
      context,
    )}
  </section>`;
}

function trackersView(
  trackers: readonly Tracker[] | undefined,
  context: GuideContext,
): TemplateResult | typeof nothing {
  if (trackers === undefined || trackers.length === 0) return nothing;
  return html`<section class="part">
    <h3>${say(context, 'trackersTitle')}</h3>
    <div class="list">${trackers.map((tracker) => trackerView(tracker, context))}</div>
  </section>`;
}

/** What this site collects by itself, why, with whom, and what refusing costs. */
export function collectsView(policy: PolicyDocument, context: GuideContext): TemplateResult {
  const { automaticCollection: collection, notApplicable } = policy;
  if (collection === undefined) {
    const none = notApplicable?.includes('automaticCollection') === true;
    return html`<section class="part">
      <h3>${say(context, 'collectsTitle')}</h3>
      <p>${say(context, none ? 'notApplicable' : 'collectsNotMentioned')}</p>
    </section>`;
  }
  return html`<section class="part">
      <h3>${say(context, 'collectsTitle')}</h3>
      <div class="list">
        <div class="kind">${rowsView(collectionRows(collection, context), context)}</div>
      </div>
    </section>
    ${trackersView(collection.trackers, context)} ${kindsOfCookiesView(collection.cookies, context)}
    ${costView(collection.cookies, context)}`;
}
