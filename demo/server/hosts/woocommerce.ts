import { missingConsents, welcomeAddress } from './answers.js';
import type { Host } from './host.js';
import { signupAction } from './print-again.js';

const PROBLEM =
  '<ul class="woocommerce-error" role="alert"><li>필요한 항목에 동의하지 않았습니다.</li></ul>';

/** What a delivery costs, in won, by how the order is delivered. */
const DELIVERY: Readonly<Record<string, number>> = { post: 3000, pickup: 0 };

const GOODS = 24_000;

const CHECKOUT = { 'consent[terms]': 'given', 'consent[membership]': 'given' };

const ACCOUNT = { 'consent[age]': 'given', ...CHECKOUT };

/** WooCommerce: the classic checkout, sent by AJAX as text, and the registration in My account. */
export const WOOCOMMERCE: Host = {
  name: 'woocommerce',
  title: 'WooCommerce',
  policyId: 'maru',
  policy: '',
  consents: /^consent\[/,
  actions: {
    'update-order-review/': (form) => Response.json({ fragments: fragmentsFor(form) }),
    'checkout/': (form) => {
      const missing = missingConsents(form, CHECKOUT);
      return missing.length === 0
        ? Response.json({ result: 'success', redirect: welcomeAddress(WOOCOMMERCE, form) })
        : Response.json({ result: 'failure', messages: PROBLEM });
    },
    'account/register/': signupAction(() => WOOCOMMERCE, ACCOUNT, {
      problem: PROBLEM,
      page: 'account/',
    }),
  },
};

/** The parts of the page that the checkout puts in place of its own, by selector. */
function fragmentsFor(form: FormData): Readonly<Record<string, string>> {
  const chosen = form.get('shipping_method') === 'pickup' ? 'pickup' : 'post';
  const delivery = DELIVERY[chosen] ?? 0;
  const won = (amount: number): string => `${amount.toLocaleString('ko')}원`;
  const check = (value: string): string => (value === chosen ? ' checked' : '');
  return {
    '.review': `<table class="review"><tbody>
      <tr><th scope="row">마루 도자기 잔</th><td>${won(GOODS)}</td></tr>
      <tr><th scope="row">배송</th><td>
        <label><input type="radio" name="shipping_method" value="post"${check('post')}> 택배</label>
        <label><input type="radio" name="shipping_method" value="pickup"${check('pickup')}> 직접 받기</label>
      </td></tr>
      <tr><th scope="row">합계</th><td><strong>${won(GOODS + delivery)}</strong></td></tr>
    </tbody></table>`,
    '.payment': `<div class="payment"><p>무통장 입금으로 결제합니다.</p>
      <button type="submit" name="woocommerce_checkout_place_order" id="place_order">주문하기 (${won(GOODS + delivery)})</button></div>`,
  };
}
