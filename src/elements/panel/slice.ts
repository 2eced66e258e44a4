import type {InboxState} from '../../core/state.ts';
import type {DrawingName} from './drawings.ts';

/** What the panel shows of the inbox's state. */
export type Slice = Omit<InboxState, 'connection' | 'pending'> & {
  /** Why there is none in this list, where it is not simply empty. */
  none?: {
    drawing: DrawingName;
    title: string;
    hint: string;
    /** The one thing that can be done about it. */
    action?: {label: string; onClick: () => void};
  };
  /** How many are there of which the list shows some. */
  all?: number;
};

/** Leaves out what is not shown, marks on their way for one, so that it renders nothing. */
export function selectSlice({connection: _, pending: __, ...shown}: InboxState): Slice {
  return shown;
}

export function isSameSlice(a: Slice, b: Slice): boolean {
  return (Object.keys(a) as (keyof Slice)[]).every((key) => Object.is(a[key], b[key]));
}
