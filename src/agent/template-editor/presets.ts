import type {Section, SectionType, Template} from '../templates/template.ts';
import {words} from './words.ts';

/** What a section begins as: something to see, and to change. */
export const NEW_SECTIONS: Readonly<Record<SectionType, () => Section>> = {
  'key-value-list': () => ({type: 'key-value-list', items: [{label: 'Label', value: '{{name}}'}]}),
  table: () => ({type: 'table', source: 'items', columns: [{header: 'Name', value: '{{name}}'}]}),
  list: () => ({type: 'list', source: 'items', item: {value: '{{name}}'}}),
  repeat: () => ({type: 'repeat', source: 'items', itemTitle: '{{name}}', layout: 'stack', sections: []}),
  text: () => ({type: 'text', content: 'Text with {{name}}'}),
  buttons: () => ({type: 'buttons', buttons: [{label: 'Open', url: 'https://', style: 'secondary'}]}),
  card: () => ({type: 'card', title: 'Group', sections: []}),
  separator: () => ({type: 'separator'}),
};

export type PresetName = keyof typeof words.presets;

const card = (title: string, sections: Section[]): Template => ({version: 1, type: 'card', title, sections});

/** Whole templates to begin with. */
export const PRESETS: Readonly<Record<PresetName, () => Template>> = {
  blank: () => card('New card', []),
  customer: () =>
    card('Customer Information', [
      {
        type: 'key-value-list',
        items: [
          {
            label: 'Customer ID',
            value: '{{customer_id}}',
            copy: true,
            badge: {value: '{{tier}}', tone: 'accent', when: {path: 'tier', op: 'not_empty'}},
          },
          {label: 'Support Tier', value: '{{support_tier}}', badge: {value: '{{status}}'}},
        ],
      },
      {type: 'separator'},
      {
        type: 'key-value-list',
        title: 'Financial Summary',
        items: [
          {label: 'Lifetime Value', value: '{{lifetime_value}}', format: {kind: 'currency', currency: 'USD'}},
          {label: 'Last Purchase', value: '{{last_purchase}}', format: {kind: 'date'}},
        ],
      },
      {type: 'buttons', buttons: [{label: 'Open in CRM', url: '{{crm_url}}', style: 'primary'}]},
    ]),
  subscription: () =>
    card('Subscription', [
      {
        type: 'key-value-list',
        items: [
          {label: 'Plan', value: '{{subscription.plan}}', format: {kind: 'badge', tone: 'accent'}},
          {label: 'Status', value: '{{subscription.status}}', format: {kind: 'status'}},
          {
            label: 'Price',
            value: '{{subscription.amount}}',
            format: {kind: 'currency', currencyPath: 'currency'},
          },
          {label: 'Renews', value: '{{subscription.renews_at}}', format: {kind: 'relative'}},
        ],
      },
      {
        type: 'text',
        content: 'Payment is overdue.',
        style: 'callout',
        tone: 'danger',
        when: {path: 'subscription.status', op: 'eq', value: 'past_due'},
      },
    ]),
  orders: () =>
    card('Orders', [
      {
        type: 'repeat',
        source: 'orders',
        itemTitle: 'Order {{id}}',
        layout: 'accordion',
        limit: 5,
        sort: {by: 'placed_at', dir: 'desc'},
        empty: 'No orders yet',
        sections: [
          {
            type: 'key-value-list',
            items: [
              {label: 'Total', value: '{{total}}', format: {kind: 'currency', currencyPath: 'currency'}},
              {label: 'Placed', value: '{{placed_at}}', format: {kind: 'date'}},
              {label: 'State', value: '{{state}}', format: {kind: 'status'}},
            ],
          },
        ],
      },
    ]),
  tickets: () =>
    card('Tickets', [
      {
        type: 'table',
        source: 'tickets',
        limit: 5,
        empty: 'No open tickets',
        columns: [
          {header: 'Subject', value: '{{subject}}', link: '{{url}}'},
          {header: 'State', value: '{{status}}', format: {kind: 'status'}},
          {header: 'Updated', value: '{{updated_at}}', format: {kind: 'relative'}},
        ],
      },
    ]),
};
