import {CallError} from './http/call-error.ts';

/** Lets so many works of one team go on at the same time, so that its slow systems hold up nobody else's. */
export interface Turns {
  /** @throws CallError `busy`, when too many wait already */
  take<T>(teamId: string, work: () => Promise<T>): Promise<T>;
}

export interface TurnLimits {
  /** At the same time. */
  readonly running: number;
  /** Waiting for their turn. */
  readonly waiting: number;
}

/** A profile with all its integrations, for several agents. */
const LIMITS: TurnLimits = {running: 20, waiting: 200};

export function createTurns({running, waiting}: TurnLimits = LIMITS): Turns {
  const teams = new Map<string, {count: number; queue: (() => void)[]}>();

  return {
    async take(teamId, work) {
      const team = teams.get(teamId) ?? {count: 0, queue: []};
      teams.set(teamId, team);
      if (team.count >= running) {
        if (team.queue.length >= waiting)
          throw new CallError('busy', 'Too many calls at the same time. Try again in a moment.');
        // Whoever ends hands on the place.
        await new Promise<void>((resolve) => team.queue.push(resolve));
      } else team.count++;
      try {
        return await work();
      } finally {
        const next = team.queue.shift();
        if (next) next();
        else if (--team.count === 0) teams.delete(teamId);
      }
    },
  };
}
