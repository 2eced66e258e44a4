import {createRoute, z} from '@hono/zod-openapi';
import type {Context} from 'hono';
import type {App, Env} from '../http/app.ts';
import {chooseEncoding} from '../http/encoding.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {ENCODINGS, type Asset} from './assets.ts';

/** A site's script may be some minutes old: it is on the way of every page. */
const OF_A_SITE = 'public, max-age=300, stale-while-revalidate=86400';
/** Any other by a name that stays, such as the desk's, names chunks that a new build has no more. */
const BY_NAME = 'no-cache';

function serve(c: Context<Env>, asset: Asset, lifetime: string): Response {
  const encoding = chooseEncoding(c.req.header('Accept-Encoding'), ENCODINGS);
  // A script for any page, with nothing in it that only some may know.
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Vary', 'Accept-Encoding');
  c.header('ETag', asset.etag);
  c.header('Cache-Control', asset.isImmutable ? 'public, max-age=31536000, immutable' : lifetime);
  const known = c.req
    .header('If-None-Match')
    ?.split(',')
    .map((tag) => tag.trim());
  if (known?.includes(asset.etag) || known?.includes('*')) return c.body(null, 304);
  if (encoding !== 'identity') c.header('Content-Encoding', encoding);
  return c.body(new Uint8Array(asset.bodies[encoding]), 200, {'Content-Type': asset.type});
}

/** The script that sites include, and the chunks that it loads. */
export function addScriptRoutes(app: App, {assets, sites}: Services): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/scripts/{file}',
      summary: 'The script of a site (<site id>.js), or a file of the bundle',
      tags: ['Scripts'],
      request: {params: z.object({file: z.string().max(300)})},
      responses: {
        200: {description: 'The script', content: {'text/javascript': {schema: z.string()}}},
        304: {description: 'As the client has it'},
        ...problems('invalid-request', 'not-found'),
      },
    }),
    async (c) => {
      const {file} = c.req.valid('param');
      const site = file.endsWith('.js') ? await sites.find(file.slice(0, -'.js'.length)) : undefined;
      const asset = site ? await assets.loader(site) : await assets.file(file);
      if (asset) return serve(c, asset, site ? OF_A_SITE : BY_NAME);
      throw new ProblemError('not-found', site ? 'The bundle is not built yet' : 'There is no such script');
    },
  );
}
