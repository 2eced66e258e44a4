/** What the model of the inbox is put through. */
import fc from 'fast-check';
import {FATES, type Fate} from './network.ts';
import type {ModelStorage} from './tab.ts';

const MARKS = [
  'read',
  'unread',
  'seen',
  'archived',
  'unarchived',
  'deleted',
  'snoozed',
  'unsnoozed',
] as const;
export type Command =
  | {what: 'mark' | 'held mark'; tab: number; type: (typeof MARKS)[number]; row: number; other: number}
  | {what: 'read all' | 'crash' | 'close' | 'freeze' | 'wake' | 'more'; tab: number}
  | {what: 'bad mark'; tab: number}
  | {what: 'elsewhere'; type: (typeof MARKS)[number]; row: number}
  | {what: 'open' | 'open slowly'}
  | {what: 'take back' | 'send' | 'thaw' | 'let go' | 'let the last go' | 'offline' | 'forget'}
  | {what: 'cut' | 'silence' | 'double' | 'swap'}
  | {what: 'fate'; fate: Fate}
  | {what: 'storage'; state: ModelStorage['state']}
  | {what: 'wait'; milliseconds: number};

const small = fc.nat(3);
const row = fc.nat(5);
const type = fc.constantFrom(...MARKS);
const weighted = <T extends Command>(weight: number, arbitrary: fc.Arbitrary<T>) => ({
  weight,
  arbitrary: arbitrary as fc.Arbitrary<Command>,
});
const one = <W extends string>(...what: W[]) => fc.record({what: fc.constantFrom(...what)});

export const commands = fc.oneof(
  weighted(12, fc.record({what: fc.constant('mark' as const), tab: small, type, row, other: row})),
  weighted(3, fc.record({what: fc.constant('held mark' as const), tab: small, type, row, other: row})),
  weighted(2, one('take back')),
  weighted(1, fc.record({what: fc.constant('bad mark' as const), tab: small})),
  weighted(1, fc.record({what: fc.constant('read all' as const), tab: small})),
  weighted(5, fc.record({what: fc.constant('elsewhere' as const), type, row})),
  weighted(5, one('send')),
  weighted(8, fc.record({what: fc.constant('fate' as const), fate: fc.constantFrom(...FATES)})),
  weighted(3, one('let go', 'let the last go')),
  weighted(4, one('cut', 'silence', 'double', 'swap')),
  weighted(2, one('open', 'open slowly', 'offline', 'thaw', 'forget')),
  weighted(
    3,
    fc.record({what: fc.constantFrom('crash', 'close', 'freeze', 'wake', 'more' as const), tab: small}),
  ),
  weighted(
    2,
    fc.record({
      what: fc.constant('storage' as const),
      state: fc.constantFrom('good', 'refusing', 'slow' as const),
    }),
  ),
  weighted(
    10,
    fc.record({
      what: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(20, 110, 110, 1000, 6000, 16_000, 45_000),
    }),
  ),
);
