import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { chapterState, GUIDE_CHAPTERS, type GuideChapterName } from '../../src/model/guide-rows.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import { readPolicy } from '../policies/read-policy.js';

const chapters = Object.entries(GUIDE_CHAPTERS);
const names = Object.keys(GUIDE_CHAPTERS) as GuideChapterName[];

describe('the chapters of the guide', () => {
  it('hold its 24 rows, each once and in order', () => {
    assert.deepEqual(
      chapters.flatMap(([, { rows }]) => rows),
      Array.from({ length: 24 }, (_, index) => index + 1),
    );
  });

  it('have names that are addresses, and name requirement and source', () => {
    for (const [name, { requirement, source }] of chapters) {
      assert.match(name, /^[a-z-]+$/);
      assert.match(requirement, /^(POL|CHD|TPP|OVS|SEN|CKI|WDR)-\d\d$/, name);
      assert.notEqual(source, '', name);
    }
  });
});

describe('chapterState', () => {
  const bare: PolicyDocument = {
    ...{ schema: 'dongui/policy@1', id: 'bare', locale: 'ko', jurisdiction: 'KR', version: '1' },
    ...{ effective: '2026-01-01', controllers: [{}], service: { name: 'bare' }, surfaces: {} },
  };

  it('tells the four states apart', () => {
    const of = (document: Partial<PolicyDocument>): string =>
      chapterState({ ...bare, ...document }, 'third-parties');
    assert.equal(of({}), 'unstated');
    assert.equal(of({ thirdParties: [] }), 'announced');
    assert.equal(of({ notApplicable: ['thirdParties'] }), 'absent');
    assert.equal(of({ thirdParties: [], thirdPartyRule: ['…'] }), 'stated');
    assert.equal(of({ sections: [{ row: 7, title: '…', body: [] }] }), 'stated');
  });

  it('finds every row of haru stated or declared absent', () => {
    for (const name of ['haru.ko', 'haru.en', 'haru.1.0.ko', 'haru.1.0.en']) {
      const states = names.map((chapter) => chapterState(readPolicy(name), chapter));
      assert.deepEqual(
        states.filter((state) => state !== 'stated' && state !== 'absent'),
        [],
      );
    }
  });

  it('finds what the transcribed texts leave out (requirements 2.0)', () => {
    const of = (name: string, chapter: GuideChapterName): string =>
      chapterState(readPolicy(name), chapter);
    assert.equal(of('xperp', 'rights'), 'unstated');
    assert.equal(of('nexcore', 'processors'), 'absent');
    assert.equal(of('nexcore', 'remedies'), 'stated');
    assert.equal(of('nexcore', 'other'), 'stated');
    assert.equal(of('codexa', 'transfers'), 'unstated');
    assert.equal(of('infinisoft', 'behaviour'), 'unstated');
  });
});
