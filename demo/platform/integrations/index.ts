import type {Clock} from '../clock.ts';
import type {App} from '../http/app.ts';
import type {Random} from '../random.ts';
import type {Services} from '../services.ts';
import {createAnswerCache} from './cache.ts';
import {addClientIntegrationRoutes} from './client-routes.ts';
import {createCaller, type CallerOptions} from './http/call.ts';
import {addInboxIntegrationRoutes} from './inbox-routes.ts';
import {addIntegrationRoutes} from './integration-routes.ts';
import {addRunRoutes} from './run-routes.ts';
import {createRunner} from './runner.ts';
import {createSecrets, KEY_SIZE} from './secrets.ts';
import {createTurns, type TurnLimits} from './turns.ts';

export interface IntegrationOptions extends Partial<CallerOptions> {
  /** 32 bytes that seal secrets. @default random ones: what they seal is lost with this process */
  secretsKey?: Buffer;
  /** Calls of one team at the same time. */
  turns?: TurnLimits;
}

/** What the routes of integrations work with. */
export function createIntegrationServices(
  {clock, random}: {clock: Clock; random: Random},
  {secretsKey, turns: limits, policy = {allowedHosts: []}, ...calling}: IntegrationOptions = {},
): Pick<Services, 'secrets' | 'caller' | 'turns' | 'runner'> {
  const secrets = createSecrets(secretsKey ?? random(KEY_SIZE), random);
  const caller = createCaller({policy, ...calling});
  const turns = createTurns(limits);
  const runner = createRunner({caller, cache: createAnswerCache(clock), secrets, turns, clock});
  return {secrets, caller, turns, runner};
}

export function addIntegrationsTo(app: App, services: Services): void {
  addIntegrationRoutes(app, services);
  addRunRoutes(app, services);
  addInboxIntegrationRoutes(app, services);
  addClientIntegrationRoutes(app, services);
}
