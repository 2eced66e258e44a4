/** Registers the dashboard apps' elements. */
import {define} from '../../elements/base/define.ts';
import {AgentDashboardApp} from './dashboard-app.ts';
import {AgentDashboardApps} from './dashboard-apps.ts';

define('agent-dashboard-app', AgentDashboardApp);
define('agent-dashboard-apps', AgentDashboardApps);
