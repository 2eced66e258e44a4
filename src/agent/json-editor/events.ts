/** The text of a JSON editor has changed by hand. */
export class JsonChangeEvent extends Event {
  readonly value: string;

  constructor(value: string) {
    super('json-change', {bubbles: true, composed: true});
    this.value = value;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'json-change': JsonChangeEvent;
  }
}
