import type {Template} from '../templates/template.ts';

/** The template has changed by hand. */
export class TemplateChangeEvent extends Event {
  readonly template: Template;

  constructor(template: Template) {
    super('template-change', {bubbles: true, composed: true});
    this.template = template;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'template-change': TemplateChangeEvent;
  }
}
