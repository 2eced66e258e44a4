/** The number of unread notifications on the icon of an installed app, where the browser can do that. */
export class AppBadge {
  set(count: number): void {
    // It may be missing, and it may be refused: in a frame, in a private window.
    void (count ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.())?.catch(() => {});
  }

  clear(): void {
    this.set(0);
  }
}
