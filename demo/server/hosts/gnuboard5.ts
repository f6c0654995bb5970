import { alertAndBack, missingConsents, toWelcome } from './answers.js';
import type { Host } from './host.js';

/** Where step 1 is: what every refusal of step 2 leads back to in the end. */
const START = '/hosts/gnuboard5/';

/** What the picture of the captcha would show. */
const CAPTCHA = '1234';

/**
 * gnuboard5: two steps, no content security policy, and a check of the captcha whose failure loses
 * everything that was typed.
 */
export const GNUBOARD5: Host = {
  name: 'gnuboard5',
  title: '그누보드5',
  policyId: 'maru',
  policy: '',
  consents: /^(agree2?$|mb_(marketing|mailling|sms|thirdparty)|consent\[)/,
  views: {
    // Step 2 without the consents of step 1, as when the captcha was wrong.
    'register-form/': () => alertAndBack('회원가입약관에 동의하셔야 합니다.', START),
  },
  actions: {
    'register-form/': (form, print) => {
      const given = form.get('agree') && form.get('agree2');
      return given ? print('register-form/') : alertAndBack('약관에 동의하셔야 합니다.', START);
    },
    'register-form-update/': (form) => {
      if (form.get('captcha_key') !== CAPTCHA) {
        return alertAndBack('자동등록방지 숫자가 틀렸습니다.', `${START}register-form/`);
      }
      if (form.get('w') === 'u') return toWelcome(GNUBOARD5, form);
      const missing = missingConsents(form, { agree: '1', agree2: '1' });
      if (missing.length > 0) return alertAndBack('필수 동의가 없습니다.', START);
      return toWelcome(GNUBOARD5, form);
    },
  },
};
