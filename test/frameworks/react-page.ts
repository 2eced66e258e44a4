/** README's React example as a page: rendered on a server, and what a browser needs to go on from there. */
import {pathToFileURL} from 'node:url';
import {join} from 'node:path';
import {build, type InlineConfig, type Rolldown} from 'vite';
import {react} from './examples.ts';
import {createProject} from './project.ts';

/** In the page's `window`. */
export interface ReactPage {
  /** Takes the example out of the page. */
  leave(): void;
  /** How the inbox is connected. */
  connection(): string;
}

const SERVER = `import {renderToString} from 'react-dom/server';
import {Notifications} from './Example';

export const html = renderToString(<Notifications />);
`;

const BROWSER = `import {StrictMode} from 'react';
import {hydrateRoot} from 'react-dom/client';
import {Notifications} from './Example';
import {inbox} from './inbox';

const app = <StrictMode><Notifications /></StrictMode>;
const root = hydrateRoot(document.getElementById('root')!, app);
Object.assign(window, {leave: () => root.unmount(), connection: () => inbox.state.connection});
`;

/**
 * @param inboxModule the text of `inbox.ts`
 * @returns what goes into the page's body
 */
export async function renderReactPage(inboxModule: string): Promise<string> {
  const project = createProject(
    {
      'src/inbox.ts': inboxModule,
      'src/Example.tsx': react.code,
      'src/server.tsx': SERVER,
      'src/browser.tsx': BROWSER,
      'tsconfig.json': JSON.stringify(react.configuration),
    },
    [...react.packages, 'react-dom'],
  );
  const common: InlineConfig = {root: project.folder, configFile: false, logLevel: 'error'};
  try {
    await build({...common, build: {ssr: 'src/server.tsx', outDir: 'server'}});
    const server = pathToFileURL(join(project.folder, 'server/server.js')).href;
    const {html} = (await import(server)) as {html: string};
    const [{output}] = (await build({
      ...common,
      // The one that complains where what it finds is not what it would have rendered.
      define: {'process.env.NODE_ENV': '"development"'},
      build: {
        write: false,
        minify: false,
        lib: {entry: 'src/browser.tsx', formats: ['es']},
        rolldownOptions: {output: {codeSplitting: false}},
      },
    })) as [Rolldown.RolldownOutput];
    const script = output[0].code.replaceAll('</script', '<\\/script');
    return `<div id="root">${html}</div><script type="module">${script}</script>`;
  } finally {
    project.remove();
  }
}
