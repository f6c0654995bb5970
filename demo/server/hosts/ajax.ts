import { answerJoin } from './answer-join.js';
import type { Host } from './host.js';

const TAKEN = 'admin';

/** A page that stays: `fetch()` with `new FormData(form)`, first for a check of the id. */
export const AJAX: Host = {
  name: 'ajax',
  title: 'fetch() + FormData',
  policyId: 'maru',
  consents: /^consent\[/,
  actions: {
    'check/': (form) => {
      const isTaken = form.get('mb_id') === TAKEN;
      return Response.json({
        message: isTaken ? '이미 쓰고 있는 아이디입니다.' : '쓸 수 있는 아이디입니다.',
      });
    },
    'join/': (form) => {
      const required = ['age', 'terms', 'membership'].map((id) => [`consent[${id}]`, 'given']);
      return answerJoin(AJAX, form, Object.fromEntries(required) as Record<string, string>);
    },
  },
};
