import type {Database} from '../database/open.ts';
import type {Fanout} from './fanout.ts';
import {CHANNEL, type Payload} from './publish.ts';
import {createTopics} from './topics.ts';

/** By the database's own LISTEN and NOTIFY: every process hears everything, and picks what is followed in it. */
export async function createDatabaseFanout(database: Database): Promise<Fanout> {
  const topics = createTopics();
  const close = await database.listen(CHANNEL, (payload) => {
    if (payload === undefined) return topics.tellAll();
    const [told, text] = JSON.parse(payload) as Payload;
    for (const topic of told) topics.tell(topic, text);
  });
  return {follow: (topic, follower) => topics.follow(topic, follower), close};
}
