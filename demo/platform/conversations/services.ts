import type {RateLimiter} from '../http/rate-limit.ts';
import type {Hub} from './live/hub.ts';
import type {PushStream} from './live/push-stream.ts';
import type {Visitors} from './visitor/sessions.ts';

/** What the routes of conversations work with, besides the platform's services. */
export interface ConversationServices {
  readonly visitors: Visitors;
  readonly hub: Hub;
  /** The open streams of this process. */
  readonly streams: Set<PushStream>;
  readonly limits: {
    /** Requests of one visitor. */
    readonly visitor: RateLimiter;
    /** Messages of one visitor. */
    readonly message: RateLimiter;
    /** New visitors from one address. */
    readonly arrival: RateLimiter;
    /** Requests to the chat API with one key. */
    readonly api: RateLimiter;
  };
}
