import type {Hono} from 'hono';
import type {PageVariables} from '../site/guard.ts';
import type {Me} from './platform.ts';

/** What the desk's routes have. Behind the sign-in, `c.get('me')` is who is signed in. */
export interface DeskEnv {
  Variables: PageVariables & {me: Me};
}

/** The desk behind its sign-in. Routes name their path below `/desk`. */
export type Desk = Hono<DeskEnv>;
