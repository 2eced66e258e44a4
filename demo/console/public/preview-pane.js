/* global clearTimeout, document, location */
import {readContents, readDetails, readTranslations} from './message.js';

/** Milliseconds without a key before the preview follows. */
const PAUSE = 250;

/** Keeps the preview in step with the form. */
export function startPreview(form) {
  const frame = document.querySelector('#preview');
  const language = document.querySelector('#preview-language');
  const theme = document.querySelector('#preview-theme');
  let timer;

  const save = async () => {
    const contents = readContents(form);
    const translation = readTranslations(form)?.[language.value] ?? {};
    const draft = {...contents, ...withoutGaps(translation), ...readDetails(form)};
    const response = await fetch('/console/api/draft', {
      method: 'PUT',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(draft),
    });
    if (response.status === 401) return location.assign('/console/sign-in');
    frame.contentWindow?.postMessage('refresh', location.origin);
  };
  const saveSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => save().catch(() => {}), PAUSE);
  };
  const show = async () => {
    await save().catch(() => {});
    frame.src = `/console/preview-frame?language=${language.value}&theme=${theme.value}`;
  };

  form.addEventListener('input', saveSoon);
  form.addEventListener('change', saveSoon);
  language.addEventListener('change', show);
  theme.addEventListener('change', show);
  saveSoon();
}

/** A translation leaves out what it takes from the message itself. */
const withoutGaps = (fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
