import { accountRoute, eraseRoute, linkRoute } from './account-routes.js';
import { dueRoute, settleRoute } from './due-routes.js';
import { feedRoute } from './feed-route.js';
import { healthRoute } from './health-route.js';
import { keysRoute } from './keys-route.js';
import { logRoute } from './log-route.js';
import { getNoticeRoute, putNoticeRoute } from './notice-routes.js';
import { openApiRoute } from './openapi.js';
import { receiptRoute } from './receipt-route.js';
import type { Route } from './route.js';
import { statsRoute } from './stats-route.js';

/** Everything that a receiver answers. */
export const ROUTES: readonly Route[] = [
  receiptRoute,
  feedRoute,
  putNoticeRoute,
  getNoticeRoute,
  healthRoute,
  keysRoute,
  logRoute,
  linkRoute,
  accountRoute,
  eraseRoute,
  dueRoute,
  settleRoute,
  statsRoute,
  openApiRoute,
];
