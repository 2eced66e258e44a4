/** `app-inbox/vue`: types alone. Vue's templates know the contact's elements, their properties and their events. */
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {ContactTag, ElementOf, EventsOf, PropertiesOf} from '../frameworks/contact-elements.ts';

/** As a template sees an element: what can be given to it, and what it says. */
type VueElement<T extends ContactTag> = new () => ElementOf<T> & {
  /** For templates alone: no element has it. @deprecated */
  $props: HTMLAttributes & PropertiesOf<T> & PublicProps;
  /** For templates alone: no element has it. @deprecated */
  $emit: EmitFn<{[Name in keyof EventsOf<T>]: (event: EventsOf<T>[Name]) => void}>;
};

declare module 'vue' {
  interface GlobalComponents {
    'app-inbox-bell': VueElement<'app-inbox-bell'>;
    'app-inbox-panel': VueElement<'app-inbox-panel'>;
    'app-inbox-notification': VueElement<'app-inbox-notification'>;
    'app-inbox-toasts': VueElement<'app-inbox-toasts'>;
    'app-inbox-chat': VueElement<'app-inbox-chat'>;
  }
}
