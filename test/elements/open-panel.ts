import {fixture, html} from '@open-wc/testing';
import {AppInboxPanel} from '../../src/elements/panel/panel.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import type {ContentOptions} from '../../src/protocol/configuration.ts';
import './define.ts';
import type {FakeInbox} from './fake-inbox.ts';
import {whenReady} from './when-ready.ts';

/** An open panel whose tools have come, and short ways to what is in it. */
export async function openPanel(
  inbox: FakeInbox,
  {
    language = 'en',
    layout = 'popover',
    site,
  }: {language?: string; layout?: string; site?: ContentOptions} = {},
) {
  await loadTranslation(language);
  const panel = await fixture<AppInboxPanel>(html`
    <app-inbox-panel .inbox=${inbox} .layout=${layout} .language=${language} .site=${site}></app-inbox-panel>
  `);
  panel.open = true;
  await whenReady(panel);
  const root = panel.shadowRoot!;
  const rows = () => [...root.querySelectorAll('app-inbox-notification')];
  const titles = () => rows().map(({notification}) => notification!.title);
  const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent.trim();
  const find = (selector: string, name: string) =>
    [...root.querySelectorAll<HTMLElement>(selector)].find((element) => nameOf(element).startsWith(name));
  /** Presses what has this name; fails where there is none. */
  const press = async (name: string, selector = 'button') => {
    const target = find(selector, name);
    if (!target) throw new Error(`There is no "${name}" in the panel`);
    target.click();
    await panel.updateComplete;
    await panel.updateComplete;
  };
  /** Opens the menu of a row, and chooses. */
  const choose = async (index: number, ...items: string[]) => {
    rows()[index]!.querySelector<HTMLElement>('[slot=tools]')!.click();
    await panel.updateComplete;
    for (const item of items) await press(item, '[role=menuitem]');
  };
  const key = async (name: string, target: EventTarget = root.activeElement!) => {
    const event = new KeyboardEvent('keydown', {
      key: name,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    target.dispatchEvent(event);
    await panel.updateComplete;
    await panel.updateComplete;
    return event;
  };
  return {panel, root, rows, titles, find, press, choose, key};
}
