import { answerJoin } from './answer-join.js';
import type { Host } from './host.js';

/** A page that sends jQuery's `serialize()`, with real inputs for each consent. */
export const JQUERY: Host = {
  name: 'jquery',
  title: 'jQuery serialize()',
  policyId: 'maru',
  // The page fetches the version of jQuery that its address asks for.
  policy: '',
  consents: /^(agree(_age|2|_option\[\])?|mb_(marketing|mailling|sms))$/,
  actions: {
    'join/': (form) => answerJoin(JQUERY, form, { agree_age: 'Y', agree: '1', agree2: '1' }),
  },
};
