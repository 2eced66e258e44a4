/**
 * The script tag's other bundle: the visitor's session, and the commands of `_imbox`. It is loaded by itself, so that
 * nothing of it stands in the bell's way; the chat comes with the first look at it.
 */
import {createVisitor, type Visitor} from '../core/chat/visitor.ts';
import {createCookieMemory, readPage, watchPages} from '../elements/chat/page.ts';
import {createImbox} from '../elements/chat/imbox.ts';
import type {AppInboxChat} from '../elements/chat/chat.ts';
import type {MountVisitor} from '../protocol/widget.ts';

interface Settings {
  /** Only pages that are loaded count as pages. */
  disableHistoryHooks?: boolean;
  /** Nothing is stored or sent before `start`. */
  manualTrigger?: boolean;
  /** Shares the visitor among subdomains. */
  cookieDomain?: string;
}

const readSettings = (): Settings => (window as {_imboxSettings?: Settings})._imboxSettings ?? {};
const warn = (command: string, advice: string) => console.warn(`App Inbox: _imbox "${command}" ${advice}`);

export const mountVisitor: MountVisitor = ({queue, site = {}, scriptUrl}) => {
  const apiUrl = site.apiUrl ?? scriptUrl?.origin ?? '';
  let siteId = site.siteId ?? '';
  let visitor: Visitor | undefined;
  let element: Promise<AppInboxChat> | undefined;
  let ending = new AbortController();
  let showLauncher = true;

  function getChat(): Promise<AppInboxChat> {
    element ??= import('./chat.ts').then(({createChat}) => createChat(site));
    element.catch(() => (element = undefined)); // the next look tries again
    return element;
  }

  async function showChat(): Promise<void> {
    const chat = await getChat();
    chat.conversation = visitor;
    chat.launcher = showLauncher;
  }

  async function begin(options: {siteId?: string; showLauncher?: boolean}): Promise<void> {
    siteId = options.siteId ?? siteId;
    showLauncher = options.showLauncher ?? showLauncher;
    if (!apiUrl || !siteId) return warn('start', 'needs the script of a site: its address holds the id.');
    ending.abort();
    ending = new AbortController();
    visitor?.end();
    const {cookieDomain, disableHistoryHooks} = readSettings();
    const current = createVisitor({
      apiUrl,
      siteId,
      storage: site.storage,
      memory: createCookieMemory(siteId, cookieDomain),
      getVisit: () => ({
        page: readPage(),
        referrer: document.referrer,
        language: document.documentElement.lang.slice(0, 35),
      }),
    });
    visitor = current;
    void current.report({type: 'page', page: readPage()});
    watchPages((page) => void current.report({type: 'page', page}), {
      isHistoryLeftAlone: disableHistoryHooks === true,
      signal: ending.signal,
    });
    current.start().catch(() => {}); // offline: what is reported is kept, and opens the session later
    void showChat().catch((error: unknown) => warn('start', `could not load the chat: ${String(error)}`));
    return Promise.resolve();
  }

  const run = createImbox({
    get visitor() {
      return visitor;
    },
    begin,
    async refresh() {
      await begin({});
      await visitor?.start();
    },
    openChat: () => void getChat().then((chat) => (chat.open = true)),
    warn,
  });

  if (!readSettings().manualTrigger) run(['start']);
  const waiting = queue.splice(0);
  queue.push = (...entries: unknown[]) => {
    entries.forEach(run);
    return 0;
  };
  waiting.forEach(run);
};
