/** Every attribute of the payload for which dashboard apps are written, with its type. */

type Kind = 'string' | 'integer' | 'boolean' | 'object' | 'array' | 'null' | 'string?' | 'integer?';
type Schema = {readonly [name: string]: Kind | Schema | readonly [Schema]};

const additional: Schema = {
  description: 'string',
  company_name: 'string',
  social_profiles: {github: 'string', twitter: 'string', facebook: 'string', linkedin: 'string'},
};

const contact: Schema = {
  additional_attributes: additional,
  availability_status: 'string',
  email: 'string',
  id: 'integer',
  name: 'string',
  phone_number: 'string',
  identifier: 'string?',
  thumbnail: 'string',
  custom_attributes: 'object',
  last_activity_at: 'integer',
};

export const PAYLOAD: Schema = {
  conversation: {
    meta: {
      sender: contact,
      channel: 'string',
      assignee: {
        id: 'integer',
        account_id: 'integer',
        availability_status: 'string',
        auto_offline: 'boolean',
        confirmed: 'boolean',
        email: 'string',
        available_name: 'string',
        name: 'string',
        role: 'string',
        thumbnail: 'string',
      },
      hmac_verified: 'boolean',
    },
    id: 'integer',
    messages: [
      {
        id: 'integer',
        content: 'string',
        inbox_id: 'integer',
        conversation_id: 'integer',
        message_type: 'integer',
        content_type: 'string',
        content_attributes: 'object',
        created_at: 'integer',
        private: 'boolean',
        source_id: 'string?',
        sender: {
          additional_attributes: additional,
          custom_attributes: 'object',
          email: 'string',
          id: 'integer',
          identifier: 'string?',
          name: 'string',
          phone_number: 'string',
          thumbnail: 'string',
          type: 'string',
        },
      },
    ],
    account_id: 'integer',
    additional_attributes: {
      browser: {
        device_name: 'string',
        browser_name: 'string',
        platform_name: 'string',
        browser_version: 'string',
        platform_version: 'string',
      },
      referer: 'string',
      initiated_at: {timestamp: 'string'},
    },
    agent_last_seen_at: 'integer',
    assignee_last_seen_at: 'integer',
    can_reply: 'boolean',
    contact_last_seen_at: 'integer',
    custom_attributes: 'object',
    inbox_id: 'integer',
    labels: 'array',
    muted: 'boolean',
    snoozed_until: 'integer?',
    status: 'string',
    timestamp: 'integer',
    unread_count: 'integer',
    allMessagesLoaded: 'boolean',
    dataFetched: 'boolean',
  },
  contact,
  currentAgent: {email: 'string', id: 'integer', name: 'string'},
};

function isA(value: unknown, kind: string): boolean {
  if (kind.endsWith('?')) return value === null || isA(value, kind.slice(0, -1));
  if (kind === 'integer') return Number.isInteger(value);
  if (kind === 'array') return Array.isArray(value);
  if (kind === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === kind;
}

/** What differs from the schema, a path each: what is missing, of another type, or not in it. */
export function differences(value: unknown, schema: Schema = PAYLOAD, path = ''): string[] {
  if (!isA(value, 'object')) return [`${path || 'payload'} is no object`];
  const given = value as Record<string, unknown>;
  const found = Object.keys(given)
    .filter((name) => !(name in schema))
    .map((name) => `${path}${name} is not part of it`);
  for (const [name, kind] of Object.entries(schema)) {
    const at = `${path}${name}`;
    if (!Object.hasOwn(given, name)) found.push(`${at} is missing`);
    else if (typeof kind === 'string') {
      if (!isA(given[name], kind)) found.push(`${at} is no ${kind}`);
    } else if (Array.isArray(kind)) {
      if (!Array.isArray(given[name])) found.push(`${at} is no array`);
      else
        given[name].forEach((entry, index) =>
          found.push(...differences(entry, (kind as readonly [Schema])[0], `${at}[${index}].`)),
        );
    } else found.push(...differences(given[name], kind as Schema, `${at}.`));
  }
  return found;
}
