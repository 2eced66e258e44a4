import {randomInt} from 'node:crypto';
import {CUSTOMERS, type Customer} from './customers.ts';
import {findProduct, PRODUCTS, type Product} from './products.ts';

/** From the order to the packed parcel. Short, so that a demo lasts long enough to see the second notification. */
export const PACKING_TIME = 60_000;

const DAY = 24 * 60 * 60 * 1000;
const DELIVERY_TIME = 2 * DAY;
/** Nobody's cart; keeps the numbers of a form within reason. */
export const MAX_QUANTITY = 20;
/** Per customer; the oldest goes. */
const MAX_ORDERS = 50;

export const STATUSES = ['confirmed', 'packed', 'delivered'] as const;
export type OrderStatus = (typeof STATUSES)[number];

export interface Line {
  product: Product;
  quantity: number;
}

export interface Order {
  number: string;
  lines: readonly Line[];
  /** Epoch, milliseconds. */
  placedAt: number;
  note: string;
}

/** Product by slug, number of packets. */
export type Cart = Map<string, number>;

export const linesOf = (cart: ReadonlyMap<string, number>): Line[] =>
  [...cart].flatMap(([slug, quantity]) => {
    const product = findProduct(slug);
    return product ? [{product, quantity}] : [];
  });

/** Euro cents. */
export const totalOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, {product, quantity}) => sum + product.price * quantity, 0);

export function statusOf(order: Order, now: number): OrderStatus {
  const age = now - order.placedAt;
  return age >= DELIVERY_TIME ? 'delivered' : age >= PACKING_TIME ? 'packed' : 'confirmed';
}

/**
 * What the customer had bought before the demo began: one order delivered, one on its way. The seeded notifications
 * speak of the same two. The newest customer has none.
 */
export function pastOrders(customer: Customer, now: number): Order[] {
  const index = CUSTOMERS.indexOf(customer);
  if (index === CUSTOMERS.length - 1) return [];
  const pick = (offset: number, quantity: number): Line => ({
    product: PRODUCTS[(index * 3 + offset) % PRODUCTS.length]!,
    quantity,
  });
  return [
    {number: `T-2048${index}7`, lines: [pick(0, 2), pick(4, 1)], placedAt: now - 1.2 * DAY, note: ''},
    {
      number: `T-2031${index}4`,
      lines: [pick(1, 1), pick(5, 3), pick(8, 1)],
      placedAt: now - 12 * DAY,
      note: '',
    },
  ];
}

/** The customers' orders, kept as long as the process lives. */
export class Orders {
  readonly #byCustomer = new Map<string, Order[]>();

  constructor(now: number) {
    for (const customer of CUSTOMERS) this.#byCustomer.set(customer.id, pastOrders(customer, now));
  }

  /** Newest first. */
  of(customer: Customer): readonly Order[] {
    return this.#byCustomer.get(customer.id) ?? [];
  }

  /** One of the customer's own orders. Somebody else's is not found. */
  find(customer: Customer, number: string): Order | undefined {
    return this.of(customer).find((order) => order.number === number);
  }

  place(customer: Customer, lines: readonly Line[], note: string, now: number): Order {
    // A random number: it tells nobody how many orders there are, and does not repeat after a restart.
    const order = {number: `T-${randomInt(300_000, 1_000_000)}`, lines, placedAt: now, note};
    this.#byCustomer.set(customer.id, [order, ...this.of(customer)].slice(0, MAX_ORDERS));
    return order;
  }
}
