import type {Align, TextSection, Tone} from './template.ts';

/** A value as it is shown. */
export type ValueNode =
  | {kind: 'text'; text: string; isEmpty?: true}
  | {kind: 'link'; text: string; url: string}
  | {kind: 'badge'; text: string; tone: Tone; icon?: string}
  | {kind: 'tags'; tags: string[]}
  | {kind: 'rating'; text: string; value: number; max: number}
  | {kind: 'time'; text: string; dateTime: string; title: string}
  | {kind: 'number'; text: string}
  | {kind: 'boolean'; text: string; isTrue: boolean}
  | {kind: 'code'; text: string};

export interface PairNode {
  label: string;
  value: ValueNode;
  badge?: ValueNode & {kind: 'badge'};
  icon?: string;
  /** What copying gives. */
  copy?: string;
}

interface Titled {
  /** Where it comes from: its place in the template, or in the answer. The same for the same part of the next data. */
  key: string;
  title?: string;
  icon?: string;
  /** Whether it can be folded, and how it begins. */
  fold?: 'open' | 'closed';
}
interface Limited {
  /** How many are shown at first; the others on demand. */
  limit: number;
  /** How many there are beyond those that are here. */
  hidden: number;
  /** What stands in place of none. */
  empty?: string;
}

export type ViewNode =
  | (Titled & {kind: 'pairs'; layout: 'inline' | 'stacked'; rows: PairNode[]})
  | (Titled & Limited & {kind: 'list'; isOrdered: boolean; items: PairNode[]})
  | (Titled &
      Limited & {
        kind: 'table';
        caption?: string;
        headers: {text: string; align: Align}[];
        rows: ValueNode[][];
      })
  | (Titled & {kind: 'text'; text: string; style: NonNullable<TextSection['style']>; tone?: Tone})
  | (Titled & {kind: 'buttons'; buttons: ButtonNode[]})
  | {kind: 'separator'; key: string}
  | (Titled & {kind: 'group'; isCard: boolean; description?: string; nodes: ViewNode[]})
  | (Titled &
      Limited & {
        kind: 'repeat';
        layout: 'stack' | 'cards' | 'accordion';
        items: {title: string; nodes: ViewNode[]; isOpen?: boolean; icon?: string}[];
      })
  /** Runs only in a frame of its own. */
  | {kind: 'html'; key: string; html: string}
  /** What could not be shown, said to the agent. */
  | {kind: 'notice'; key: string; text: string};

export interface ButtonNode {
  label: string;
  /** Without one it is shown as a text: its address may not be followed. */
  url?: string;
  style: 'primary' | 'secondary' | 'link' | 'danger';
  icon?: string;
}
