import {FLOWERS} from './assortment/flowers.ts';
import {HERBS} from './assortment/herbs.ts';
import {VEGETABLES} from './assortment/vegetables.ts';
import type {Language} from './words/index.ts';

export const KINDS = ['vegetables', 'flowers', 'herbs'] as const;
export type Kind = (typeof KINDS)[number];

export interface Product {
  /** Also the name of its picture: `/shop/images/<slug>.svg`, and `.png` for a notification. */
  slug: string;
  kind: Kind;
  /** The cultivar's name, the same in every language. */
  cultivar: string;
  latin: string;
  /** What it is, and one line about it. */
  text: Record<Language, {name: string; line: string}>;
  /** Euro cents. */
  price: number;
  /** Seeds in a packet. */
  seeds: number;
  /** Months, 1 to 12: the first and the last in which to sow, and to harvest. */
  sow: readonly [number, number];
  harvest: readonly [number, number];
}

/** As the packets stand on the shelf: no two of a kind or a colour beside each other for long. */
const SHELF = [
  'black-krim',
  'meteor',
  'velvet-queen',
  'chioggia',
  'genovese',
  'iceland',
  'nantes',
  'empress',
  'nero-kale',
  'mammoth',
  'blue-ball',
  'bodegold',
];

export const PRODUCTS: readonly Product[] = [...VEGETABLES, ...FLOWERS, ...HERBS].sort(
  (a, b) => SHELF.indexOf(a.slug) - SHELF.indexOf(b.slug),
);

export function findProduct(slug: unknown): Product | undefined {
  return PRODUCTS.find((product) => product.slug === slug);
}
