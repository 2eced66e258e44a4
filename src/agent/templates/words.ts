/** What templates and their views say where a template does not say it itself. */
export const words = {
  /** Stands for a value that is not there. */
  none: '—',
  yes: 'Yes',
  no: 'No',
  rating: (value: string, max: number) => `${value} of ${max}`,
  noEntries: 'Nothing here yet',
  beyond: (count: number) => `${count.toLocaleString('en')} more are not shown.`,
  tooLarge: 'There is more than can be shown here.',
  newer: 'This was designed with a newer version of App Inbox. Reload the page to get it.',
  unreadable: 'The design of this card cannot be read.',
  unknownPart: (type: string) => (type ? `Unsupported part: ${type}` : 'Unsupported part'),
  showMore: (count: number) => `Show ${count.toLocaleString('en')} more`,
  showFewer: 'Show fewer',
  copy: (label: string) => (label ? `Copy ${label}` : 'Copy'),
  copied: 'Copied',
  newTab: '(opens in a new tab)',
  entry: (number: number) => `Entry ${number}`,
  value: 'Value',
  noData: 'No data',
};
