/* global URLSearchParams, addEventListener, clearTimeout, document, location, navigator, window */
import {addRow, fillStudio, moveRow, readStudio} from './studio-form.js';
import {makeSnippet} from './studio-snippet.js';

/** Milliseconds without a change before the preview is made anew. */
const PAUSE = 300;

const {siteId, saved} = window.studio;
const $ = (selector) => document.querySelector(selector);
const form = $('#studio');
const frame = $('#frame');
const result = $('#result');
let timer;
/** What the frame shows besides tokens: a change of it needs another page. */
let shown = '';

const withoutTokens = ({theme, ...rest}) =>
  JSON.stringify({...rest, scheme: typeof theme === 'string' ? theme : 'auto'});

async function call(method, path, body) {
  const response = await fetch(`/console/api/studio${path}`, {
    method,
    headers: {'Content-Type': 'application/json'},
    body: body && JSON.stringify(body),
  });
  if (response.status === 401) location.assign('/console/sign-in');
  if (response.ok) return;
  const answer = await response.json();
  const [first] = answer.errors ?? [];
  throw new Error(`Not saved: ${first ? `${first.path} ${first.message}` : answer.detail}`);
}

function showErrors(errors) {
  for (const place of form.querySelectorAll('.error')) place.hidden = true;
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  for (const {control, message} of errors) {
    const place = document.getElementById(control.dataset.error ?? `${control.id}-error`);
    place.textContent = `This ${message}.`;
    place.hidden = false;
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', place.id);
  }
}

/** The pickers show what is written, and the accent where nothing is. */
function showColours() {
  for (const picker of form.querySelectorAll('[data-picks]')) {
    const control = document.getElementById(picker.dataset.picks);
    const isSet = control.value.trim() !== '' && !control.hasAttribute('aria-invalid');
    picker.classList.toggle('unset', !isSet);
    if (isSet) picker.value = toHex(control.value);
  }
}

/** Whatever notation a colour has, as the picker wants it. */
function toHex(colour) {
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

async function show(isForced = false) {
  const {configuration, errors} = readStudio(form);
  showErrors(errors);
  showColours();
  $('#snippet').textContent = makeSnippet({
    origin: location.origin,
    siteId,
    options: $('#carries').checked ? configuration : {},
  });
  const now = withoutTokens(configuration);
  if (now === shown && !isForced) {
    const tokens = typeof configuration.theme === 'object' ? configuration.theme : {};
    return frame.contentWindow?.postMessage({tokens}, location.origin);
  }
  await call('PUT', '', configuration);
  shown = now;
  const query = new URLSearchParams({
    language: $('#preview-language').value,
    scheme: $('#preview-scheme').value,
    open: '1',
  });
  frame.src = `/console/studio-frame?${query}`;
}

const showNow = (isForced) => show(isForced).catch((error) => (result.textContent = error.message));

form.addEventListener('input', (event) => {
  result.textContent = '';
  const {picks} = event.target.dataset;
  if (picks) document.getElementById(picks).value = event.target.value;
  clearTimeout(timer);
  timer = setTimeout(showNow, picks ? 0 : PAUSE);
});
form.addEventListener('click', ({target}) => {
  const {adds, move} = target.dataset;
  if (adds) addRow(form, adds).querySelector('input').focus();
  if (!move) return;
  moveRow(target);
  void showNow(false);
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const {configuration, errors} = readStudio(form);
  showErrors(errors);
  if (errors.length) {
    errors[0].control.closest('details')?.setAttribute('open', '');
    errors[0].control.focus();
    result.textContent = 'Not saved: see the fields in red.';
    return;
  }
  try {
    await call('POST', '/save', configuration);
    result.textContent = 'Saved. Your pages have it within five minutes.';
  } catch (error) {
    result.textContent = error.message;
  }
});
$('#start-anew').addEventListener('click', () => {
  fillStudio(form, {});
  void showNow(true);
});
for (const id of ['preview-language', 'preview-scheme'])
  document.getElementById(id).addEventListener('change', () => showNow(true));
$('#preview-width').addEventListener('change', ({target}) =>
  frame.classList.toggle('phone', target.value === 'phone'),
);
$('#carries').addEventListener('change', () => showNow(false));
$('#arrival').addEventListener('click', async () => {
  // The inbox is closed for it: an open one is quiet.
  const ask = () => frame.contentWindow?.postMessage({arrives: 'soon'}, location.origin);
  if (form.elements.toasts.checked) return ask();
  form.elements.toasts.checked = true;
  frame.addEventListener('load', ask, {once: true});
  await showNow(false);
});
addEventListener('message', async ({origin, data}) => {
  if (origin !== location.origin || data !== 'ready') return;
  await call('POST', '/arrival');
  frame.contentWindow?.postMessage({arrives: 'now'}, location.origin);
});
$('#copy').addEventListener('click', async ({currentTarget}) => {
  await navigator.clipboard.writeText($('#snippet').textContent);
  currentTarget.textContent = 'Copied';
  setTimeout(() => (currentTarget.textContent = 'Copy'), 2000);
});

fillStudio(form, saved);
shown = withoutTokens(readStudio(form).configuration);
void showNow(false);
