import {createRoute} from '@hono/zod-openapi';
import type {App} from '../http/app.ts';
import {API_KEY, withApiKey} from '../http/access.ts';
import {problems, ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {ConfigurationSchema} from './configuration.ts';

const refusals = problems('unauthorized', 'forbidden-origin', 'not-found', 'too-many-requests');
const content = {'application/json': {schema: ConfigurationSchema}};

/** How a site's inbox looks and behaves: served with its script. */
export function addSiteRoutes(app: App, services: Services): void {
  const {sites} = services;
  const access = {security: API_KEY, middleware: withApiKey(services), tags: ['Site']};

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/site/configuration',
      summary: 'The site’s configuration',
      ...access,
      responses: {200: {description: 'The configuration', content}, ...refusals},
    }),
    async (c) => {
      const site = await sites.find(c.get('siteId'));
      if (!site) throw new ProblemError('not-found');
      return c.json(site.configuration, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'put',
      path: '/v1/site/configuration',
      summary: 'Replace the site’s configuration',
      ...access,
      request: {body: {required: true, content}},
      responses: {
        200: {description: 'The configuration', content},
        ...refusals,
        ...problems('invalid-request', 'too-large'),
      },
    }),
    async (c) => {
      const configuration = c.req.valid('json');
      await sites.configure(c.get('siteId'), configuration);
      return c.json(configuration, 200);
    },
  );
}
