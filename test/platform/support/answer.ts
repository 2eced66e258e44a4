import type {ContactEventResult} from '../../../src/protocol/contact-event.ts';
import type {Message} from '../../../src/protocol/message.ts';
import type {Problem} from '../../../src/protocol/problem.ts';

/** An entry of a list: a message as its contact or its sender sees it, or a contact. */
export interface Entry extends Message {
  withdrawn: boolean;
  recipients: number;
  externalCustomerId: string | null;
  name: string | null;
}

/** An operation of the API's description. */
export interface Operation {
  security?: Record<string, string[]>[];
  responses: Record<string, {content?: Record<string, unknown>}>;
}

/** The fields of all routes' answers together: a test looks at those that its route answers with. */
export interface AnswerBody extends Required<Problem> {
  token: string;
  count: number;
  list: Entry[];
  totalPages: number;
  next: string | null;
  counts: {unread: number; unseen: number};
  results: ContactEventResult[];
  id: string;
  recipients: number;
  unknown: unknown[];
  sent: number;
  delivered: number;
  opened: number;
  externalCustomerId: string | null;
  email: string | null;
  name: string | null;
  language: string | null;
  tags: string[];
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: {securitySchemes: object; schemas: object};
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The text read as JSON; nothing where it is none. */
  body: AnswerBody;
}

export async function readAnswer(response: Response): Promise<Answer> {
  const {status, headers} = response;
  const text = await response.text();
  const isJson = /json/.test(headers.get('Content-Type') ?? '');
  return {status, headers, text, body: (isJson ? JSON.parse(text) : {}) as AnswerBody};
}
