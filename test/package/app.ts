/**
 * A customer's app, as files: their own view of the inbox, the elements, and a script for plain Node. As text, because
 * it is checked and built where the package is installed, and not with the project.
 */
const COMPILER = {
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
  strict: true,
  // What the package declares is checked as well, and what the compiler brings is not.
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noEmit: true,
};

const tsconfig = (file: string, module: string, moduleResolution: string) =>
  JSON.stringify({compilerOptions: {...COMPILER, module, moduleResolution}, files: [file]});

/** Each file by itself, so that each entry has to bring its types, and in both ways to look for modules. */
export const CONFIGURATIONS: Readonly<Record<string, string>> = {
  'tsconfig.main-bundler.json': tsconfig('src/main.ts', 'esnext', 'bundler'),
  'tsconfig.main-nodenext.json': tsconfig('src/main.ts', 'nodenext', 'nodenext'),
  'tsconfig.elements-bundler.json': tsconfig('src/elements.ts', 'esnext', 'bundler'),
  'tsconfig.elements-nodenext.json': tsconfig('src/elements.ts', 'nodenext', 'nodenext'),
  'tsconfig.guest-bundler.json': tsconfig('src/guest.ts', 'esnext', 'bundler'),
  'tsconfig.guest-nodenext.json': tsconfig('src/guest.ts', 'nodenext', 'nodenext'),
  'tsconfig.desk-bundler.json': tsconfig('src/desk.ts', 'esnext', 'bundler'),
  'tsconfig.desk-nodenext.json': tsconfig('src/desk.ts', 'nodenext', 'nodenext'),
};

export const APP: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({name: 'customers-app', private: true, type: 'module'}),
  ...CONFIGURATIONS,
  'index.html': `<!doctype html>
<html lang="en">
  <title>A customer's app</title>
  <script type="module" src="/src/elements.ts"></script>
  <script type="module" src="/src/main.ts"></script>
  <script type="module" src="/src/desk.ts"></script>
</html>
`,
  'src/main.ts': `/** A customer's app: their own view of the inbox, and the elements. */
import {createInbox, InboxError, type Inbox, type InboxState, type Notification} from 'app-inbox';
import {AppInboxBell, AppInboxNotification, AppInboxPanel, AppInboxClickEvent} from 'app-inbox/elements';

const inbox: Inbox = createInbox({
  apiUrl: 'https://platform.example',
  getAuthTokenCallback: async () => (await fetch('/inbox-token')).text(),
});

inbox.subscribe((state: InboxState) => {
  const titles: string[] = state.notifications.map(({title}: Notification) => title);
  document.title = \`\${state.count ?? ''} \${titles.join()}\`;
});
inbox.load().catch((error: unknown) => {
  if (error instanceof InboxError && error.code === 'offline') document.title = error.message;
});

const bell = document.createElement('app-inbox-bell');
bell.inbox = inbox;
bell.addEventListener('app-inbox-toggle', () => (panel.open = !panel.open));
const panel: AppInboxPanel = document.createElement('app-inbox-panel');
panel.inbox = inbox;
panel.anchor = bell;
panel.addEventListener('app-inbox-click', (event) => {
  const clicked: Notification = event.notification;
  if (clicked.link) event.preventDefault();
});
document.body.append(bell, panel);
for (const element of [AppInboxBell, AppInboxNotification, AppInboxPanel]) console.info(element.name);
window.addEventListener('app-inbox-click', (event) => console.info(event instanceof AppInboxClickEvent));
`,
  'src/elements.ts': `/** Another page of it, with nothing but the registered elements. */
import 'app-inbox/define';

const bell = document.createElement('app-inbox-bell');
bell.max = 9;
bell.addEventListener('app-inbox-toggle', ({open}) => (document.title = String(open)));
document.querySelector('app-inbox-panel')?.addEventListener('app-inbox-open', () => bell.remove());
`,
  'src/guest.ts': `/** A dashboard app of theirs. */
import {connect, type AppContact, type GuestContext} from 'app-inbox/guest';

const desk = connect({allowedOrigins: ['https://desk.example']});
const first: GuestContext = await desk.context;
document.title = first.conversation.messages.map(({content, sender}) => sender.name + content).join();
for await (const {contact, theme} of desk) {
  const {email, additional_attributes: more}: AppContact = contact;
  document.title = [email, more.social_profiles.github, theme?.scheme].join();
  const token: string = await desk.token();
  await desk.toast(String(token.length));
}
const some = connect({allowedOrigins: ['https://desk.example'], parts: ['contact']});
// @ts-expect-error: that part has not been asked for
console.info((await some.context).conversation);
`,
  'src/desk.ts': `/** A desk of theirs, with dashboard apps and an editor. */
import {loadAgentElement} from 'app-inbox/agent/define';
import {
  AgentTemplateEditor,
  type AgentIntegrationEditor,
  type AgentJsonEditor,
  type DashboardApp,
  type Template,
} from 'app-inbox/agent';

export function show(apps: DashboardApp[], token: (app: string, audience: string) => Promise<string>): void {
  const tabs = document.createElement('agent-dashboard-apps');
  tabs.apps = apps;
  tabs.getToken = token;
  tabs.addEventListener('app-toast', ({text}) => (document.title = text));
  document.body.append(tabs);
}

export async function edit(template: Template, integration: AgentIntegrationEditor['integration']): Promise<void> {
  await loadAgentElement('agent-template-editor');
  const editor: AgentTemplateEditor = document.createElement('agent-template-editor');
  editor.template = template;
  editor.addEventListener('template-change', (event) => (document.title = event.template.sections[0]?.type ?? ''));
  const whole = document.createElement('agent-integration-editor');
  whole.integration = integration;
  whole.addEventListener('integration-save', (event) => (document.title = event.integration.name));
  const json: AgentJsonEditor = document.createElement('agent-json-editor');
  json.addEventListener('json-change', ({value}) => (document.title = value));
  document.body.append(editor, whole, json);
  if (!(editor instanceof AgentTemplateEditor)) document.title = 'Another version is there';
}
`,
  // Says what a page would show; its arguments are the platform's address and a token.
  'list.mjs': `import {createInbox} from 'app-inbox';

const [apiUrl, token] = process.argv.slice(2);
const hasPage = typeof document !== 'undefined' || typeof window !== 'undefined';
const inbox = createInbox({apiUrl, getAuthTokenCallback: async () => token});
await inbox.load();
const titles = inbox.state.notifications.map(({title}) => title);
console.log(JSON.stringify({hasPage, titles, count: inbox.state.count}));
inbox.dispose();
`,
};
