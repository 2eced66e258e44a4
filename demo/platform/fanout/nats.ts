import {connect, type NatsConnection, type Subscription} from '@nats-io/transport-node';
import type {Kysely} from 'kysely';
import {setTimeout as pause} from 'node:timers/promises';
import type {Schema} from '../database/schema.ts';
import type {Fanout, Topic} from './fanout.ts';
import type {NatsServers} from './nats-servers.ts';
import {divert} from './publish.ts';
import {createTopics} from './topics.ts';

const PREFIX = 'app-inbox';
/** A process that could tell nothing for a while tells all others to look for themselves. */
const LOOK = `${PREFIX}.look`;
/** Between two attempts to connect, and at random on top: milliseconds. */
const RECONNECT_PAUSE = 1000;
const RECONNECT_JITTER = 1000;
/** How long an attempt may take; also how long the platform's start waits for the first: milliseconds. */
const TIMEOUT = 5000;
/** A connection over which nothing has come for twice this long is taken for dead: milliseconds. */
const PING_INTERVAL = 10_000;
/** Processes that lost their server together are back together: what they ask each other is done once. */
const LOOK_DELAY = 500;

/** A name of ours as one part of a subject, in which NATS has a use for dots, stars, angles and spaces. */
const part = (name: string) =>
  name.replace(/[^\w-]/g, (character) => `=${character.codePointAt(0)!.toString(16)}`);

const subjectOf = (topic: Topic) => {
  const dot = topic.indexOf('.');
  return `${PREFIX}.${topic.slice(0, dot)}.${part(topic.slice(dot + 1))}`;
};

/**
 * By a NATS server: each process subscribes to what is followed in it, and to nothing else, so that a fleet's processes
 * do not hear of each other's contacts.
 *
 * NATS forgets what it cannot deliver. So nothing depends on it: followers in this process are told directly; after a
 * lost connection, and when a subscription has begun, followers look for themselves; and a process that was cut off asks
 * all others to look, because it could not tell them. Without a server the platform works, and tries again.
 *
 * @returns after the first attempt to connect, whether it succeeded or not
 */
export async function createNatsFanout(
  db: Kysely<Schema>,
  {names, options}: NatsServers,
  log: (line: string) => void = (line) => console.error(line),
): Promise<Fanout> {
  const subscriptions = new Map<Topic, Subscription>();
  const topics = createTopics(
    (topic) => subscribe(topic),
    (topic) => {
      subscriptions.get(topic)?.unsubscribe();
      subscriptions.delete(topic);
      unconfirmed.delete(topic);
    },
  );
  const ending = new AbortController();
  let connection: NatsConnection | undefined;
  let isUp = false;
  /** Subscribed, and not yet known to have arrived at the server. */
  let unconfirmed = new Set<Topic>();
  let confirming: Promise<void> | undefined;
  let look: NodeJS.Timeout | undefined;
  let trying: Promise<void> | undefined;

  function subscribe(topic: Topic): void {
    if (!connection) return;
    const subject = subjectOf(topic);
    const callback = (error: Error | null, message?: {string(): string}) =>
      topics.tell(topic, error ? undefined : message!.string());
    subscriptions.set(topic, connection.subscribe(subject, {callback}));
    unconfirmed.add(topic);
    confirming ??= confirm().finally(() => (confirming = undefined));
  }

  /** What happened while the server did not know of a subscription yet was not told. */
  async function confirm(): Promise<void> {
    while (unconfirmed.size && isUp) {
      const batch = unconfirmed;
      unconfirmed = new Set();
      // Fails with the connection: then all look when there is another.
      await connection?.flush().catch(() => {});
      for (const topic of batch) topics.tell(topic, undefined);
    }
  }

  function lookSoon(): void {
    look ??= setTimeout(() => {
      look = undefined;
      topics.tellAll();
    }, LOOK_DELAY).unref();
  }

  function publish(subject: string, text?: string): void {
    try {
      if (isUp) connection?.publish(subject, text);
    } catch (error) {
      log(`News could not be given to NATS: ${(error as Error).message}`);
    }
  }

  /** A connection is there, for the first time or again. */
  async function rise(isAgain: boolean): Promise<void> {
    isUp = true;
    if (isAgain) log(`NATS at ${names} is back`);
    await connection?.flush().catch(() => {});
    lookSoon();
    if (isAgain) publish(LOOK);
  }

  async function watch(current: NatsConnection): Promise<void> {
    for await (const {type} of current.status()) {
      if (type === 'disconnect') {
        if (isUp && !ending.signal.aborted) log(`NATS at ${names} is gone. Trying again…`);
        isUp = false;
      } else if (type === 'reconnect') await rise(true);
    }
  }

  async function open(): Promise<void> {
    connection = await connect({
      ...options,
      name: PREFIX,
      // This process tells itself.
      noEcho: true,
      timeout: TIMEOUT,
      pingInterval: PING_INTERVAL,
      // Never gives up, also where the server's accounts are changed meanwhile.
      maxReconnectAttempts: -1,
      ignoreAuthErrorAbort: true,
      reconnectTimeWait: RECONNECT_PAUSE,
      reconnectJitter: RECONNECT_JITTER,
      reconnectJitterTLS: RECONNECT_JITTER,
    });
    if (ending.signal.aborted) return connection.close();
    void watch(connection);
    void connection.closed().then((error) => {
      if (ending.signal.aborted) return;
      log(`NATS at ${names} ended the connection${error ? ` (${error.message})` : ''}. Trying again…`);
      isUp = false;
      trying = keepTrying();
    });
    connection.subscribe(LOOK, {callback: lookSoon});
    for (const topic of topics.all()) subscribe(topic);
  }

  /** Until the first connection; from then on the client keeps it. */
  async function keepTrying(): Promise<void> {
    while (!ending.signal.aborted) {
      const wait = RECONNECT_PAUSE + Math.random() * RECONNECT_JITTER;
      if (!(await pause(wait, true, {signal: ending.signal, ref: false}).catch(() => false))) return;
      try {
        await open();
        return await rise(true);
      } catch {
        // said once
      }
    }
  }

  divert(db, (told, text) => {
    for (const topic of told) {
      topics.tell(topic, text);
      publish(subjectOf(topic), text);
    }
  });
  try {
    await open();
    await rise(false);
  } catch (error) {
    log(
      `NATS at ${names} cannot be reached (${(error as Error).message}). Trying again; until then news stays in this process.`,
    );
    trying = keepTrying();
  }

  return {
    follow: (topic, follower) => topics.follow(topic, follower),
    async close() {
      ending.abort();
      clearTimeout(look);
      isUp = false;
      await trying;
      await connection?.close();
    },
  };
}
