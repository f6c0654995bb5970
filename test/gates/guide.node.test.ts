import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import english from '../../locales/en/cookie-steps.js';
import japanese from '../../locales/ja/cookie-steps.js';
import korean from '../../locales/ko/cookie-steps.js';
import { ADVERTISING_GUIDES, BROWSER_GUIDES } from '../../src/gates/browser-guides.js';
import { isOld, type Way } from '../../src/gates/guide.js';
import { replacedReason } from '../../src/gates/replaced-steps.js';
import { stepsTable } from '../support/steps-table.js';

const TEXTS = { ko: korean, en: english, ja: japanese };
const GUIDES = [...BROWSER_GUIDES, ...ADVERTISING_GUIDES];
const WAYS: readonly Way[] = GUIDES.flatMap(({ ways }) => ways);

/** Products and menus that are gone; none may stand in a step (requirement CKI-09). */
const GONE =
  /익스플로|internet explorer|\bIE\b|인터넷 옵션|콘텐츠 설정 ›|쿠키 및 사이트 권한|cookies and site permissions|Google 설정|광고 추적 제한|limit ad tracking|광고 맞춤 설정 선택 해제|追跡型広告を制限/i;

describe('the steps', () => {
  it('cover what the regulator’s guide covers', () => {
    const ids = new Set<string>(GUIDES.map(({ id }) => id));
    const wanted = ['chrome-desktop', 'edge-desktop', 'safari-ios', 'safari-mac', 'samsung'];
    for (const id of [...wanted, 'android-ads', 'ios-ads']) assert.ok(ids.has(id), id);
  });

  it('are texts of exactly these ways, in every language', () => {
    const ids = WAYS.map(({ id }) => id).sort();
    assert.equal(new Set(ids).size, ids.length);
    for (const [lang, texts] of Object.entries(TEXTS)) {
      const keys = Object.keys(texts).filter((key) => !key.startsWith('leave-'));
      assert.deepEqual(keys.sort(), ids, lang);
    }
  });

  it('name the menu’s own words, with every bracket closed', () => {
    for (const [lang, texts] of Object.entries(TEXTS)) {
      for (const [id, text] of Object.entries(texts)) {
        assert.doesNotMatch(text.replace(/\[[^[\]]+\]/g, ''), /[[\]]/, `${lang} ${id}`);
        if (id !== 'chrome-ios-none') assert.match(text, /\[/, `${lang} ${id}`);
        assert.doesNotMatch(text, /^\n|\n\n|\n$| {2}|\[ | \]/, `${lang} ${id}`);
      }
    }
  });

  it('never send anybody to a product or a menu that is gone', () => {
    for (const [lang, texts] of Object.entries(TEXTS)) {
      for (const [id, text] of Object.entries(texts)) {
        assert.doesNotMatch(text, GONE, `${lang} ${id}`);
      }
    }
  });

  it('separate refusing from deleting and from limiting', () => {
    for (const { id, ways } of BROWSER_GUIDES) {
      assert.ok(
        ways.some(({ kind }) => kind === 'refuse'),
        `${id} has no way to refuse`,
      );
    }
    const deleting = /삭제|지우기|delete|clear data/i;
    for (const { id, kind } of WAYS.filter((way) => way.kind === 'refuse')) {
      assert.doesNotMatch(korean[id as 'samsung-all'], deleting, `${id} ${kind}`);
    }
  });

  it('carry a day that is not in the future, and a version', () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const { id, checkedOn, version } of WAYS) {
      assert.match(checkedOn, /^\d{4}-\d{2}-\d{2}$/, id);
      assert.ok(checkedOn <= today, `${id}: ${checkedOn}`);
      assert.notEqual(version.product, '', id);
    }
  });

  it('name a source wherever they claim to have been read in one', () => {
    for (const { id, source, sureness } of WAYS) {
      const sure = Object.values(sureness).some((each) => each === 'official' || each === 'vendor');
      if (sure) assert.notEqual(source, 'none', id);
    }
  });

  it('have addresses that no link opens, and no other', () => {
    for (const { id, settings } of WAYS) {
      if (settings !== undefined)
        assert.match(settings, /^(chrome|edge|whale|about):[\w/#]+$/, `${id}: ${settings}`);
    }
  });

  it('are what docs/cookie-steps.md says', () => {
    const page = readFileSync('docs/cookie-steps.md', 'utf8');
    const [, table] = /<!-- steps -->\n\n([^]*?)\n\n<!-- \/steps -->/.exec(page) ?? [];
    assert.equal(table, stepsTable(), 'run: node scripts/cookie-steps.mjs');
  });
});

describe('isOld', () => {
  const cases: readonly (readonly [string, Date, boolean])[] = [
    ['2026-11-21', new Date(2026, 10, 22), false],
    ['2026-11-21', new Date(2027, 10, 21, 23, 59), false],
    ['2026-11-21', new Date(2027, 10, 22, 0, 0), true],
    ['2024-02-29', new Date(2025, 2, 1), false],
    ['2024-02-29', new Date(2025, 2, 2), true],
    ['2026-11-21', new Date(2020, 0, 1), false],
  ];
  for (const [day, now, old] of cases) {
    it(`${day} on ${now.toDateString()}: ${String(old)}`, () => {
      assert.equal(isOld(day, now), old);
    });
  }
});

describe('replacedReason', () => {
  const cases: readonly (readonly [string, string, readonly string[], string | undefined])[] = [
    ['retired', '인터넷 익스플로어', ['도구', '인터넷 옵션'], undefined],
    ['retired', 'IE', ['옵션'], '쿠키 삭제 클릭'],
    ['retired', 'Internet Explorer 11', ['Tools'], undefined],
    ['moved', '크롬', ['설정', '개인정보', '콘텐츠 설정', '쿠키'], '차단'],
    ['moved', '아이폰', ['설정', '개인정보보호', '광고', '광고 추적 제한'], '활성화'],
    ['moved', '안드로이드', ['설정', 'Google 설정', '광고'], undefined],
    ['delete-only', 'Chrome', ['방문기록 메뉴'], '인터넷 사용 기록 삭제 클릭'],
    ['', 'Chrome', ['설정', '개인 정보 보호 및 보안', '서드 파티 쿠키 차단'], undefined],
    ['', 'Siemens', ['설정', '쿠키 거부'], undefined],
  ];
  for (const [reason, target, path, action] of cases) {
    it(`${target} › ${path.join(' › ')}: ${reason === '' ? 'stays' : reason}`, () => {
      const steps = { target, path, ...(action === undefined ? {} : { action }) };
      assert.equal(replacedReason(steps) ?? '', reason);
    });
  }
});
