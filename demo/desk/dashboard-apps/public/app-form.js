/* global CSS */

/** The form of one app: what stands in it, as the API takes it, and the other way round. */

const DEFAULT = {
  name: '',
  url: '',
  placement: 'tab',
  inboxIds: null,
  origins: [],
  aliases: [],
  sandbox:
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads',
  allow: '',
  referrerPolicy: 'no-referrer',
};

const lines = (text) =>
  text
    .split(/\n/)
    .map((line) => line.trim())
    .filter(Boolean);

const boxes = (form, name) => [...form.querySelectorAll(`input[type=checkbox][name="${name}"]`)];
const ticked = (form, name) => boxes(form, name).flatMap(({checked, value}) => (checked ? [value] : []));
const tick = (form, name, values) => {
  for (const box of boxes(form, name)) box.checked = values.includes(box.value);
};

/** Shows the inboxes to choose from where not all are meant. */
export function showInboxes(form) {
  form.querySelector('#some-inboxes').hidden = form.elements.everywhere.checked;
}

export function readForm(form) {
  const {elements} = form;
  return {
    name: elements.namedItem('name').value.trim(),
    url: elements.url.value.trim(),
    placement: elements.placement.value,
    inboxIds: elements.everywhere.checked ? null : ticked(form, 'inboxIds'),
    origins: lines(elements.origins.value),
    aliases: lines(elements.aliases.value),
    sandbox: ticked(form, 'sandbox').join(' '),
    allow: ticked(form, 'allow').join('; '),
    referrerPolicy: elements.referrerPolicy.value,
  };
}

/** @param app undefined for a new one */
export function fillForm(form, app = DEFAULT) {
  const {elements} = form;
  elements.namedItem('name').value = app.name;
  elements.url.value = app.url;
  elements.placement.value = app.placement;
  elements.everywhere.checked = app.inboxIds === null;
  tick(form, 'inboxIds', app.inboxIds ?? []);
  elements.origins.value = app.origins.join('\n');
  elements.aliases.value = app.aliases.join('\n');
  tick(form, 'sandbox', app.sandbox.split(' '));
  tick(form, 'allow', app.allow.split('; '));
  elements.referrerPolicy.value = app.referrerPolicy;
  showInboxes(form);
}

/** Marks what the platform did not take, and leads there. */
export function markFields(form, names) {
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  const fields = names.flatMap((name) => [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]);
  for (const field of fields) field.setAttribute('aria-invalid', 'true');
  fields[0]?.closest('details')?.setAttribute('open', '');
  fields[0]?.focus();
}
