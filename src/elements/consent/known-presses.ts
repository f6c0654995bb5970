import type { Answers } from '../../model/decisions.js';
import type { Asking } from '../../ui/asking.js';
import { moveFocus } from '../../ui/move-focus.js';
import type { Sequel } from '../../ui/recalled.js';
import type { RecordingController } from '../../ui/recording-controller.js';
import type { KnownHandlers } from './known-options.js';
import type { RecalledItems } from './recalled-items.js';

/** What a press beside a decided item needs of the element. */
export interface PressHost extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
  readonly renderRoot: ParentNode;
  readonly asking: Asking;
  readonly recorder: Pick<RecordingController, 'recordNow' | 'isPrepared'>;
  setAnswers(answers: Answers): void;
  announce(changed: readonly string[]): void;
}

const idOf = ({ currentTarget }: Event): string =>
  (currentTarget as HTMLElement).dataset['item'] ?? '';

/** What the buttons beside decided items do: each in the task of its press. */
export function createKnownPresses(host: PressHost, items: RecalledItems): KnownHandlers {
  const { asking } = host;
  const focusOn = (id: string): void => {
    void host.updateComplete.then(() => {
      moveFocus(host.renderRoot.querySelector<HTMLElement>(`#box-${id}`));
    });
  };
  const record = (sequel: Sequel | undefined, press: Event): void => {
    if (sequel === undefined) return;
    const cause = { by: 'button', trusted: press.isTrusted } as const;
    host.recorder.recordNow(cause, () => false, sequel);
    host.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    host.announce(sequel.items.map(({ id }) => id));
    focusOn(idOf(press));
  };
  return {
    isReady: () => host.recorder.isPrepared && !host.matches(':disabled'),
    onWithdraw(press) {
      record(items.withdrawalOf(idOf(press), asking.answers), press);
    },
    onConfirm(press) {
      const { items: ids = '' } = (press.currentTarget as HTMLElement).dataset;
      record(items.renewalOf(ids.split(' ')), press);
    },
    onReopen(press) {
      host.setAnswers(items.reopen(idOf(press), asking.answers));
      focusOn(idOf(press));
    },
  };
}
