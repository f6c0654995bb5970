import type { PolicySummaryMessages } from '../../src/i18n/policy-summary-messages.js';
import reading from './reading.js';

const summary: PolicySummaryMessages = {
  ...reading,

  summaryHeading: '個人情報、ひと目で',
  summaryVersion: '第{version}版 · {date}施行',
  summaryEffective: '{date}施行',
  summaryArchived: '現在は使われていない以前のポリシーです。',

  nextTitle: '{date}から変わります',
  nextLink: '変わる内容を見る',

  labelsHeading: '取扱い表示',
  labelsHint: '枠を選ぶと詳しい内容が表示されます。',
  labelOrdinary: '一般の個人情報',
  labelBiometric: '生体情報',
  labelAutomatic: '自動収集',
  labelComplaints: '苦情の受付',
  labelNone: 'なし',
  labelUnstated: '記載なし',
  labelNoneDetail: 'このポリシーに「該当なし」と書かれています。',
  labelAnnouncedDetail: 'このポリシーに見出しはありますが、内容が書かれていません。',
  labelLink: 'ポリシーで見る',
  countItems: '{n}項目',
  countPlaces: '{n}か所',
  countCookies: 'Cookie{n}種類',
  choiceRequired: '必須{n}',
  choiceOptional: '任意{n}',

  processingHeading: 'なぜ、何を、いつまで',
  purposesMore: '目的をあと{n}件見る',
  automaticHeading: '自動的に収集する情報',
  factTrackers: '収集する会社',
  factCookies: 'Cookie',
  factEffect: '拒否した場合',
  factPermissions: '端末のアクセス権限',
  keptHeading: 'より長く保管する記録{n}件',
  keptUnnamed: '名前が書かれていない記録',

  recipientsHeading: 'だれが受け取るか',
  consentRequired: '必須の同意',
  consentOptional: '任意の同意',
  basisUnstated: '根拠の記載なし',
  processors: '業務の委託',
  processorsNote: '同意なしに任せた仕事',
  processorsPromotion: '宣伝・販売',
  subProcessors: '再委託先: {names}',
  asProcessor: '顧客に代わって取り扱う情報',

  rightsHeading: 'あなたができること',
  rightWithdraw: '同意の撤回',
  rightLimit: '制限: {limit}',
  contactsHeading: 'お問い合わせ',
  contacts: '個人情報の担当部署',
  remedies: '権利侵害の救済',
  remedyRetired: '現在は使われていない連絡先です。',
  remedyToday: '現在の連絡先です。このポリシーには書かれていません。',
  roleCpo: '個人情報保護責任者',
  roleOfficer: '個人情報担当者',
  roleAccess: '開示請求',
  roleComplaints: '苦情の受付',

  notReplacing:
    'この要約はプライバシーポリシーに代わるものではありません。異なる点があれば、ポリシーが優先します。',
  wholePolicy: '{policy}の全文を見る',
};

export default summary;
