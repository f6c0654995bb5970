/** What `browsers.mjs` offers to the full-page tests; its comment says how it is used. */
export type Engine = 'chromium' | 'firefox' | 'webkit';

export interface WebKitPaths {
  driver: string;
  miniBrowser: string;
  xvfb: string | undefined;
}

export interface Browsers {
  chromium: { path: string };
  firefox: { path: string };
  webkit: WebKitPaths;
}

/** A running WebDriver server; `capabilities` are what a new session has to ask for. */
export interface WebKitDriver {
  hostname: string;
  port: number;
  capabilities: Record<string, unknown>;
  stop: () => Promise<void>;
}

export const CHROMIUM_ARGS: string[];
export function selectedEngines(): Engine[];
/** An engine that `engines` (by default `ENGINES`) leaves out is absent from the answer. */
export function findBrowsers(options?: {
  engines?: Engine[];
  install?: boolean;
}): Promise<Partial<Browsers>>;
export function startWebKitDriver(webkit: WebKitPaths): Promise<WebKitDriver>;
export function executableVersion(path: string): string;
