import type {App} from '../http/app.ts';
import {dataHeaders} from '../http/headers.ts';
import type {Services} from '../services.ts';
import {addAppContextRoutes} from './context-routes.ts';
import {addAppRoutes} from './routes.ts';
import {createSigning} from './signing.ts';

/** Dashboard apps: a team's settings, what the apps are told, and how their backends can trust it. */
export function addDashboardAppsTo(app: App, services: Services): void {
  app.use('/.well-known/*', dataHeaders);
  addAppRoutes(app, services);
  addAppContextRoutes(app, services, createSigning(services.db, services));
}
