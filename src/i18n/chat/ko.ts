import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('ko');

const ko: ChatTerms = {
  language: 'ko',
  direction: 'ltr',
  chat: '채팅',
  unread: (count) => plural(count, {other: '읽지 않음 #개'}),
  heading: '채팅으로 문의하기',
  online: '보통 몇 분 안에 답변해 드립니다',
  away: '지금은 담당자가 없습니다. 메시지를 남겨 주시면 여기에서 답변을 확인하실 수 있습니다.',
  greeting: '안녕하세요. 무엇을 도와드릴까요?',
  log: '메시지',
  you: '나',
  write: '메시지 입력',
  send: '보내기',
  attach: '파일 첨부',
  remove: (name) => `${name} 제거`,
  close: '채팅 닫기',
  older: '이전 메시지 보기',
  typing: (name) => `${name} 님이 입력 중`,
  sending: '보내는 중',
  sent: '보냄',
  seen: '읽음',
  offline: '오프라인 상태입니다. 작성한 내용은 저장되며 나중에 전송됩니다.',
  closed: '이 채팅은 종료되었습니다. 언제든지 다시 남겨 주세요.',
  rate: '상담은 어떠셨나요?',
  stars: (count) => plural(count, {other: '별 #개'}),
  thanks: '평가해 주셔서 감사합니다',
  today: '오늘',
  yesterday: '어제',
  download: (name, size) => `${name} 다운로드, ${size}`,
  image: (name) => `이미지: ${name}`,
  tooLarge: (name, size) => `${name} 파일이 ${size}보다 큽니다`,
  tooMany: (count) => `메시지당 파일: 최대 ${count}개`,
  badFile: (name) =>
    `${name} 파일은 보낼 수 없습니다. 이미지, PDF, 문서, ZIP, 일반 텍스트를 보낼 수 있습니다`,
  noRoom: (size) => `전송 대기 파일은 최대 ${size}까지 가능합니다`,
  downloadFailed: (name) => `${name} 파일을 다운로드하지 못했습니다. 다시 시도하세요`,
};
export default ko;
