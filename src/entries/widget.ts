/**
 * The script-tag bundle: puts the bell on the page, counts, and brings the inbox when it is wanted. Everything that the
 * bell does not need for its number is in other chunks.
 */
import {createEmitter} from '../core/emitter.ts';
import {defaultEnvironment} from '../core/environment.ts';
import {createInbox} from '../core/inbox.ts';
import type {InboxState} from '../core/state.ts';
import {define} from '../elements/base/define.ts';
import {putBeside} from '../elements/base/placement.ts';
import {AppInboxBell} from '../elements/bell/bell.ts';
import type {AppInboxPanel} from '../elements/panel/panel.ts';
import {loadTranslation, matchLanguage} from '../i18n/translations.ts';
import type {PublicEvents, PublicEventType} from '../protocol/commands.ts';
import type {MountWidget} from '../protocol/widget.ts';
import {withEarlyCount} from '../core/early-count.ts';

// For what comes after it: see the plugin share-files in vite.config.ts.
export {matchLanguage};

const warn = (advice: string) => console.warn(`App Inbox: ${advice}`);

/** The first of the site's wish, the page's language and the visitor's that there are words for. */
function chooseLanguage(wish: string | undefined): string {
  const known = matchLanguage(wish);
  if (known) return known;
  const found =
    [document.documentElement.lang, ...navigator.languages].map(matchLanguage).find(Boolean) ?? 'en';
  warn(`language ${JSON.stringify(wish)} is ${wish ? 'not known' : 'missing'}: it is "${found}".`);
  return found;
}

export const mount: MountWidget = (options) => {
  const {placement, theme, bellIcon, corner = 'bottom-right'} = options;
  const inbox = createInbox({...options, environment: {fetch: withEarlyCount(options.early)}});
  const emitter = createEmitter<PublicEvents>(() => {});
  const ending = new AbortController();
  const {signal} = ending;
  /** The page's listeners, and what ends each. */
  let listening: {type: PublicEventType; listener: unknown; end: () => void}[] = [];
  let language = chooseLanguage(options.language);
  let panel: Promise<AppInboxPanel> | undefined;
  let isReady = false;

  /** Gives an element of ours the site's language and theme. */
  function dress<T extends AppInboxBell | AppInboxPanel>(element: T): T {
    element.language = language;
    if (typeof theme === 'string') element.theme = theme;
    else for (const name in theme) element.style.setProperty(`--app-inbox-${name}`, theme[name]!);
    return element;
  }

  function float(): void {
    bell.dataset.corner = corner;
    document.body.append(bell);
  }

  function place(): void {
    if (!placement) return float();
    const onLate = () => {
      warn(`placement: nothing matches ${JSON.stringify(placement.selector)} yet, so the bell floats.`);
      float();
    };
    try {
      if (putBeside(bell, placement)) return;
    } catch (error) {
      warn(`placement: ${String(error)}`);
      return float();
    }
    const onPlaced = () => delete bell.dataset.corner;
    void import('../elements/base/await-place.ts').then(({awaitPlace}) =>
      awaitPlace(bell, placement, {signal, onLate, onPlaced}),
    );
  }

  /**
   * Into a page that has been replaced around them, as new ones: a document that is written anew has taken away the
   * listeners of everything that was in it.
   */
  function putBack(): void {
    const lost = panel;
    panel = undefined;
    bell = makeBell();
    place();
    void lost?.then((element) => element.remove()).then(getPanel);
  }

  function getPanel(): Promise<AppInboxPanel> {
    // The panel shows nothing without its words: they come with it, not after it.
    loadTranslation(language).catch(() => {});
    panel ??= import('./panel.ts').then(({createPanel}) =>
      dress(
        createPanel({
          ...options,
          inbox,
          bell,
          onOpen: () => emitter.emit('open', {}),
          onClose: () => emitter.emit('close', {}),
          onClick: ({notification}) => emitter.emit('click', {notification}),
        }),
      ),
    );
    panel.catch(() => (panel = undefined)); // the next click tries again
    return panel;
  }

  function setOpen(isOpen?: boolean): void {
    if (signal.aborted) return;
    getPanel().then(
      (element) => (element.open = isOpen ?? !element.open),
      (error: unknown) => emitter.emit('error', {code: 'bundle-unavailable', message: String(error)}),
    );
  }

  /** Before the first click, so that it finds everything there; but not where the visitor saves data. */
  async function prepare({count, session}: InboxState): Promise<void> {
    const {connection} = navigator as {connection?: {saveData?: boolean}};
    if (connection?.saveData || session === 'anonymous' || signal.aborted) return;
    const element = getPanel();
    if (!count) return;
    await inbox.load();
    await (await element).prepare(defaultEnvironment.whenIdle);
  }

  function makeBell(): AppInboxBell {
    const made = dress(document.createElement('app-inbox-bell'));
    made.inbox = inbox;
    made.addEventListener('app-inbox-toggle', () => setOpen());
    if (bellIcon) {
      import('../elements/bell/bell-icon.ts')
        .then(({readBellIcon}) => made.replaceChildren(readBellIcon(bellIcon)))
        .catch((error: unknown) => warn(String(error)));
    }
    // A router that keeps copies of its pages (Turbo) must not keep one of the bell, which would be nobody's.
    made.dataset.turboTemporary = '';
    return made;
  }

  define('app-inbox-bell', AppInboxBell);
  let bell = makeBell();
  place();
  // When the number is there, or there will be none.
  const stopWaiting = inbox.subscribe((state) => {
    if (state.count === undefined && state.session !== 'anonymous' && !state.error) return;
    stopWaiting();
    defaultEnvironment.whenIdle(() => {
      prepare(state)
        .catch(() => {}) // the click tries again
        .then(() => import('../elements/base/await-place.ts'))
        .then(({watchPlace}) => watchPlace(() => bell, {signal, onLost: putBack}))
        .catch(() => {});
    });
  });
  inbox.on('error', (detail) => emitter.emit('error', detail), {signal});
  // After the commands that came before the bundle, so that their listeners hear it.
  setTimeout(() => {
    isReady = true;
    emitter.emit('ready', {});
  });

  return {
    open: () => setOpen(true),
    close: () => panel && setOpen(false),
    toggle: () => setOpen(),
    on(type, listener) {
      const source =
        type === 'count' || type === 'notification' ? (inbox as unknown as typeof emitter) : emitter;
      listening.push({type, listener, end: source.on(type, listener, {signal})});
      if (type === 'ready' && isReady) (listener as (detail: object) => void)({});
    },
    off(type, listener) {
      listening = listening.filter((entry) => {
        const isMeant = entry.type === type && entry.listener === listener;
        if (isMeant) entry.end();
        return !isMeant;
      });
    },
    setLanguage(code) {
      language = matchLanguage(code) ?? language;
      if (!matchLanguage(code))
        warn(`eS('setLanguage', ${JSON.stringify(code)}): there are no words for it.`);
      dress(bell);
      void panel?.then(dress);
    },
    logout() {
      ending.abort();
      bell.remove();
      void panel?.then((element) => element.remove());
      void inbox.logout();
    },
  };
};
