import {
  createElement,
  forwardRef,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type RefAttributes,
} from 'react';
import {
  contactElements,
  type ContactTag,
  type ElementOf,
  type EventsOf,
  type PropertiesOf,
} from './contact-elements.ts';

type Pascal<S extends string> = S extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<S>;

/** `app-inbox-toggle` is `onAppInboxToggle`. */
type Handlers<Events> = {
  [Name in keyof Events & string as `on${Pascal<Name>}`]?: (event: Events[Name]) => void;
};

/** The element's properties, of which `null` gives none, its events, and what every element has. */
export type ContactProps<T extends ContactTag> = {
  [Name in keyof PropertiesOf<T>]?: PropertiesOf<T>[Name] | null;
} & Handlers<EventsOf<T>> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof PropertiesOf<T> | keyof Handlers<EventsOf<T>>>;

export type ContactComponent<T extends ContactTag> = ForwardRefExoticComponent<
  ContactProps<T> & RefAttributes<ElementOf<T>>
>;

const pascal = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Before the browser paints. React 18 warns of it on a server, which paints nothing. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

type Values = Record<string, unknown>;

/**
 * A component that renders an element, sets its properties and listens to its events: React below 19 would make an
 * attribute of each. Its `ref` is the element.
 *
 * @param register defines the element; called in a browser only, when there is one of it
 */
export function createComponent<T extends ContactTag>(tag: T, register: () => void): ContactComponent<T> {
  const properties: ReadonlySet<string> = new Set(contactElements[tag].properties);
  const events = new Map(contactElements[tag].events.map((event) => [`on${pascal(event)}`, event]));

  const Component = forwardRef<ElementOf<T>, Values>((props, ref) => {
    const element = useRef<ElementOf<T> | null>(null);
    /** What is set now, and what was there before anything was. */
    const own = useRef({set: new Map<string, unknown>(), initial: new Map<string, unknown>()});

    const attach = useCallback(
      (node: ElementOf<T> | null) => {
        element.current = node;
        // Before anybody gets it, and after hydration, which must not find what the element adds to itself.
        if (node) register();
        if (typeof ref === 'function') return ref(node);
        if (ref) ref.current = node;
      },
      [ref],
    );

    // What is heard comes first: a property that is set may make an event.
    useBeforePaint(() => {
      const ending = new AbortController();
      for (const [name, event] of events) {
        const listener = props[name] as EventListener | null | undefined;
        if (listener) element.current?.addEventListener(event, listener, {signal: ending.signal});
      }
      return () => ending.abort();
    });

    useBeforePaint(() => {
      const {set, initial} = own.current;
      const target = element.current as unknown as Values;
      for (const name of properties) {
        const value = props[name] ?? undefined;
        // What has not changed here may have changed there: a contact closes what a page has opened.
        if (Object.is(value, set.get(name))) continue;
        if (!initial.has(name)) initial.set(name, target[name]);
        target[name] = value === undefined ? initial.get(name) : value;
        set.set(name, value);
      }
    });

    const attributes: Values = {ref: attach};
    for (const [name, value] of Object.entries(props)) {
      // Below 19, an element with a dash in its name has no `className`.
      if (!properties.has(name) && !events.has(name))
        attributes[name === 'className' ? 'class' : name] = value;
    }
    return createElement(tag, attributes);
  });
  Component.displayName = pascal(tag);
  return Component as ContactComponent<T>;
}
