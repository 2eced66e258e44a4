const HOUR = 3_600_000;

/** What the studio's inbox holds: one of each kind, oldest first. `age` in milliseconds. */
export const SAMPLES: readonly {age: number; message: Record<string, unknown>}[] = [
  {
    age: 26 * HOUR,
    message: {title: 'Your invoice for October', content: 'It is paid. Thank you.', category: 'billing'},
  },
  {
    age: 5 * HOUR,
    message: {
      title: 'Somebody signed in',
      content: 'From a device that we have not seen before. Was that you?',
      category: 'security',
      severity: 'high',
    },
  },
  {
    age: HOUR,
    message: {
      title: 'Two for one until Sunday',
      content: 'On <b>everything</b> that you have put on your list.',
      category: 'promotions',
    },
  },
  {
    age: 4 * 60_000,
    message: {
      title: 'Your order is on its way',
      content: 'It arrives tomorrow between 8 and 12. You can still change the address.',
      category: 'orders',
      actions: [
        {id: 'track', label: 'Track it', style: 'primary'},
        {id: 'change', label: 'Change address'},
      ],
    },
  },
];

/** What arrives when the operator tries a toast. */
export const ARRIVAL = {
  title: 'Your parcel is at the door',
  content: 'Our courier rings in a minute.',
  category: 'delivery',
  actions: [{id: 'ok', label: 'I’m coming', style: 'primary'}],
};
