import {parseJson} from './parse-json.ts';
import {
  isFields,
  readBoolean,
  readDate,
  readNumber,
  readOptional,
  readText,
  readTexts,
  type Fields,
} from './read.ts';
import type {
  Author,
  ChatAgent,
  ChatMessage,
  ChatStatistic,
  ConversationEntry,
  PageFilter,
  SystemEvent,
  VisitorCard,
  VisitorInfo,
  VisitorLabel,
  VisitorTag,
} from './types.ts';

export const readConversation = (fields: Fields): ConversationEntry => ({
  conversationId: readText(fields.conversationID),
  sid: readNumber(fields.sid),
  createdAt: readDate(fields.date),
});

/** What a system message says; never throws, whatever stands in it. */
export function readSystemEvent(text: string): SystemEvent {
  try {
    const data = parseJson(text);
    if (!isFields(data)) return {type: 'unknown', data: {}};
    const currentPage = readOptional(data.currentPage);
    return {type: readOptional(data.type) ?? 'unknown', ...(currentPage && {currentPage}), data};
  } catch {
    return {type: 'unknown', data: {}};
  }
}

/** 0 is the visitor, null the platform itself; `from` decides where the number is missing. */
function readAuthor(fields: Fields): Author {
  const name = readText(fields.from);
  const agentId = readNumber(fields.agentID);
  if (agentId) return {kind: 'agent', agentId, name};
  const isSystem = agentId === null && (fields.agentID === null || name === 'system');
  return isSystem ? {kind: 'system'} : {kind: 'visitor', name};
}

export function readMessage(fields: Fields): ChatMessage {
  const author = readAuthor(fields);
  const text = readText(fields.message);
  return {
    id: readNumber(fields.id),
    conversationId: readText(fields.conversationID),
    author,
    text,
    at: readDate(fields.date),
    ...(author.kind === 'system' && {event: readSystemEvent(text)}),
  };
}

export const readVisitor = (fields: Fields): VisitorInfo => ({
  conversationId: readText(fields.conversationID),
  trafficType: readText(fields.trafficType),
  searchEngine: readOptional(fields.se_type),
  lastVisitAt: readDate(fields.last_visit),
  browser: readText(fields.browser),
  os: readText(fields.os),
  city: readOptional(fields.user_city),
  country: readOptional(fields.user_country),
  exitPage: readOptional(fields.exitPage),
});

export function readTag(fields: Fields): VisitorTag {
  const type = readNumber(fields.type);
  return {
    conversationId: readText(fields.conversationID),
    tag: readText(fields.tag),
    isName: type === 0,
    type,
    createdAt: readDate(fields.createdDate),
  };
}

export const readLabel = (fields: Fields): VisitorLabel => ({
  conversationId: readText(fields.conversationID),
  label: readText(fields.label),
  createdAt: readDate(fields.createdDate),
});

export const readCard = (fields: Fields): VisitorCard => ({
  conversationId: readText(fields.conversationID),
  id: readText(fields.dataID),
  data: readText(fields.data),
  createdAt: readDate(fields.createdDate),
  updatedAt: readDate(fields.updatedDate),
});

export const readAgent = (fields: Fields): ChatAgent => ({
  id: readNumber(fields.agentID) ?? 0,
  name: readText(fields.agentName),
  email: readText(fields.agentEmail),
  picture: readOptional(fields.agentPicture),
  lastActiveAt: readDate(fields.agentLastActive),
  department: readOptional(fields.department),
  isBackOffice: readBoolean(fields.isBackOffice),
  groups: readTexts(fields.groups),
});

export const readStatistic = (fields: Fields): ChatStatistic => ({
  channel: readText(fields.channel),
  agentName: readOptional(fields.agentName),
  agentEmail: readOptional(fields.agentEmail),
  referral: readText(fields.referral),
  searchEngine: readOptional(fields.searchEngine),
  exitPage: readOptional(fields.exitPage),
  browser: readText(fields.browser),
  os: readText(fields.os),
  city: readOptional(fields.city),
  country: readOptional(fields.country),
  labels: readTexts(fields.labels),
  tags: readTexts(fields.tags),
  startedAt: readDate(fields.startedAt),
  duration: readNumber(fields.duration),
  responseTime: readNumber(fields.responseTime),
  rating: readNumber(fields.rating),
});

export const readPageFilter = (fields: Fields): PageFilter => ({
  id: readNumber(fields.id) ?? 0,
  searchFilter: readText(fields.searchFilter),
  searchName: readText(fields.searchName),
  matchType: readText(fields.matchType),
});
