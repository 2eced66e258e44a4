/** `app-inbox/svelte`: types alone. Svelte's markup knows the contact's elements, their properties and their events. */
import type {HTMLAttributes} from 'svelte/elements';
import type {ContactTag, ElementOf, EventsOf, PropertiesOf} from '../frameworks/contact-elements.ts';

/** `onapp-inbox-toggle`, and as it was before Svelte 5 `on:app-inbox-toggle`. */
type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}` | `on:${Name}`]?: (event: Events[Name]) => void;
};

type SvelteElement<T extends ContactTag> = PropertiesOf<T> &
  Handlers<EventsOf<T>> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof PropertiesOf<T>>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'app-inbox-bell': SvelteElement<'app-inbox-bell'>;
    'app-inbox-panel': SvelteElement<'app-inbox-panel'>;
    'app-inbox-notification': SvelteElement<'app-inbox-notification'>;
    'app-inbox-toasts': SvelteElement<'app-inbox-toasts'>;
    'app-inbox-chat': SvelteElement<'app-inbox-chat'>;
  }
}
