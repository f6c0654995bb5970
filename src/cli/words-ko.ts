import { koreanDatabase } from './database-words.js';
import type { Words } from './words.js';

/** Korean. */
export const korean: Words = {
  usage: `dongui verify <파일>... [--keys <공개키 파일>] [--log <장부 파일>] [--site <주소>] [--merge] [--lang ko|en] [--json]
dongui verify --database <주소|폴더|사본> [<묶음>...] [--keys …] [--log …] [--lang ko|en] [--json]

동의 기록 묶음(bundle)이나 받는 서버의 데이터베이스를 인터넷 없이 검증합니다.
  --database  postgres://… 주소, 서버의 데이터 폴더(PGlite), 또는 사본(JSON). 묶음과 장부를 함께 주면 증인이 됩니다.
  --merge  파일들을 한 사람의 것으로 이어 봅니다(기기마다 내려받은 묶음).
  --keys   받는 서버의 공개키(JWK Set). 서버의 /.well-known/dongui-keys.json 을 저장한 파일입니다.
  --log    받는 서버의 장부. GET /log 의 답을 저장한 파일입니다.
  --site   기록이 만들어진 사이트의 주소. 다른 사이트의 기록이면 어긋난 것으로 봅니다.
  --lang   보고서의 언어. 기본은 한국어입니다.
  --json   사람 대신 프로그램이 읽을 결과를 냅니다.

dongui export <파일>... --format dpv|csv|json [--out <파일>] [--lang ko|en]

묶음을 다른 형식으로 내보냅니다. 내보낸 파일도 다시 읽습니다(--format json).
  --format dpv: W3C DPV 2.3 JSON-LD(ISO/IEC TS 27560의 구조), csv: 표, json: 묶음.
  --out    쓸 파일. 없으면 화면에 씁니다. 파일이 여럿이면 하나로 모읍니다.

끝 값: 0 어긋난 곳 없음, 1 어긋난 곳 있음, 2 검증하거나 내보내지 못함.`,
  unknownCommand: '"{name}" 명령은 없습니다.',
  noFile: '검증할 파일을 적어 주세요.',
  unreadable: '{file}: 읽을 수 없습니다({reason}). 경로를 확인하세요.',
  notJson: '{file}: JSON이 아닙니다({reason}). 내려받은 묶음 그대로인지 확인하세요.',
  keysWrong:
    '{file}: 공개키 묶음이 아닙니다. 받는 서버의 /.well-known/dongui-keys.json 을 저장해 주세요.',
  langWrong: '--lang 은 ko 또는 en 입니다.',
  siteWrong: '--site 는 https://shop.example 같은 주소입니다.',
  madeAt: '만든 곳: {origin}',
  intact: '{file}: 동의 기록 {n}건. 어긋난 곳이 없습니다.',
  broken: '{file}: 동의 기록 {n}건. 어긋난 곳이 {broken}군데 있습니다.',
  firstBroken: '처음 어긋난 곳: {path}',
  log: '장부 {file}',
  logIntact: '장부 {file}: 기록 {n}건. 봉인과 같고, 여기 있는 기록이 모두 들어 있습니다.',
  shown: '본 것: {service} 개인정보 처리방침 {version}, 화면 {surface}, 언어 {locale}',
  shownTexts: '화면에 있던 글의 해시: {sha256}. 글이 한 글자만 달라도 값이 달라집니다.',
  allVisible: '보낼 때 모든 항목이 보였습니다.',
  notVisible: '보이지 않았거나 그 화면에서 묻지 않은 항목: {items}',
  shownMissing: '본 것: 묶음에 없습니다(문서 주소 {sha256})',
  decided: '결정',
  guardian: '정한 사람: 보호자({method})',
  guardianConfirmed: '정한 사람: 보호자({method}, 확인 시각 {at})',
  guardianMethods: {
    'sms-notice': '동의 표시와 휴대전화 문자 확인',
    card: '카드 정보 확인',
    'phone-identity': '휴대전화 본인인증',
    'paper-sign': '서면에 서명',
    email: '이메일 회신',
    'phone-call': '전화 통화',
    'other-equivalent': '그에 준하는 방법',
  },
  periods: { Y: '{n}년', M: '{n}개월', W: '{n}주', D: '{n}일' },
  facts: { recipient: '받는 자', purposes: '목적', data: '항목', retention: '보유 기간' },
  after: '{seconds}초 뒤',
  from: '{source}에서',
  required: '필수',
  optional: '선택',
  proved: '확인된 것',
  provedContent: '기록의 내용이 만들어진 그대로입니다.',
  provedShown: '그때 보여 준 문구가 묶음에 그대로 있습니다.',
  provedChain: '앞의 기록과 이어집니다.',
  provedReceived: '받는 서버가 {time}에 받았다고 서명했습니다.',
  levels: { broken: '어긋난 것', unproved: '확인할 수 없는 것', note: '알아 둘 것' },
  elsewhere: '묶음 전체',
  limits:
    '이 검증은 기록이 스스로 어긋나지 않는지를 봅니다. 화면 앞에 누가 있었는지, 문구를 실제로 읽었는지, 빠진 기록이 없는지는 이것만으로 알 수 없습니다. 법률 자문이 아닙니다.',
  events: {
    decision: '결정',
    withdrawal: '철회',
    renewal: '다시 확인',
    expiry: '기간 끝',
    correction: '바로잡음',
  },
  states: {
    given: '동의',
    refused: '동의하지 않음',
    withdrawn: '철회',
    renewed: '다시 확인',
    expired: '기간 끝',
  },
  by: {
    checkbox: '직접 누름',
    'agree-all': '전체 동의로',
    'required-only': '필수만 동의로',
    unticked: '비워 둠',
    parent: '먼저 정할 것에 동의하지 않음',
    restored: '앞서 고른 것을 되살림',
    button: '단추로',
    host: '사이트가 정함',
    clock: '기간이 지남',
  },
  untitled: {
    age: '나이 확인',
    'marketing-use': '홍보 목적 이용',
    advertising: '광고성 정보 수신',
    'advertising-night': '밤에 광고성 정보 수신',
  },
  channels: {
    email: '이메일',
    sms: '문자',
    alimtalk: '알림톡',
    push: '앱 푸시',
    phone: '전화',
    post: '우편',
  },
  findings: {
    'bundle-invalid': '동의 기록 묶음의 모양이 아닙니다({detail}).',
    'bundle-version': '이 프로그램이 모르는 뒤의 판입니다({detail}). dongui를 새 판으로 올리세요.',
    'receipt-invalid': '기록의 모양이 아닙니다({detail}).',
    'receipt-hash': '기록의 내용이 해시와 다릅니다. 만들어진 뒤에 바뀌었습니다.',
    'receipt-twice': '같은 기록이 두 번 있습니다({detail}).',
    'notice-invalid': '보여 준 문서의 모양이 아닙니다({detail}).',
    'document-unused': '어느 기록도 가리키지 않는 문서입니다. 바뀐 문서일 수 있습니다({detail}).',
    'item-hash': '문서의 항목이 제 해시와 다릅니다({detail}).',
    'text-invalid': '약관 글의 모양이 아닙니다({detail}).',
    misfit: '기록이 보여 준 문서와 맞지 않습니다({detail}).',
    'site-other': '다른 사이트에서 만들어진 기록입니다({detail}).',
    'ack-invalid': '받는 서버의 답이 아닙니다({detail}).',
    'ack-other': '받는 서버의 답이 다른 기록의 것입니다.',
    'ack-signature': '받는 서버의 서명이 맞지 않습니다. 답이 바뀌었습니다.',
    'ack-strange-key': '받은 공개키에 없는 열쇠로 서명했습니다. 다른 서버의 답일 수 있습니다.',
    'chain-broken': '앞의 기록과 이어지지 않습니다. 그 사이가 바뀌었거나 빠졌습니다.',
    'chain-subject': '한 사람의 이어진 기록에 다른 사람의 것이 있습니다.',
    'log-invalid': '받는 서버의 장부(log)가 아닙니다.',
    'log-seal':
      '장부가 봉인과 다릅니다. {detail}번째 사이의 기록이 바뀌거나 빠지거나 끼어들거나 자리를 옮겼습니다.',
    'log-witness':
      '장부가 받는 서버의 답과 다릅니다. {detail}번째 사이의 기록이 그 뒤에 바뀌었습니다.',
    'log-absent': '받는 서버의 장부에 없는 기록입니다({detail}).',
    'notice-missing': '그때 보여 준 문서가 묶음에 없습니다({detail}).',
    'text-missing': '그때 보여 준 약관 글이 묶음에 없습니다({detail}).',
    'ack-missing': '받는 서버의 답이 없습니다. 서버가 받았는지 알 수 없습니다.',
    'ack-unsigned': '받는 서버의 답에 서명이 없습니다. 받은 때를 증명하지 못합니다.',
    'ack-unchecked': '공개키를 주지 않아 받는 서버의 서명을 확인하지 않았습니다(--keys).',
    'notice-unverified': '받는 서버가 게시된 문서와 같은지 확인하지 못했습니다.',
    'chain-gap': '바로 앞의 기록({detail}번째)이 묶음에 없습니다.',
    'chain-fork': '같은 차례({detail}번째)의 기록이 둘입니다. 창 두 개에서 함께 만들어진 것입니다.',
    'facts-unstated': '처리방침에 적혀 있지 않은 법정 사항이 있습니다({detail}).',
    'clock-skew': '기기의 시계와 받는 서버의 시계가 {detail}초 다릅니다.',
    'guardian-unconfirmed':
      '보호자를 아직 확인하지 않았습니다. 확인하지 못하면 {detail}까지 지워야 합니다.',
    insecure: '암호화되지 않은 주소(http)에서 만들어졌습니다.',
    framed: '다른 화면 안의 틀에서 만들어졌습니다.',
    hidden: '보이지 않았거나 그 화면에서 묻지 않은 항목이 있습니다({detail}).',
    untrusted: '사람의 누름이 아니라 프로그램이 보냈습니다({detail}).',
  },
  database: koreanDatabase,
};
