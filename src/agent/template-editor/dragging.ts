import type {SectionType, Template} from '../templates/template.ts';
import type {DropTarget} from './outline.ts';
import {isContainer, parentOf, sectionAt, type Address} from './tree.ts';

/** What is being dragged: a section that is there, or a new one. */
export type Dragged = {from: Address} | {type: SectionType};

/** Where something is let go: before what is at the index of the parent now. */
export interface Destination {
  parent: Address;
  index: number;
}

export interface DraggingHost {
  template: () => Template;
  /** The target has changed. */
  update: () => void;
  drop: (dragged: Dragged, destination: Destination) => void;
}

/** Follows something that is dragged over the outline, until it is let go. */
export class Dragging {
  readonly #host: DraggingHost;
  #dragged?: Dragged;
  #target?: DropTarget;

  constructor(host: DraggingHost) {
    this.#host = host;
  }

  /** Where it would go now. */
  get target(): DropTarget | undefined {
    return this.#target;
  }

  start(event: DragEvent, dragged: Dragged): void {
    this.#dragged = dragged;
    event.dataTransfer!.effectAllowed = 'move';
    // Firefox drags nothing that carries nothing.
    event.dataTransfer!.setData('text/plain', '');
  }

  readonly end = (): void => {
    this.#dragged = this.#target = undefined;
    this.#host.update();
  };

  readonly over = (event: DragEvent): void => {
    if (!this.#dragged) return;
    event.preventDefault();
    const node = (event.target as Element).closest<HTMLElement>('[data-drop]');
    const target = node ? this.#targetOf(node, event.clientY) : undefined;
    if (JSON.stringify(target) === JSON.stringify(this.#target)) return;
    this.#target = target;
    this.#host.update();
  };

  readonly leave = (event: DragEvent): void => {
    if ((event.currentTarget as Element).contains(event.relatedTarget as Node | null)) return;
    this.#target = undefined;
    this.#host.update();
  };

  readonly drop = (event: DragEvent): void => {
    event.preventDefault();
    const dragged = this.#dragged;
    const target = this.#target;
    this.end();
    if (dragged) this.#host.drop(dragged, destinationOf(target));
  };

  #targetOf(node: HTMLElement, y: number): DropTarget {
    const at = node.dataset.drop!.split('.').map(Number);
    const {top, height} = node.getBoundingClientRect();
    const share = (y - top) / height;
    const isInto = isContainer(sectionAt(this.#host.template(), at)) && share > 0.3 && share < 0.8;
    return {at, side: isInto ? 'into' : share < 0.5 ? 'before' : 'after'};
  }
}

/** Beside all rows: at the end. */
function destinationOf(target: DropTarget | undefined): Destination {
  if (!target) return {parent: [], index: Infinity};
  if (target.side === 'into') return {parent: target.at, index: Infinity};
  return {parent: parentOf(target.at), index: target.at.at(-1)! + (target.side === 'after' ? 1 : 0)};
}
