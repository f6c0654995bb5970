import type { RecallMessages } from '../../src/i18n/recall-messages.js';
import japanese from '../ja.js';

const recall: RecallMessages = {
  ...japanese,
  leadDone: 'すべて決定済みです。下で一つずつ変更できます。',
  stateWithdrawn: '撤回済み',
  sinceDay: '{date}から',
  withdraw: '撤回する',
  decideAgain: '決め直す',
  actOnItem: '{action}: {title}',
  withdrawnNow: '撤回しました。今後この同意は使用されません。',

  staleSince: '{date}の同意の後に内容が変わったため、もう一度お尋ねします。',
  endedSince: '{since}の同意の期間が{date}に終わったため、もう一度お尋ねします。',
  staleUnused: '決めるまで、以前の同意を新しい内容に使うことはありません。',
  endedUnused: '決めるまで、この情報は使用されません。',
  factChanged: '変更',
  factBefore: '以前: {value}',

  confirmDue:
    '{since}に広告の受信に同意しました。受信を続けるかどうか、{date}までに確認してください。確認しなくても同意はそのままです。',
  confirmKeep: '受信を続ける',

  recordName: '同意の記録',
};

export default recall;
