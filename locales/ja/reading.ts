import type { ReadingMessages } from '../../src/i18n/reading-messages.js';
import japanese from '../ja.js';

const reading: ReadingMessages = {
  ...japanese,
  readingLoading: 'プライバシーポリシーを読み込んでいます。',
  readingErrorTitle: 'プライバシーポリシーを読み込めませんでした',
  readingErrorNetwork: 'インターネットの接続を確認して、もう一度読み込んでください。',
  readingErrorDocument:
    'ポリシーの文書に誤りがあります。しばらくしてから、もう一度読み込んでください。',
  notApplicable: '該当なし',
  markBiometric: '生体認識情報',
  markBehavioural: '行動情報',
  markAutomatic: '自動収集',
};

export default reading;
