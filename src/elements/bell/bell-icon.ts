/** Shapes and what groups them: nothing that can load, link, animate, style or run. */
const ELEMENTS = new Set([
  ...['svg', 'g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'],
  ...['defs', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'stop'],
]);
/** What CSS can load an image with, unless it points into the drawing itself; and escapes, which could spell it. */
const OUTSIDE = /\\|(?:url|src|image|image-set|cross-fade|element|paint)\(\s*(?!["']?#)/i;
/** Geometry and paint. */
const ATTRIBUTES = new Set([
  ...['id', 'd', 'points', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height'],
  ...['viewBox', 'preserveAspectRatio', 'transform', 'opacity', 'offset', 'stop-color', 'stop-opacity'],
  ...['fill', 'fill-opacity', 'fill-rule', 'clip-rule', 'clip-path', 'mask', 'color'],
  ...['stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-opacity', 'stroke-dasharray'],
  ...['gradientUnits', 'gradientTransform', 'fx', 'fy', 'spreadMethod', 'clipPathUnits', 'maskUnits'],
]);
const SVG = 'http://www.w3.org/2000/svg';
/** More is no icon. */
const MAX_LENGTH = 20_000;

function copy(source: Element): SVGElement | undefined {
  if (source.namespaceURI !== SVG || !ELEMENTS.has(source.localName)) return undefined;
  const element = document.createElementNS(SVG, source.localName);
  for (const {name, value} of source.attributes) {
    if (ATTRIBUTES.has(name) && !OUTSIDE.test(value)) element.setAttribute(name, value);
  }
  for (const child of source.children) element.append(copy(child) ?? '');
  return element;
}

/** For the browser's own sanitiser, which knows elements by their namespace. */
const PARSED = [...ELEMENTS].map((name) => ({name, namespace: SVG}));

interface SetHtml {
  setHTML?(html: string, options: {sanitizer: object}): void;
}

/** The drawing's outermost element as it was written, in a document where nothing of it can load. */
function parse(source: string): Element | null {
  const text = source.slice(0, MAX_LENGTH);
  try {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return parsed.querySelector('parsererror') ? null : parsed.documentElement;
  } catch {
    // A page that demands Trusted Types: its parser takes no text.
    const box = document.implementation.createHTMLDocument().body as HTMLElement & SetHtml;
    box.setHTML?.(text, {sanitizer: {elements: PARSED, attributes: [...ATTRIBUTES]}});
    return box.firstElementChild;
  }
}

/**
 * The site's own drawing for the bell, made anew from what is known to be harmless in the given one.
 *
 * @param source an SVG document as text
 * @throws a `TypeError` for what is no SVG, or is too long for an icon
 */
export function readBellIcon(source: string): SVGElement {
  const parsed = parse(source);
  const icon = parsed ? copy(parsed) : undefined;
  if (icon?.localName !== 'svg') throw new TypeError('bellIcon is no SVG document');
  icon.setAttribute('slot', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  return icon;
}
