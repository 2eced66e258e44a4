/** A client integration's answer, as section 4.1 of the contract has it. */
export interface ClientResponse {
  contactName: string | null;
  contactLink: {url: string; text: string | null} | null;
  blocks: Block[];
}

interface Block {
  name: string;
  icon: string | null;
  data: Item[];
}

type Item =
  | {type: 'list'; rows: {label: string; text: string}[]}
  | {type: 'table'; headers: {text: string}[]; rows: {text: string}[][]}
  | {type: 'html'; html: string}
  | {type: 'accordion'; items: {name: string; icon: string | null; open: boolean; data: Item[]}[]}
  /** Of a type that nobody knows: only its name is passed on. */
  | {type: string};

type Json = Record<string, unknown>;

/** More than anybody reads. What is beyond is left out. */
const MAX = {blocks: 50, items: 50, rows: 500, cells: 30, depth: 3, text: 5000, html: 512 * 1024};
const SAFE_SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];
const ICON = /^[a-z0-9_]{1,64}$/;
const KNOWN_TYPES = ['list', 'table', 'html', 'accordion'];

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Json => (isObject(value) ? value : {});

/** The first of the names that there is: systems differ in their words. */
function pick(value: unknown, ...names: string[]): unknown {
  const object = objectOf(value);
  const name = names.find((name) => Object.hasOwn(object, name) && object[name] !== null);
  return name === undefined ? undefined : object[name];
}

function listOf(value: unknown, max: number): unknown[] {
  return Array.isArray(value) ? value.slice(0, max) : [];
}

/** Texts and numbers as they are; what is no text becomes none, and never "[object Object]". */
function textOf(value: unknown, max = MAX.text): string {
  if (typeof value === 'string') return value.slice(0, max);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function iconOf(value: unknown): string | null {
  return typeof value === 'string' && ICON.test(value) ? value : null;
}

function linkOf(value: unknown): ClientResponse['contactLink'] {
  const url = textOf(typeof value === 'string' ? value : pick(value, 'url', 'href', 'link')).trim();
  if (!URL.canParse(url) || !SAFE_SCHEMES.includes(new URL(url).protocol)) return null;
  const {username, password} = new URL(url);
  if (username || password) return null;
  return {url, text: textOf(pick(value, 'text', 'label', 'name'), 200) || null};
}

/** A cell or heading: an object, or the bare text. */
const cellOf = (value: unknown) => ({
  text: textOf(isObject(value) ? pick(value, 'text', 'value', 'label', 'content') : value),
});

function rowOf(value: unknown): {label: string; text: string} {
  if (!isObject(value)) return {label: '', text: textOf(value)};
  return {
    label: textOf(pick(value, 'label', 'name', 'title', 'key'), 500),
    text: textOf(pick(value, 'text', 'value', 'content')),
  };
}

function itemOf(value: unknown, depth: number): Item {
  const type = textOf(pick(value, 'type'), 64).toLowerCase();
  const rows = pick(value, 'rows', 'items', 'data');
  if (type === 'list') return {type, rows: listOf(rows, MAX.rows).map(rowOf)};
  if (type === 'table') {
    return {
      type,
      headers: listOf(pick(value, 'headers', 'header', 'columns'), MAX.cells).map(cellOf),
      rows: listOf(rows, MAX.rows).map((row) =>
        listOf(Array.isArray(row) ? row : pick(row, 'cells', 'columns', 'data'), MAX.cells).map(cellOf),
      ),
    };
  }
  if (type === 'html') return {type, html: textOf(pick(value, 'html', 'content', 'text', 'data'), MAX.html)};
  if (type === 'accordion' && depth < MAX.depth) {
    return {
      type,
      items: listOf(pick(value, 'items', 'rows', 'blocks', 'data'), MAX.items).map((entry) => ({
        name: textOf(pick(entry, 'name', 'title', 'label'), 500),
        icon: iconOf(pick(entry, 'icon')),
        open: pick(entry, 'open', 'expanded') === true,
        data: itemsOf(pick(entry, 'data', 'items', 'content'), depth + 1),
      })),
    };
  }
  // A known type that is nested too deeply is not shown as if it were empty.
  return {type: KNOWN_TYPES.includes(type) ? `nested ${type}` : type || 'unknown'};
}

function itemsOf(value: unknown, depth: number): Item[] {
  const items = isObject(value) ? [value] : listOf(value, MAX.items);
  return items.map((item) => itemOf(item, depth));
}

/**
 * Reads what a client integration's endpoint answered, whatever it is: what cannot be understood is left out, and what
 * comes out is always of the same shape.
 *
 * @returns undefined, when it is no answer of a client integration at all
 */
export function readClientResponse(answer: unknown): ClientResponse | undefined {
  if (!isObject(answer)) return undefined;
  const blocks = pick(answer, 'blocks');
  if (blocks !== undefined && !Array.isArray(blocks)) return undefined;
  return {
    contactName: textOf(pick(answer, 'contactName'), 200) || null,
    contactLink: linkOf(pick(answer, 'contactLink')),
    blocks: listOf(blocks, MAX.blocks)
      .filter(isObject)
      .map((block) => ({
        name: textOf(pick(block, 'name', 'title', 'label'), 200),
        icon: iconOf(pick(block, 'icon')),
        data: itemsOf(pick(block, 'data', 'items'), 0),
      })),
  };
}
