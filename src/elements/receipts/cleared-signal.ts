import type { BrowserPorts, Channel } from '../../core/ports.js';

/** By which windows tell each other that a device was cleared. */
const NAME = 'dongui-cleared';

/** Tells the other windows that the records of a policy were cleared, and hears it of them. */
export class ClearedSignal {
  readonly #channel: Channel | undefined;

  constructor({ BroadcastChannel }: BrowserPorts, onCleared: (policy: string) => void) {
    this.#channel = BroadcastChannel && new BroadcastChannel(NAME);
    if (!this.#channel) return;
    this.#channel.onmessage = ({ data }: MessageEvent<string>) => {
      onCleared(data);
    };
  }

  tell(policy: string): void {
    this.#channel?.postMessage(policy);
  }

  close(): void {
    this.#channel?.close();
  }
}
