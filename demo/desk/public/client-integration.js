/* global document */
import {call, wordsOf} from './api.js';
import {element, say} from './dom.js';

const form = document.querySelector('#client-integration');
const status = document.querySelector('#status');
let version = 0;

/** A row of a name and a value, which can be taken away again. */
function pair(kind, {name = '', value = '', secret = false, hasValue = false} = {}) {
  const isHeader = kind === 'headers';
  const what = isHeader ? 'header' : 'parameter';
  const row = element(
    'div',
    {class: 'pair', role: 'group', 'aria-label': name || `New ${what}`},
    element('input', {
      name: `${kind}.name`,
      'aria-label': `Name of the ${what}`,
      placeholder: 'Name',
      value: name,
    }),
    element('input', {
      name: `${kind}.value`,
      'aria-label': `Value of the ${what}`,
      placeholder: secret && hasValue ? '•••••• (kept)' : 'Value',
      value: value ?? '',
      type: secret ? 'password' : 'text',
      autocomplete: 'off',
    }),
    isHeader &&
      element(
        'label',
        {class: 'choice'},
        element('input', {type: 'checkbox', name: `${kind}.secret`, checked: secret, onchange: hide}),
        'Secret',
      ),
    element(
      'button',
      {type: 'button', class: 'icon-button', 'aria-label': `Remove this ${what}`, onclick: remove},
      element('span', {class: 'icon-close', 'aria-hidden': 'true'}),
    ),
  );
  row.dataset.kept = secret && hasValue;
  return row;
}

function hide({currentTarget: box}) {
  const row = box.closest('.pair');
  row.querySelector('[name$=".value"]').type = box.checked ? 'password' : 'text';
}

function remove({currentTarget: button}) {
  const group = button.closest('.pairs');
  button.closest('.pair').remove();
  group.parentElement.querySelector('[data-add]').focus();
}

const pairsOf = (kind) => [...form.querySelectorAll(`#${kind} .pair`)];

function read() {
  const value = (row, name) => row.querySelector(`[name$=".${name}"]`).value;
  const headers = pairsOf('headers').map((row) => {
    const secret = row.querySelector('[name$=".secret"]').checked;
    const typed = value(row, 'value');
    // What was not typed again stays.
    return {
      name: value(row, 'name').trim(),
      secret,
      value: secret && row.dataset.kept === 'true' && !typed ? null : typed,
    };
  });
  return {
    enabled: form.elements.enabled.checked,
    method: form.elements.method.value,
    url: form.elements.url.value.trim(),
    query: pairsOf('query').map((row) => ({name: value(row, 'name').trim(), value: value(row, 'value')})),
    headers,
    body: form.elements.body.value.trim() || null,
    version,
  };
}

function fill(saved) {
  version = saved.version;
  form.elements.enabled.checked = saved.enabled;
  form.elements.method.value = saved.method;
  form.elements.url.value = saved.url;
  form.elements.body.value = saved.body ?? '';
  for (const kind of ['query', 'headers'])
    form.querySelector(`#${kind}`).replaceChildren(...saved[kind].map((entry) => pair(kind, entry)));
  showBody();
}

function showBody() {
  form.querySelector('#body-field').hidden = form.elements.method.value !== 'POST';
}

/** The control that a path of an error is about: `headers.0.value`. */
function controlAt(path) {
  const [name, index, part] = path.split('.');
  const row = pairsOf(name)[Number(index)];
  return row ? row.querySelector(`[name$=".${part}"]`) : form.elements.namedItem(name);
}

function clearErrors() {
  for (const node of form.querySelectorAll('.error')) node.remove();
  for (const node of form.querySelectorAll('[aria-invalid]')) {
    node.removeAttribute('aria-invalid');
    node.removeAttribute('aria-describedby');
  }
}

function showErrors(errors) {
  let first;
  for (const [index, {path, message}] of errors.entries()) {
    const control = controlAt(path);
    if (!control?.closest) continue;
    const id = `error-${index}`;
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', id);
    (control.closest('.pair') ?? control).after(element('p', {class: 'error', id}, message));
    first ??= control;
  }
  first?.focus();
}

for (const button of form.querySelectorAll('[data-add]')) {
  button.addEventListener('click', () => {
    const group = form.querySelector(`#${button.dataset.add}`);
    group.append(pair(button.dataset.add));
    group.lastElementChild.querySelector('input').focus();
  });
}
form.elements.method.addEventListener('change', showBody);

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  clearErrors();
  try {
    fill(await call('PUT', '/client-integration', read()));
    say(status, 'Saved.');
  } catch (error) {
    say(status, wordsOf(error), 'error');
    showErrors(error.errors ?? []);
  }
});

try {
  fill(await call('GET', '/client-integration'));
} catch (error) {
  say(status, wordsOf(error), 'error');
}
