/**
 * Which tabs there is room for; those of the others go into a menu.
 *
 * @param widths each tab's own, in order
 * @param room what there is for all of them, and for the menu's button where one is needed
 * @param more the menu button's width
 * @param selected shown in any case: it takes the place of the last that would fit
 * @returns indices, in order
 */
export function fittingTabs(
  widths: readonly number[],
  {room, more, selected}: {room: number; more: number; selected: number},
): number[] {
  const all = widths.map((_, index) => index);
  const sum = (indices: readonly number[]) => indices.reduce((total, index) => total + widths[index]!, 0);
  if (sum(all) <= room) return all;
  const fitting: number[] = [];
  for (const index of all) {
    if (sum(fitting) + widths[index]! + more > room) break;
    fitting.push(index);
  }
  if (selected < 0 || fitting.includes(selected)) return fitting;
  // The first stays where it is: it leads back to the conversation.
  while (fitting.length > 1 && sum(fitting) + widths[selected]! + more > room) fitting.pop();
  return [...fitting, selected];
}
