import {sql} from 'kysely';
import type {
  AppAssignee,
  AppContact,
  AppContext,
  AppMessage,
  ContactAdditionalAttributes,
} from '../../../src/protocol/app-context.ts';
import type {ConversationMessage} from '../../../src/protocol/conversation.ts';
import type {ContactRow} from '../contacts/contacts.ts';
import {AGENT_PRESENCE} from '../conversations/presence.ts';
import {readMessages} from '../conversations/read-messages.ts';
import type {Db} from '../database/schema.ts';
import type {Agent} from '../desk/agents.ts';
import type {Subject} from './subject.ts';

/** The latest messages that an app is told of. */
const MAX_MESSAGES = 100;

const seconds = (milliseconds: number | null | undefined) => Math.floor((milliseconds ?? 0) / 1000);

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** What the customer's attributes say under the names that apps know. */
function additionalOf(attributes: Record<string, unknown>): ContactAdditionalAttributes {
  const read = (name: string) => textOf(attributes[name]);
  return {
    description: read('description'),
    company_name: read('company_name') || read('company'),
    social_profiles: {
      github: read('github'),
      twitter: read('twitter'),
      facebook: read('facebook'),
      linkedin: read('linkedin'),
    },
  };
}

const nameOf = ({name, first_name, last_name}: ContactRow) =>
  name ?? ([first_name, last_name].filter(Boolean).join(' ') || '');

/** The contact; of a visitor whom nobody knows, what they have said of themselves. */
function contactOf({contact, conversation}: Subject, now: number): AppContact {
  const attributes = contact?.attributes ?? {};
  return {
    additional_attributes: additionalOf(attributes),
    availability_status: (conversation?.present_until ?? 0) > now ? 'online' : 'offline',
    email: contact?.email ?? '',
    id: contact?.id ?? 0,
    name: (contact && nameOf(contact)) || conversation?.name || '',
    phone_number: contact?.phone ?? '',
    identifier: contact?.external_customer_id ?? null,
    thumbnail: '',
    custom_attributes: attributes,
    last_activity_at: seconds(conversation?.last_message_at ?? contact?.updated_at),
  };
}

interface AgentFacts {
  number: number;
  name: string;
  email: string;
  role: string;
  avatar: string | null;
  last_active_at: number | null;
  is_away: boolean;
}

async function readAgent(db: Db, id: string): Promise<AgentFacts | undefined> {
  const {rows} = await sql<AgentFacts>`
    select number, name, email, role, avatar, last_active_at, is_away from agents where id = ${id}`.execute(
    db,
  );
  return rows[0];
}

function assigneeOf(agent: AgentFacts, account: number, now: number): AppAssignee {
  const isThere = (agent.last_active_at ?? 0) > now - AGENT_PRESENCE;
  return {
    id: agent.number,
    account_id: account,
    availability_status: !isThere ? 'offline' : agent.is_away ? 'busy' : 'online',
    auto_offline: true,
    confirmed: true,
    email: agent.email,
    available_name: agent.name,
    name: agent.name,
    role: agent.role === 'admin' ? 'administrator' : 'agent',
    thumbnail: agent.avatar ?? '',
  };
}

/** What was said came in, went out, or is the platform's own remark. */
const TYPES = {visitor: 0, agent: 1, note: 1, system: 2} as const;

function messageOf(
  {id, author, name, avatar, text, at}: ConversationMessage,
  {inbox, conversation}: Subject,
  contact: AppContact,
): AppMessage {
  const isVisitor = author === 'visitor';
  return {
    id,
    content: text,
    inbox_id: inbox.number,
    conversation_id: conversation?.number ?? 0,
    message_type: TYPES[author],
    content_type: 'text',
    content_attributes: {},
    created_at: seconds(at),
    private: author === 'note',
    source_id: null,
    sender: {
      additional_attributes: isVisitor ? contact.additional_attributes : additionalOf({}),
      custom_attributes: isVisitor ? contact.custom_attributes : {},
      email: isVisitor ? contact.email : '',
      id: isVisitor ? contact.id : 0,
      identifier: isVisitor ? contact.identifier : null,
      name: isVisitor ? contact.name : name,
      phone_number: isVisitor ? contact.phone_number : '',
      thumbnail: avatar ?? '',
      type: isVisitor ? 'contact' : 'user',
    },
  };
}

/** `Firefox 145.0` as name and version. */
function splitVersion(text: string): [name: string, version: string] {
  const [, name = text, version = ''] = /^(.*?)\s+([\d._]+)$/.exec(text) ?? [];
  return [name, version];
}

/** All that an app is told: every attribute is there, whatever is known. */
export async function readContext(db: Db, agent: Agent, subject: Subject, now: number): Promise<AppContext> {
  const {conversation, inbox, team} = subject;
  const contact = contactOf(subject, now);
  const messages = conversation
    ? await readMessages(db, conversation.id, {limit: MAX_MESSAGES, isForVisitor: false})
    : [];
  const labels = conversation
    ? await db
        .selectFrom('conversation_labels')
        .select('label')
        .where('conversation_id', '=', conversation.id)
        .orderBy('created_at')
        .orderBy('label')
        .execute()
    : [];
  const assignee = conversation?.agent_id ? await readAgent(db, conversation.agent_id) : undefined;
  const me = await readAgent(db, agent.id);
  const [browserName, browserVersion] = splitVersion(conversation?.browser ?? '');
  const [platformName, platformVersion] = splitVersion(conversation?.os ?? '');
  const readAt = (upTo: number | undefined) => seconds(messages.findLast(({id}) => id <= (upTo ?? 0))?.at);
  return {
    conversation: {
      meta: {
        sender: contact,
        channel: inbox.channel === 'chat' ? 'Channel::WebWidget' : `Channel::${inbox.channel}`,
        assignee: assignee ? assigneeOf(assignee, team.number, now) : null,
        // A visitor may claim to be anybody: only the customer's backend could prove it, and has not been asked.
        hmac_verified: false,
      },
      id: conversation?.number ?? 0,
      messages: messages.map((message) => messageOf(message, subject, contact)),
      account_id: team.number,
      additional_attributes: {
        browser: {
          device_name: '',
          browser_name: browserName,
          platform_name: platformName,
          browser_version: browserVersion,
          platform_version: platformVersion,
        },
        referer: conversation?.page ?? '',
        initiated_at: {timestamp: conversation ? new Date(conversation.created_at).toISOString() : ''},
      },
      agent_last_seen_at: readAt(conversation?.read_by_agent),
      assignee_last_seen_at: readAt(conversation?.read_by_agent),
      can_reply: conversation !== null,
      contact_last_seen_at: readAt(conversation?.read_by_visitor),
      custom_attributes: {},
      inbox_id: inbox.number,
      labels: labels.map(({label}) => label),
      muted: false,
      snoozed_until: null,
      status: conversation?.status === 'closed' ? 'resolved' : 'open',
      timestamp: seconds(conversation?.last_message_at ?? conversation?.created_at),
      unread_count: conversation?.unread ?? 0,
      allMessagesLoaded: messages.length < MAX_MESSAGES,
      dataFetched: true,
    },
    contact,
    currentAgent: {email: agent.email, id: me?.number ?? 0, name: agent.name},
  };
}
