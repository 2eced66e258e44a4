import type {Placement} from '../../protocol/configuration.ts';

/**
 * Puts the bell next to the element that the selector finds.
 *
 * @returns whether the element is there yet; throws a `SyntaxError` for a selector or a position that is none
 */
export function putBeside(bell: HTMLElement, {selector, position = 'beforeend'}: Placement): boolean {
  const place = document.querySelector(selector);
  place?.insertAdjacentElement(position, bell);
  return !!place;
}
