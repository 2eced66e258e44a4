/** An agent has chosen a conversation. */
export class ConversationSelectEvent extends Event {
  static readonly type = 'conversation-select';
  readonly id: string;

  constructor(id: string) {
    super(ConversationSelectEvent.type, {bubbles: true, composed: true});
    this.id = id;
  }
}

declare global {
  interface HTMLElementEventMap {
    'conversation-select': ConversationSelectEvent;
  }
}
