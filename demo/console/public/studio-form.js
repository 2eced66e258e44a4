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
  const categories = [];
  for (const row of form.querySelectorAll('#categories .entry')) {
    const [id, names, hidden] = ['id', 'names', 'hidden'].map((name) => entryOf(row, name));
    if (!id.value.trim()) continue;
    const read = readNames(names.value);
    if (!read) errors.push(wrong(names, 'is no list of names, such as en: Orders, de: Bestellungen'));
    else if (categories.some((one) => one.id === id.value.trim())) errors.push(wrong(id, 'is there twice'));
    categories.push({
      id: id.value.trim(),
      ...(read && Object.keys(read).length && {names: read}),
      ...(hidden.checked && {hidden: true}),
    });
  }
  if (categories.length) configuration.categories = categories;
  const designs = {};
  for (const row of form.querySelectorAll('#designs .entry')) {
    const [category, html] = ['category', 'html'].map((name) => entryOf(row, name));
    if (!html.value.trim()) continue;
    if (Object.hasOwn(designs, category.value.trim())) errors.push(wrong(category, 'has a design already'));
    else designs[category.value.trim()] = html.value.trim();
  }
  if (Object.keys(designs).length) configuration.designs = designs;
  if (form.elements.badge.value !== 'unread') configuration.badge = form.elements.badge.value;
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
  const {categories = [], designs = {}, badge = 'unread'} = configuration;
  form.elements.badge.value = badge;
  for (const list of form.querySelectorAll('.rows')) list.replaceChildren();
  for (const {id, names = {}, hidden = false} of categories) {
    const row = addRow(form, 'category');
    entryOf(row, 'id').value = id;
    entryOf(row, 'names').value = Object.entries(names)
      .map(([language, name]) => `${language}: ${name}`)
      .join(', ');
    entryOf(row, 'hidden').checked = hidden;
  }
  for (const [category, html] of Object.entries(designs)) {
    const row = addRow(form, 'design');
    entryOf(row, 'category').value = category;
    entryOf(row, 'html').value = html;
  }
  form.elements.selector.value = placement?.selector ?? '';
  form.elements.bellIcon.value = bellIcon ?? '';
  form.elements.toasts.checked = !!toasts;
  for (const name of ATTENTION)
    form.elements[name].checked = attention === true || !!(attention && attention[name]);
}

const entryOf = (row, name) => row.querySelector(`[data-entry=${name}]`);

/** `en: Orders, de: Bestellungen`; undefined: it is not that. */
function readNames(text) {
  const names = {};
  for (const part of text.split(',').filter((each) => each.trim())) {
    const [, language, name] = /^\s*([a-z]{2}(?:-[A-Z]{2})?)\s*:\s*(\S.*)$/.exec(part) ?? [];
    if (!language) return undefined;
    names[language] = name.trim();
  }
  return names;
}

let rows = 0;

/** One more category or design. */
export function addRow(form, kind) {
  const {content} = form.querySelector(`#${kind}-row`);
  const row = content.cloneNode(true).firstElementChild;
  const place = row.querySelector('.error');
  place.id = `row-${++rows}-error`;
  for (const control of row.querySelectorAll('[data-entry]')) control.dataset.error = place.id;
  form.querySelector(kind === 'category' ? '#categories' : '#designs').append(row);
  return row;
}

/** Moves or removes the row that a button is in; the focus stays with what is there then. */
export function moveRow(button) {
  const row = button.closest('.entry');
  if (button.dataset.move === 'up') {
    row.previousElementSibling?.before(row);
    return button.focus();
  }
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const adds = row.closest('fieldset').querySelector('[data-adds]');
  row.remove();
  (next?.querySelector('input') ?? adds).focus();
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
