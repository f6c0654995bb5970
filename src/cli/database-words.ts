import type { DatabaseFindingCode } from '../receiver/index.js';

/** What the command says of a database, in one language. `{name}` is replaced by a value. */
export interface DatabaseWords {
  readonly intact: string;
  readonly broken: string;
  readonly firstBroken: string;
  /** Where a finding is: by the number of the receipt, and its id where a row is there. */
  readonly at: string;
  readonly atId: string;
  readonly unopened: string;
  readonly unknownTables: string;
  readonly logWrong: string;
  readonly more: string;
  readonly limits: string;
  readonly findings: Readonly<Record<DatabaseFindingCode, string>>;
}

/** Korean. */
export const koreanDatabase: DatabaseWords = {
  intact: '{place}: 동의 기록 {n}건. 어긋난 곳이 없습니다.',
  broken: '{place}: 동의 기록 {n}건. 어긋난 곳이 {broken}군데 있습니다.',
  firstBroken: '처음 어긋난 곳: {where}',
  at: '{number}번째',
  atId: '{number}번째({id})',
  unopened: '{place}: 열 수 없습니다({reason}).',
  unknownTables:
    '{place}: 이 판의 표가 없습니다({reason}). 받는 서버를 이 판으로 한 번 켜면 표가 만들어집니다.',
  logWrong: '{file}: 받는 서버의 장부(log)가 아닙니다. GET /log 의 답을 저장해 주세요.',
  more: '이 밖에 {n}군데가 더 있습니다(--json 으로 모두 볼 수 있습니다).',
  limits:
    '받은 때의 1초 아래와 배달 정보(delivery)는 아무것도 지켜 주지 않습니다. 계정 연결(dongui_account)과 기한 표는 증거가 아니라서 보지 않습니다. 데이터베이스와 서명 열쇠를 모두 가진 사람이 처음부터 빼 둔 기록은 찾을 수 없습니다. 법률 자문이 아닙니다.',
  findings: {
    'database-invalid': '데이터베이스 사본의 모양이 아닙니다.',
    'body-hash': '기록의 내용이 해시와 다릅니다. 내용이나 해시가 바뀌었습니다.',
    'body-invalid': '기록의 내용이 저장된 그대로의 모양이 아닙니다.',
    column: '열이 기록이나 받는 서버의 답과 다릅니다({detail}).',
    'half-erased': '지운 것도 남긴 것도 아닌 행입니다. 내용과 지운 때가 서로 맞지 않습니다.',
    'delivery-invalid': '배달 정보가 저장된 그대로의 모양이 아닙니다.',
    'ack-invalid': '받는 서버의 답이 저장된 그대로의 모양이 아닙니다.',
    'ack-other': '받는 서버의 답이 다른 기록의 것이거나 해시가 바뀌었습니다.',
    'ack-signature': '받는 서버의 서명이 맞지 않습니다. 답이 바뀌었습니다.',
    'ack-strange-key': '받은 공개키에 없는 열쇠로 서명했습니다.',
    'ack-unsigned-after':
      '앞의 답에는 서명이 있는데 이 답에는 없습니다. 끼워 넣은 행일 수 있습니다.',
    'notice-missing': '그때 보여 준 문서가 없습니다({detail}).',
    'text-missing': '그때 보여 준 약관 글이 없습니다({detail}).',
    'document-hash': '그때 보여 준 문서가 바뀌었습니다({detail}).',
    misfit: '기록이 보여 준 문서와 맞지 않습니다({detail}).',
    'row-missing': '여기 있던 기록이 지워졌습니다(해시 {detail}).',
    'row-inserted': '장부에 없는 기록이 여기 끼어들었습니다.',
    'row-moved': '기록의 자리가 바뀌었습니다.',
    'row-replaced':
      '장부에 적힌 기록이 아닙니다. 바뀌었거나 바꿔치기되었습니다(장부의 해시 {detail}).',
    'row-position': '자리 번호가 장부와 다릅니다.',
    leaf: '장부가 바뀌었습니다(dongui_leaf).',
    seal: '봉인과 다릅니다. {detail}번째 사이의 기록이나 봉인이 바뀌었습니다.',
    witness: '다른 사람이 가진 것과 다릅니다. {detail}번째 사이가 그 뒤에 바뀌었습니다.',
    truncated: '끝이 잘렸습니다. 기록이 {detail}건 있었습니다.',
    absent: '방문자가 가진 기록이 없습니다.',
    differs: '방문자가 가진 기록과 다릅니다(해시 {detail}).',
    'leaf-missing': '여기서부터 장부(dongui_leaf)가 비어 있습니다. 봉인으로만 확인했습니다.',
    unsealed:
      '맨 끝의 {detail}건은 아직 봉인되지 않았습니다. 빠지거나 끼어든 것이 있는지 알 수 없습니다.',
    'no-witness':
      '끝에서 잘라 낸 기록은 데이터베이스만으로 알 수 없습니다. 방문자가 가진 묶음이나 전에 저장한 장부(--log)와 함께 확인하세요.',
    'ack-unsigned': '받는 서버의 답 {detail}건에 서명이 없습니다. 받은 때를 증명하지 못합니다.',
    'ack-unchecked': '공개키를 주지 않아 서명 {detail}건을 확인하지 않았습니다(--keys).',
    erased: '계정과 함께 지운 기록입니다. 해시와 자리만 남아 있습니다.',
    'clock-skew': '기기의 시계가 하루 넘게 달랐습니다(기기 {detail}).',
    alarm: '같은 번호로 다른 내용을 보내 온 적이 있습니다.',
  },
};

