/** Says in the page's console what is wrong with a command and how to mend it. */
export function warn(command: string, advice: string): void {
  console.warn(`App Inbox: ${command} ${advice}`);
}
