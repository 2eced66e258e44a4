/**
 * The script tag's other bundle: the visitor's session, and the commands of `_imbox`. It is loaded by itself, so that
 * nothing of it stands in the bell's way; the chat comes with the first look at it.
 */
import {createVisitor, type Visitor} from '../core/chat/visitor.ts';
import {createCookieMemory, readPage, watchPages} from '../elements/chat/page.ts';
import {createImbox} from '../elements/chat/imbox.ts';
import {createChatTab} from '../elements/chat/tab.ts';
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

  const tab =
    site.chat === 'tab' ? createChatTab(async () => (await import('./chat.ts')).defineChat()) : undefined;
  let language = site.language;

  function getChat(): Promise<AppInboxChat> {
    element ??= import('./chat.ts').then(({createChat}) => createChat(site));
    element.catch(() => (element = undefined)); // the next look tries again
    return element;
  }

  async function showChat(): Promise<void> {
    const chat = await getChat();
    chat.conversation = visitor;
    chat.launcher = showLauncher && !tab;
    chat.language = language;
  }

  /** The number on the tab, before the chat itself is there to say it. */
  function showTab(): void {
    if (!tab || !visitor) return;
    const {element: place} = tab;
    const current = visitor;
    place.conversation = current;
    current.subscribe(({unread}) => {
      if (place.conversation !== current || place.unread === (unread || undefined)) return;
      if (unread) place.setAttribute('unread', String(unread));
      else place.removeAttribute('unread');
    });
  }

  async function openChat(): Promise<void> {
    if (tab?.open()) return;
    // Also where the page has no inbox that it could be a tab of.
    await showChat();
    (await getChat()).open = true;
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
    if (tab) showTab();
    else
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
    openChat: () => void openChat().catch((error: unknown) => warn('openChat', String(error))),
    warn,
  });

  // The bell says when the page switches its language, and nothing of that is on its way to the screen.
  new MutationObserver((changes) => {
    const bells = changes
      .map(({target}) => target as Element)
      .filter(({localName}) => localName === 'app-inbox-bell');
    if (!bells.length) return;
    language = bells[0]!.getAttribute('language') ?? undefined;
    void element?.then((chat) => (chat.language = language));
  }).observe(document, {subtree: true, attributeFilter: ['language']});
  if (!readSettings().manualTrigger) run(['start']);
  const waiting = queue.splice(0);
  queue.push = (...entries: unknown[]) => {
    entries.forEach(run);
    return 0;
  };
  waiting.forEach(run);
};
