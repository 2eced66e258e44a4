/** Prints what conversations cost, beside what README promises. */
import type {Browser} from 'playwright-core';
import {table, verdict} from '../report.ts';
import {measureLatency} from './live.ts';
import {measureScrolling} from './scrolling.ts';
import type {AnswerCost} from './over-http.ts';
import {measureYear, type Cost} from './statistics.ts';

const MAX_STATISTICS = 2000;
const MAX_FRAME = 16.7;
const MAX_LATENCY = 250;
/** A frame of a display is a little more or less than its sixtieth of a second. */
const JITTER = 0.5;

const ms = (value: number) => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const cost = ({time, work}: Cost) => [ms(time), ms(work)];

export async function reportConversations(browser: Browser): Promise<void> {
  const {list, log} = await measureScrolling(browser);
  console.log('\n### The desk, scrolled\n');
  console.log(
    table(
      ['', 'frame, p95', 'work of the main thread a frame', `≤ ${MAX_FRAME} ms`],
      [
        [
          'list of 10,000 conversations',
          ms(list.frame),
          ms(list.work),
          verdict(list.frame <= MAX_FRAME + JITTER),
        ],
        [
          'conversation of 5,000 messages',
          ms(log.frame),
          ms(log.work),
          verdict(log.frame <= MAX_FRAME + JITTER),
        ],
      ],
    ),
  );
  const latency = await measureLatency(browser);
  console.log('\n### From a visitor’s send to the agent’s screen, with 500 open conversations\n');
  console.log(
    table(
      ['median', 'p99', `≤ ${MAX_LATENCY} ms`],
      [[ms(latency.median), ms(latency.p99), verdict(latency.p99 <= MAX_LATENCY)]],
    ),
  );
  const {packed, unpacked, packing, api} = await measureYear();
  console.log('\n### A year of 1,000,000 chats, on the embedded database\n');
  console.log(
    table(
      ['', 'time', 'of the processor', `≤ ${MAX_STATISTICS} ms`],
      [
        ['statistics', ...cost(packed), verdict(packed.time <= MAX_STATISTICS)],
        [
          'the first ones of a year that lies unpacked in the tables',
          ...cost(unpacked),
          verdict(unpacked.time <= MAX_STATISTICS),
        ],
        ['packing all of it, in passing', ...cost(packing), ''],
      ],
    ),
  );
  console.log('\n### The same year, as the chat API answers `chatStatistics` over HTTP\n');
  const row = (name: string, {first, all, work, size, growth}: AnswerCost) => [
    name,
    ms(first),
    ms(all),
    ms(work),
    mb(size),
    mb(growth),
    verdict(all <= MAX_STATISTICS),
  ];
  console.log(
    table(
      [
        '',
        'first byte',
        'last byte',
        'of the processor',
        'bytes',
        'memory grew by',
        `≤ ${MAX_STATISTICS} ms`,
      ],
      [
        row('all, JSON', api.json),
        row('all, JSON, gzip', api.zipped),
        row('all, CSV', api.csv),
        row('all, CSV in a time zone', api.zoned),
        row('one of twenty agents, JSON', api.agent),
        row('ten of twenty agents, JSON', api.agents),
        row('the last day, JSON', api.day),
      ],
    ),
  );
}
