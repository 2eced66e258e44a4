import type {MiddlewareHandler} from 'hono';
import {html} from 'hono/html';
import type {DeskEnv} from '../env.ts';
import type {DeskPlatform} from '../platform.ts';

interface App {
  url: string;
  origins: string[];
}

/** Where an app is, whatever its variables are. */
const originOf = (url: string) => new URL(url.replace(/\{\{[^{}]*\}\}/g, 'x')).origin;

/** For pages that show dashboard apps: frames of the team's apps, and of nobody else, pass their policy. */
export const withApps =
  (platform: DeskPlatform): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const {body} = await platform.call('GET', '/dashboard-apps', {cookie: c.req.header('Cookie')});
    const {list} = body as {list: App[]};
    c.set('embeds', [...new Set(list.flatMap(({url, origins}) => [originOf(url), ...origins]))]);
    return next();
  };

/** For the head of a page that shows apps. Its script calls `attachApps` of `apps.js`. */
export const appsHead = html`<link rel="stylesheet" href="/desk/dashboard-apps/assets/apps.css" />`;

/** The apps that have their place in the side panel; there only while there are some. */
export const appsPanel = html`<aside data-apps-panel aria-label="Apps" hidden>
  <agent-dashboard-apps placement="panel"></agent-dashboard-apps>
</aside>`;
