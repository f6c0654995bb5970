// In the manner of WooCommerce's classic checkout: no validation by the browser, the form as text
// by AJAX, and parts of the page that are replaced while somebody fills the form in.
jQuery(function ($) {
  const form = $('form.checkout').attr('novalidate', 'novalidate');
  let timer;

  function updateCheckout() {
    window.clearTimeout(timer);
    $.post('/hosts/woocommerce/update-order-review/', form.serialize(), function (answer) {
      $.each(answer.fragments, function (selector, html) {
        $(selector).replaceWith(html);
      });
      $(document.body).trigger('updated_checkout');
    });
  }

  form.on('input validate change', '.input-text, select, input:checkbox', function () {
    const row = $(this).closest('.form-row.validate-required');
    row.toggleClass('woocommerce-invalid', $(this).val() === '');
  });
  form.on('change', 'input[name=shipping_method]', updateCheckout);
  form.on('keydown', '.update_totals input', function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(updateCheckout, 300);
  });

  form.on('submit', function () {
    window.clearTimeout(timer);
    if (form.is('.processing')) return false;
    form.addClass('processing');
    $.ajax({
      type: 'POST',
      url: form.attr('action'),
      data: form.serialize(),
      dataType: 'json',
      success: function (answer) {
        if (answer.result === 'success') location.assign(answer.redirect);
        else $('.notices').html(answer.messages);
      },
      complete: function () {
        form.removeClass('processing');
      },
    });
    return false;
  });

  updateCheckout();
});
