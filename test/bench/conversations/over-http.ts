/** What the chat REST API takes for a year of chats, as a customer's backend hears it. */
import {performance} from 'node:perf_hooks';
import {createPlatform} from '../../../demo/platform/platform.ts';
import {listen} from '../../../demo/platform/server.ts';

const KEY = 'a-key-of-the-bench-0000000000000000';

export interface AnswerCost {
  /** Milliseconds until the first byte, and until the last. */
  first: number;
  all: number;
  size: number;
  /** By how many bytes this process, which asks and answers, grew meanwhile. */
  growth: number;
}

export interface ApiCosts {
  json: AnswerCost;
  csv: AnswerCost;
  /** Of one agent, a twentieth of all; and of one day. */
  agent: AnswerCost;
  day: AnswerCost;
}

/** Takes an answer without keeping it: how long it takes to read is not asked. */
async function take(url: string): Promise<AnswerCost> {
  const start = performance.now();
  const {rss} = process.memoryUsage();
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  let [first, size, most] = [0, 0, rss];
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    first ||= performance.now() - start;
    size += piece.length;
    most = Math.max(most, process.memoryUsage.rss());
  }
  return {first, all: performance.now() - start, size, growth: most - rss};
}

export interface YearOfChats {
  /** A database that nobody has open. */
  folder: string;
  siteId: string;
  from: number;
  to: number;
  /** The number of one of twenty agents. */
  agent: number;
}

export async function measureApi({folder, siteId, from, to, agent}: YearOfChats): Promise<ApiCosts> {
  const platform = await createPlatform({database: {folder}});
  await platform.putSite({id: siteId, name: 'Bench', origins: [], apiKey: KEY});
  const server = await listen(0, '127.0.0.1');
  server.answerWith(platform);
  const iso = (time: number) => encodeURIComponent(new Date(time).toISOString());
  const ask = (query: string, start = from, end = to) =>
    take(
      `http://127.0.0.1:${server.port}/message/chatStatistics/${KEY}/1?startTime=${iso(start)}&endTime=${iso(end)}${query}`,
    );
  try {
    await ask('', from, from + 3_600_000); // compiles what answers
    return {
      json: await ask(''),
      csv: await ask('&fileType=csv&timezone=Europe%2FStockholm'),
      agent: await ask(`&agentIds=${agent}`),
      day: await ask('', to - 86_400_000),
    };
  } finally {
    await server.close();
    await platform.close();
  }
}
