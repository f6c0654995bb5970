import type { BrowserPorts } from '../core/ports.js';
import { getDelivery, type Delivery } from '../core/delivery.js';
import { createRecorder, type Recorder } from '../core/recorder.js';
import { readShown, type Shown } from '../host/shown.js';
import { createNotice } from '../model/create-notice.js';
import type { AskedSurface } from './asked-surface.js';
import { eventOf } from './delivery-event.js';

// What recording needs comes in a file of its own, once the items are visible.
export { browserPorts } from '../core/ports.js';

/** Where receipts go, and of whom they are. */
export interface RecordingOptions {
  /** Address that receipts are posted to, relative to the page; `''` when they stay on this device. */
  readonly endpoint: string;
  readonly ack: 'hash' | 'status';
  /** `''`: a random one. */
  readonly subject: string;
  readonly surface: string;
  readonly form: HTMLFormElement | null;
}

/** All that one synchronous task of recording needs (DESIGN 5). */
export interface Recording {
  readonly recorder: Recorder;
  readonly delivery: Delivery;
  /** Address of the notice. */
  readonly hash: string;
  /** What is in front of the person. */
  readonly shownBy: typeof shownBy;
  /** What the page is told of what becomes of a receipt. */
  readonly eventOf: typeof eventOf;
}

/** The element in which a person sees the items. */
interface ShowingHost {
  readonly renderRoot: ParentNode;
  shownBeside?(): readonly ParentNode[];
  shown?(): Shown;
  readonly asking: { readonly notAsked: readonly string[] };
}

function shownBy(host: ShowingHost): Shown {
  const roots = [host.renderRoot, ...(host.shownBeside?.() ?? [])];
  const { hidden, ...shown } = host.shown?.() ?? readShown(roots, host.asking.notAsked);
  // What is not asked may be drawn all the same, and not be seen.
  return { ...shown, hidden: [...new Set(hidden)] };
}

/** What each form records, by notice and options. */
const recordings = new WeakMap<object, Record<string, Recording>>();

/**
 * Makes recording ready for what a surface asks. An element that replaces another one in the same
 * form goes on where that one was: pages swap what stands around it while a person is at it.
 *
 * @throws Error when the endpoint or the subject is none that may be.
 */
export function prepareRecording(
  { policy, surface }: AskedSurface,
  options: RecordingOptions,
  ports: BrowserPorts,
): Recording {
  const { form, ...rest } = options;
  const { endpoint, ack, subject } = rest;
  const owner = form ?? rest;
  const known = recordings.get(owner) ?? {};
  recordings.set(owner, known);
  const created = createNotice(policy, surface);
  const make = (): Recording => {
    const recorder = createRecorder({
      ...created,
      ack,
      ports,
      ...(endpoint === '' ? {} : { endpoint: new URL(endpoint, document.baseURI).href }),
      ...(subject === '' ? {} : { subject }),
      newSubject: options.surface === 'signup',
    });
    const delivery = getDelivery(ports);
    recorder.attach(delivery);
    return { recorder, delivery, hash: created.hash, shownBy, eventOf };
  };
  return (known[created.hash + JSON.stringify(rest)] ??= make());
}
