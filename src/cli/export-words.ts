import type { ImportIssueCode } from '../model/exports/import-error.js';
import type { FileWords } from './ports.js';

/** What `dongui export` says, in one language. `{name}` is replaced by a value. */
export interface ExportWords extends FileWords {
  readonly formatWrong: string;
  readonly unwritable: string;
  readonly written: string;
  /** What was exported contradicts itself; it is exported as it is. */
  readonly broken: string;
  /** What a consent record must say and the policy does not. */
  readonly gaps: string;
  readonly path: string;
  readonly row: string;
  readonly column: string;
  readonly failures: Readonly<Record<ImportIssueCode, string>>;
}

/** Korean. */
export const exportKorean: ExportWords = {
  unreadable: '{file}: 읽을 수 없습니다({reason}). 경로를 확인하세요.',
  notJson: '{file}: JSON이 아닙니다({reason}). 내려받은 파일 그대로인지 확인하세요.',
  formatWrong: '--format 은 dpv, csv, json 가운데 하나입니다.',
  unwritable: '{file}: 쓸 수 없습니다({reason}).',
  written: '{file}: 동의 기록 {n}건을 내보냈습니다.',
  broken:
    '내보낸 기록에 스스로 어긋난 곳이 있습니다. 고치지 않고 그대로 내보냈습니다. 처음 어긋난 곳: {path} – {reason}',
  gaps: '처리방침에 적혀 있지 않아 비워 둔 것(dongui:gaps): {names}',
  path: '자리: {path}',
  row: '자리: {row}번째 줄',
  column: '자리: {row}번째 줄, {column} 칸',
  failures: {
    foreign: '{file}: dongui가 내보낸 파일이 아닙니다.',
    'later-version':
      '{file}: 이 프로그램이 모르는 뒤의 판입니다({detail}). dongui를 새 판으로 올리세요.',
    quote: '{file}: 따옴표가 맞지 않습니다. CSV 파일이 잘렸거나 바뀌었습니다.',
    columns: '{file}: 칸의 수나 이름이 다릅니다. CSV 파일이 바뀌었습니다.',
    piece: '{file}: 나눠 적은 기록의 조각이 빠졌거나 자리를 옮겼습니다({detail}).',
    json: '{file}: 원래의 기록이 들어 있어야 할 칸이 JSON이 아닙니다.',
    record: '{file}: 기록의 모양이 아닙니다({detail}).',
    differs: '{file}: 적힌 것이 함께 실린 원래의 기록과 다릅니다. 내보낸 뒤에 바뀌었습니다.',
  },
};

/** English. */
export const exportEnglish: ExportWords = {
  unreadable: '{file}: cannot be read ({reason}). Check the path.',
  notJson: '{file}: is not JSON ({reason}). Is it the file as it was downloaded?',
  formatWrong: '--format is dpv, csv or json.',
  unwritable: '{file}: cannot be written ({reason}).',
  written: '{file}: receipts exported: {n}.',
  broken:
    'What was exported contradicts itself. It was exported as it is, and not mended. First at {path} – {reason}',
  gaps: 'Left empty because the policy does not state it (dongui:gaps): {names}',
  path: 'At {path}',
  row: 'At row {row}',
  column: 'At row {row}, column {column}',
  failures: {
    foreign: '{file}: is no export of dongui.',
    'later-version': '{file}: a later version than this program knows ({detail}). Update dongui.',
    quote: '{file}: quotation marks do not match. The CSV file was cut or changed.',
    columns: '{file}: another number of columns, or other names. The CSV file was changed.',
    piece: '{file}: a piece of a record that stands in pieces is missing or was moved ({detail}).',
    json: '{file}: the cell that holds the original record is not JSON.',
    record: '{file}: this has not the form of a record ({detail}).',
    differs:
      '{file}: what it says differs from the original record that it carries. It was changed after it was exported.',
  },
};
