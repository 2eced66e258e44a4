import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('ja');

const ja: ChatTerms = {
  language: 'ja',
  direction: 'ltr',
  chat: 'チャット',
  unread: (count) => plural(count, {other: '未読 # 件'}),
  heading: 'チャットでお問い合わせ',
  online: '通常、数分以内に返信します',
  away: 'ただいま担当者が不在です。メッセージを残していただければ、こちらに返信が届きます。',
  greeting: 'こんにちは。どのようなご用件でしょうか。',
  log: 'メッセージ',
  you: 'あなた',
  write: 'メッセージを入力',
  send: '送信',
  attach: 'ファイルを添付',
  remove: (name) => `${name} を取り除く`,
  close: 'チャットを閉じる',
  older: '以前のメッセージを表示',
  typing: (name) => `${name} さんが入力中`,
  sending: '送信中',
  sent: '送信済み',
  seen: '既読',
  offline: 'オフラインです。入力した内容は保存され、後で送信されます。',
  closed: 'このチャットは終了しました。いつでもまたお書きください。',
  rate: '対応はいかがでしたか。',
  stars: (count) => plural(count, {other: '星 # つ'}),
  thanks: '評価をありがとうございます',
  today: '今日',
  yesterday: '昨日',
  download: (name, size) => `${name} をダウンロード（${size}）`,
  image: (name) => `画像：${name}`,
  tooLarge: (name, size) => `${name} は ${size} を超えています`,
  tooMany: (count) => `1 件のメッセージのファイル数：最大 ${count} 個`,
  badFile: (name) => `${name} は送信できません。画像、PDF、文書、ZIP、テキストを送信できます`,
  noRoom: (size) => `送信待ちのファイルは合計 ${size} までです`,
  downloadFailed: (name) => `${name} をダウンロードできませんでした。もう一度お試しください`,
};
export default ja;
