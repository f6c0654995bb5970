import type { Recorder, RecordInput } from '../core/recorder.js';
import type { Earlier, News, Sequel } from './recalled.js';

/** Who knows what is new. */
export interface NewsSource {
  /** What the answers take back; undefined where nothing is. */
  withdrawal?(): Sequel | undefined;
  /** The newest receipt, where nothing is left to record; `null` where there is none either. */
  earlier(): Earlier | null | undefined;
  /** Whether anything is decided that no receipt holds yet. */
  isFresh(): boolean;
  take?(recording: Earlier): void;
}

/** Records what is new, and nothing twice. */
export class RecordedNews implements News {
  readonly #source: NewsSource;
  /** What is taken back beside a decision that is noted down only. */
  #back: RecordInput | undefined;

  constructor(source: NewsSource) {
    this.#source = source;
  }

  record(record: (sequel?: Sequel) => Earlier): Earlier | null {
    this.#back = undefined;
    const back = this.#source.withdrawal?.();
    if (back !== undefined) record(back);
    const earlier = this.#source.earlier();
    return earlier === undefined ? record() : earlier;
  }

  note(recorder: Recorder, inputOf: (sequel?: Sequel) => RecordInput): string {
    this.#back = undefined;
    const earlier = this.#source.earlier();
    if (earlier !== undefined) return earlier?.token ?? '';
    const sequel = this.#source.withdrawal?.();
    const back = sequel && inputOf(sequel);
    if (back !== undefined && !this.#source.isFresh()) return recorder.provisional(back);
    this.#back = back;
    return recorder.provisional(inputOf());
  }

  keep(recorder: Recorder): void {
    if (this.#back !== undefined) recorder.record(this.#back);
    this.#back = undefined;
  }

  take(recording: Earlier): void {
    this.#source.take?.(recording);
  }
}
