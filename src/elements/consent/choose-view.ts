import { html, nothing, type TemplateResult } from 'lit';

import {
  countryText,
  dataText,
  listText,
  purposesText,
  retentionText,
} from '../../ui/fact-texts.js';
import { icon } from '../../ui/icons.js';
import { itemTitle } from '../../ui/item-view.js';
import { say, type ViewContext } from '../../ui/view-context.js';
import type { BulkPress, BulkState, Pressed } from '../../model/decisions.js';
import type { DataItem } from '../../model/policy-processing.js';
import type { Retention } from '../../model/retention.js';
import type { SurfaceItem } from '../../model/surface.js';

/** All that the block above the groups is drawn from. */
export interface ChooseView {
  readonly items: readonly SurfaceItem[];
  readonly bulk: BulkState;
  readonly context: ViewContext;
  readonly disabled: boolean;
  readonly onPress: (by: BulkPress['by']) => void;
  /** Whether an item is never answered together with others: the page has its box, or it is a child's. */
  readonly isAlone: (item: SurfaceItem) => boolean;
}

/** From this many consents on, important content stands together, too (고시 art. 4; CON-07). */
const MANY_CONSENTS = 4;

function isConsent({ kind }: SurfaceItem): boolean {
  return kind !== 'information' && kind !== 'age' && kind !== 'terms';
}

function keptFor(retention: Retention | undefined, { content }: ViewContext): string[] {
  return (retention ?? []).slice(0, 1).map((rule) => retentionText(rule, content));
}

function sensitiveParts(data: readonly DataItem[] | undefined, context: ViewContext): string[] {
  const { content, reader } = context;
  return (['sensitive', 'unique-id'] as const).flatMap((kind) => {
    const items = (data ?? []).filter((item) =>
      kind === 'sensitive' ? /sensitive|biometric/.test(item.kind) : item.kind === kind,
    );
    if (items.length === 0) return [];
    const names = items.map((item) => dataText({ name: item.name, kind: item.kind }, content));
    return [`${reader.messages.kind[kind]}: ${listText(names, content)}`];
  });
}

/** The important content of one item (requirement CON-06), in parts. */
function pointsOf(item: SurfaceItem, context: ViewContext): string[] {
  const { content } = context;
  const uses = item.uses ?? [item];
  const country = item.country === undefined ? '' : ` (${countryText(item.country, content)})`;
  const recipient = item.recipient === undefined ? [] : [`${item.recipient.name}${country}`];
  const parts = uses.flatMap((use) => [
    ...(item.recipient === undefined ? [] : [purposesText(use.purposes ?? [], content)]),
    ...sensitiveParts(use.data, context),
    ...keptFor(use.retention, context),
  ]);
  return [...recipient, ...parts].filter(
    (part, index, all) => part !== '' && all.indexOf(part) === index,
  );
}

function pointView(title: string, parts: readonly string[], context: ViewContext): TemplateResult {
  return html`<div>
    <dt lang=${context.contentLang ?? nothing}>${title}</dt>
    <dd lang=${context.contentLang ?? nothing}>
      ${parts.map((part) => html`<span>${part}</span> `)}
    </dd>
  </div>`;
}

function pointsView(
  items: readonly SurfaceItem[],
  context: ViewContext,
): TemplateResult | typeof nothing {
  const consents = items.filter(isConsent);
  if (consents.length < MANY_CONSENTS) return nothing;
  const apart = consents.filter(({ group }) => group !== 'promotion');
  const promotion = consents.find(({ group }) => group === 'promotion');
  return html`<div class="points">
    <h3>${say(context, 'keyHeading')}</h3>
    <dl data-shown="points">
      ${apart.map((item) => pointView(itemTitle(item, context), pointsOf(item, context), context))}
      ${
        promotion === undefined
          ? nothing
          : pointView(
              say(context, 'groupPromotion'),
              [context.content.term('promotionContact'), ...keptFor(promotion.retention, context)],
              context,
            )
      }
    </dl>
  </div>`;
}

/** One sentence on what agree-all leaves out, by kind (requirement CTL-09). */
function leftOutText(apart: readonly SurfaceItem[], context: ViewContext): string {
  const { reader } = context;
  const kinds = [...new Set(apart.map(({ kind }) => kind))];
  const parts = kinds.map((kind) =>
    say(context, 'leftOutItem', {
      n: apart.filter((item) => item.kind === kind).length,
      kind: reader.messages.kind[kind].toLocaleLowerCase(reader.lang),
    }),
  );
  return say(context, 'leftOut', { items: listText(parts, reader) });
}

/** One of the two buttons. They are drawn by the same lines, so that neither can stand out. */
interface OptionView {
  readonly pressed: Pressed;
  readonly label: string;
  readonly count: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function optionView({ pressed, label, count, disabled, onClick }: OptionView): TemplateResult {
  const sign = pressed === true ? icon('check') : pressed === 'mixed' ? icon('minus') : nothing;
  return html`<button
    type="button"
    aria-pressed=${pressed === 'mixed' ? 'mixed' : pressed ? 'true' : 'false'}
    ?disabled=${disabled}
    @click=${onClick}
  >
    <b>${sign}${label}</b><span>${count}</span>
  </button>`;
}

function pairView({ items, bulk, context, disabled, onPress }: ChooseView): TemplateResult {
  const counterpart = items.some(({ required }) => required) ? 'requiredOnly' : 'refuseAll';
  return html`<div class="pair" role="group" aria-label=${say(context, 'chooseLabel')}>
    ${optionView({
      pressed: bulk.agreeAll,
      label: say(context, 'agreeAll'),
      count: say(context, 'agreeAllCount', { n: bulk.included }),
      disabled,
      onClick: () => {
        onPress('agree-all');
      },
    })}
    ${optionView({
      pressed: bulk.requiredOnly,
      label: say(context, counterpart),
      count: say(context, 'requiredOnlyCount', { n: bulk.excluded }),
      disabled,
      onClick: () => {
        onPress('required-only');
      },
    })}
  </div>`;
}

/** What matters first, then two equal answers to everything (requirements CTL-05 to CTL-09). */
export function chooseView(view: ChooseView): TemplateResult | typeof nothing {
  const { items, bulk, context, isAlone } = view;
  const asked = items.filter((item) => item.kind !== 'information' && !isAlone(item));
  const points = pointsView(items, context);
  // A page with boxes of its own has a "select all" of its own.
  const hasPair = asked.length > 1;
  if (!hasPair && points === nothing) return nothing;
  return html`<div class="choose">
    ${points}
    ${
      hasPair
        ? html`<div>
            ${pairView(view)}
            ${
              bulk.apart.length === 0
                ? nothing
                : html`<p class="aside">${leftOutText(bulk.apart, context)}</p>`
            }
          </div>`
        : nothing
    }
  </div>`;
}
