/** Single keys in the list, and the help on them. They can be switched off (WCAG 2.2, 2.1.4), which this device keeps. */
import {html, type TemplateResult} from 'lit/html.js';
import type {Act} from '../../../core/state.ts';
import type {Notification} from '../../../protocol/notification.ts';
import type {AppInboxNotification} from '../../notification/notification.ts';
import {toolIcons} from './tool-icons.ts';
import type {ToolWords} from './tool-words.ts';

/** Where this browser keeps that they are off. */
const STORED = 'app-inbox:single-keys';

export interface ShortcutActs {
  readonly canAct: boolean;
  readonly canPin: boolean;
  act(type: Act['type'], target: Notification): void;
  undo(): void;
  select(id?: string): void;
  search(query: string | undefined): void;
  openHelp(control: HTMLElement): void;
}

/** Storage may be forbidden: then they are on, and off until the page goes. */
function read(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

export class Shortcuts {
  #acts: ShortcutActs;
  #isOn = read();

  constructor(acts: ShortcutActs) {
    this.#acts = acts;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  set isOn(isOn: boolean) {
    this.#isOn = isOn;
    try {
      if (isOn) localStorage.removeItem(STORED);
      else localStorage.setItem(STORED, 'off');
    } catch {
      // As above.
    }
  }

  onKeyDown(event: KeyboardEvent): void {
    const target = event.target as Element;
    const row = target.closest<AppInboxNotification>('app-inbox-notification');
    const notification = row?.notification;
    if (!row || !notification || event.defaultPrevented || !this.#isOn) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const act = (type: Act['type']) => this.#acts.canAct && this.#acts.act(type, notification);
    switch (event.key) {
      case 'e':
        act(notification.archivedAt === null ? 'archived' : 'unarchived');
        break;
      case 'u':
        act(notification.readAt === null ? 'read' : 'unread');
        break;
      case 'p':
        if (this.#acts.canPin) act(notification.pinned ? 'unpinned' : 'pinned');
        break;
      case 'x':
        if (this.#acts.canAct) this.#acts.select(notification.id);
        break;
      case 'z':
        this.#acts.undo();
        break;
      case '/':
        this.#acts.search('');
        break;
      case '?':
        this.#acts.openHelp(row);
        break;
      case 'Delete':
        act('deleted');
        break;
      default:
        return;
    }
    event.preventDefault();
  }
}

export function renderShortcuts(
  shortcuts: Shortcuts,
  {more, translation, canPin}: ToolWords & {canPin: boolean},
): TemplateResult {
  // Drawn, because few fonts of pages have arrows.
  const arrows = html`<span class="visually-hidden">↑ ↓</span>
    <svg viewBox="0 0 24 24" aria-hidden="true">${toolIcons.arrows}</svg>`;
  const keys: [string | TemplateResult, string][] = [
    [arrows, more.keyMove],
    ['Home End', more.keyEnds],
    ['Enter', more.keyOpen],
    ['E', translation.archive],
    ['U', more.keyReadUnread],
    ...(canPin ? [['P', `${more.pin} / ${more.unpin}`] as [string, string]] : []),
    ['X', more.select],
    ['Del', more.delete],
    ['Z', more.undo],
    ['/', more.search],
    ['?', more.keyHelp],
  ];
  return html`<div class="help">
    <h3>${more.shortcuts}</h3>
    <dl>
      ${keys.map(
        ([key, what]) =>
          html`<dt><kbd>${key}</kbd></dt>
            <dd>${what}</dd>`,
      )}
    </dl>
    <label>
      <input
        type="checkbox"
        .checked=${shortcuts.isOn}
        @change=${(event: Event) => (shortcuts.isOn = (event.target as HTMLInputElement).checked)}
      />
      ${more.singleKeys}
    </label>
  </div>`;
}
