import type {Hono} from 'hono';
import type {PageVariables} from '../../site/guard.ts';
import type {PlatformClient} from '../../site/platform-client.ts';
import type {Previews} from '../previews.ts';
import {framePage} from './frame-page.ts';
import {merge, pickStudio, previewOptions, type Configuration} from './configuration.ts';
import {ARRIVAL, SAMPLES} from './samples.ts';
import {studioPage} from './studio-page.ts';

/** What the studio keeps for an operator. */
export interface StudioSession {
  /** Where the studio's preview gets its messages. */
  studioToken: string;
  /** What is being tried out; undefined: what is saved. */
  studio?: Configuration;
}

/** Of the console's routes, what the studio's need. */
export interface StudioEnv {
  Variables: PageVariables & {session: StudioSession};
}

interface StudioOptions {
  siteId: string;
  platform: PlatformClient;
  previews: Previews;
  /** Epoch, milliseconds. */
  now: () => number;
}

const CONFIGURATION = '/v1/site/configuration';

/** Opens the preview of the studio for an operator who has just signed in. */
export function openStudio(previews: Previews, now: number): StudioSession {
  const studioToken = previews.open();
  for (const {age, message} of SAMPLES) previews.add(studioToken, message, now - age);
  return {studioToken};
}

/** The theme studio: what the inbox looks like on this site. Its changes are tried in a frame and saved on the platform. */
export function addStudioRoutes(
  site: Hono<StudioEnv>,
  {siteId, platform, previews, now}: StudioOptions,
): void {
  site.get('/studio', async (c) => {
    const saved = pickStudio(await platform.call('GET', CONFIGURATION));
    c.get('session').studio = saved;
    return c.html(studioPage({siteId, saved, nonce: c.get('nonce')}));
  });

  site.get('/studio-frame', (c) => {
    const {studioToken, studio = {}} = c.get('session');
    return c.html(
      framePage({
        siteId,
        nonce: c.get('nonce'),
        token: studioToken,
        options: previewOptions(studio),
        language: c.req.query('language') ?? '',
        scheme: c.req.query('scheme') ?? '',
        isOpen: c.req.query('open') === '1',
      }),
    );
  });

  site.put('/api/studio', async (c) => {
    c.get('session').studio = pickStudio(await c.req.json());
    return c.body(null, 204);
  });

  site.post('/api/studio/arrival', (c) => {
    previews.add(c.get('session').studioToken, ARRIVAL, now());
    return c.body(null, 204);
  });

  site.post('/api/studio/save', async (c) => {
    const studio = pickStudio(await c.req.json());
    const configuration = merge(await platform.call('GET', CONFIGURATION), studio);
    return c.json((await platform.call('PUT', CONFIGURATION, configuration)) as object);
  });
}
