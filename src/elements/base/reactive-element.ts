import {render} from 'lit/html.js';
import type {PropertyValues, ReactiveController, ReactiveControllerHost} from 'lit';
import {adoptStyles} from './adopt-styles.ts';
import {HostElement} from './host-element.ts';

/** How a property behaves; `attribute: false` where it has none. */
export interface PropertyDeclaration {
  /** The attribute's name, where it is not the property's in small letters. */
  attribute?: string | false;
  /** What the attribute becomes. @default String */
  type?: StringConstructor | NumberConstructor | BooleanConstructor;
  /** Whether the attribute follows the property. */
  reflect?: boolean;
  /** The element's own: no attribute. */
  state?: boolean;
}
export type PropertyDeclarations = Readonly<Record<string, PropertyDeclaration>>;

const attributeOf = (name: string, {attribute, state}: PropertyDeclaration) =>
  attribute === false || state ? undefined : (attribute ?? name.toLowerCase());

const declared = new Map<typeof ReactiveElement, [string, PropertyDeclaration][]>();

/** All declarations of a class, those of the classes that it extends included. */
function declarationsOf(type: typeof ReactiveElement): [string, PropertyDeclaration][] {
  let found = declared.get(type);
  if (!found) {
    const parent = Object.getPrototypeOf(type) as typeof ReactiveElement;
    found = [...(type === ReactiveElement ? [] : declarationsOf(parent)), ...Object.entries(type.properties)];
    declared.set(type, found);
  }
  return found;
}

/**
 * What of `LitElement` our elements use, over Lit's templates, under the same names: properties with attributes, one
 * rendering for all changes of a task, controllers. The whole of it would cost the first opening of the inbox 1.7 kB.
 *
 * A subclass declares `static properties` and `static styles`; fields are assigned, not defined
 * (`useDefineForClassFields: false`), so that a field's initial value goes through the accessor.
 */
export abstract class ReactiveElement extends HostElement implements ReactiveControllerHost {
  static properties: PropertyDeclarations = {};
  /** Style sheets, in order; those of the same text are shared by all elements. */
  static styles: readonly {toString(): string}[] = [];

  #values = new Map<PropertyKey, unknown>();
  #changed = new Map<PropertyKey, unknown>();
  #controllers = new Set<ReactiveController>();
  #update: Promise<boolean> | undefined;
  #isReflecting = false;

  /** Where the element renders. Made when the element first enters a page. */
  renderRoot!: ShadowRoot;

  /** Read once by the browser when the class is registered: makes the accessors. */
  static get observedAttributes(): string[] {
    return declarationsOf(this).flatMap(([name, declaration]) => {
      if (!Object.hasOwn(this.prototype, name)) {
        const accessors = {
          // A page may have put a `value` or a `writable` on every object.
          __proto__: null,
          configurable: true,
          enumerable: true,
          get(this: ReactiveElement) {
            return this.#values.get(name);
          },
          set(this: ReactiveElement, value: unknown) {
            const before = this.#values.get(name);
            this.#values.set(name, value);
            this.requestUpdate(name, before);
          },
        };
        Object.defineProperty(this.prototype, name, accessors);
      }
      return attributeOf(name, declaration) ?? [];
    });
  }

  constructor() {
    super();
    // What a page has set before the class was there hides the accessor: it is set again, through it.
    for (const [name] of declarationsOf(this.constructor as typeof ReactiveElement)) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name as keyof this];
      delete this[name as keyof this];
      queueMicrotask(() => (this[name as keyof this] = value));
    }
    this.requestUpdate();
  }

  /** Resolves after the rendering that is due: with false if that has asked for another. */
  get updateComplete(): Promise<boolean> {
    return this.#update ?? Promise.resolve(true);
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected?.();
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  /**
   * Renders at the end of the task, once for all that has changed.
   *
   * @param name the property that has changed; without it, it renders in any case
   * @param before the property's value until now
   */
  requestUpdate(name?: PropertyKey, before?: unknown): void {
    if (name !== undefined) {
      if (Object.is(this.#values.get(name), before)) return;
      if (!this.#changed.has(name)) this.#changed.set(name, before);
    }
    this.#update ??= this.#schedule();
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot();
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
    if (this.#isReflecting) return;
    for (const [name, declaration] of declarationsOf(this.constructor as typeof ReactiveElement)) {
      if (attributeOf(name, declaration) !== attribute) continue;
      const {type} = declaration;
      const read = type === Boolean ? value !== null : type === Number && value !== null ? +value : value;
      this[name as keyof this] = (read ?? undefined) as never;
    }
  }

  protected createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({mode: 'open'});
    adoptStyles(root, (this.constructor as typeof ReactiveElement).styles);
    return root;
  }

  /** Before a rendering; what it sets is part of that rendering. */
  protected willUpdate(_changed: PropertyValues<this>): void {}

  /** What the element shows. */
  protected abstract render(): unknown;

  /** After a rendering; what it sets makes another. */
  protected updated(_changed: PropertyValues<this>): void {}

  async #schedule(): Promise<boolean> {
    // Whoever made the element sets it up first.
    await Promise.resolve();
    if (!this.renderRoot) {
      // Not in a page yet: entering one renders.
      this.#update = undefined;
      return true;
    }
    const changed = this.#changed;
    try {
      this.willUpdate(changed as PropertyValues<this>);
      for (const controller of this.#controllers) controller.hostUpdate?.();
      this.#reflect(changed);
      render(this.render(), this.renderRoot, {host: this});
    } finally {
      // Also after a failure: the next change may mend it.
      this.#changed = new Map<PropertyKey, unknown>();
      this.#update = undefined;
    }
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.updated(changed as PropertyValues<this>);
    return !this.#update;
  }

  #reflect(changed: ReadonlyMap<PropertyKey, unknown>): void {
    this.#isReflecting = true;
    for (const [name, declaration] of declarationsOf(this.constructor as typeof ReactiveElement)) {
      const attribute = attributeOf(name, declaration);
      if (!declaration.reflect || !attribute || !changed.has(name)) continue;
      const value = this.#values.get(name) as string | number | boolean | null | undefined;
      if (value === undefined || value === null || value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? '' : String(value));
    }
    this.#isReflecting = false;
  }
}
