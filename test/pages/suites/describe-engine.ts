import { after, before, describe } from 'node:test';

import type { Engine } from '../../../scripts/browsers.mjs';
import { engines } from '../../support/browsers.js';
import { accessibilityTests } from './accessibility.js';
import { closingTests } from './database.js';
import { deliveryTests } from './delivery.js';
import { deskTests, startPageTests } from './desk.js';
import { hostTests } from './hosts.js';
import { hostileHostTests } from './hosts-hostile.js';
import { internationalHostTests } from './hosts-international.js';
import { myTests } from './my.js';
import { signupTests } from './signup.js';
import { scriptedHostTests } from './scripted-hosts.js';
import { Stage } from './stage.js';
import { submissionTests } from './submission.js';
import { thirdPartyTests } from './third-party.js';

/** All full-page tests of one engine, with one browser and one server. */
export function describeEngine(engine: Engine): void {
  if (!engines.includes(engine)) return;
  describe(`The demo in ${engine}`, () => {
    const stage = new Stage(engine);
    before(() => stage.open());
    after(() => stage.close());

    signupTests(stage);
    submissionTests(stage);
    scriptedHostTests(stage);
    hostTests(stage);
    internationalHostTests(stage);
    hostileHostTests(stage);
    thirdPartyTests(stage);
    deliveryTests(stage);
    startPageTests(stage);
    deskTests(stage);
    myTests(stage);
    // Rules about the document tree need one engine; Chromium lets a test choose the colour scheme.
    if (engine === 'chromium') accessibilityTests(stage);
    closingTests(stage);
  });
}
