// A signup as jQuery pages are written: checks by form.agree.checked, "select all" by prop(), and
// the form as text by AJAX. The version comes from the address: ?jquery=1 ... ?jquery=4.
(function () {
  const [, version = '3'] = /^\?jquery=([1-4])$/.exec(location.search) || [];
  const script = document.createElement('script');
  script.src = `/assets/jquery-${version}.js`;
  script.onload = start;
  document.head.append(script);

  function start() {
    jQuery(function ($) {
      $(`.versions a[href="?jquery=${version}"]`).attr('aria-current', 'page');
      const form = $('#fjoin');

      $('#chk_all').on('click', function () {
        $('input[name^=agree]').prop('checked', this.checked);
      });

      form.on('submit', function () {
        const problem = $('.problem').text('');
        if (!this.agree.checked) {
          problem.text('이용약관에 동의해 주세요.');
          this.agree.focus();
          return false;
        }
        $.ajax({
          url: form.attr('action'),
          type: 'POST',
          data: form.serialize(),
          dataType: 'json',
          success: function (answer) {
            if (answer.redirect) location.href = answer.redirect;
            else problem.text(answer.message);
          },
          error: function () {
            problem.text('서버에 닿지 못했습니다. 잠시 뒤에 다시 눌러 주세요.');
          },
        });
        return false;
      });
    });
  }
})();
