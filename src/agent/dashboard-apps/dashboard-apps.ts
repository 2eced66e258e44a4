import {html, nothing, type TemplateResult} from 'lit/html.js';
import {repeat} from 'lit/directives/repeat.js';
import type {PropertyValues} from 'lit';
import {ReactiveElement, type PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import type {AppContext} from '../../protocol/app-context.ts';
import type {AppPlacement, DashboardApp} from '../../protocol/dashboard-app.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {styles} from './dashboard-apps.styles.ts';
import {AppSelectEvent} from './events.ts';
import {fittingTabs} from './fitting-tabs.ts';
import {arrowDown, OverflowMenu} from './overflow-menu.ts';
import {indexAfterKey, isRtl} from './tab-keys.ts';
import {words} from './words.ts';

/**
 * A team's dashboard apps beside a conversation: as tabs after the conversation itself, which is in the slot, or as
 * sections of a panel. What does not fit into the row of tabs is in a menu.
 *
 * An app is loaded when it is first opened, and stays as it is while other tabs are looked at; another conversation
 * begins with none. It shows the apps of its own placement that are meant for the inbox.
 *
 * `agent-dashboard-app` must be registered as well.
 *
 * @customElement agent-dashboard-apps
 * @slot - The conversation: the first tab.
 * @fires {AppSelectEvent} app-select - Another tab has been opened.
 * @csspart base - All of it.
 * @csspart tabs - The row of tabs.
 */
export class AgentDashboardApps extends ReactiveElement {
  static override properties: PropertyDeclarations = {
    apps: {attribute: false},
    context: {attribute: false},
    inbox: {attribute: false},
    getToken: {attribute: false},
    placement: {reflect: true},
    selected: {},
    label: {},
    theme: {reflect: true},
    visible: {state: true},
    focused: {state: true},
  };
  static override styles = [tokens, reset, controls, styles];

  /** The apps that have been opened, in that order: an element that moves in a page loses its frame. */
  #opened: string[] = [];
  /** The sections that stand open: others may be loaded, and folded away. */
  #expanded = new Set<string>();
  #conversation?: unknown;
  #menu = new OverflowMenu(this, (id) => this.#choose(id));
  #resize?: ResizeObserver;
  /** Whether the selected tab gets the focus once it is in the row. */
  #isToFocus = false;

  /** Which tabs there is room for; undefined until it has been measured. */
  private visible?: readonly number[];
  /** The tab that the tab key reaches, where it is not the selected one. */
  private focused?: number;

  /** The team's apps, in their order. */
  apps: readonly DashboardApp[] = [];

  /** What the apps are told. */
  context?: AppContext;

  /** The conversation's inbox: apps are shown by it, and know its name in their address. */
  inbox?: {id: string; name?: string};

  /** Asks the platform for a signed context: for one app, and the origin that it is at. */
  getToken?: (appId: string, audience: string) => Promise<string>;

  placement: AppPlacement = 'tab';

  /** The id of the app whose tab is open; empty for the conversation. */
  selected = '';

  /** The first tab's name. @default 'Messages' */
  label = '';

  /** @default the visitor's preference */
  theme?: 'light' | 'dark' | 'auto';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.#resize = undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const conversation = this.context?.conversation?.id;
    const shown = this.#shown;
    if (conversation !== this.#conversation && this.#conversation !== undefined)
      this.#opened = [...this.#expanded];
    this.#conversation = conversation;
    this.#opened = this.#opened.filter((id) => shown.some((app) => app.id === id));
    if (this.selected && !shown.some(({id}) => id === this.selected)) this.selected = '';
    if (this.placement === 'tab' && this.selected) this.#open(this.selected);
    if (changed.has('apps') || changed.has('inbox')) this.focused = undefined;
  }

  override updated(): void {
    const bar = this.renderRoot.querySelector('.bar');
    if (bar && !this.#resize) {
      this.#resize = new ResizeObserver(() => this.#measure());
      this.#resize.observe(bar);
    } else if (!bar && this.#resize) {
      this.#resize.disconnect();
      this.#resize = undefined;
    } else this.#measure();
  }

  override render(): TemplateResult {
    const apps = this.#shown;
    return html`<div part="base" class="base" lang="en">
      ${this.placement === 'panel' ? this.#renderSections(apps) : this.#renderTabs(apps)}
    </div>`;
  }

  /** The apps of this placement that are meant for the inbox. */
  get #shown(): readonly DashboardApp[] {
    const inbox = this.inbox && String(this.inbox.id);
    return this.apps.filter(
      ({placement, inboxIds}) =>
        placement === this.placement && (!inboxIds || (inbox !== undefined && inboxIds.includes(inbox))),
    );
  }

  #open(id: string): void {
    if (!this.#opened.includes(id)) this.#opened = [...this.#opened, id];
  }

  #select(id: string): void {
    this.focused = undefined;
    if (id === this.selected) return;
    this.selected = id;
    this.dispatchEvent(new AppSelectEvent(id));
  }

  /** Out of the menu: the tab takes a place in the row, and the focus. */
  #choose(id: string): void {
    this.#isToFocus = true;
    this.#select(id);
  }

  #renderApp({
    id,
    name,
    url,
    origins,
    aliases,
    sandbox,
    allow,
    referrerPolicy,
  }: DashboardApp): TemplateResult {
    return html`<agent-dashboard-app
      .name=${name}
      .src=${url}
      .context=${this.context}
      .inbox=${this.inbox}
      .origins=${origins}
      .aliases=${aliases}
      .sandbox=${sandbox}
      .allow=${allow}
      .referrerPolicy=${referrerPolicy}
      .theme=${this.theme}
      .fit=${this.placement === 'panel' ? 'content' : 'fill'}
      .getToken=${this.getToken && ((audience: string) => this.getToken!(id, audience))}
    ></agent-dashboard-app>`;
  }

  #renderTabs(apps: readonly DashboardApp[]): TemplateResult {
    if (apps.length === 0) return html`<div role="none" class="alone"><slot></slot></div>`;
    const tabs = [{id: '', name: this.label || words.messages}, ...apps];
    const selected = tabs.findIndex(({id}) => id === this.selected);
    const visible = this.visible ?? tabs.map((_, index) => index);
    const hidden = tabs.filter((_, index) => !visible.includes(index));
    return html`<div part="tabs" class="bar">
        <div role="tablist" aria-label=${words.apps} @keydown=${this.#onTabKey}>
          ${tabs.map(
            ({id, name}, index) =>
              html`<button
                role="tab"
                id="tab-${id}"
                class=${visible.includes(index) ? '' : 'over'}
                aria-selected=${index === selected}
                aria-controls="panel-${id}"
                tabindex=${index === (this.focused ?? selected) ? 0 : -1}
                title=${name}
                @click=${() => this.#select(id)}
              >
                <span>${name}</span>
              </button>`,
          )}
        </div>
        ${this.#menu.render(hidden, this.selected)}
      </div>
      <div role="tabpanel" id="panel-" aria-labelledby="tab-" ?hidden=${this.selected !== ''}>
        <slot></slot>
      </div>
      ${repeat(
        this.#opened,
        (id) => id,
        (id) =>
          html`<div
            role="tabpanel"
            id="panel-${id}"
            aria-labelledby="tab-${id}"
            ?hidden=${id !== this.selected}
          >
            ${this.#renderApp(apps.find((app) => app.id === id)!)}
          </div>`,
      )}`;
  }

  #renderSections(apps: readonly DashboardApp[]): unknown {
    return repeat(
      apps,
      ({id}) => id,
      (app) => {
        const isOpen = this.#expanded.has(app.id);
        return html`<section class="app">
          <h3>
            <button
              class="section"
              aria-expanded=${isOpen}
              aria-controls="region-${app.id}"
              id="head-${app.id}"
              @click=${() => this.#toggle(app.id)}
            >
              <span>${app.name}</span>
              <svg viewBox="0 0 24 24" aria-hidden="true">${arrowDown}</svg>
            </button>
          </h3>
          <div role="region" id="region-${app.id}" aria-labelledby="head-${app.id}" ?hidden=${!isOpen}>
            ${this.#opened.includes(app.id) ? this.#renderApp(app) : nothing}
          </div>
        </section>`;
      },
    );
  }

  #toggle(id: string): void {
    if (!this.#expanded.delete(id)) this.#expanded.add(id);
    this.#open(id);
    this.requestUpdate();
  }

  #measure(): void {
    const bar = this.renderRoot.querySelector('.bar');
    const more = this.renderRoot.querySelector('.more');
    if (!bar || !more) return;
    const {paddingInlineStart, paddingInlineEnd} = getComputedStyle(bar);
    const tabs = [...this.renderRoot.querySelectorAll('[role=tab]')];
    const visible = fittingTabs(
      tabs.map((tab) => tab.getBoundingClientRect().width),
      {
        room: bar.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd),
        more: more.getBoundingClientRect().width,
        selected: tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true'),
      },
    );
    if (visible.join() !== this.visible?.join()) this.visible = visible;
    else if (this.#isToFocus) {
      this.#isToFocus = false;
      this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
    }
  }

  #onTabKey(event: KeyboardEvent): void {
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    const tabs = all.filter((tab) => !tab.classList.contains('over'));
    const index = tabs.findIndex((tab) => tab === event.target);
    const next = indexAfterKey(event.key, {index, size: tabs.length, isRtl: isRtl(this)});
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // Looking along the tabs loads no app: Enter or space opens one.
    this.focused = all.indexOf(tab);
    tab.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-dashboard-apps': AgentDashboardApps;
  }
}
