import type { MessageKey } from '../../i18n/messages.js';
import type { PartKey } from '../../i18n/parts.js';
import type { PolicyDocument } from '../../model/policy-document.js';
import type { GuideChapterName } from '../../model/guide-rows.js';
import { safeHref } from '../../ui/safe-href.js';
import type { ViewContext } from '../../ui/view-context.js';

/** What every view of the summary draws from. */
export interface SummaryContext extends ViewContext<MessageKey | PartKey<'policy-summary'>> {
  readonly policy: PolicyDocument;
  /** Address of the whole policy, or of a row of it; `undefined` where nobody says where it is. */
  readonly hrefOf: (row?: GuideChapterName) => string | undefined;
}

/**
 * @param page address of the page with the whole policy; `''` where there is none.
 * @param base what the address is relative to.
 */
export function createHrefOf(page: string, base: string): SummaryContext['hrefOf'] {
  const whole = page === '' ? undefined : safeHref(page, base);
  return (row) => {
    if (whole === undefined || row === undefined) return whole;
    const url = new URL(whole);
    url.hash = `policy-${row}`;
    return url.href;
  };
}
