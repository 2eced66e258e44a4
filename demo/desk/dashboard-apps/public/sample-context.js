/** An invented conversation, with every attribute that apps are told, for trying an app out. */
const NOW = Math.floor(Date.now() / 1000);
const EMAIL = 'ada@example.com';
const PHONE = '+441234567890';

const additional = {
  description: 'Grows tomatoes in Wiltshire',
  company_name: 'Analytical Gardens',
  social_profiles: {github: 'ada', twitter: '', facebook: '', linkedin: ''},
};

const contact = {
  additional_attributes: additional,
  availability_status: 'online',
  email: EMAIL,
  id: 7,
  name: 'Ada Lovelace',
  phone_number: PHONE,
  identifier: 'anna',
  thumbnail: '',
  custom_attributes: {plan: 'gold'},
  last_activity_at: NOW,
};

/** @param agent who looks, as `GET /me` says it */
export function sampleContext(agent) {
  return {
    conversation: {
      meta: {
        sender: contact,
        channel: 'Channel::WebWidget',
        assignee: {
          id: 1,
          account_id: 1,
          availability_status: 'online',
          auto_offline: true,
          confirmed: true,
          email: agent.email,
          available_name: agent.name,
          name: agent.name,
          role: 'administrator',
          thumbnail: '',
        },
        hmac_verified: false,
      },
      id: 1,
      messages: [
        {
          id: 1,
          content: 'Where are my tomatoes?',
          inbox_id: 1,
          conversation_id: 1,
          message_type: 0,
          content_type: 'text',
          content_attributes: {},
          created_at: NOW,
          private: false,
          source_id: null,
          sender: {
            additional_attributes: additional,
            custom_attributes: {},
            email: EMAIL,
            id: 7,
            identifier: 'anna',
            name: 'Ada Lovelace',
            phone_number: PHONE,
            thumbnail: '',
            type: 'contact',
          },
        },
      ],
      account_id: 1,
      additional_attributes: {
        browser: {
          device_name: '',
          browser_name: 'Firefox',
          platform_name: 'Linux',
          browser_version: '145.0',
          platform_version: '',
        },
        referer: 'https://shop.example/tomatoes',
        initiated_at: {timestamp: new Date(NOW * 1000).toISOString()},
      },
      agent_last_seen_at: NOW,
      assignee_last_seen_at: NOW,
      can_reply: true,
      contact_last_seen_at: NOW,
      custom_attributes: {subject: 'Late tomatoes'},
      inbox_id: 1,
      labels: ['delivery'],
      muted: false,
      snoozed_until: null,
      status: 'open',
      timestamp: NOW,
      unread_count: 1,
      allMessagesLoaded: true,
      dataFetched: true,
    },
    contact,
    currentAgent: {email: agent.email, id: 1, name: agent.name},
  };
}
