/** Beyond it the number says no more than "many". */
const MAX = 99;

/**
 * The number of unread notifications before the page's title: "(3) Shop". The title stays the page's: what it becomes
 * later gets the number too, and it is what it was when the number is 0.
 */
export class TitleBadge {
  #count = 0;
  /** What this badge has put before the title. */
  #prefix = '';
  #observer = new MutationObserver(() => this.#write());

  /** @param count unread notifications */
  set(count: number): void {
    this.#count = count;
    // The title element may be replaced as well: its parent is watched.
    if (count) this.#observer.observe(document.head, {childList: true, characterData: true, subtree: true});
    else this.#observer.disconnect();
    this.#write();
  }

  clear(): void {
    this.set(0);
  }

  #write(): void {
    const {title} = document;
    const own = title.startsWith(this.#prefix) ? title.slice(this.#prefix.length) : title;
    this.#prefix = this.#count ? `(${this.#count > MAX ? `${MAX}+` : this.#count}) ` : '';
    const wanted = this.#prefix + own;
    // Writing makes the observer call again: only what differs is written.
    if (title !== wanted) document.title = wanted;
  }
}
