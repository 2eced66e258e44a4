import {TEAMS} from './teams.ts';

/** A chat, ticket or call that waits for an agent. */
interface View {
  id: string;
  inboxId: string;
  kind: 'chat' | 'ticket' | 'call';
  title: string;
  /** Whose it is, by the shop's own id; undefined: nobody has linked it yet. */
  customerId?: string;
  requesterEmail?: string;
  phoneNumber?: string;
  externalId?: string;
}

const [care, wholesale] = TEAMS;
const [chat, orders] = care!.inboxes;
const [trade] = wholesale!.inboxes;
const idOf = (number: number) => `0d000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`;

const inChat: readonly View[] = [
  {id: idOf(1), inboxId: chat!.id, kind: 'chat', title: 'Are the dahlias hardy?', customerId: 'tilth-1001'},
  {
    id: idOf(2),
    inboxId: chat!.id,
    kind: 'chat',
    title: 'A visitor on the tomato page',
    externalId: 'tilth-1002',
  },
];

const inOrders: readonly View[] = [
  {
    id: idOf(3),
    inboxId: orders!.id,
    kind: 'ticket',
    title: 'Broken pot in my parcel',
    customerId: 'tilth-1003',
  },
  {
    id: idOf(4),
    inboxId: orders!.id,
    kind: 'ticket',
    title: 'Invoice for the school garden',
    requesterEmail: 'garden@school.example.org',
  },
  {id: idOf(5), inboxId: orders!.id, kind: 'call', title: 'Call from Bristol', phoneNumber: '+441174960101'},
];

const inTrade: readonly View[] = [
  {id: idOf(6), inboxId: trade!.id, kind: 'call', title: 'Prices for 2,000 bulbs', customerId: 'tilth-1005'},
];

/** By the team's id. */
export const VIEWS: Record<string, readonly View[]> = {
  [care!.id]: [...inChat, ...inOrders],
  [wholesale!.id]: inTrade,
};

/** What the platform keeps of each customer besides what the shop tells it. */
export const DETAILS: Record<
  string,
  {phone?: string; attributes: Record<string, string | number | boolean>}
> = {
  'tilth-1001': {
    phone: '+441174960101',
    attributes: {plan: 'Allotment society', plots: 12, newsletter: true},
  },
  'tilth-1002': {phone: '+441422960102', attributes: {plan: 'Home', newsletter: false}},
  'tilth-1003': {phone: '+380441234567', attributes: {plan: 'Market garden', plots: 4}},
  'tilth-1005': {attributes: {plan: 'Home'}},
};
