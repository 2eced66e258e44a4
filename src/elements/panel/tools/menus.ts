/** What the menus hold: of a row, of the list, and the times until which something can be put off. */
import {html, type TemplateResult} from 'lit/html.js';
import type {Act} from '../../../core/state.ts';
import type {Notification} from '../../../protocol/notification.ts';
import type {MenuItem} from './menu.ts';
import type {View} from './presentation.ts';
import type {ToolWords} from './tool-words.ts';
import {snoozeTimes, toLocalInput} from './snooze-times.ts';

export interface MenuActs {
  readonly words: ToolWords | undefined;
  readonly view: View;
  readonly canAct: boolean;
  readonly canPin: boolean;
  act(type: Act['type'], target: Notification | readonly string[], until?: number): void;
  actOnAll(type: Act['type']): void;
  select(id?: string): void;
  helpContents(): TemplateResult;
  closeMenu(): void;
}

/** Putting off for longer than a year is deleting. */
const MAX_SNOOZE = 366 * 86_400_000;

function pickTime(acts: MenuActs, target: Notification | readonly string[]): TemplateResult {
  const {more} = acts.words!;
  const now = Date.now();
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements[0] as HTMLInputElement;
    const until = new Date(field.value).getTime();
    if (!(until > Date.now())) return field.reportValidity();
    acts.closeMenu();
    acts.act('snoozed', target, until);
  };
  return html`<form @submit=${onSubmit}>
    <label>
      ${more.pickTime}
      <input
        type="datetime-local"
        required
        min=${toLocalInput(now + 60_000)}
        max=${toLocalInput(now + MAX_SNOOZE)}
        .value=${toLocalInput(now + 86_400_000)}
      />
    </label>
    <button class="button primary">${more.snooze}</button>
  </form>`;
}

export function snoozeMenu(acts: MenuActs, target: Notification | readonly string[]): MenuItem[] {
  const {more, translation} = acts.words!;
  const now = Date.now();
  const hint = (at: number) =>
    new Intl.DateTimeFormat(translation.language, {
      ...(at - now > 86_400_000 && {weekday: 'short'}),
      hour: 'numeric',
      minute: '2-digit',
    }).format(at);
  return [
    ...snoozeTimes(now).map(({name, at}): MenuItem => ({
      label: more[name],
      hint: hint(at),
      onChoose: () => acts.act('snoozed', target, at),
    })),
    {label: more.pickTime, icon: 'clock', onChoose: () => pickTime(acts, target)},
  ];
}

export function rowMenu(acts: MenuActs, notification: Notification): MenuItem[] {
  const {more, translation} = acts.words!;
  const {archivedAt, snoozedUntil, readAt, id, pinned} = notification;
  const isRead = readAt !== null;
  const items: MenuItem[] = [
    {
      label: isRead ? more.markUnread : translation.markRead,
      icon: isRead ? 'unread' : 'read',
      hint: 'U',
      onChoose: () => acts.act(isRead ? 'unread' : 'read', notification),
    },
  ];
  if (acts.canPin)
    items.push({
      label: pinned ? more.unpin : more.pin,
      icon: 'pin',
      hint: 'P',
      onChoose: () => acts.act(pinned ? 'unpinned' : 'pinned', notification),
    });
  if (archivedAt !== null)
    items.push({
      label: more.unarchive,
      icon: 'inbox',
      hint: 'E',
      onChoose: () => acts.act('unarchived', notification),
    });
  else {
    items.push({
      label: translation.archive,
      icon: 'archive',
      hint: 'E',
      onChoose: () => acts.act('archived', notification),
    });
    if (snoozedUntil !== null)
      items.push({
        label: more.unsnooze,
        icon: 'inbox',
        onChoose: () => acts.act('unsnoozed', notification),
      });
    else items.push({label: more.snooze, icon: 'clock', onChoose: () => snoozeMenu(acts, notification)});
  }
  items.push(
    {label: more.select, icon: 'select', hint: 'X', onChoose: () => acts.select(id)},
    {
      label: more.delete,
      icon: 'trash',
      isDanger: true,
      onChoose: () => acts.act('deleted', notification),
    },
  );
  return items;
}

export function listMenu(acts: MenuActs): MenuItem[] {
  const {more} = acts.words!;
  const help: MenuItem = {
    label: more.shortcuts,
    icon: 'keyboard',
    hint: '?',
    onChoose: () => acts.helpContents(),
  };
  if (!acts.canAct) return [help];
  return [
    {label: more.select, icon: 'select', onChoose: () => acts.select()},
    ...(acts.view === 'archived'
      ? []
      : [{label: more.archiveAll, icon: 'archive' as const, onChoose: () => acts.actOnAll('archived')}]),
    {label: more.deleteAll, icon: 'trash', isDanger: true, onChoose: () => acts.actOnAll('deleted')},
    help,
  ];
}
