/** The next event of a type, with that type's own fields. */
export function nextEvent<T extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: T,
): Promise<HTMLElementEventMap[T]> {
  return new Promise((resolve) => target.addEventListener(type, resolve, {once: true}));
}
