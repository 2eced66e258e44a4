export const isRtl = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';

/** Where a key leads in a row or a menu of `size` things; undefined for keys that lead nowhere. */
export function indexAfterKey(
  key: string,
  {
    index,
    size,
    isRtl = false,
    isVertical = false,
  }: {
    index: number;
    size: number;
    isRtl?: boolean;
    isVertical?: boolean;
  },
): number | undefined {
  const [next, previous] = isVertical
    ? ['ArrowDown', 'ArrowUp']
    : isRtl
      ? ['ArrowLeft', 'ArrowRight']
      : ['ArrowRight', 'ArrowLeft'];
  if (size === 0) return undefined;
  if (key === next) return (index + 1) % size;
  if (key === previous) return (index - 1 + size) % size;
  if (key === 'Home') return 0;
  if (key === 'End') return size - 1;
  return undefined;
}
