/** The inbox has opened. */
export class AppInboxOpenEvent extends Event {
  constructor() {
    super('app-inbox-open', {bubbles: true, composed: true});
  }
}

/** The inbox has closed. */
export class AppInboxCloseEvent extends Event {
  constructor() {
    super('app-inbox-close', {bubbles: true, composed: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'app-inbox-open': AppInboxOpenEvent;
    'app-inbox-close': AppInboxCloseEvent;
  }
}
