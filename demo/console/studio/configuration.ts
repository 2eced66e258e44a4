/** What of a site's configuration the studio edits; the rest of it stays as it is. */
const KEYS = [
  ...(['theme', 'layout', 'corner', 'placement', 'bellIcon', 'badge', 'categories', 'designs'] as const),
  ...(['toasts', 'attention'] as const),
] as const;

export type Configuration = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part that the studio edits; of anything else nothing. */
export function pickStudio(value: unknown): Configuration {
  if (!isObject(value)) return {};
  return Object.fromEntries(KEYS.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]));
}

/** The site's configuration with what the studio has made of its part. */
export function merge(site: unknown, studio: Configuration): Configuration {
  const rest = Object.entries(isObject(site) ? site : {}).filter(
    ([key]) => !(KEYS as readonly string[]).includes(key),
  );
  return {...Object.fromEntries(rest), ...studio};
}

/**
 * The options of the preview's page. Each key is there, so that nothing of what is saved shows through. A named place is
 * that of the customer's page: here it is the header.
 */
export function previewOptions(studio: Configuration): Configuration {
  return {
    theme: studio.theme ?? 'auto',
    layout: studio.layout ?? 'popover',
    corner: studio.corner ?? 'bottom-right',
    placement: studio.placement ? {selector: '#inbox-bell', position: 'beforeend'} : null,
    bellIcon: studio.bellIcon ?? '',
    badge: studio.badge ?? 'unread',
    categories: studio.categories ?? [],
    designs: studio.designs ?? {},
    toasts: studio.toasts ?? false,
    // The preview's own tab is no place for numbers and questions.
    attention: false,
  };
}
