/* global Event */

/** The form's message cannot be sent like this; `errors` as the platform names them: `{path, message}`. */
export class FormError extends Error {
  constructor(errors) {
    super('The form is not complete.');
    this.errors = errors;
  }
}

const text = (form, name) => form.elements.namedItem(name)?.value.trim() || undefined;
const moment = (form, name) => {
  const value = text(form, name);
  return value && new Date(value).toISOString();
};

/** What goes into the message in one language, without the translations. */
export function readContents(form) {
  const actions = [0, 1, 2].flatMap((i) => {
    const label = text(form, `actions.${i}.label`);
    const action = {
      id: `action-${i + 1}`,
      label,
      link: text(form, `actions.${i}.link`),
      style: text(form, `actions.${i}.style`),
    };
    return label ? [action] : [];
  });
  return {
    title: text(form, 'title'),
    content: text(form, 'content'),
    image: text(form, 'image'),
    link: text(form, 'link'),
    actions: actions.length > 0 ? actions : undefined,
  };
}

export function readDetails(form) {
  return {
    openInNewTab: form.elements.openInNewTab.checked,
    pinned: form.elements.pinned.checked,
    category: text(form, 'category'),
    severity: text(form, 'severity'),
    entity: text(form, 'entity'),
    customData: readCustomData(form),
  };
}

/** @returns `{uk: {title, content}, …}`, or undefined */
export function readTranslations(form) {
  const entries = [...form.querySelectorAll('[data-language]')].flatMap(({dataset: {language}}) => {
    const title = text(form, `translations.${language}.title`);
    const content = text(form, `translations.${language}.content`);
    return title || content ? [[language, {title, content}]] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/**
 * The whole message, as the sending API takes it.
 *
 * @throws {FormError} for what the platform could not know: nobody chosen, data that is not JSON
 */
export function readMessage(form) {
  const errors = [];
  const to = readRecipients(form, errors);
  readCustomData(form, errors);
  const contents = readContents(form);
  if (!contents.title) errors.push({path: 'title', message: 'Write a title: it is what people see first.'});
  const isUntil = form.elements.lifetime.value === 'until';
  if (isUntil && !text(form, 'expiryDate'))
    errors.push({path: 'expiryDate', message: 'Choose when it ends.'});
  if (errors.length > 0) throw new FormError(errors);
  return {
    ...to,
    ...contents,
    ...readDetails(form),
    sendAt: moment(form, 'sendAt'),
    ...(isUntil ? {expiryDate: moment(form, 'expiryDate')} : {ttl: Number(form.elements.lifetime.value)}),
    translations: readTranslations(form),
  };
}

function readRecipients(form, errors) {
  const {to} = form.elements;
  if (to.value === 'all') return {segment: {all: true}};
  if (to.value === 'contact') {
    const chosen = form.elements.contact.selectedOptions[0];
    if (!chosen?.value) errors.push({path: 'contact', message: 'Choose a contact.'});
    return {contact: chosen && JSON.parse(chosen.value || '{}')};
  }
  if (to.value === 'contacts') {
    const chosen = [...form.querySelectorAll('#contacts :checked')].map(({value}) => JSON.parse(value));
    if (chosen.length === 0) errors.push({path: 'contacts', message: 'Choose at least one contact.'});
    return {contacts: chosen};
  }
  const language = text(form, 'segment.language');
  const tags = text(form, 'segment.tags')
    ?.split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  if (!language && !tags) errors.push({path: 'segment', message: 'Name a language, or tags.'});
  return {segment: {language, tags}};
}

/** An object out of JSON; undefined for anything else. */
function parseObject(json) {
  try {
    const data = JSON.parse(json);
    return typeof data === 'object' && !Array.isArray(data) ? (data ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/** With whoever the message comes from in it, where the inbox looks for them. */
function readCustomData(form, errors = []) {
  const json = text(form, 'customData');
  const data = json && parseObject(json);
  if (json && !data)
    errors.push({path: 'customData', message: 'This is not a JSON object. Example: {"points": 120}'});
  const avatar = {name: text(form, 'avatar.name'), image: text(form, 'avatar.image')};
  return avatar.name || avatar.image ? {...data, avatar} : data || undefined;
}

/** Tells whoever listens to the form that it was changed by the script. */
export const announceChange = (form) => form.dispatchEvent(new Event('input', {bubbles: true}));
