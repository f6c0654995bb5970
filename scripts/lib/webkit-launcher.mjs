import { WebdriverLauncher } from '@web/test-runner-webdriver';

import { startWebKitDriver } from './webkit-driver.mjs';

/** Runs tests in WebKitGTK; starts the driver that it needs and ends it afterwards. */
class WebKitLauncher extends WebdriverLauncher {
  #webkit;
  #server;

  constructor(webkit) {
    super({ capabilities: {} });
    this.#webkit = webkit;
  }

  async initialize(config) {
    this.#server = await startWebKitDriver(this.#webkit);
    const { hostname, port, capabilities } = this.#server;
    this.options = { hostname, port, path: '/', capabilities, logLevel: 'error' };
    await super.initialize(config);
    this.name = 'WebKit';
  }

  async stop() {
    const version = this.driver?.capabilities.browserVersion;
    if (version !== undefined) this.version = `WebKitGTK ${version}`;
    await super.stop();
    await this.#server?.stop();
    this.#server = undefined;
  }
}

export function webKitLauncher(webkit) {
  return new WebKitLauncher(webkit);
}
