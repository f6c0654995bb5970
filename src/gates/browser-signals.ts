/** A brand of User-Agent Client Hints, as `navigator.userAgentData` gives it. */
export interface BrandHint {
  readonly brand: string;
  readonly version: string;
}

/**
 * What User-Agent Client Hints say. The first three come at once; the others are "high entropy"
 * values, which a browser may withhold.
 *
 * Source: W3C User-Agent Client Hints.
 */
export interface ClientHints {
  readonly brands?: readonly BrandHint[];
  readonly mobile?: boolean;
  readonly platform?: string;
  /** `15.0.0`: on Windows, 13 and later is Windows 11. */
  readonly platformVersion?: string;
  readonly fullVersionList?: readonly BrandHint[];
  readonly formFactors?: readonly string[];
}

/** All that tells one browser from another. Nothing of it leaves the page. */
export interface BrowserSignals {
  readonly userAgent: string;
  readonly clientHints?: ClientHints;
  /** Tells an iPad, which calls itself a Mac, from a Mac. */
  readonly maxTouchPoints?: number;
  /** Brave takes no other brand than Chrome's in its user agent; `navigator.brave` answers. */
  readonly brave?: boolean;
}

/** The parts of `navigator` that are read; TypeScript's DOM types lack two of them. */
export interface NavigatorLike {
  readonly userAgent: string;
  readonly maxTouchPoints?: number;
  readonly userAgentData?: ClientHints & {
    getHighEntropyValues?(names: string[]): Promise<ClientHints>;
  };
  readonly brave?: { isBrave?(): Promise<boolean> };
}

const HIGH_ENTROPY = ['platformVersion', 'fullVersionList', 'formFactors'];

/** What a browser says at once. */
export function readSignals(navigator: NavigatorLike): BrowserSignals {
  const { userAgent, maxTouchPoints, userAgentData } = navigator;
  return {
    userAgent,
    ...(maxTouchPoints === undefined ? {} : { maxTouchPoints }),
    ...(userAgentData === undefined ? {} : { clientHints: lowHints(userAgentData) }),
  };
}

/** Copied one by one: the object's own values are getters of its prototype. */
function lowHints({ brands, mobile, platform }: ClientHints): ClientHints {
  return {
    ...(brands === undefined ? {} : { brands }),
    ...(mobile === undefined ? {} : { mobile }),
    ...(platform === undefined ? {} : { platform }),
  };
}

/** The same with what a browser says only when asked. Never rejects: a refusal is an answer. */
export async function askSignals(navigator: NavigatorLike): Promise<BrowserSignals> {
  const signals = readSignals(navigator);
  const [high, brave] = await Promise.all([highHints(navigator), isBrave(navigator)]);
  return {
    ...signals,
    ...(signals.clientHints === undefined
      ? {}
      : { clientHints: { ...signals.clientHints, ...high } }),
    ...(brave ? { brave } : {}),
  };
}

async function highHints({ userAgentData }: NavigatorLike): Promise<ClientHints> {
  try {
    return (await userAgentData?.getHighEntropyValues?.(HIGH_ENTROPY)) ?? {};
  } catch {
    return {};
  }
}

async function isBrave({ brave }: NavigatorLike): Promise<boolean> {
  try {
    return (await brave?.isBrave?.()) === true;
  } catch {
    return false;
  }
}
