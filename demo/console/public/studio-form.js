/* global CSS, DOMParser */

const ATTENTION = ['sound', 'title', 'favicon', 'app', 'desktop'];

/** A value that the browser would not take: `path` as the platform names it. */
const wrong = (control, message) => ({control, message});

/** The site's configuration as the form has it, and what is wrong with it. */
export function readStudio(form) {
  const errors = [];
  const configuration = {};
  const theme = {};
  for (const control of form.querySelectorAll('[data-token]')) {
    const value = control.value.trim();
    if (!value) continue;
    const {token, kind} = control.dataset;
    if (kind === 'colour' && !CSS.supports('color', value))
      errors.push(wrong(control, 'is no colour of CSS'));
    else if (kind === 'length' && !CSS.supports('width', value))
      errors.push(wrong(control, 'is no length, such as 12px'));
    else if (/[;{}<>]/.test(value)) errors.push(wrong(control, 'is no value of CSS'));
    else theme[token] = value;
  }
  const {scheme, layout, corner, selector, bellIcon, toasts} = form.elements;
  if (scheme.value !== 'auto') configuration.theme = scheme.value;
  else if (Object.keys(theme).length) configuration.theme = theme;
  if (layout.value !== 'popover') configuration.layout = layout.value;
  if (corner.value !== 'bottom-right') configuration.corner = corner.value;
  if (selector.value.trim()) {
    configuration.placement = {selector: selector.value.trim(), position: 'beforeend'};
    if (!isSelector(selector.value)) errors.push(wrong(selector, 'is no selector, such as #header-tools'));
  }
  if (bellIcon.value.trim()) {
    // The preview goes on with the bell of before.
    if (isSvg(bellIcon.value)) configuration.bellIcon = bellIcon.value.trim();
    else errors.push(wrong(bellIcon, 'is no SVG document'));
  }
  if (toasts.checked) configuration.toasts = true;
  const attention = ATTENTION.filter((name) => form.elements[name].checked);
  if (attention.length) configuration.attention = Object.fromEntries(attention.map((name) => [name, true]));
  return {configuration, errors};
}

/** Puts a configuration into the form. */
export function fillStudio(form, configuration) {
  form.reset();
  const {theme, layout, corner, placement, bellIcon, toasts, attention} = configuration;
  const isScheme = typeof theme === 'string';
  form.elements.scheme.value = isScheme ? theme : 'auto';
  for (const control of form.querySelectorAll('[data-token]')) {
    control.value = (!isScheme && theme?.[control.dataset.token]) || '';
    if (control.value) control.closest('details')?.setAttribute('open', '');
  }
  if (layout) form.elements.layout.value = layout;
  if (corner) form.elements.corner.value = corner;
  form.elements.selector.value = placement?.selector ?? '';
  form.elements.bellIcon.value = bellIcon ?? '';
  form.elements.toasts.checked = !!toasts;
  for (const name of ATTENTION)
    form.elements[name].checked = attention === true || !!(attention && attention[name]);
}

function isSelector(text) {
  try {
    emptyPage.querySelector(text);
    return true;
  } catch {
    return false;
  }
}
const emptyPage = new DOMParser().parseFromString('', 'text/html');

function isSvg(text) {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  return parsed.documentElement.localName === 'svg' && !parsed.querySelector('parsererror');
}
