import type {Section, Template} from '../templates/template.ts';
import {LIMITS} from '../templates/limits.ts';

/** Where a section is: its index, and those of the sections around it, from outside. `[]` is the template itself. */
export type Address = readonly number[];

/** A template and where the section is that a command was about. */
export interface Moved {
  template: Template;
  at: Address;
}

type Container = Template | Extract<Section, {sections: Section[]}>;

export const isContainer = (
  section: Section | undefined,
): section is Extract<Section, {sections: Section[]}> =>
  section?.type === 'card' || section?.type === 'repeat';

/** What people's JSON calls sections may be none. */
const sectionsOf = ({sections}: Container): Section[] => (Array.isArray(sections) ? sections : []);

export function sectionAt(template: Template, at: Address): Section | undefined {
  let container: Container = template;
  let found: Section | undefined;
  for (const [level, index] of at.entries()) {
    found = sectionsOf(container)[index];
    if (level === at.length - 1) return found;
    if (!isContainer(found)) return undefined;
    container = found;
  }
  return found;
}

/** The sections in a container; undefined where there is none. */
export function childrenAt(template: Template, at: Address): Section[] | undefined {
  if (at.length === 0) return sectionsOf(template);
  const section = sectionAt(template, at);
  return isContainer(section) ? sectionsOf(section) : undefined;
}

export const parentOf = (at: Address): Address => at.slice(0, -1);
export const isWithin = (at: Address, outer: Address) => outer.every((index, level) => at[level] === index);

function change<C extends Container>(container: C, at: Address, edit: (sections: Section[]) => Section[]): C {
  const sections = sectionsOf(container);
  const [index, ...rest] = at;
  if (index === undefined) return {...container, sections: edit([...sections])};
  const changed = sections.map((section, position) =>
    position === index && isContainer(section) ? change(section, rest, edit) : section,
  );
  return {...container, sections: changed};
}

/** How deep a section goes, itself included. */
const depthOf = (section: Section): number =>
  isContainer(section) ? 1 + Math.max(0, ...sectionsOf(section).map(depthOf)) : 1;

/** Whether it may stand there: a template goes only so deep. */
export const fits = (section: Section, parent: Address) => parent.length + depthOf(section) <= LIMITS.depth;

export function insert(
  template: Template,
  parent: Address,
  index: number,
  section: Section,
): Moved | undefined {
  const children = childrenAt(template, parent);
  if (!children || !fits(section, parent)) return undefined;
  const place = Math.max(0, Math.min(index, children.length));
  const next = change(template, parent, (sections) => sections.toSpliced(place, 0, section));
  return {template: next, at: [...parent, place]};
}

/** Where a new section goes: into a container that is selected, after anything else. */
export function placeBeside(template: Template, selected: Address): {parent: Address; index: number} {
  if (selected.length === 0 || isContainer(sectionAt(template, selected)))
    return {parent: selected, index: Infinity};
  return {parent: parentOf(selected), index: selected.at(-1)! + 1};
}

export function remove(template: Template, at: Address): Template {
  return change(template, parentOf(at), (sections) => sections.toSpliced(at.at(-1)!, 1));
}

export function replace(template: Template, at: Address, section: Section): Template {
  return change(template, parentOf(at), (sections) => sections.with(at.at(-1)!, section));
}

/** Moves a section before the one that is at the index of the parent now; undefined where it cannot go. */
export function move(template: Template, from: Address, parent: Address, index: number): Moved | undefined {
  const section = sectionAt(template, from);
  if (!section || isWithin(parent, from) || !childrenAt(template, parent) || !fits(section, parent))
    return undefined;
  const without = remove(template, from);
  const level = from.length - 1;
  const start = from.at(-1)!;
  // Taking it out moves up what comes behind it, on the way to the new parent as well.
  const isShifted = parent.length > level && isWithin(parent, parentOf(from)) && parent[level]! > start;
  const target = isShifted ? parent.with(level, parent[level]! - 1) : parent;
  const isSame = parent.length === level && isWithin(parent, parentOf(from));
  return insert(without, target, isSame && index > start ? index - 1 : index, section);
}

/** What can be done with a section from a menu, by keys, and by dragging. */
export type Command = 'up' | 'down' | 'top' | 'bottom' | 'in' | 'out' | 'duplicate';
export const COMMANDS: readonly Command[] = ['up', 'down', 'top', 'bottom', 'in', 'out', 'duplicate'];

/** Undefined where there is nowhere to go. */
export function perform(template: Template, at: Address, command: Command): Moved | undefined {
  const parent = parentOf(at);
  const index = at.at(-1);
  const siblings = childrenAt(template, parent);
  const section = sectionAt(template, at);
  if (index === undefined || !siblings || !section) return undefined;
  const last = siblings.length - 1;
  switch (command) {
    case 'up':
      return index > 0 ? move(template, at, parent, index - 1) : undefined;
    case 'down':
      return index < last ? move(template, at, parent, index + 2) : undefined;
    case 'top':
      return index > 0 ? move(template, at, parent, 0) : undefined;
    case 'bottom':
      return index < last ? move(template, at, parent, siblings.length) : undefined;
    case 'in': {
      // Into the container before it: where it would be, one step to the right.
      const before = siblings[index - 1];
      if (!isContainer(before)) return undefined;
      return move(template, at, [...parent, index - 1], sectionsOf(before).length);
    }
    case 'out':
      return parent.length ? move(template, at, parentOf(parent), parent.at(-1)! + 1) : undefined;
    case 'duplicate':
      return insert(template, parent, index + 1, structuredClone(section));
  }
}
