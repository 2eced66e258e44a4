/** What the chat REST API takes for a year of chats, as a customer's backend hears it. */
import {get, type IncomingMessage} from 'node:http';
import {performance} from 'node:perf_hooks';
import {createPlatform} from '../../../demo/platform/platform.ts';
import {listen} from '../../../demo/platform/server.ts';

const KEY = 'a-key-of-the-bench-0000000000000000';

export interface AnswerCost {
  /** Milliseconds until the first byte, and until the last. */
  first: number;
  all: number;
  /** Of the processor, for asking and answering. */
  work: number;
  size: number;
  /** By how many bytes this process, which asks and answers, grew meanwhile. */
  growth: number;
}

export interface ApiCosts {
  json: AnswerCost;
  /** For a client that takes gzip. */
  zipped: AnswerCost;
  /** With the times in UTC, and in a time zone. */
  csv: AnswerCost;
  zoned: AnswerCost;
  /** Of one agent, a twentieth of all; of ten; and of one day. */
  agent: AnswerCost;
  agents: AnswerCost;
  day: AnswerCost;
}

/** Takes an answer without keeping it: how long it takes to read is not asked. */
async function take(url: string, encoding: 'gzip' | 'identity'): Promise<AnswerCost> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const {rss} = process.memoryUsage();
  const headers = {'Accept-Encoding': encoding};
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, {headers}, resolve).on('error', reject),
  );
  if (response.statusCode !== 200) throw new Error(`${response.statusCode}`);
  let [first, size, most] = [0, 0, rss];
  for await (const piece of response as AsyncIterable<Uint8Array>) {
    first ||= performance.now() - start;
    size += piece.length;
    most = Math.max(most, process.memoryUsage.rss());
  }
  const {user, system} = process.cpuUsage(before);
  return {first, all: performance.now() - start, work: (user + system) / 1000, size, growth: most - rss};
}

export interface YearOfChats {
  /** A database that nobody has open. */
  folder: string;
  siteId: string;
  from: number;
  to: number;
  /** The numbers of ten of twenty agents. */
  agents: readonly number[];
}

interface Asked {
  start?: number;
  encoding?: 'gzip' | 'identity';
}

export async function measureApi({folder, siteId, from, to, agents}: YearOfChats): Promise<ApiCosts> {
  const platform = await createPlatform({database: {folder}});
  await platform.putSite({id: siteId, name: 'Bench', origins: [], apiKey: KEY});
  const server = await listen(0, '127.0.0.1');
  server.answerWith(platform);
  const iso = (time: number) => encodeURIComponent(new Date(time).toISOString());
  const ask = (query: string, {start = from, encoding = 'identity'}: Asked = {}) =>
    take(
      `http://127.0.0.1:${server.port}/message/chatStatistics/${KEY}/1?startTime=${iso(start)}&endTime=${iso(to)}${query}`,
      encoding,
    );
  try {
    await ask('', {start: to - 3_600_000}); // compiles what answers
    return {
      json: await ask(''),
      zipped: await ask('', {encoding: 'gzip'}),
      csv: await ask('&fileType=csv'),
      zoned: await ask('&fileType=csv&timezone=Europe%2FStockholm'),
      agent: await ask(`&agentIds=${agents[0]}`),
      agents: await ask(agents.map((agent) => `&agentIds=${agent}`).join('')),
      day: await ask('', {start: to - 86_400_000 + 1}),
    };
  } finally {
    await server.close();
    await platform.close();
  }
}
