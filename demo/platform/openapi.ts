import {VISITOR_HEADER} from './conversations/visitor/access.ts';
import {SESSION_COOKIE} from './desk/access.ts';
import type {App} from './http/app.ts';

/** Describes the routes at `/openapi.json`, out of the schemas that check the requests. */
export function addDocument(app: App): void {
  const {openAPIRegistry: registry} = app;
  registry.registerComponent('securitySchemes', 'basic', {
    type: 'http',
    scheme: 'basic',
    description: 'Any user name; the API key as the password. On servers only.',
  });
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'The API key. On servers only.',
  });
  registry.registerComponent('securitySchemes', 'contact', {
    type: 'apiKey',
    in: 'header',
    name: 'ES-TOKEN',
    description:
      'A one-time token of a contact. Using it spends it; the header ES-TOKEN of the answer is the next.',
  });
  registry.registerComponent('securitySchemes', 'agent', {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: 'The session of an agent who signed in at the desk. A write also needs its X-CSRF-Token.',
  });
  registry.registerComponent('securitySchemes', 'visitor', {
    type: 'apiKey',
    in: 'header',
    name: VISITOR_HEADER,
    description:
      'What a visitor’s browser was given when it opened its session. Good for 30 days after each visit.',
  });
  app.doc31('/openapi.json', (c) => ({
    openapi: '3.1.0',
    info: {
      title: 'App Inbox platform',
      version: '1',
      description:
        'Errors are application/problem+json (RFC 9457) with a stable `code`. Times are epoch milliseconds.',
    },
    servers: [{url: new URL(c.req.url).origin}],
  }));
}
