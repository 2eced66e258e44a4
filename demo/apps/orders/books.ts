/** The books of the app's own backend. The desk knows nothing of them, and neither does the platform. */
export interface Order {
  number: string;
  /** ISO 8601. */
  placed: string;
  /** In pence. */
  total: number;
  state: 'paid' | 'packed' | 'delivered' | 'refunded';
  items: readonly string[];
}

/** By the customer's id in the shop. */
const ORDERS: Readonly<Record<string, readonly Order[]>> = {
  'tilth-1001': [
    {
      number: 'T-20417',
      placed: '2026-11-18',
      total: 2340,
      state: 'packed',
      items: ['Black Krim, 2 packets', 'Genovese basil'],
    },
    {
      number: 'T-19822',
      placed: '2026-09-02',
      total: 1195,
      state: 'delivered',
      items: ['Nero di Toscana kale'],
    },
    {
      number: 'T-18034',
      placed: '2026-04-11',
      total: 4870,
      state: 'refunded',
      items: ['Propagator, 52 cells'],
    },
  ],
  'tilth-1002': [
    {number: 'T-20390', placed: '2026-11-16', total: 890, state: 'paid', items: ['Mammoth dill']},
    {
      number: 'T-17755',
      placed: '2026-03-27',
      total: 3125,
      state: 'delivered',
      items: ['Blue Ball kohlrabi', 'Chioggia beetroot', 'Empress bean'],
    },
  ],
};

/** Somebody who has bought nothing has no orders; so has somebody whom the shop does not know. */
export const ordersOf = (customerId: string | null): readonly Order[] =>
  customerId !== null && Object.hasOwn(ORDERS, customerId) ? ORDERS[customerId]! : [];
