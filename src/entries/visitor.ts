/**
 * The script tag's other bundle: the visitor's session, and the commands of `_imbox`. It is loaded by itself, so that
 * nothing of it stands in the bell's way; the chat comes with the first look at it.
 */
import {createVisitor, type Visitor} from '../core/chat/visitor.ts';
import {createCookieMemory, readPage, watchPages} from '../elements/chat/page.ts';
import {createImbox} from '../elements/chat/imbox.ts';
import {createChatTab, type ChatTab} from '../elements/chat/tab.ts';
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

export const mountVisitor: MountVisitor = ({queue, site, scriptUrl}) => {
  /** Of `changeSid`. */
  let otherSite: string | undefined;
  /** One of each site that the page has named: what was told to it is sent, also while another one is shown. */
  const visitors = new Map<string, Visitor>();
  let visitor: Visitor | undefined;
  let element: Promise<AppInboxChat> | undefined;
  let tab: ChatTab | undefined;
  /** What the tab says is unread is the current visitor's. */
  let stopCounting: (() => void) | undefined;
  let ending = new AbortController();
  let showLauncher = true;
  let language = site.language;
  /** It is not known yet whose site this is. */
  let isHeldUp = false;

  function getChat(): Promise<AppInboxChat> {
    element ??= import('./chat.ts').then(({createChat}) => createChat());
    element.catch(() => (element = undefined)); // the next look tries again
    return element;
  }

  async function showChat(): Promise<void> {
    const chat = await getChat();
    const {dress} = await import('./chat.ts');
    dress(chat, site);
    chat.conversation = visitor;
    chat.launcher = showLauncher && !tab;
    chat.language = language;
  }

  /** The number on the tab, before the chat itself is there to say it. */
  function showTab(): void {
    tab ??= createChatTab(async () => (await import('./chat.ts')).defineChat());
    const {element: place} = tab;
    const current = visitor;
    if (!current || place.conversation === current) return;
    place.conversation = current;
    stopCounting?.();
    stopCounting = current.subscribe(({unread}) => {
      if (place.unread === (unread || undefined)) return;
      if (unread) place.setAttribute('unread', String(unread));
      else place.removeAttribute('unread');
    });
  }

  /** Puts the chat where the site wants it. One that floats already stays for whoever is talking in it, without its button. */
  function present(): void {
    if (site.chat === 'tab') showTab();
    if (tab && !element) return;
    showChat().catch((error: unknown) => warn('start', `could not load the chat: ${String(error)}`));
  }

  async function openChat(): Promise<void> {
    if (tab?.open()) return;
    // Also where the page has no inbox that it could be a tab of.
    await showChat();
    (await getChat()).open = true;
  }

  function createSiteVisitor(apiUrl: string, siteId: string): Visitor {
    const created = createVisitor({
      apiUrl,
      siteId,
      storage: site.storage,
      memory: createCookieMemory(siteId, () => readSettings().cookieDomain),
      getVisit: () => ({
        page: readPage(),
        referrer: document.referrer,
        language: document.documentElement.lang.slice(0, 35),
      }),
    });
    visitors.set(siteId, created);
    return created;
  }

  function begin(): Promise<void> | undefined {
    const siteId = otherSite ?? site.siteId;
    const apiUrl = site.apiUrl ?? scriptUrl?.origin;
    isHeldUp = !apiUrl || !siteId;
    if (!apiUrl || !siteId) {
      warn(
        'start',
        "needs the script of a site, whose address holds the id, or eS('init', {apiUrl, siteId, …}).",
      );
      return undefined;
    }
    ending.abort();
    ending = new AbortController();
    const current = visitors.get(siteId) ?? createSiteVisitor(apiUrl, siteId);
    if (visitor !== current) visitor?.pause();
    visitor = current;
    const reported = current.report({type: 'page', page: readPage()});
    watchPages((page) => void current.report({type: 'page', page}), {
      isHistoryLeftAlone: readSettings().disableHistoryHooks === true,
      signal: ending.signal,
    });
    current.start().catch(() => {}); // offline: what is reported is kept, and opens the session later
    present();
    return reported;
  }

  const run = createImbox({
    get visitor() {
      return visitor;
    },
    begin,
    setSite: (siteId) => (otherSite = siteId),
    setLauncher(isShown) {
      showLauncher = isShown;
      if (visitor) present();
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
  // What the page said only with `eS('init')` is known when the bell is.
  void customElements.whenDefined('app-inbox-bell').then(() => {
    language = site.language ?? language;
    if (visitor) present();
    else if (isHeldUp) run(['start']);
  });
  if (!readSettings().manualTrigger) run(['start']);
  const waiting = queue.splice(0);
  queue.push = (...entries: unknown[]) => {
    entries.forEach(run);
    return 0;
  };
  waiting.forEach(run);
};
