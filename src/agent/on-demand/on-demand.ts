/** Elements that come in one file. */
export interface Family {
  readonly tags: readonly string[];
  /** Registers them. */
  readonly load: () => Promise<unknown>;
}

export interface OnDemand {
  /**
   * Registers an element before it stands in the page, or for a shadow root of the page's own, into which nobody looks.
   *
   * @returns its class
   * @throws TypeError for a tag that no family has; what the browser throws when its file cannot be loaded
   */
  load(tag: string): Promise<CustomElementConstructor>;
  /** Looks no more. */
  stop(): void;
}

/**
 * Loads families of elements as soon as the first of them stands in the page. Whatever the page has set on an element
 * before is taken over when it is upgraded.
 */
export function defineOnDemand(families: readonly Family[], root: Document = document): OnDemand {
  const familyOf = new Map(families.flatMap((family) => family.tags.map((tag) => [tag, family])));
  const loading = new Map<Family, Promise<unknown>>();
  const selector = [...familyOf.keys()].join();

  const start = (family: Family) => {
    let started = loading.get(family);
    if (!started) {
      started = family.load();
      loading.set(family, started);
      // The next one that appears, or asks, tries again.
      started.catch(() => loading.delete(family));
    }
    return started;
  };

  const look = (element: Element) => {
    for (const {localName} of [element, ...element.querySelectorAll(selector)]) {
      const family = familyOf.get(localName);
      if (!family || loading.has(family)) continue;
      start(family).catch((error: unknown) => console.error(`<${localName}> could not be loaded.`, error));
    }
  };

  const observer = new MutationObserver((records) => {
    for (const {addedNodes} of records)
      for (const node of addedNodes) if (node instanceof Element) look(node);
  });
  observer.observe(root, {childList: true, subtree: true});
  look(root.documentElement);

  return {
    async load(tag) {
      const family = familyOf.get(tag);
      if (!family) throw new TypeError(`There is no element <${tag}>.`);
      await start(family);
      return customElements.whenDefined(tag);
    },
    stop: () => observer.disconnect(),
  };
}
