import { html, nothing, type TemplateResult } from 'lit';

import { reconfirmationDay } from '../../model/due-dates.js';
import type { SurfaceItem } from '../../model/surface.js';
import type { ReceiptStoredDetail } from '../../ui/events.js';
import { channelsText, listText } from '../../ui/fact-texts.js';
import { icon } from '../../ui/icons.js';
import { localTime } from '../../ui/local-time.js';
import { say, type ViewContext } from '../../ui/view-context.js';

export { rememberPage } from './remember-page.js';

/** All that the note after recording is drawn from. */
export interface StoredView {
  /** What was recorded at once; the last is the newest. */
  readonly stored: readonly ReceiptStoredDetail[];
  readonly items: readonly SurfaceItem[];
  readonly context: ViewContext;
  /** What else is to be known of the record. */
  readonly note?: unknown;
  readonly onBack: () => void;
}

/** As many characters of a receipt's id as a person can read out; the whole id is in the record. */
const READABLE_ID = 13;

function factView(label: string, value: string, isKey = false): TemplateResult | typeof nothing {
  if (value === '') return nothing;
  return html`<div>
    <dt>${label}</dt>
    <dd class=${isKey ? 'key' : nothing}>${value}</dd>
  </div>`;
}

/** The channels that a person agreed or refused to receive advertising by, in words. */
function channelWords(items: readonly SurfaceItem[], context: ViewContext): string {
  return listText(
    items.map((item) =>
      item.channel === undefined
        ? say(context, 'resultNight')
        : item.title || channelsText([item.channel], context.reader),
    ),
    context.reader,
  );
}

/** Sender, day and result, as the sender owes them within 14 days (MKT-06; Network Act 50(7)). */
function resultView({ stored, items, context }: StoredView): TemplateResult | typeof nothing {
  const decided = new Map(
    stored.flatMap(({ receipt }) => receipt.items.map(({ id, state }) => [id, state])),
  );
  const asked = items.filter(({ kind, id }) => kind.startsWith('advertising') && decided.has(id));
  const [first] = asked;
  const [last] = stored.slice(-1);
  if (first === undefined || last === undefined) return nothing;
  const at = new Date(last.receipt.at);
  const agreed = asked.filter(({ id }) => decided.get(id) === 'given');
  const next = agreed[0] && reconfirmationDay(last.receipt.at, agreed[0]);
  return html`<section class="group">
    <div class="head"><h3>${say(context, 'resultHeading')}</h3></div>
    <div class="card">
      <dl class="facts">
        ${factView(say(context, 'factSender'), first.sender ?? '')}
        ${factView(say(context, 'resultDate'), localTime(at, false))}
        ${factView(say(context, 'resultGiven'), channelWords(agreed, context), true)}
        ${factView(
          say(context, 'resultRefused'),
          channelWords(
            asked.filter(({ id }) => decided.get(id) !== 'given'),
            context,
          ),
          true,
        )}
      </dl>
      ${
        next === undefined
          ? nothing
          : html`<p class="aside">${say(context, 'resultNext', { date: next })}</p>`
      }
    </div>
  </section>`;
}

/** That it is recorded, and what follows for advertising. */
export function storedView(view: StoredView): TemplateResult {
  const { stored, context, note, onBack } = view;
  const { id = '', at = '' } = stored.at(-1)?.receipt ?? {};
  return html`<div class="note ok" role="status">
      ${icon('check')}
      <div>
        <strong>${say(context, 'storedTitle')}</strong>
        <p class="small" data-receipt=${id}>
          ${say(context, 'storedDetail', {
            date: localTime(new Date(at), true),
            id: id.slice(0, READABLE_ID),
          })}
        </p>
      </div>
    </div>
    ${note} ${resultView(view)}
    <button class="link" type="button" @click=${onBack}>${say(context, 'storedChange')}</button>`;
}
