import type {AppUrlProblem} from './app-url.ts';

/** Why an app is not there as it should be. */
export type AppErrorCode =
  | AppUrlProblem
  /** The context cannot be written as JSON. */
  | 'invalid-context'
  /** The app's server does not answer. */
  | 'unreachable'
  /** A page of another origin is in the app's place. */
  | 'moved'
  /** The app has stopped answering. */
  | 'silent';

/** An app cannot be shown, or not be told the context. */
export class AppErrorEvent extends Event {
  readonly code: AppErrorCode;
  /** For developers; the element says it to the agent in its own words. */
  readonly message: string;

  constructor(code: AppErrorCode, message: string) {
    super('app-error', {bubbles: true, composed: true});
    this.code = code;
    this.message = message;
  }
}

/** An app has a line of text for the agent. */
export class AppToastEvent extends Event {
  /** Plain text, of one line. Other people's: never markup. */
  readonly text: string;
  /** The app's name. */
  readonly app: string;

  constructor(text: string, app: string) {
    super('app-toast', {bubbles: true, composed: true});
    this.text = text;
    this.app = app;
  }
}

/** An app wants a page shown in a new tab. Cancel it to show the page in another way. */
export class AppOpenLinkEvent extends Event {
  /** Checked: absolute, of a harmless scheme. */
  readonly url: string;

  constructor(url: string) {
    super('app-open-link', {bubbles: true, composed: true, cancelable: true});
    this.url = url;
  }
}

/** An app knows that the conversation has changed, and wants it fetched again. */
export class AppRefreshEvent extends Event {
  constructor() {
    super('app-refresh', {bubbles: true, composed: true});
  }
}

/** The agent has opened another tab. */
export class AppSelectEvent extends Event {
  /** The app's id; empty for the conversation. */
  readonly app: string;

  constructor(app: string) {
    super('app-select', {bubbles: true, composed: true});
    this.app = app;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'app-error': AppErrorEvent;
    'app-toast': AppToastEvent;
    'app-open-link': AppOpenLinkEvent;
    'app-refresh': AppRefreshEvent;
    'app-select': AppSelectEvent;
  }
}
