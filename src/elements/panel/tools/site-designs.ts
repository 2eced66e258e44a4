/** Designs of notifications out of a site's configuration: HTML as text, made into the panel's templates. */
import {safeUrl} from '../../../protocol/url.ts';

/** What lays out and marks text, and pictures. Nothing that runs, loads by itself, takes input or stays on top. */
const ELEMENTS = [
  ...['div', 'span', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'code', 'figure'],
  ...['figcaption', 'time', 'b', 'strong', 'i', 'em', 'u', 's', 'small', 'sub', 'sup', 'img', 'a'],
];
/** As they are. The rest have rules of their own: see `copy`. */
const ATTRIBUTES = ['data-field', 'alt', 'width', 'height', 'title', 'lang', 'dir', 'datetime'];
const PARSED = [...ATTRIBUTES, 'style', 'src', 'href'];

/** What a design may say of its looks: inside its own box, and in the row's flow. */
const STYLES = new RegExp(
  '^(color|background(-color)?|font(-\\w+)*|text-(align|transform|decoration|overflow)|line-height|letter-spacing' +
    '|white-space|display|flex(-\\w+)*|grid(-\\w+)*|align-(items|self|content)|justify-(content|items|self)|order' +
    '|(row-|column-)?gap|padding(-\\w+)*|margin(-\\w+)*|border(-\\w+)*|(min-|max-)?(width|height|inline-size|block-size)' +
    '|object-(fit|position)|aspect-ratio|vertical-align|opacity|overflow)$',
);
/** An address would be asked whenever the row is shown; an escape could hide one. */
const IS_ADDRESS = /url|image|\\|@|attr\(/i;

/** More is no design of a row. */
const MAX_LENGTH = 10_000;

interface SetHtml {
  setHTML?(html: string, options: {sanitizer: object}): void;
}

/** The nodes as they were written, in a document where nothing of them can load or run. */
function parse(html: string): HTMLElement {
  try {
    return new DOMParser().parseFromString(html, 'text/html').body;
  } catch {
    // A page that demands Trusted Types: its parser takes no text.
    const body = inert.createElement('div');
    (body as SetHtml).setHTML?.(html, {
      sanitizer: {elements: ELEMENTS, attributes: PARSED, dataAttributes: false, comments: false},
    });
    return body;
  }
}

/** Through the CSSOM, which a strict content security policy allows, as it does not the attribute. */
function dress(element: HTMLElement, style: string): void {
  for (const declaration of style.split(';')) {
    const [, name, value] = /^\s*([\w-]+)\s*:(.*)$/s.exec(declaration) ?? [];
    if (name && value && STYLES.test(name.toLowerCase()) && !IS_ADDRESS.test(value))
      element.style.setProperty(name, value.trim());
  }
}

/** Where nothing loads before it is shown. */
const inert = document.implementation.createHTMLDocument();

/** Made anew from what is known to be harmless. The words of anything else stay, where they are words. */
function copy(source: Node): Node | undefined {
  if (source instanceof Text) return inert.createTextNode(source.data);
  if (!(source instanceof Element)) return undefined;
  const name = source.localName;
  if (source.namespaceURI !== 'http://www.w3.org/1999/xhtml' || !ELEMENTS.includes(name)) return undefined;
  const element = inert.createElement(name);
  for (const attribute of ATTRIBUTES) {
    const value = source.getAttribute(attribute);
    if (value !== null) element.setAttribute(attribute, value);
  }
  const src = name === 'img' && safeUrl(source.getAttribute('src'), ['http:', 'https:']);
  if (src) element.setAttribute('src', src);
  const href = name === 'a' && safeUrl(source.getAttribute('href'));
  if (href) element.setAttribute('href', href);
  dress(element, source.getAttribute('style') ?? '');
  element.append(...copyAll(source));
  return element;
}

const copyAll = (source: Node): Node[] => [...source.childNodes].flatMap((child) => copy(child) ?? []);

/**
 * Adds the site's designs to a panel, as `<template data-notification>` that it may have by hand. Those that the page has
 * put there itself come first.
 */
export function addDesigns(panel: HTMLElement, designs: Readonly<Record<string, string>>): void {
  for (const [category, html] of Object.entries(designs)) {
    const template = document.createElement('template');
    template.dataset.notification = category;
    template.content.append(...copyAll(parse(String(html).slice(0, MAX_LENGTH))));
    panel.append(template);
  }
}
