/**
 * The script-tag bundle: puts the bell on the page, counts, and brings the inbox when it is wanted. Everything that the
 * bell does not need for its number is in other chunks.
 */
import {createInbox} from '../core/inbox.ts';
import {createEmitter} from '../core/emitter.ts';
import {defaultEnvironment} from '../core/environment.ts';
import {define} from '../elements/base/define.ts';
import {placeBell} from '../elements/base/placement.ts';
import {AppInboxBell} from '../elements/bell/bell.ts';
import type {AppInboxPanel} from '../elements/panel/panel.ts';
import {matchLanguage} from '../i18n/translations.ts';
import type {PublicEvents, PublicEventType} from '../protocol/commands.ts';
import type {MountWidget, WidgetOptions} from '../protocol/widget.ts';

const warn = (advice: string) => console.warn(`App Inbox: ${advice}`);

/** The first of the site's wish, the page's language and the visitor's that there are words for. */
function chooseLanguage(wish: string | undefined): string {
  const known = matchLanguage(wish);
  if (known) return known;
  const found =
    [document.documentElement.lang, ...navigator.languages].map(matchLanguage).find(Boolean) ?? 'en';
  warn(
    `eS('init') language: ${wish ? `there are no words for ${JSON.stringify(wish)}` : 'is missing'}, so it is "${found}".`,
  );
  return found;
}

/** The site's theme on one of our elements: a colour scheme by name, or tokens. */
function applyTheme(element: AppInboxBell | AppInboxPanel, theme: WidgetOptions['theme']): void {
  if (typeof theme === 'string') element.theme = theme;
  else
    for (const [name, value] of Object.entries(theme ?? {}))
      element.style.setProperty(`--app-inbox-${name}`, value);
}

export const mount: MountWidget = (options) => {
  const inbox = createInbox(options);
  const emitter = createEmitter<PublicEvents>(() => {});
  /** Ends everything that the widget listens to. */
  const ending = new AbortController();
  const {signal} = ending;
  /** The page's listeners, and what ends each. */
  let listening: {type: PublicEventType; listener: unknown; end: () => void}[] = [];
  let language = chooseLanguage(options.language);
  let panel: Promise<AppInboxPanel> | undefined;

  define('app-inbox-bell', AppInboxBell);
  const bell = document.createElement('app-inbox-bell');
  bell.inbox = inbox;
  bell.language = language;
  applyTheme(bell, options.theme);
  const stopPlacing = placeBell(bell, options, warn);

  function getPanel(): Promise<AppInboxPanel> {
    return (panel ??= import('./panel.ts').then(({createPanel}) => {
      const element = createPanel();
      element.inbox = inbox;
      element.anchor = bell;
      element.language = language;
      if (options.layout) element.layout = options.layout;
      applyTheme(element, options.theme);
      const follow = (isOpen: boolean) => {
        bell.open = isOpen;
        emitter.emit(isOpen ? 'open' : 'close', {});
      };
      element.addEventListener('app-inbox-open', () => follow(true), {signal});
      element.addEventListener('app-inbox-close', () => follow(false), {signal});
      element.addEventListener('app-inbox-click', ({notification}) => emitter.emit('click', {notification}), {
        signal,
      });
      if (!signal.aborted) document.body.append(element);
      return element;
    }));
  }

  function setOpen(isOpen?: boolean): void {
    if (signal.aborted) return;
    getPanel().then(
      (element) => {
        element.open = isOpen ?? !element.open;
      },
      (error: unknown) => {
        panel = undefined; // the next click tries again
        emitter.emit('error', {code: 'bundle-unavailable', message: String(error)});
      },
    );
  }

  /** Before the first click, so that it finds everything there; but not where the visitor saves data. */
  function prepare(): void {
    const {connection} = navigator as {connection?: {saveData?: boolean}};
    if (connection?.saveData || signal.aborted) return;
    void getPanel().catch(() => (panel = undefined));
    if (inbox.state.count) void inbox.load().catch(() => {});
  }

  const stopPreparing = inbox.on('count', () => {
    queueMicrotask(() => stopPreparing());
    defaultEnvironment.whenIdle(prepare);
  });
  bell.addEventListener('app-inbox-toggle', () => setOpen(), {signal});
  inbox.on('error', (detail) => emitter.emit('error', detail), {signal});
  // After the commands that came before the bundle, so that their listeners hear it.
  let isReady = false;
  setTimeout(() => {
    isReady = true;
    emitter.emit('ready', {});
  });

  return {
    open: () => setOpen(true),
    close: () => panel && setOpen(false),
    toggle: () => setOpen(),
    on(type, listener) {
      if (typeof listener !== 'function') return warn(`eS('on', ${JSON.stringify(type)}) needs a function.`);
      const source =
        type === 'count' || type === 'notification' ? (inbox as unknown as typeof emitter) : emitter;
      listening.push({type, listener, end: source.on(type, listener, {signal})});
      if (type === 'ready' && isReady) (listener as (detail: PublicEvents['ready']) => void)({});
    },
    off(type, listener) {
      listening = listening.filter((entry) => {
        if (entry.type !== type || entry.listener !== listener) return true;
        entry.end();
        return false;
      });
    },
    setLanguage(code) {
      language = matchLanguage(code) ?? language;
      bell.language = language;
      void panel?.then((element) => (element.language = language));
    },
    logout() {
      ending.abort();
      stopPlacing();
      bell.remove();
      void panel?.then((element) => element.remove());
      void inbox.logout();
    },
  };
};
