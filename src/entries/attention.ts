/** What the script-tag bundle loads where a site wants attention called to what arrives. Parts of it come when used. */
import type {Inbox} from '../core/inbox.ts';
import {AppBadge} from '../elements/attention/app-badge.ts';
import {watchArrivals} from '../elements/attention/arrivals.ts';
import {Chime} from '../elements/attention/chime.ts';
import {Claims} from '../elements/attention/claims.ts';
import type {Desktop} from '../elements/attention/desktop.ts';
import {FaviconBadge} from '../elements/attention/favicon-badge.ts';
import {TitleBadge} from '../elements/attention/title-badge.ts';
import type {AppInboxBell} from '../elements/bell/bell.ts';
import {showUnseen} from '../elements/bell/unseen.ts';
import type {AppInboxPanel} from '../elements/panel/panel.ts';
import type {AppInboxToasts} from '../elements/toasts/toasts.ts';
import {loadTranslation} from '../i18n/translations.ts';
import type {SiteConfiguration} from '../protocol/configuration.ts';
import type {Notification} from '../protocol/notification.ts';

export interface AttentionStart extends SiteConfiguration {
  inbox: Inbox;
  /** Wears the site's language and theme. */
  bell: AppInboxBell;
  panel: AppInboxPanel;
  /** The words of a content without its markup. */
  toText(content: string): string;
  /** Tells the page of a click outside of the list. */
  onClick(detail: {notification: Notification}): void;
}

/** What shows an arrival: it comes with the first one. */
interface Show {
  toasts: AppInboxToasts;
  desktop: Desktop | undefined;
}

const ALL = {sound: true, title: true, favicon: true, app: true, desktop: true};

/** The page's bell and panel: others, once the page has been replaced around them. Undefined while nothing is called. */
let current: AttentionStart | undefined;

/** Calls attention, with the bell and the panel that it was last given. */
export function startAttention(options: AttentionStart): void {
  const isRunning = !!current;
  current = options;
  if (options.badge === 'unseen') showUnseen(options.bell);
  // A toast says what has come: screen readers are not told twice.
  options.panel.quiet = !!options.toasts;
  if (!isRunning) run(options);
}

function run(options: AttentionStart): void {
  const {inbox, corner, storage, toasts: wanted, toText} = options;
  const page = () => current ?? options;
  const ending = new AbortController();
  const {signal} = ending;
  const wish = options.attention === true ? ALL : options.attention || {};
  const name = options.siteId ?? options.apiUrl;
  const claims = new Claims(name);
  const chime = wish.sound ? new Chime() : undefined;
  const badges = [
    ...(wish.title ? [new TitleBadge()] : []),
    ...(wish.favicon ? [new FaviconBadge()] : []),
    ...(wish.app ? [new AppBadge()] : []),
  ];
  let loading: Promise<Show> | undefined;

  async function load(): Promise<Show> {
    const {createToasts, Desktop} = await import('./toasts.ts');
    const storageKey = storage === 'none' ? undefined : `app-inbox:${name}:desktop`;
    return {
      toasts: createToasts({...(wanted === true ? {} : wanted || {}), inbox, corner, toText, onClick}),
      desktop: wish.desktop ? new Desktop({storageKey, toText, onOpen: follow}) : undefined,
    };
  }

  async function getShow(): Promise<Show> {
    const asked = (loading ??= load());
    asked.catch(() => (loading = undefined)); // the next arrival tries again
    const show = await asked;
    if (show.toasts.isConnected || signal.aborted) return show;
    // The page has been replaced around them, and has perhaps taken their listeners away: new ones.
    if (loading === asked) loading = load();
    return loading ?? getShow();
  }

  function onClick({notification}: {notification: Notification}): void {
    options.onClick({notification});
    // What leads nowhere else is read in the inbox.
    if (!notification.link) page().panel.open = true;
  }

  /** As a click in the list does. */
  function follow(notification: Notification): void {
    onClick({notification});
    inbox.click(notification.id).catch(() => {});
    const {link, openInNewTab} = notification;
    if (link && openInNewTab) window.open(link, '_blank', 'noopener');
    else if (link) location.assign(link);
  }

  async function call(notification: Notification): Promise<void> {
    const {panel, bell} = page();
    // As a part of the page it is always open.
    const isInView = (panel.open || panel.layout === 'page') && !document.hidden;
    // Taken in any case: no other tab speaks of what is read here already.
    if (!(await claims.claim(notification.id)) || isInView || signal.aborted) return;
    chime?.ring();
    if (!wanted && !wish.desktop) return;
    const [{toasts, desktop}, words] = await Promise.all([getShow(), loadTranslation(bell.language!)]);
    if (signal.aborted || (document.hidden && desktop?.show(notification, words))) return;
    dress(toasts, bell);
    if (wanted) await toasts.show(notification);
    if (desktop?.canAsk) await offer(toasts, desktop);
  }

  /** The site's language and theme as they are now. */
  function dress(toasts: AppInboxToasts, bell: AppInboxBell): void {
    toasts.language = bell.language;
    toasts.theme = bell.theme;
    toasts.style.cssText = bell.style.cssText;
  }

  /** Asks the contact before the browser does. */
  async function offer(toasts: AppInboxToasts, desktop: Desktop): Promise<void> {
    const {loadMoreTerms} = await import('../i18n/more/more.ts');
    const more = await loadMoreTerms(page().bell.language!);
    toasts.offer ??= {
      text: more.desktopAsk,
      yes: more.turnOn,
      no: more.notNow,
      onAnswer: (isWanted) => (isWanted ? void desktop.ask() : desktop.decline()),
    };
  }

  function onChange(): void {
    const {count = 0, notifications, session} = inbox.state;
    if (session === 'ended') return end();
    for (const badge of badges) void badge.set(count);
    const isUnread = (id: string) => notifications.some((row) => row.id === id && row.readAt === null);
    void loading?.then(({toasts, desktop}) => {
      toasts.keepOnly(isUnread);
      desktop?.keepOnly(isUnread);
    });
  }

  function end(): void {
    ending.abort();
    current = undefined;
    claims.dispose();
    for (const badge of badges) badge.clear();
    void loading?.then(({toasts, desktop}) => {
      desktop?.clear();
      toasts.remove();
    });
  }

  watchArrivals(inbox, (notification) => void call(notification).catch(() => {}), signal);
  inbox.subscribe(onChange, {signal});
  onChange();
}
