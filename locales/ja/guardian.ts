import type { GuardianMessages } from '../../src/i18n/guardian-messages.js';
import japanese from '../ja.js';
import methods from './guardian-methods.js';

const guardian: GuardianMessages = {
  ...japanese,
  ...methods,
  childTitle: '満{age}歳未満の方は、保護者の同意が必要です。',
  childWho: '確認する事業者',
  childWhy: '確認する理由',
  childWhyText: '保護者が同意するかどうかを確認するためです。ほかの目的には使いません。',
  childWhat: '入力するもの',
  childWhatText: '保護者の名前と連絡先だけを入力します。',
  childUntil: '削除する時期',
  childUntilText: '保護者が同意しない場合や確認できない場合は、{n}日以内に削除します。',
  childHow: '確認の方法',
  childGo: '保護者の同意を得る',

  guardianTitle: '保護者が決めます',
  guardianLead:
    '満{age}歳未満の場合は、本人に代わって保護者が決めます。項目ごとに決めます。一括で同意するボタンはありません。',
  guardianMethod: '確認の方法',
  guardianAt: '確認した日時',
  guardianUnconfirmed: 'まだ確認していません',
  guardianProvisional:
    '確認の前に決めたことは仮の記録です。{date}までに確認できない場合は、記録と保護者の情報を削除します。',
  guardianPromotion: '満{age}歳未満の方に広告を送るかどうかも、保護者が決めます。',
  childWords: '子どもへの説明',
  storedProvisional:
    '保護者をまだ確認していないため、仮の記録です。{date}までに確認できない場合は削除します。',
};

export default guardian;
