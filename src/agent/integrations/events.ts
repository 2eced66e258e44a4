import type {Integration} from '../records.ts';

/** An integration of the list has been chosen. */
export class IntegrationOpenEvent extends Event {
  readonly id: string;

  constructor(id: string) {
    super('integration-open', {bubbles: true, composed: true, cancelable: true});
    this.id = id;
  }
}

/** An integration has been saved, for the first time or again. */
export class IntegrationSaveEvent extends Event {
  readonly integration: Integration;

  constructor(integration: Integration) {
    super('integration-save', {bubbles: true, composed: true});
    this.integration = integration;
  }
}

/** An integration has been deleted. */
export class IntegrationDeleteEvent extends Event {
  readonly id: string;

  constructor(id: string) {
    super('integration-delete', {bubbles: true, composed: true});
    this.id = id;
  }
}

/** The text of a field has changed. */
export class FieldChangeEvent extends Event {
  readonly value: string;

  constructor(value: string) {
    super('field-change', {bubbles: true, composed: true});
    this.value = value;
  }
}

declare global {
  interface HTMLElementEventMap {
    'integration-open': IntegrationOpenEvent;
    'integration-save': IntegrationSaveEvent;
    'integration-delete': IntegrationDeleteEvent;
    'field-change': FieldChangeEvent;
  }
}
