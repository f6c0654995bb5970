// A signup that never leaves its page: the whole form goes to a check of the id when it is left,
// and once more with the signup.
document.addEventListener('DOMContentLoaded', function () {
  const form = document.getElementById('fjoin');
  const problem = document.querySelector('.problem');
  const hint = document.getElementById('id-hint');

  async function send(path) {
    const response = await fetch(`/hosts/ajax/${path}/`, {
      method: 'POST',
      body: new FormData(form),
    });
    return await response.json();
  }

  form.mb_id.addEventListener('change', async function () {
    const { message } = await send('check').catch(() => ({ message: '' }));
    hint.textContent = message;
  });

  form.addEventListener('submit', async function (event) {
    event.preventDefault();
    problem.textContent = '';
    try {
      const { redirect, message } = await send('join');
      if (redirect) location.href = redirect;
      else problem.textContent = message;
    } catch {
      problem.textContent = '서버에 닿지 못했습니다. 잠시 뒤에 다시 눌러 주세요.';
    }
  });
});
