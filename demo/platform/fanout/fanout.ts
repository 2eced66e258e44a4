/** What news is about, and what a stream follows: one contact's messages, or the conversations of one site. */
export type Topic = `contact.${number}` | `site.${string}`;

export const contactTopic = (id: number): Topic => `contact.${id}`;
export const siteTopic = (id: string): Topic => `site.${id}`;

/** Gets each text published under a topic; undefined: some may have been missed, look for yourself. */
export type Follower = (text: string | undefined) => void;

/**
 * Carries news from the process that commits it (`publish`) to the processes that have streams for it. News says that
 * there is something to read: what happened stands in the database. It may come twice, and what is lost on the way is
 * announced by `undefined`.
 */
export interface Fanout {
  /** Returns what ends it. What was published before it returned is not told. */
  follow(topic: Topic, follower: Follower): () => void;
  close(): Promise<void>;
}
