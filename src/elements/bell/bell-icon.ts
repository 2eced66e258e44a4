/** Shapes and what groups them: nothing that can load, link, animate, style or run. */
const ELEMENTS = new Set([
  ...['svg', 'g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'],
  ...['defs', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'stop'],
]);
/** Geometry and paint. A `url(…)` in them may only point into the drawing itself. */
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
    const isOutside = /url\(\s*(?!["']?#)/i.test(value);
    if (ATTRIBUTES.has(name) && !isOutside) element.setAttribute(name, value);
  }
  for (const child of source.children) element.append(copy(child) ?? '');
  return element;
}

/**
 * The site's own drawing for the bell, made anew from what is known to be harmless in the given one.
 *
 * @param source an SVG document as text
 * @throws a `TypeError` for what is no SVG, or is too long for an icon
 */
export function readBellIcon(source: string): SVGElement {
  const parsed = new DOMParser().parseFromString(source.slice(0, MAX_LENGTH), 'image/svg+xml');
  const icon = parsed.querySelector('parsererror') ? undefined : copy(parsed.documentElement);
  if (icon?.localName !== 'svg') throw new TypeError('bellIcon is no SVG document');
  icon.setAttribute('slot', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  return icon;
}
