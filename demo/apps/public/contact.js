/* global document, window */
/** An app that only listens: it is told when it has loaded and when something changes, and may ask. */
const desks = JSON.parse(document.documentElement.dataset.desks);

function isJSONValid(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

window.addEventListener('message', (event) => {
  // The desk's word counts, and nobody else's.
  if (event.source !== window.parent || !desks.includes(event.origin) || !isJSONValid(event.data)) return;
  const {event: name, data} = JSON.parse(event.data);
  if (name === 'appContext') show(data.contact);
});

function show(contact) {
  const {company_name: company, social_profiles: profiles} = contact.additional_attributes;
  const facts = {
    Name: contact.name,
    'E-mail': contact.email,
    Phone: contact.phone_number,
    Company: company,
    'Customer number': contact.identifier,
    ...profiles,
    ...contact.custom_attributes,
  };
  const list = document.createElement('dl');
  for (const [name, value] of Object.entries(facts)) {
    if (value === null || value === '') continue;
    list.append(
      Object.assign(document.createElement('dt'), {textContent: name}),
      Object.assign(document.createElement('dd'), {textContent: String(value)}),
    );
  }
  document.querySelector('main').replaceChildren(list);
}

window.parent.postMessage('chatwoot-dashboard-app:fetch-info', '*');
