import type {Language} from './words/index.ts';

export interface Customer {
  /** The shop's own id, and the contact's external id on the platform. */
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  language: Language;
  city: string;
  street: string;
}

/** Invented people. `example.com` and `example.org` are reserved for such use (RFC 2606). */
export const CUSTOMERS: readonly Customer[] = [
  {
    id: 'tilth-1001',
    firstName: 'Maya',
    lastName: 'Okafor',
    email: 'maya.okafor@example.com',
    language: 'en',
    city: 'Bristol BS6 5QA',
    street: '14 Cotham Brow',
  },
  {
    id: 'tilth-1002',
    firstName: 'Tom',
    lastName: 'Whitfield',
    email: 'tom.whitfield@example.com',
    language: 'en',
    city: 'Hebden Bridge HX7 8AD',
    street: '3 Birchcliffe Road',
  },
  {
    id: 'tilth-1003',
    firstName: 'Олена',
    lastName: 'Коваленко',
    email: 'olena.kovalenko@example.com',
    language: 'uk',
    city: '79008 Львів',
    street: 'вул. Лисенка, 21',
  },
  {
    id: 'tilth-1004',
    firstName: 'Тарас',
    lastName: 'Бойко',
    email: 'taras.boiko@example.com',
    language: 'uk',
    city: '04071 Київ',
    street: 'вул. Воздвиженська, 9',
  },
  {
    id: 'tilth-1005',
    firstName: 'Astrid',
    lastName: 'Lindholm',
    email: 'astrid.lindholm@example.org',
    language: 'sv',
    city: '413 14 Göteborg',
    street: 'Linnégatan 42',
  },
  {
    id: 'tilth-1006',
    firstName: 'ليلى',
    lastName: 'حداد',
    email: 'layla.haddad@example.org',
    language: 'ar',
    city: 'عمّان 11181',
    street: 'شارع الرينبو 17',
  },
  {
    id: 'tilth-1007',
    firstName: 'كريم',
    lastName: 'منصور',
    email: 'karim.mansour@example.org',
    language: 'ar',
    city: 'الإسكندرية 21599',
    street: 'شارع فؤاد 88',
  },
  {
    id: 'tilth-1008',
    firstName: 'Iris',
    lastName: 'Vega',
    email: 'iris.vega@example.com',
    language: 'en',
    city: 'Falmouth TR11 3EG',
    street: '7 Arwenack Street',
  },
];

export function findCustomer(id: unknown): Customer | undefined {
  return CUSTOMERS.find((customer) => customer.id === id);
}
