import {follow, ownValue, parsePath, type Keys} from './path.ts';
import type {Run} from './run.ts';

/** Where variables are looked up: the data, or one entry of a list within it. */
export class Frame {
  readonly data: unknown;
  readonly index: number | undefined;
  readonly parent: Frame | undefined;
  readonly root: Frame;

  constructor(data: unknown, parent?: Frame, index?: number) {
    this.data = data;
    this.parent = parent;
    this.index = index;
    this.root = parent?.root ?? this;
  }
}

/** Looks a path up. */
export type Lookup = (run: Run, frame: Frame) => unknown;

/** What the data has itself comes before what is around it. */
const outer =
  (name: 'contact' | 'conversation' | 'inbox' | 'agent', keys: Keys): Lookup =>
  ({scope}, {data}) =>
    ownValue(data, name) === undefined ? follow(scope[name], keys, 1) : follow(data, keys);

/** Most paths have a step or two: no list is gone through for those. */
function dataLookup(keys: Keys): Lookup {
  const [first, second, ...more] = keys;
  if (first === undefined || more.length) return (_, {data}) => follow(data, keys);
  if (second === undefined) return (_, {data}) => ownValue(data, first);
  return (_, {data}) => ownValue(ownValue(data, first), second);
}

/**
 * An entry's frame knows its own fields only, and the others by `root`, `parent`, `item` and `index`: a field that an
 * entry lacks must not be taken from around it.
 */
export function lookupOf(keys: Keys): Lookup {
  const [first] = keys;
  switch (first) {
    case undefined:
      return (_, {data}) => data;
    case 'item':
      return (_, {data, parent}) => follow(data, keys, parent ? 1 : 0);
    case 'index':
      return (_, {data, parent, index}) =>
        parent ? (keys.length === 1 ? index : undefined) : follow(data, keys);
    case 'parent':
      return (_, {data, parent}) => (parent ? follow(parent.data, keys, 1) : follow(data, keys));
    case 'root':
      return (_, {data, parent, root}) =>
        parent || ownValue(data, first) === undefined ? follow(root.data, keys, 1) : follow(data, keys);
    case 'contact':
    case 'conversation':
    case 'inbox':
    case 'agent':
      return outer(first, keys);
    default:
      return dataLookup(keys);
  }
}

const nowhere: Lookup = () => undefined;

/** What is no path leads nowhere. */
export function lookupAt(path: unknown): Lookup {
  const keys = parsePath(path);
  return keys ? lookupOf(keys) : nowhere;
}
