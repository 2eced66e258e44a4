import {sql, type RawBuilder} from 'kysely';
import type {Db} from '../database/schema.ts';
import {offsetAt} from './api/parameters.ts';
import type {ChatFilter} from './chat-rows.ts';

/** Half are below the median, nine in ten below p90. `count`: how many numbers they rest on. Milliseconds. */
export interface Spread {
  count: number;
  median: number | null;
  p90: number | null;
}

/** The days and hours are those of the zone. */
export type Filter = ChatFilter & {timezone: string};

export const RESPONSE = sql`(c.replied_at - c.started_at)`;
export const DURATION = sql`(case when c.replied_at is null then null else c.last_at - c.started_at end)`;
/**
 * Of so many numbers at most the middle is found by sorting them. More are counted by size, in steps of a hundredth,
 * which is how near the result is then.
 */
const EXACT = 20_000;
const STEP = Math.log(1.01);
/** The same for the middle of each day, hour, agent and referral. */
const GROUP_STEP = Math.log(1.04);

/** The middle and the ninth tenth of a value of the chats. */
export async function readSpread(
  db: Db,
  fits: RawBuilder<unknown>,
  value: RawBuilder<unknown>,
  count: number,
): Promise<Spread> {
  if (count <= EXACT) {
    const {rows} = await sql<{p: number[] | null}>`
      select percentile_disc(array[0.5, 0.9]) within group (order by ${value}) as p from chats c where ${fits}`.execute(
      db,
    );
    const [median = null, p90 = null] = rows[0]?.p ?? [];
    return {count, median: median === null ? null : Number(median), p90: p90 === null ? null : Number(p90)};
  }
  const {rows} = await sql<{step: number; n: number}>`
    select (ln(greatest(${value}, 1)::float8) / ${STEP}::float8)::int as step, count(*)::int as n
    from chats c where ${fits} and c.replied_at is not null group by 1 order by 1`.execute(db);
  return {count, median: nth(rows, count * 0.5), p90: nth(rows, count * 0.9)};
}

function nth(steps: readonly {step: number; n: number}[], place: number, size = STEP): number | null {
  let seen = 0;
  for (const {step, n} of steps) {
    seen += n;
    if (seen >= place) return Math.round(Math.exp(step * size));
  }
  return null;
}

export type Kind = 'day' | 'hour' | 'agent' | 'referral';

interface MedianRow {
  kind: Kind;
  key: string;
  median: number | null;
}

/** The middle response time of each day, hour, agent and referral, by `<kind> <key>`. */
export async function readMedians(
  db: Db,
  fits: RawBuilder<unknown>,
  {from, timezone}: Filter,
  answered: number,
) {
  const isExact = answered <= EXACT;
  // Asking for the zone of each row would take longer than all the rest: of many chats, the offset at the beginning.
  const local = isExact
    ? sql`timezone(${timezone}, to_timestamp(c.started_at / 1000.0))`
    : sql`timezone('UTC', to_timestamp((c.started_at + ${offsetAt(from, timezone)}) / 1000.0))`;
  const keys: Record<Kind, RawBuilder<unknown>> = {
    day: sql`to_char(${local}, 'YYYY-MM-DD')`,
    hour: sql`extract(hour from ${local})::int::text`,
    agent: sql`coalesce(c.agent_id, '')`,
    referral: sql`c.referral`,
  };
  const medians = new Map<string, number>();
  if (isExact) {
    const parts = (Object.keys(keys) as Kind[]).map(
      (kind) => sql`select ${kind}::text as kind, ${keys[kind]} as key,
        percentile_disc(0.5) within group (order by ${RESPONSE}) as median
        from chats c where ${fits} and c.replied_at is not null group by 2`,
    );
    const {rows} = await sql<MedianRow>`${sql.join(parts, sql` union all `)}`.execute(db);
    for (const {kind, key, median} of rows) medians.set(`${kind} ${key}`, Number(median));
    return medians;
  }
  const offset = sql.lit(offsetAt(from, timezone));
  const numbers: Record<Kind, RawBuilder<unknown>> = {
    day: sql`((c.started_at + ${offset}) / 86400000)`,
    hour: sql`((c.started_at + ${offset}) / 3600000 % 24)`,
    agent: sql`coalesce(c.agent_id, '')`,
    referral: sql`c.referral`,
  };
  for (const kind of Object.keys(numbers) as Kind[]) {
    const {rows} = await sql<{key: string; step: number; n: number}>`
      select ${numbers[kind]} as key, (ln(greatest(${RESPONSE}, 1)::float8) / ${GROUP_STEP}::float8)::int as step,
        count(*)::int as n
      from chats c where ${fits} and c.replied_at is not null group by 1, 2 order by 2`.execute(db);
    const steps = new Map<string, {step: number; n: number}[]>();
    for (const {key, step, n} of rows) {
      const name =
        kind === 'day' ? new Date(Number(key) * 86_400_000).toISOString().slice(0, 10) : String(key);
      const list = steps.get(name) ?? [];
      list.push({step, n});
      steps.set(name, list);
    }
    for (const [key, list] of steps) {
      const answers = list.reduce((sum, {n}) => sum + n, 0);
      const median = nth(list, answers / 2, GROUP_STEP);
      if (median !== null) medians.set(`${kind} ${key}`, median);
    }
  }
  return medians;
}
