/** What the JSON editor says. */
export const words = {
  label: 'JSON',
  notJson: 'This is not JSON yet.',
  unknown: (name: string) => `There is no variable ${name}.`,
};
