/** The contact pressed the bell and wants the inbox open, or closed. */
export class AppInboxToggleEvent extends Event {
  /** What is wanted: true for open. */
  readonly open: boolean;

  constructor(open: boolean) {
    super('app-inbox-toggle', {bubbles: true, composed: true});
    this.open = open;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'app-inbox-toggle': AppInboxToggleEvent;
  }
}
