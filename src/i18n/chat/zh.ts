import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('zh');

const zh: ChatTerms = {
  language: 'zh',
  direction: 'ltr',
  chat: '聊天',
  unread: (count) => plural(count, {other: '# 条未读'}),
  heading: '与我们聊天',
  online: '我们通常会在几分钟内回复',
  away: '现在没有人在线。请留言，回复会在这里等您。',
  greeting: '您好。有什么可以帮您？',
  log: '消息',
  you: '您',
  write: '输入消息',
  send: '发送',
  attach: '添加文件',
  remove: (name) => `移除 ${name}`,
  close: '关闭聊天',
  older: '显示更早的消息',
  typing: (name) => `${name} 正在输入`,
  sending: '正在发送',
  sent: '已发送',
  seen: '已读',
  offline: '您已离线。您输入的内容会保留，稍后发送。',
  closed: '此聊天已结束。欢迎随时再来。',
  rate: '我们的服务如何？',
  stars: (count) => plural(count, {other: '# 星'}),
  thanks: '感谢您的评价',
  today: '今天',
  yesterday: '昨天',
  download: (name, size) => `下载 ${name}，${size}`,
  image: (name) => `图片：${name}`,
  tooLarge: (name, size) => `${name} 超过 ${size}`,
  tooMany: (count) => `每条消息的文件：最多 ${count} 个`,
  badFile: (name) => `${name} 无法发送：可以发送图片、PDF、文档、ZIP 和纯文本`,
  noRoom: (size) => `等待发送的文件最多 ${size}`,
  downloadFailed: (name) => `${name} 下载失败。请重试`,
};
export default zh;
