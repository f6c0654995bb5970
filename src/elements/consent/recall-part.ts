import type { CSSResult } from 'lit';

import { LocalizeController, type LocalizedHost } from '../../i18n/localize-controller.js';
import { onMessagesChange, wantMessages } from '../../i18n/registry.js';
import type { AskedSurface } from '../../ui/asked-surface.js';
import type { RecallContext } from '../../ui/asked-again-view.js';
import type { FieldsController } from '../../ui/fields-controller.js';
import { type RecallHost, type Recollection, recallSurface } from '../../ui/recall-surface.js';
import { createViewContext, type Spoken } from '../../ui/view-context.js';
import { createKnownPresses, type PressHost } from './known-presses.js';
import { createKnownViews } from './known-view.js';
import { recallStyles } from './recall.styles.js';
import { RecalledItems } from './recalled-items.js';

/** The element whose person may have decided something before. */
export interface RecallingHost extends RecallHost, LocalizedHost, PressHost {
  readonly surface: string;
  readonly fields: Pick<FieldsController, 'page'>;
  addStyles(styles: CSSResult): void;
  requestUpdate(): void;
  /** Hands the answers to the form, and draws them. */
  commit(): void;
}

/** Longest time that a person waits for the texts, in ms. */
const PATIENCE_MS = 2_000;

const localizers = new WeakMap<LocalizedHost, LocalizeController<'recall'>>();

function localizerOf(host: LocalizedHost): LocalizeController<'recall'> {
  let localize = localizers.get(host);
  if (localize === undefined)
    localizers.set(host, (localize = new LocalizeController(host, { part: 'recall' })));
  return localize;
}

/** Resolves when the texts are there; `undefined` where nobody brings them. */
function textsOf(host: LocalizedHost, spoken: Spoken): Promise<RecallContext | undefined> {
  const localize = localizerOf(host);
  return new Promise((resolve) => {
    const look = (): void => {
      const context = createViewContext(localize, spoken);
      const isComing = [localize.wanted, spoken.locale, 'en'].some(
        (lang) => lang !== '' && wantMessages(lang, 'recall'),
      );
      if (context !== undefined || !isComing) end(context);
    };
    const end = (context: RecallContext | undefined): void => {
      stop();
      clearTimeout(timer);
      resolve(context);
    };
    const stop = onMessagesChange(look);
    const timer = setTimeout(end, PATIENCE_MS, undefined);
    look();
  });
}

function createItems(
  host: RecallingHost,
  { recall }: Recollection,
  texts: RecallContext,
): RecalledItems {
  const { asking } = host;
  const items = new RecalledItems({
    recall,
    isWhole: host.surface === 'signup',
    hasBox: (id) => host.fields.page?.boxOf(id) !== undefined,
    source: texts.reader.term('recordName'),
    answers: () => asking.answers,
    changed: (answers) => {
      asking.answer(answers);
      host.commit();
    },
  });
  items.views = createKnownViews({
    items,
    answers: () => asking.answers,
    context: () => {
      const spoken = { ...asking.spoken, surface: host.surface };
      return createViewContext(localizerOf(host), spoken) ?? texts;
    },
    ...createKnownPresses(host, items),
  });
  return items;
}

/**
 * Looks up what this person has decided of what is asked.
 *
 * @returns nothing where it could not be drawn: then everything is asked.
 */
export async function recallItems(
  host: RecallingHost,
  asked: AskedSurface,
): Promise<RecalledItems | undefined> {
  const { locale } = asked.policy;
  const [recollection, texts] = await Promise.all([
    recallSurface(asked, host),
    textsOf(host, { locale }),
  ]);
  if (texts === undefined) {
    console.error(
      "[dongui] The texts about earlier decisions are missing, so everything is asked. Register them: registerMessages('ko', recall, 'recall') with dongui/locales/ko/recall.js.",
    );
    return undefined;
  }
  host.addStyles(recallStyles);
  return createItems(host, recollection, texts);
}