/** English. */
export const englishDatabase: DatabaseWords = {
  intact: '{place}: receipts: {n}. Nothing contradicts itself.',
  broken: '{place}: receipts: {n}. Places that contradict themselves: {broken}.',
  firstBroken: 'First at {where}',
  at: 'number {number}',
  atId: 'number {number} ({id})',
  unopened: '{place}: cannot be opened ({reason}).',
  unknownTables:
    '{place}: has not the tables of this version ({reason}). Start the receiver of this version once; it makes them.',
  logWrong: "{file}: is no receiver's log. Save the answer of GET /log.",
  more: 'There are {n} more places (--json gives all).',
  limits:
    'Nothing protects what lies below a second of the time of arrival, and the delivery column. Links to accounts (dongui_account) and due dates are no evidence and are not looked at. A receipt that was left out from the beginning by somebody who has both database and signing key cannot be found. It is not legal advice.',
  findings: {
    'database-invalid': 'This has not the form of a copy of a database.',
    'body-hash': 'The receipt has another hash: its content or the hash was changed.',
    'body-invalid': 'The content is not in the form in which it was stored.',
    column: 'A column differs from the receipt or the answer ({detail}).',
    'half-erased': 'Neither erased nor kept: content and time of erasure contradict each other.',
    'delivery-invalid': 'The delivery is not in the form in which it was stored.',
    'ack-invalid': "The receiver's answer is not in the form in which it was stored.",
    'ack-other': "The receiver's answer is about another receipt, or the hash was changed.",
    'ack-signature': "The receiver's signature is wrong: its answer was changed.",
    'ack-strange-key': 'Signed by a key that is not among those given.',
    'ack-unsigned-after':
      'Answers before it are signed and this one is not: it may have been put in.',
    'notice-missing': 'The notice that was shown is not there ({detail}).',
    'text-missing': 'The terms that were shown are not there ({detail}).',
    'document-hash': 'The document that was shown was changed ({detail}).',
    misfit: 'The receipt does not fit the notice that was shown ({detail}).',
    'row-missing': 'The receipt that was here was removed (hash {detail}).',
    'row-inserted': 'A receipt that is not in the log was put in here.',
    'row-moved': 'Receipts have changed places.',
    'row-replaced':
      'It is not the receipt of the log: changed or exchanged (hash in the log {detail}).',
    'row-position': 'Its place has another number than in the log.',
    leaf: 'The log was changed (dongui_leaf).',
    seal: 'It differs from a seal: between number {detail} a receipt, or the seal, was changed.',
    witness: 'It differs from what others hold: between number {detail} it was changed afterwards.',
    truncated: 'The end was cut off: there were {detail} receipts.',
    absent: 'A receipt that a visitor holds is not there.',
    differs: 'It differs from the receipt that a visitor holds (hash {detail}).',
    'leaf-missing': 'From here on the log (dongui_leaf) is empty: only seals were compared.',
    unsealed:
      'The last {detail} are not sealed yet: nobody can tell what was put in or left out there.',
    'no-witness':
      'What was cut off the end cannot be seen in the database alone. Verify it together with bundles of visitors, or with a log that was saved earlier (--log).',
    'ack-unsigned':
      'Answers that are not signed: {detail}. They do not prove when receipts arrived.',
    'ack-unchecked': 'Signatures that were not checked, for no keys were given (--keys): {detail}.',
    erased: 'Erased with its account: its hash and its place are left.',
    'clock-skew': "The device's clock was more than a day off (device {detail}).",
    alarm: 'Another content was once offered under its id.',
  },
};
