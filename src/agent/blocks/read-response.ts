import {safeUrl} from '../templates/links.ts';
import type {PairNode, ViewNode} from '../templates/nodes.ts';
import {isObject, listOf} from '../templates/json.ts';
import {toText} from '../templates/values.ts';
import {words} from './words.ts';

/** A client integration's answer, ready to be shown. */
export interface BlocksView {
  contactName?: string;
  contactLink?: {url: string; text: string};
  blocks: {name: string; icon?: string; nodes: ViewNode[]}[];
}

/** More than anybody reads. What is beyond is left out. */
const MAX = {blocks: 50, items: 50, rows: 500, columns: 30, depth: 4, text: 5000, html: 512 * 1024};

/** The first of the names that there is: systems differ in their words. */
function pick(value: unknown, ...names: string[]): unknown {
  if (!isObject(value)) return undefined;
  const name = names.find((name) => Object.hasOwn(value, name) && value[name] !== null);
  return name === undefined ? undefined : value[name];
}

const textOf = (value: unknown) => {
  const text = typeof value === 'object' ? '' : toText(value);
  return text.length > MAX.text ? `${text.slice(0, MAX.text)}…` : text;
};

const cellOf = (value: unknown) =>
  textOf(isObject(value) ? pick(value, 'text', 'value', 'label', 'content', 'name') : value);

/** An address on its own is what an agent wants to follow. */
function valueOf(text: string): PairNode['value'] {
  if (text === '') return {kind: 'text', text: '—', isEmpty: true};
  const url = /^https?:\/\/\S+$/.test(text) ? safeUrl(text) : undefined;
  return url ? {kind: 'link', text, url} : {kind: 'text', text};
}

function rowOf(value: unknown): PairNode {
  if (!isObject(value)) return {label: '', value: valueOf(textOf(value))};
  const text = textOf(pick(value, 'text', 'value', 'content'));
  const url = safeUrl(textOf(pick(value, 'url', 'href', 'link')));
  return {
    label: textOf(pick(value, 'label', 'name', 'title', 'key')),
    value: url ? {kind: 'link', text: text || url, url} : valueOf(text),
  };
}

function cellsOf(row: unknown): unknown[] {
  if (Array.isArray(row)) return row.slice(0, MAX.columns) as unknown[];
  const cells = pick(row, 'cells', 'columns', 'data');
  return Array.isArray(cells) ? (cells.slice(0, MAX.columns) as unknown[]) : [row];
}

function tableOf(item: unknown, key: string): ViewNode {
  const headers = listOf(pick(item, 'headers', 'header', 'columns'))
    .slice(0, MAX.columns)
    .map(cellOf);
  const rows = listOf(pick(item, 'rows', 'items', 'data'))
    .slice(0, MAX.rows)
    .map((row) => cellsOf(row).map((cell) => valueOf(cellOf(cell))));
  const width = Math.max(headers.length, ...rows.map((row) => row.length));
  return {
    kind: 'table',
    key,
    headers: Array.from({length: width}, (_, index) => ({text: headers[index] ?? '', align: 'start'})),
    // A row that lacks cells keeps the columns in line.
    rows: rows.map((row) => [...row, ...Array.from({length: width - row.length}, () => valueOf(''))]),
    limit: 25,
    hidden: 0,
    empty: words.noBlocks,
  };
}

function htmlOf(item: unknown, key: string): ViewNode {
  const html = pick(item, 'html', 'content', 'text', 'data');
  if (typeof html !== 'string' || html === '') return {kind: 'notice', key, text: words.unsupported('html')};
  return html.length > MAX.html ? {kind: 'notice', key, text: words.tooLong} : {kind: 'html', key, html};
}

const iconOf = (value: unknown) =>
  typeof value === 'string' && /^[a-z0-9_]{1,64}$/.test(value) ? value : undefined;

function accordionOf(item: unknown, key: string, depth: number): ViewNode {
  const items = listOf(pick(item, 'items', 'rows', 'blocks', 'data'))
    .slice(0, MAX.items)
    .map((entry, index) => {
      const icon = iconOf(pick(entry, 'icon'));
      return {
        title: textOf(pick(entry, 'name', 'title', 'label')),
        ...(icon && {icon}),
        isOpen: pick(entry, 'open', 'isOpen', 'expanded') === true,
        nodes: itemsOf(pick(entry, 'data', 'items', 'content', 'blocks'), `${key}/${index}`, depth + 1),
      };
    });
  return {
    kind: 'repeat',
    key,
    layout: 'accordion',
    items,
    limit: MAX.items,
    hidden: 0,
    empty: words.noBlocks,
  };
}

function itemOf(item: unknown, key: string, depth: number): ViewNode | undefined {
  if (item === null || item === undefined || item === '') return undefined;
  if (!isObject(item)) return {kind: 'text', key, text: textOf(item), style: 'body'};
  const type = textOf(pick(item, 'type')).toLowerCase();
  if (type === 'list') {
    const rows = listOf(pick(item, 'rows', 'items', 'data'))
      .slice(0, MAX.rows)
      .map(rowOf);
    return {kind: 'pairs', key, layout: 'inline', rows};
  }
  if (type === 'table') return tableOf(item, key);
  if (type === 'html') return htmlOf(item, key);
  if (type === 'accordion' && depth < MAX.depth) return accordionOf(item, key, depth);
  return {kind: 'notice', key, text: words.unsupported(type.slice(0, 40))};
}

function itemsOf(data: unknown, key: string, depth: number): ViewNode[] {
  const list = Array.isArray(data) ? (data as unknown[]) : [data];
  return list
    .slice(0, MAX.items)
    .map((item, index) => itemOf(item, `${key}.${index}`, depth))
    .filter((node) => node !== undefined);
}

/**
 * Reads a client integration's answer, whatever words its system uses: aliases, bare texts and numbers, one where a list
 * is expected. What nobody knows becomes a line that says so. It throws at nothing.
 */
export function readResponse(response: unknown): BlocksView {
  const source = Array.isArray(response) ? {blocks: response as unknown[]} : response;
  const link = pick(source, 'contactLink');
  const url = safeUrl(textOf(isObject(link) ? pick(link, 'url', 'href', 'link') : link));
  const contactName = textOf(pick(source, 'contactName'));
  const blocks = listOf(pick(source, 'blocks', 'items', 'data'))
    .slice(0, MAX.blocks)
    .filter(isObject)
    .map((block, index) => {
      const icon = iconOf(pick(block, 'icon'));
      // A block without data may be an item itself.
      const data = pick(block, 'data', 'items', 'content') ?? (pick(block, 'type') ? block : undefined);
      const nodes = itemsOf(data, `b${index}`, 0);
      return {name: textOf(pick(block, 'name', 'title', 'label')), ...(icon && {icon}), nodes};
    });
  return {
    ...(contactName && {contactName}),
    ...(url && {contactLink: {url, text: textOf(pick(link, 'text', 'label', 'name')) || words.openContact}}),
    blocks,
  };
}
