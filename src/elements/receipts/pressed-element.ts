import type { PropertyDeclarations } from 'lit';

import { pageDefaults } from '../../core/config.js';
import type { DeliveryEvent } from '../../core/delivery.js';
import type { Receipt } from '../../model/receipt.js';
import { choiceOf } from '../../ui/attribute.js';
import { ConsentChangeEvent, type Decisions } from '../../ui/events.js';
import { moveFocus } from '../../ui/move-focus.js';
import { type Act, answerAct, refuseActs, renewAct, undoActs, withdrawActs } from './acts.js';
import { PastElement } from './past-element.js';
import { optionalGiven } from './receipts-view.js';
import { RecorderDesk } from './recorder-desk.js';
import type { Action, Outcome } from './scene.js';
import { groupOf, type Matter, type Standing } from './standing.js';

/** The withdrawal of all that is optional, while it can be taken back. */
interface Bulk {
  readonly count: number;
  readonly receipts: readonly Receipt[];
  readonly isUndone: boolean;
}

/** What a person presses in the list of consents, and what it makes: each press is a receipt. */
export abstract class PressedElement extends PastElement {
  static override readonly properties: PropertyDeclarations = { endpoint: {} };

  /** Address that receipts are posted to, relative to the page. Absent: they stay on this device. */
  endpoint: string = pageDefaults().endpoint ?? '';

  protected readonly outcomes: Map<string, Outcome> = new Map();
  protected bulk: Bulk | undefined;
  /** What is said once, for those who do not see it. */
  protected announced = '';
  readonly #shownAt = performance.now();
  #desk: RecorderDesk | undefined;

  /** What stands now, by item id. */
  get decisions(): Decisions {
    const matters = this.standing?.matters ?? [];
    return Object.fromEntries(
      matters.map(({ id, state }) => [id, state === 'given' ? 'given' : 'refused']),
    );
  }

  protected get standing(): Standing | undefined {
    return this.reading.status === 'ready' ? this.reading.standing : undefined;
  }

  /** Opens or closes a text. */
  protected abstract toggleText(key: string): void;

  /** An answer was given: its question is closed. */
  protected abstract closed(id: string): void;

  protected override onDelivery(event: DeliveryEvent): void {
    this.#recorder.tell(event);
  }

  protected isOwn(hash: string): boolean {
    return this.#recorder.isOwn(hash);
  }

  /** Moves the focus once it is drawn: where it was may be gone. */
  protected focusOn(...selectors: readonly string[]): void {
    void this.updateComplete.then(() => {
      const found = selectors.map((each) => this.renderRoot.querySelector<HTMLElement>(each));
      moveFocus(found.find((each) => each !== null));
    });
  }

  /** Answers a press on a button of a matter. */
  protected readonly onPress = (event: Event): void => {
    const { item = '', action } = (event.currentTarget as HTMLElement).dataset;
    const { standing } = this;
    const matter = standing?.matters.find(({ id }) => id === item);
    if (standing === undefined || matter === undefined) return;
    if (action === 'text') this.toggleText(`text-${item}`);
    else this.#act(action as Action, matter, event.isTrusted);
  };

  protected readonly onWithdrawAll = (event: Event): void => {
    const { standing } = this;
    if (standing === undefined) return;
    const ids = optionalGiven(standing.matters).map(({ id }) => id);
    const receipts = this.#perform(withdrawActs(ids, standing), event.isTrusted);
    this.outcomes.clear();
    this.bulk = { count: ids.length, receipts, isUndone: false };
    this.#tell(ids, '#result-all');
  };

  protected readonly onUndoAll = (event: Event): void => {
    const { standing, bulk } = this;
    if (standing === undefined || bulk === undefined) return;
    const given = this.#perform(undoActs(bulk.receipts, standing), event.isTrusted);
    this.bulk = { ...bulk, isUndone: true };
    this.#tell(idsOf(given), '#result-all');
  };

  get #recorder(): RecorderDesk {
    const { ports, delivery } = this;
    return (this.#desk ??= new RecorderDesk({ element: this, ports, delivery }));
  }

  #act(action: Action, matter: Matter, trusted: boolean): void {
    const { id } = matter;
    this.bulk = undefined;
    if (action === 'withdraw') this.#withdraw(matter, trusted);
    else if (action === 'undo') this.#undo(id, trusted);
    else if (action === 'renew') this.#renew(matter, trusted);
    else this.#answer(matter, action === 'give', trusted);
  }

  #withdraw({ id }: Matter, trusted: boolean): void {
    const { standing } = this;
    if (standing === undefined) return;
    const undo = this.#perform(withdrawActs([id], standing), trusted);
    const changed = idsOf(undo);
    this.#set(id, { kind: 'withdrawn', also: changed.filter((each) => each !== id), undo });
    this.#tell(changed, `#result-${id}`);
  }

  #undo(id: string, trusted: boolean): void {
    const { standing } = this;
    const { undo = [] } = this.outcomes.get(id) ?? {};
    if (standing === undefined) return;
    const given = this.#perform(undoActs(undo, standing), trusted);
    this.#set(id, { kind: 'undone' });
    this.#tell(idsOf(given), `#result-${id}`);
  }

  #renew(matter: Matter, trusted: boolean): void {
    const { standing } = this;
    if (standing === undefined) return;
    this.#perform(renewAct(matter, standing), trusted);
    this.#set(matter.id, { kind: 'renewed' });
    this.#tell([], `#result-${matter.id}`);
  }

  #answer(matter: Matter, given: boolean, trusted: boolean): void {
    const { standing } = this;
    if (standing === undefined) return;
    const { id } = matter;
    this.closed(id);
    // Who answers as it stands already has decided nothing new.
    const isNew = given || groupOf(matter) === 'again';
    const acts = given ? answerAct(matter, true, standing) : refuseActs(matter, standing);
    if (isNew) this.#perform(acts, trusted);
    this.#set(id, { kind: isNew ? (given ? 'agreed' : 'refused') : 'as-is' });
    this.#tell(isNew ? [id] : [], `#result-${id}`);
  }

  #set(id: string, outcome: Outcome): void {
    this.outcomes.clear();
    this.outcomes.set(id, outcome);
  }

  /** Makes a receipt of each act, in this task. */
  #perform(acts: readonly Act[], trusted: boolean): readonly Receipt[] {
    const { endpoint } = this;
    const ack = choiceOf(this, 'ack', ['hash', 'status']);
    const dt = Math.round(performance.now() - this.#shownAt);
    return acts.flatMap((act) => {
      const { standing, renderRoot: root } = this;
      if (standing === undefined) return [];
      const press = { standing, root, trusted, dt, endpoint, ack };
      const { receipt, hash } = this.#recorder.record(act, press);
      const attempts = endpoint === '' ? 0 : 1;
      const delivery = { persisted: 'journal', attempts } as const;
      this.add({ record: { receipt, hash, delivery }, notice: act.notice });
      return [receipt];
    });
  }

  #tell(changed: readonly string[], focus: string): void {
    this.announced = '';
    this.requestUpdate();
    this.focusOn(focus, '#receipts');
    if (changed.length === 0) return;
    this.dispatchEvent(new ConsentChangeEvent({ decisions: this.decisions, changed }));
  }
}

function idsOf(receipts: readonly Receipt[]): readonly string[] {
  return receipts.flatMap(({ items }) => items.map(({ id }) => id));
}
