/** What a site's visitor, their chat and the platform say to each other. */
export interface VisitorPage {
  url: string;
  title: string;
}

/** Something a visitor's page reports. */
export type VisitorReport =
  | {type: 'page'; page: VisitorPage}
  | {type: 'externalId'; id: string}
  | {type: 'name'; name: string}
  | {type: 'card'; id: string; data: string}
  | {type: 'message'; text: string; attachmentIds?: readonly string[]}
  | {type: 'read'; upTo: number}
  | {type: 'rating'; rating: number; comment?: string};

/** A report under its idempotency key: the same key again has no second effect. */
export type VisitorEvent = VisitorReport & {key: string; at: number};

export interface ChatAttachment {
  id: string;
  name: string;
  /** What the content is, as the platform has found out. */
  type: string;
  /** Bytes. */
  size: number;
}

export interface ChatMessage {
  /** Grows with each message of a conversation. */
  id: number;
  author: 'visitor' | 'agent';
  name: string;
  avatar: string | null;
  text: string;
  /** Epoch, milliseconds. */
  at: number;
  /** The writer's own key for it. */
  key: string | null;
  attachments: readonly ChatAttachment[];
}

export interface VisitorState {
  status: 'open' | 'closed';
  /** Who answers. */
  agent: {name: string; avatar: string | null} | null;
  /** Nobody is there to answer now. */
  isAway: boolean;
  /** The visitor's messages up to this one have been seen. */
  readByAgent: number;
  readByVisitor: number;
  unread: number;
  /** From 1 to 5; null: none was given for the latest chat. */
  rating: number | null;
}

/** Bytes of one file. */
export const MAX_ATTACHMENT = 5 * 1024 * 1024;
/** Files of one message. */
export const MAX_FILES = 5;
/** Bytes of all files that a device keeps until they can be sent. */
export const MAX_WAITING = 25 * 1024 * 1024;
/** Characters of one message. */
export const MAX_MESSAGE = 5000;
/** The header in which a visitor's browser says who it is. */
export const VISITOR_TOKEN_HEADER = 'Visitor-Token';
