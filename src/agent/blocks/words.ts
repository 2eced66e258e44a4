/** What the blocks' elements say. */
export const words = {
  /** For screen readers: what is in the frame. */
  frame: (name: string) => (name ? `${name}: content of another system` : 'Content of another system'),
  cannotRun: 'This content can’t run here.',
  cannotRunHint: 'The page’s security policy keeps scripts out. Ask your admin to set up the frame page.',
  tooLong: 'This content is larger than can be shown.',
  loading: 'Loading…',
  unsupported: (type: string) => (type ? `Unsupported block: ${type}` : 'Unsupported block'),
  noBlocks: 'Nothing to show.',
  openContact: 'Open contact',
  unnamed: 'Details',
};
