import {html, svg, nothing, type TemplateResult} from 'lit/html.js';
import {until} from 'lit/directives/until.js';
import {loadIconPath} from './load.ts';

/** What older documentation calls icons that have another name now. */
const ALIASES: Readonly<Record<string, string>> = {
  phone: 'call',
  expand_more: 'keyboard_arrow_down',
  business: 'domain',
  grade: 'star',
  account_circle: 'person',
  local_shipping_outlined: 'local_shipping',
  euro_symbol: 'euro',
};

const NAME = /^[a-z0-9_]{1,64}$/;
/** Stands for a name that nobody knows: a neutral dot, never the name as a text. */
const UNKNOWN =
  'M480-400q-33 0-56.5-23.500T400-480q0-33 23.500-56.500T480-560q33 0 56.500 23.500T560-480q0 33-23.500 56.500T480-400Z';

const draw = (path: string): TemplateResult => svg`<path d=${path} />`;

/**
 * An icon of Material Symbols by its name; beside a word that says the same, and so hidden from screen readers. They come
 * when the first is wanted; its place is there before.
 */
export function renderIcon(name: string | undefined): TemplateResult | typeof nothing {
  if (!name) return nothing;
  const wanted = Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name;
  return html`<svg class="symbol" viewBox="0 -960 960 960" aria-hidden="true">
    ${NAME.test(wanted) ? until(load(wanted), nothing) : draw(UNKNOWN)}
  </svg>`;
}

const loading = new Map<string, Promise<TemplateResult>>();

/** The same promise each time, so that a rendering does not begin anew. */
function load(name: string): Promise<TemplateResult> {
  let found = loading.get(name);
  if (!found) {
    if (loading.size > 500) loading.clear();
    found = loadIconPath(name).then((path) => draw(path ?? UNKNOWN));
    loading.set(name, found);
  }
  return found;
}
