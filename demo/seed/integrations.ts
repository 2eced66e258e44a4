/** What the demo's teams ask of the demo's other systems. */

interface SystemAddress {
  url: string;
  key: string;
}

const bearer = (key: string) => [{name: 'Authorization', value: `Bearer ${key}`, secret: true}];

const customer = ({url, key}: SystemAddress) => ({
  name: 'Customer information',
  description: 'Tier, status and value, from Ledger CRM',
  method: 'GET',
  url: `${url}/api/customers/{{contact.external_id}}`,
  headers: bearer(key),
  cacheMinutes: 15,
  template: {
    version: 1,
    type: 'card',
    title: 'Customer Information',
    defaults: {currency: 'GBP'},
    sections: [
      {
        type: 'key-value-list',
        items: [
          {
            label: 'Customer ID',
            value: '{{customer_id}}',
            badge: {value: '{{tier}}', tone: 'accent', when: {path: 'tier', op: 'not_empty'}},
          },
          {label: 'Support Tier', value: '{{support_tier}}', badge: {value: '{{status}}'}},
          {label: 'Account owner', value: '{{account_owner}}'},
        ],
      },
      {type: 'separator'},
      {
        type: 'key-value-list',
        title: 'Financial Summary',
        items: [
          {
            label: 'Lifetime Value',
            value: '{{lifetime_value}}',
            format: {kind: 'currency', currencyPath: 'currency'},
          },
          {label: 'Last Purchase', value: '{{last_purchase}}', format: {kind: 'date', style: 'medium'}},
        ],
      },
      {type: 'text', content: '{{note}}', style: 'callout', when: {path: 'note', op: 'not_empty'}},
      {
        type: 'buttons',
        buttons: [{label: 'Open in CRM', url: '{{crm_url}}', style: 'secondary', icon: 'open_in_new'}],
      },
    ],
  },
});

const orders = ({url, key}: SystemAddress) => ({
  name: 'Orders',
  description: 'The last orders, from Ledger CRM',
  method: 'POST',
  url: `${url}/api/orders`,
  headers: bearer(key),
  body: JSON.stringify({email: '{{contact.email}}'}, null, 2),
  cacheMinutes: 5,
  template: {
    version: 1,
    type: 'card',
    title: 'Orders',
    defaults: {currency: 'GBP'},
    sections: [
      {
        type: 'repeat',
        source: 'orders',
        itemTitle: 'Order {{id}}',
        layout: 'accordion',
        limit: 3,
        empty: 'No orders yet',
        sections: [
          {
            type: 'key-value-list',
            items: [
              {label: 'Total', value: '{{total}}', format: {kind: 'currency', currencyPath: 'root.currency'}},
              {label: 'Placed', value: '{{placed_at}}', format: {kind: 'date', style: 'medium'}},
              {label: 'State', value: '{{state}}', format: {kind: 'status'}},
            ],
          },
        ],
      },
    ],
  },
});

/** By the team's name: what the platform's API takes, without the inboxes. */
export const INTEGRATIONS: Record<string, readonly ((crm: SystemAddress) => Record<string, unknown>)[]> = {
  'Customer care': [customer, orders],
  Wholesale: [customer],
};

/** The refunds service, as a client integration. */
export const clientIntegration = ({url, key}: SystemAddress) => ({
  enabled: true,
  method: 'GET',
  url: `${url}/widget`,
  query: [{name: 'plugin', value: 'refunds'}],
  headers: [
    {
      name: 'Authorization',
      value: `Basic ${Buffer.from(`platform:${key}`).toString('base64')}`,
      secret: true,
    },
  ],
  body: null,
});
