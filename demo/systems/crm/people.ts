/** What a CRM keeps of a shop's customers. Amounts are pounds. */
export interface Person {
  id: string;
  email: string;
  name: string;
  tier: 'Gold' | 'Silver' | 'Bronze' | null;
  supportTier: 'Priority' | 'Standard';
  status: 'Active' | 'Paused' | 'Overdue';
  since: string;
  lifetimeValue: number;
  owner: string;
  note: string;
  orders: readonly {id: string; date: string; total: number; state: string; items: number}[];
}

/** The same invented people as the shop's, as another organisation knows them: without some, and with other words. */
export const PEOPLE: readonly Person[] = [
  {
    id: 'tilth-1001',
    email: 'maya.okafor@example.com',
    name: 'Maya Okafor',
    tier: 'Gold',
    supportTier: 'Priority',
    status: 'Active',
    since: '2021-03-14',
    lifetimeValue: 2850,
    owner: 'Nadia Petrenko',
    note: 'Runs the allotment society in Cotham. Orders for twelve plots each February.',
    orders: [
      {id: 'T-2048', date: '2026-11-19', total: 41.5, state: 'packed', items: 3},
      {id: 'T-2031', date: '2026-11-09', total: 86.2, state: 'delivered', items: 5},
      {id: 'T-1904', date: '2026-09-30', total: 17.9, state: 'refunded', items: 1},
      {id: 'T-1780', date: '2026-08-02', total: 240, state: 'delivered', items: 14},
    ],
  },
  {
    id: 'tilth-1002',
    email: 'tom.whitfield@example.com',
    name: 'Tom Whitfield',
    tier: 'Silver',
    supportTier: 'Standard',
    status: 'Active',
    since: '2023-05-02',
    lifetimeValue: 612.4,
    owner: 'Owen Hughes',
    note: '',
    orders: [
      {id: 'T-2049', date: '2026-11-19', total: 28.75, state: 'confirmed', items: 4},
      {id: 'T-1950', date: '2026-10-11', total: 12.3, state: 'delivered', items: 2},
    ],
  },
  {
    id: 'tilth-1003',
    email: 'olena.kovalenko@example.com',
    name: 'Олена Коваленко',
    tier: 'Gold',
    supportTier: 'Priority',
    status: 'Active',
    since: '2020-09-01',
    lifetimeValue: 4120.9,
    owner: 'Nadia Petrenko',
    note: 'Пише українською. Відповідати тією ж мовою.',
    orders: [
      {id: 'T-2050', date: '2026-11-20', total: 132, state: 'packed', items: 9},
      {id: 'T-2012', date: '2026-11-01', total: 54.1, state: 'delivered', items: 6},
    ],
  },
  {
    id: 'tilth-1004',
    email: 'taras.boiko@example.com',
    name: 'Тарас Бойко',
    tier: null,
    supportTier: 'Standard',
    status: 'Paused',
    since: '2024-02-20',
    lifetimeValue: 98.6,
    owner: 'Owen Hughes',
    note: '',
    orders: [{id: 'T-1811', date: '2026-08-20', total: 98.6, state: 'delivered', items: 7}],
  },
  {
    id: 'tilth-1005',
    email: 'astrid.lindholm@example.org',
    name: 'Astrid Lindholm',
    tier: 'Bronze',
    supportTier: 'Standard',
    status: 'Overdue',
    since: '2025-01-08',
    lifetimeValue: 205,
    owner: 'Owen Hughes',
    note: 'Invoice of October is open.',
    orders: [{id: 'T-1999', date: '2026-10-28', total: 65, state: 'unpaid', items: 3}],
  },
  {
    id: 'tilth-1006',
    email: 'layla.haddad@example.org',
    name: 'ليلى حداد',
    tier: 'Silver',
    supportTier: 'Priority',
    status: 'Active',
    since: '2022-06-17',
    lifetimeValue: 1340.25,
    owner: 'Nadia Petrenko',
    note: '',
    orders: [],
  },
];
