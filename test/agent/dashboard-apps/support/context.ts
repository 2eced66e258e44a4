import type {AppContact, AppContext} from '../../../../src/protocol/app-context.ts';

/** Never delivered to anybody but the app: what the attackers of the tests look for. */
export const SECRET = 'ada.secret@example.com';

const additional = {
  description: 'Grows tomatoes',
  company_name: 'Analytical Gardens',
  social_profiles: {github: 'ada', twitter: '', facebook: '', linkedin: ''},
};

const contact: AppContact = {
  additional_attributes: additional,
  availability_status: 'online',
  email: SECRET,
  id: 7,
  name: 'Ada Lovelace',
  phone_number: '+441234567890',
  identifier: 'customer-7',
  thumbnail: '',
  custom_attributes: {plan: 'gold', 'odd key': 1},
  last_activity_at: 1_795_000_000,
};

/** A context in which every attribute is there. */
export const sampleContext = (changes: Partial<AppContext> = {}, conversationId = 41): AppContext => ({
  conversation: {
    meta: {
      sender: contact,
      channel: 'Channel::WebWidget',
      assignee: {
        id: 2,
        account_id: 1,
        availability_status: 'online',
        auto_offline: true,
        confirmed: true,
        email: 'nadia@tilth.example',
        available_name: 'Nadia',
        name: 'Nadia Holm',
        role: 'administrator',
        thumbnail: '',
      },
      hmac_verified: true,
    },
    id: conversationId,
    messages: [
      {
        id: 900,
        content: 'Hello',
        inbox_id: 3,
        conversation_id: conversationId,
        message_type: 0,
        content_type: 'text',
        content_attributes: {},
        created_at: 1_795_000_000,
        private: false,
        source_id: 'm-900',
        sender: {
          additional_attributes: additional,
          custom_attributes: {},
          email: SECRET,
          id: 7,
          identifier: 'customer-7',
          name: 'Ada Lovelace',
          phone_number: '+441234567890',
          thumbnail: '',
          type: 'contact',
        },
      },
    ],
    account_id: 1,
    additional_attributes: {
      browser: {
        device_name: 'Unknown',
        browser_name: 'Firefox',
        platform_name: 'Linux',
        browser_version: '145',
        platform_version: '6',
      },
      referer: 'https://tilth.example/tomatoes',
      initiated_at: {timestamp: 'Sat Nov 21 2026 10:00:00 GMT+0000'},
    },
    agent_last_seen_at: 1_795_000_000,
    assignee_last_seen_at: 1_795_000_000,
    can_reply: true,
    contact_last_seen_at: 1_795_000_000,
    custom_attributes: {subject: 'Late tomatoes'},
    inbox_id: 3,
    labels: ['delivery'],
    muted: false,
    snoozed_until: null,
    status: 'open',
    timestamp: 1_795_000_000,
    unread_count: 1,
    allMessagesLoaded: true,
    dataFetched: true,
  },
  contact,
  currentAgent: {email: 'nadia@tilth.example', id: 2, name: 'Nadia Holm'},
  ...changes,
});
