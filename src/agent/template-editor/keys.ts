import type {Address, Command} from './tree.ts';

/** By Alt and an arrow. In a right-to-left page, in and out change sides. */
const COMMAND_KEYS: Readonly<Record<string, Command>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

/** What a key asks for, of the template or of the row that has the focus. */
export type KeyAct = 'undo' | 'redo' | {remove: Address} | {command: Command; at: Address};

/** @returns undefined where the key is not the editor's */
export function keyActOf(event: KeyboardEvent, isRtl: () => boolean): KeyAct | undefined {
  const target = event.composedPath()[0] as HTMLElement;
  const isField = target.matches(
    'input, select, textarea, [contenteditable="true"], [contenteditable="true"] *',
  );
  const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
  // A field takes back its own letters.
  if (isUndo && !isField) return event.shiftKey ? 'redo' : 'undo';
  const row = target.dataset?.at;
  if (row === undefined || row === '') return undefined;
  const at = row.split('.').map(Number);
  if (event.key === 'Delete') return {remove: at};
  if (!event.altKey) return undefined;
  const name = isRtl()
    ? event.key.replace(/Left|Right/, (side) => (side === 'Left' ? 'Right' : 'Left'))
    : event.key;
  return Object.hasOwn(COMMAND_KEYS, name) ? {command: COMMAND_KEYS[name]!, at} : undefined;
}
