/* global crypto, document, location */
import {announceChange, FormError, readMessage} from './message.js';

/** Lets the operator write and send. @param onSent called after each message that was sent */
export function startComposer(form, onSent) {
  const result = form.querySelector('#result');
  const button = form.querySelector('#send');
  /** What was sent with which key: the same message keeps its key, so a second try does not send it twice. */
  let last = {body: '', key: ''};

  const showChosen = () => {
    for (const part of form.querySelectorAll('[data-to]'))
      part.hidden = part.dataset.to !== form.elements.to.value;
    for (const part of form.querySelectorAll('[data-lifetime]')) {
      part.hidden = part.dataset.lifetime !== form.elements.lifetime.value;
    }
  };
  form.addEventListener('change', showChosen);
  form.addEventListener('input', () => {
    // Another message, even with the same words, is a new intention.
    result.textContent = '';
  });
  form.querySelector('#add-translation').addEventListener('click', () => {
    const input = form.querySelector('#new-language');
    if (addTranslation(form, input.value.trim().toLowerCase())) input.value = '';
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    showErrors(form, []);
    result.textContent = '';
    button.disabled = true;
    try {
      const body = JSON.stringify(readMessage(form));
      if (last.body !== body) last = {body, key: crypto.randomUUID()};
      const {recipients} = await send(body, last.key);
      // It has arrived: sending the same words once more is meant.
      last = {body: '', key: ''};
      result.textContent = `Sent to ${recipients} ${recipients === 1 ? 'contact' : 'contacts'}.`;
      onSent();
    } catch (error) {
      result.textContent = error instanceof FormError ? 'Not sent: see the fields in red.' : error.message;
      showErrors(form, error.errors ?? []);
    } finally {
      button.disabled = false;
    }
  });
  showChosen();
  loadContacts(form).catch((error) => (result.textContent = error.message));
}

async function send(body, key) {
  const response = await fetch('/console/api/messages', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
    body,
  });
  if (response.status === 401) location.assign('/console/sign-in');
  const answer = await response.json();
  if (response.ok) return answer;
  if (answer.errors) throw new FormError(answer.errors);
  throw new Error(`Not sent: ${answer.detail ?? `error ${response.status}`}`);
}

/** Says what is wrong next to the field; what belongs to no field goes to the result line. */
function showErrors(form, errors) {
  for (const place of form.querySelectorAll('.error')) {
    place.hidden = true;
    place.textContent = '';
  }
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  let first;
  for (const {path, message} of errors) {
    const place = errorPlace(form, path);
    if (!place) {
      form.querySelector('#result').textContent = `Not sent: ${path ? `${path}: ` : ''}${message}`;
      continue;
    }
    place.textContent = message;
    place.hidden = false;
    const control = place.closest('[data-path]')?.querySelector('input, select, textarea');
    control?.setAttribute('aria-invalid', 'true');
    control?.setAttribute('aria-describedby', place.id);
    first ??= control;
  }
  first?.focus();
}

/** The place for `actions.0.link` may be that of `actions.0`. `ttl` is chosen in the field "Show for". */
function errorPlace(form, path) {
  for (let at = path === 'ttl' ? 'lifetime' : path; at; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const place = document.getElementById(`${at}-error`);
    if (place && form.contains(place)) return place;
  }
  return undefined;
}

async function loadContacts(form) {
  const response = await fetch('/console/api/contacts');
  if (!response.ok) throw new Error('The contacts cannot be loaded now. Reload the page to try again.');
  const {list} = await response.json();
  const people = form.querySelector('#contacts');
  for (const contact of list.reverse()) {
    const {externalCustomerId, email, phone, language} = contact;
    const name = contact.name ?? [contact.firstName, contact.lastName].filter(Boolean).join(' ');
    const known = email ?? externalCustomerId ?? phone;
    const label = [name || known, language].filter(Boolean).join(' · ');
    const value = JSON.stringify(externalCustomerId ? {externalCustomerId} : email ? {email} : {phone});
    const option = document.createElement('option');
    option.value = value;
    option.textContent = label;
    form.elements.contact.append(option);
    const box = document.createElement('input');
    Object.assign(box, {type: 'checkbox', value});
    const choice = document.createElement('label');
    choice.className = 'choice';
    choice.append(box, label);
    people.append(choice);
  }
}

/** Adds the fields for one more language. @returns whether the code is one */
function addTranslation(form, language) {
  const place = document.getElementById('translations-error');
  const isCode = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(language);
  const isThere = isCode && form.querySelector(`[data-language="${language}"]`) !== null;
  place.hidden = isCode && !isThere;
  place.textContent = isThere
    ? `There is a translation into "${language}" already.`
    : 'Give a language code, such as "uk".';
  if (!isCode || isThere) return false;
  const section = document.createElement('fieldset');
  section.className = 'translation';
  section.dataset.language = language;
  const legend = document.createElement('legend');
  legend.textContent = new Intl.DisplayNames('en', {type: 'language'}).of(language) ?? language;
  const remove = document.createElement('button');
  Object.assign(remove, {type: 'button', className: 'link', textContent: 'Remove'});
  remove.setAttribute('aria-label', `Remove the translation into ${legend.textContent}`);
  remove.addEventListener('click', () => {
    section.remove();
    announceChange(form);
  });
  section.append(
    legend,
    translated(language, 'title', 'Title', 'input'),
    translated(language, 'content', 'Text', 'textarea'),
    remove,
  );
  form.querySelector('#translations').append(section);
  section.querySelector('input').focus();
  return true;
}

function translated(language, part, label, tag) {
  const path = `translations.${language}.${part}`;
  const field = document.createElement('div');
  field.className = 'field';
  field.dataset.path = path;
  const caption = document.createElement('label');
  caption.htmlFor = path;
  caption.textContent = label;
  const control = document.createElement(tag);
  Object.assign(control, {id: path, name: path, dir: 'auto', lang: language});
  const error = document.createElement('p');
  Object.assign(error, {id: `${path}-error`, className: 'error', hidden: true});
  field.append(caption, control, error);
  return field;
}
