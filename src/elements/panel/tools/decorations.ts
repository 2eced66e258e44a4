import {html, nothing, render} from 'lit/html.js';
import type {Notification} from '../../../protocol/notification.ts';
import type {AppInboxNotification} from '../../notification/notification.ts';
import type {View} from './presentation.ts';
import type {ToolWords} from './tool-words.ts';
import {toolIcons} from './tool-icons.ts';

export interface DecorationSource {
  readonly words: ToolWords | undefined;
  readonly view: View;
  readonly canAct: boolean;
  readonly selected: ReadonlySet<string> | undefined;
  readonly groups: ReadonlyMap<string, readonly Notification[]>;
  isExpanded(notification: Notification): boolean;
  toggleGroup(notification: Notification): void;
  select(id?: string): void;
  openRowMenu(notification: Notification, control: HTMLElement): void;
  /** The site's own design of it. */
  design(notification: Notification): Node | undefined;
}

/** What rows get in their slots: a box to choose them by, the number of updates, until when they are put off. */
export class Decorations {
  #source: DecorationSource;
  /** What each row was last given, in brief: the same again is not rendered. */
  #given = new WeakMap<AppInboxNotification, string>();
  /** What the site has made of a notification: once for each that has changed. */
  #designs = new WeakMap<Notification, {node: Node | undefined}>();

  constructor(source: DecorationSource) {
    this.#source = source;
  }

  apply(row: AppInboxNotification, notification: Notification): void {
    const {words, view, canAct, selected, groups} = this.#source;
    if (!words) return;
    const {id, snoozedUntil, archivedAt, title} = notification;
    const group = groups.get(id);
    const isExpanded = !!group && this.#source.isExpanded(notification);
    const isActionable = canAct && !selected;
    row.archivable = isActionable && archivedAt === null && view !== 'snoozed';
    row.toggleAttribute('selectable', !!selected);
    row.toggleAttribute('selected', !!selected?.has(id));
    const given = [
      isActionable,
      id,
      title,
      words.more.select,
      selected ? Number(selected.has(id)) : '',
      group?.length,
      isExpanded,
      snoozedUntil,
      row.inactive,
    ].join('|');
    let made = this.#designs.get(notification);
    const isNew = !made;
    if (!made) {
      const node = this.#source.design(notification);
      // The whole of it opens the notification, as a row does.
      const box = node && document.createElement('div');
      box?.setAttribute('data-do', 'open');
      box?.setAttribute('class', 'design');
      box?.append(node!);
      this.#designs.set(notification, (made = {node: box}));
    }
    if (!(isNew && made.node) && this.#given.get(row) === given) return;
    this.#given.set(row, given);
    const {more, translation} = words;
    const order = row.inactive ? -1 : 0;
    const until =
      snoozedUntil &&
      new Intl.DateTimeFormat(translation.language, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: 'numeric',
        minute: '2-digit',
      }).format(snoozedUntil);
    render(
      html`${
        selected
          ? html`<input
              slot="start"
              type="checkbox"
              aria-label=${`${more.select}: ${title}`}
              tabindex=${order}
              .checked=${selected.has(id)}
              @change=${() => this.#source.select(id)}
            />`
          : nothing
      }${
        group
          ? html`<button
              slot="end"
              class="updates"
              aria-expanded=${isExpanded}
              title=${isExpanded ? more.hideUpdates : more.showUpdates}
              tabindex=${order}
              @click=${() => row.notification && this.#source.toggleGroup(row.notification)}
            >
              ${more.updates(group.length)}
              <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">${toolIcons.down}</svg>
            </button>`
          : nothing
      }${
        isActionable
          ? html`<button
              slot="tools"
              class="icon-button"
              aria-label=${more.actions}
              title=${more.actions}
              aria-haspopup="menu"
              tabindex=${order}
              @click=${(event: Event) => {
                if (row.notification)
                  this.#source.openRowMenu(row.notification, event.currentTarget as HTMLElement);
              }}
            >
              <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">${toolIcons.more}</svg>
            </button>`
          : nothing
      }${made.node ?? nothing}${until ? html`<span slot="end" class="note">${more.snoozedUntil(until)}</span>` : nothing}`,
      row,
    );
  }
}
