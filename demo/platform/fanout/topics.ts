import type {Follower, Topic} from './fanout.ts';

/** Who follows what in this process. */
export interface Topics {
  follow(topic: Topic, follower: Follower): () => void;
  /** Tells who follows the topic. */
  tell(topic: Topic, text: string | undefined): void;
  /** Some news may have been missed, of whatever topic. */
  tellAll(): void;
  all(): Iterable<Topic>;
}

/**
 * @param onFirst somebody follows a topic that nobody followed before
 * @param onLast ... nobody follows any more
 */
export function createTopics(
  onFirst: (topic: Topic) => void = () => {},
  onLast: (topic: Topic) => void = () => {},
): Topics {
  const followers = new Map<Topic, Follower[]>();

  return {
    follow(topic, follower) {
      const others = followers.get(topic);
      followers.set(topic, [...(others ?? []), follower]);
      if (!others) onFirst(topic);
      return () => {
        const all = followers.get(topic);
        const rest = all?.filter((other) => other !== follower);
        if (!rest || rest.length === all!.length) return;
        if (rest.length) return followers.set(topic, rest);
        followers.delete(topic);
        onLast(topic);
      };
    },
    tell(topic, text) {
      for (const follower of followers.get(topic) ?? []) follower(text);
    },
    tellAll() {
      for (const all of followers.values()) for (const follower of all) follower(undefined);
    },
    all: () => followers.keys(),
  };
}
