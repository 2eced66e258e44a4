/** What the agents' API speaks of, as it comes. Dates are ISO 8601. */

export interface Inbox {
  id: string;
  name: string;
  channel: string;
}

export interface Me {
  agent: {id: string; name: string; email: string; role: 'admin' | 'agent'; avatar: string | null};
  team: {id: string; name: string};
  inboxes: Inbox[];
  csrfToken: string;
}

export interface Contact {
  id: string;
  name: string | null;
  /** The primary one first. */
  emails: string[];
  /** The primary one first. */
  phones: string[];
  externalId: string | null;
  attributes: Record<string, unknown>;
  avatar?: string | null;
}

export type ViewKind = 'chat' | 'ticket' | 'call' | 'contact';

/** A chat, ticket or call that agents have before them. */
export interface View {
  id: string;
  kind: ViewKind;
  title: string;
  inboxId: string;
  contactId: string | null;
  contactName: string | null;
  requesterEmail: string | null;
  phoneNumber: string | null;
  externalId: string | null;
}

export interface Page<T> {
  list: T[];
  /** For the page after this one; null: there is none. */
  next: string | null;
}

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

export interface Parameter {
  name: string;
  value: string;
}

export interface Header {
  name: string;
  /** Null for a secret, which never comes back; sent as null, a secret stays as it is. */
  value: string | null;
  secret: boolean;
  hasValue?: boolean;
}

/** What an admin writes of an integration. */
export interface IntegrationDraft {
  name: string;
  description: string;
  method: Method;
  url: string;
  headers: Header[];
  query: Parameter[];
  /** JSON as text. */
  body: string | null;
  /** 0 to 1440; 0: nothing is kept. */
  cacheMinutes: number;
  isActive: boolean;
  /** Whether profiles show it. */
  display: boolean;
  template: Record<string, unknown> | null;
  inboxIds: string[];
}

export interface Integration extends IntegrationDraft {
  id: string;
  /** Grows with each change; a stale one is refused. */
  version: number;
  updatedAt: string;
  updatedBy: string;
}

export interface InboxIntegration {
  integration: Pick<
    Integration,
    'id' | 'name' | 'description' | 'isActive' | 'display' | 'version' | 'template'
  >;
  isEnabled: boolean;
}

/** Why a call of another system came to nothing: `message` is for people. */
export interface CallFailure {
  code: string;
  message: string;
}

export type CacheState = 'hit' | 'miss' | 'bypass';

export interface RunResult {
  data: unknown;
  status: number | null;
  fetchedAt: string;
  cache: CacheState;
  error: CallFailure | null;
}

/** A contact that need not exist. */
export interface SampleContact {
  id?: string;
  name?: string;
  email?: string;
  phoneNumber?: string;
  externalId?: string;
  attributes?: Record<string, unknown>;
}

export interface TestRequest {
  draft?: IntegrationDraft;
  contactId?: string;
  contact?: SampleContact;
  conversation?: {id?: string; subject?: string};
  inboxId?: string;
}

export interface TestResult {
  /** As it was sent, with secrets masked. */
  request: {method: string; url: string; headers: Parameter[]; body: string | null} | null;
  response: {
    status: number;
    headers: Record<string, string>;
    body: string;
    bytes: number;
    isTruncated: boolean;
  } | null;
  milliseconds: number;
  cache: CacheState;
  /** From when the answer is that profiles show meanwhile; null: none is kept. */
  keptAt: string | null;
  error: CallFailure | null;
}

export interface Variable {
  name: string;
  description: string;
  sample: string;
}

export interface ClientRun {
  view: ViewKind;
  contactId?: string | null;
  conversationId?: string | null;
  ticketId?: string | null;
  callId?: string | null;
}

export interface ClientRunResult {
  /** `{contactName, contactLink, blocks}`; null: there is none. */
  response: Record<string, unknown> | null;
  error: CallFailure | null;
  contact: {id: string} | null;
}
