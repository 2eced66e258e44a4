import type {VisitorPage} from '../../protocol/visitor.ts';
import type {InboxError} from '../errors.ts';
import type {SessionAnswer, VisitorApi} from './visitor-api.ts';

/** Where this device keeps who the visitor is: first-party, and for 30 days after each visit. */
export interface VisitorMemory {
  read(): string | undefined;
  write(token: string): void;
  clear(): void;
}

export interface Visit {
  page: VisitorPage;
  referrer: string;
  language: string;
}

/** The visitor's session: opened when it is first needed, and again when the platform does not know it any more. */
export interface VisitorSession {
  /** Opens it, or says what the opening said. One at a time. */
  open(): Promise<SessionAnswer>;
  /** Does something with the session's token. A token that is refused is replaced once. */
  use<T>(action: (token: string) => Promise<T>): Promise<T>;
  /** Opens it anew, as the next page does: once what is under way has said who the visitor is. */
  renew(): Promise<SessionAnswer>;
}

export function createVisitorSession(options: {
  api: VisitorApi;
  memory: VisitorMemory;
  siteId: string;
  getVisit: () => Visit;
}): VisitorSession {
  const {api, memory, siteId, getVisit} = options;
  let opening: Promise<SessionAnswer> | undefined;
  let token = '';

  async function ask(): Promise<SessionAnswer> {
    const known = memory.read();
    const answer = await api.openSession({siteId, ...getVisit()}, known);
    token = answer.token ?? known ?? '';
    // Also where it is the same: its 30 days begin again.
    memory.write(token);
    return answer;
  }

  function begin(how: Promise<SessionAnswer>): Promise<SessionAnswer> {
    opening = how;
    how.catch(() => opening === how && (opening = undefined)); // the next use tries again
    return how;
  }

  const session: VisitorSession = {
    open: () => opening ?? begin(ask()),
    renew: () => begin(opening ? opening.then(ask, ask) : ask()),
    async use(action) {
      await session.open();
      const used = token;
      try {
        return await action(used);
      } catch (error) {
        if ((error as InboxError).code !== 'unauthorized') throw error;
        // Somebody else may have replaced it meanwhile.
        if (token === used) {
          memory.clear();
          opening = undefined;
        }
        await session.open();
        return action(token);
      }
    },
  };
  return session;
}
