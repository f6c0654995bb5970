import type { BrowserPorts } from '../core/ports.js';
import { getDelivery, type Delivery } from '../core/delivery.js';
import { createRecorder, type Recorder } from '../core/recorder.js';
import { readShown } from '../host/shown.js';
import { createNotice } from '../model/create-notice.js';
import type { AskedSurface } from './asked-surface.js';

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
}

/** All that one synchronous task of recording needs (DESIGN 5). */
export interface Recording {
  readonly recorder: Recorder;
  readonly delivery: Delivery;
  /** Address of the notice. */
  readonly hash: string;
  /** What is in front of the person, read from a shadow root. */
  readonly readShown: typeof readShown;
}

/**
 * Makes recording ready for what a surface asks.
 *
 * @throws Error when the endpoint or the subject is none that may be.
 */
export function prepareRecording(
  { policy, surface }: AskedSurface,
  options: RecordingOptions,
  ports: BrowserPorts,
): Recording {
  const { endpoint, ack, subject } = options;
  const created = createNotice(policy, surface);
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
  return { recorder, delivery, hash: created.hash, readShown };
}
