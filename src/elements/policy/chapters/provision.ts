import { html, nothing } from 'lit';

import type { RecipientUse, ThirdParty, Transfer } from '../../../model/policy-processing.js';
import { contactView } from '../../../ui/contact-view.js';
import { countryText } from '../../../ui/fact-texts.js';
import { basisView, itemsView, purposesView, refusalView, retentionView } from '../fact-views.js';
import {
  announcedView,
  entriesTable,
  moreView,
  type Piece,
  type PolicyView,
  textView,
  word,
} from '../policy-view.js';
import { consentKinds, detailView, parentsOf } from './processing.js';

/** One pair of a recipient's purpose and data, with the recipient that it is of. */
interface Provision {
  readonly party: ThirdParty;
  readonly use: RecipientUse | undefined;
  readonly isFirst: boolean;
}

function recipientView({ party, use }: Provision, view: PolicyView): unknown {
  const { recipient, title, question, reason } = party;
  const contact = contactView(recipient.contact, word(view, 'fax'));
  return html`${recipient.name} ${contact === undefined ? nothing : html`<small>${contact}</small>`}
  ${title === undefined || title === recipient.name ? nothing : html`<small>${title}</small>`}
  ${use?.title === undefined ? nothing : html`<small>${use.title}</small>`}
  ${moreView(view, 'fieldChildText', party.childText)}
  ${moreView(view, 'fieldQuestion', [question, reason].filter((part) => part !== undefined).join(' '))}
  ${moreView(view, 'fieldDependsOn', parentsOf(view, party.dependsOn))}`;
}

/** Several pairs of one recipient are several rows, each with its recipient (requirement TPP-03). */
const provisionsOf = (parties: readonly ThirdParty[]): Provision[] =>
  parties.flatMap((party) =>
    (party.uses.length === 0 ? [undefined] : party.uses).map((use, index) => ({
      party,
      use,
      isFirst: index === 0,
    })),
  );

/** Entries by identity: a row is drawn again only when its entry is another. */
const provisions = new WeakMap<readonly ThirdParty[], Provision[]>();

function rowsOf(parties: readonly ThirdParty[]): Provision[] {
  const known = provisions.get(parties) ?? provisionsOf(parties);
  provisions.set(parties, known);
  return known;
}

/** Row 7: who else receives data, each with their own purpose, data and period. */
export function thirdPartiesChapter(view: PolicyView): Piece {
  const { thirdParties, thirdPartyRule } = view.policy;
  return html`${textView(view, thirdPartyRule)}
  ${entriesTable(view, 'chapter-third-parties', {
    entries: rowsOf(thirdParties ?? []),
    columns: [
      { key: 'factRecipient', cell: (row) => recipientView(row, view) },
      {
        key: 'factRecipientPurpose',
        cell: ({ use }) => {
          const purposes = purposesView(view, use?.purposes);
          return purposes === undefined ? undefined : html`<b>${purposes}</b>`;
        },
      },
      { key: 'factData', cell: ({ use }) => itemsView(view, use?.data) },
      { key: 'factRetention', cell: ({ use }) => retentionView(view, use?.retention) },
      {
        key: 'columnBasisRefusal',
        cell: ({ party }) =>
          html`${basisView(view, { ...party, kinds: ['third-party'] })}
            <div>${refusalView(view, party.refusal)}</div>
            ${detailView(view, party)}`,
      },
    ],
  })}
  ${thirdParties?.length === 0 ? announcedView(view) : nothing}`;
}

function wayView(transfer: Transfer, view: PolicyView): unknown {
  const country = countryText(transfer.country, view.context.content);
  return [country, transfer.when, transfer.how].join(view.context.content.messages.listSeparator);
}

function transferRecipient(transfer: Transfer, view: PolicyView): unknown {
  const { recipient, title } = transfer;
  const contact = contactView(recipient.contact, word(view, 'fax'));
  return html`${recipient.name} ${contact === undefined ? nothing : html`<small>${contact}</small>`}
  ${title === undefined ? nothing : html`<small>${title}</small>`}
  ${moreView(view, 'fieldChildText', transfer.childText)}
  ${moreView(view, 'fieldDependsOn', parentsOf(view, transfer.dependsOn))}`;
}

/** Row 10: what leaves the country, with the facts of PIPA 28-8(2). */
export function transfersChapter(view: PolicyView): Piece {
  const { transfers } = view.policy;
  if (transfers?.length === 0) return announcedView(view);
  return entriesTable(view, 'chapter-transfers', {
    entries: transfers ?? [],
    columns: [
      { key: 'factRecipient', cell: (transfer) => transferRecipient(transfer, view) },
      { key: 'columnCountryWay', cell: (transfer) => wayView(transfer, view) },
      { key: 'factData', cell: ({ data }) => itemsView(view, data) },
      {
        key: 'columnPurposeRetention',
        cell: ({ purposes, retention }) =>
          html`${purposesView(view, purposes) ?? word(view, 'unstated')}
            <div>${retentionView(view, retention) ?? word(view, 'unstated')}</div>`,
      },
      {
        key: 'columnBasisRefusal',
        cell: (transfer) =>
          html`${basisView(view, { ...transfer, kinds: ['overseas', ...consentKinds(transfer.data)] })}
            <div>${refusalView(view, transfer.refusal)}</div>
            ${detailView(view, transfer)}`,
      },
    ],
  });
}
