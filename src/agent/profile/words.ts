/** What the contact's profile says. */
export const words = {
  profile: 'Contact profile',
  noContact: 'No contact linked',
  noContactHint: 'What is known of them appears here as soon as they are linked to a contact.',
  unnamed: 'Unnamed contact',
  email: 'E-mail',
  phone: 'Phone',
  externalId: 'External ID',
  attributes: 'Attributes',
  external: 'External data',
  client: 'Customer data',
  refresh: (name: string) => `Refresh ${name}`,
  refreshAll: 'Refresh all',
  updated: (ago: string) => `Updated ${ago}`,
  loading: (name: string) => `Loading ${name}`,
  retry: 'Try again',
  failed: (name: string) => `${name} couldn’t be loaded`,
  stale: 'Couldn’t be refreshed. This is what was last known.',
  noReason: 'The platform did not answer. Check your connection, then try again.',
  listFailed: 'The integrations couldn’t be loaded',
  none: 'No integrations are switched on for this inbox.',
  empty: 'Nothing is known of this contact here.',
  refreshed: (count: number, failed: readonly string[]) =>
    failed.length === 0
      ? `All ${count} refreshed`
      : `${count - failed.length} of ${count} refreshed. ${failed.join(', ')} couldn’t be refreshed.`,
};
