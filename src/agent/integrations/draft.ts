import type {Header, Integration, IntegrationDraft, Parameter, SampleContact} from '../records.ts';

/** What a new integration begins with. */
export function emptyDraft(): IntegrationDraft {
  return {
    name: '',
    description: '',
    method: 'GET',
    url: '',
    headers: [],
    query: [],
    body: null,
    cacheMinutes: 15,
    isActive: true,
    display: true,
    template: null,
    inboxIds: [],
  };
}

/** What is edited of an integration: a copy. */
export function draftOf(integration: Integration): IntegrationDraft {
  const {name, description, method, url, headers, query, body} = integration;
  const {cacheMinutes, isActive, display, template, inboxIds} = integration;
  return structuredClone({
    name,
    description,
    method,
    url,
    headers,
    query,
    body,
    cacheMinutes,
    isActive,
    display,
    template,
    inboxIds,
  });
}

/** As the platform takes it: rows that nobody filled in are left out, and a kept secret is null. */
export function cleanDraft(draft: IntegrationDraft): IntegrationDraft {
  const isFilled = ({name, value}: Parameter | Header) => name.trim() !== '' || !!value;
  return {
    ...draft,
    name: draft.name.trim(),
    url: draft.url.trim(),
    headers: draft.headers.filter(isFilled).map(({name, value, secret, hasValue}) => ({
      name: name.trim(),
      value: secret && hasValue && !value ? null : (value ?? ''),
      secret,
    })),
    query: draft.query.filter(isFilled).map(({name, value}) => ({name: name.trim(), value})),
    body: draft.body?.trim() ? draft.body : null,
  };
}

export const hasBody = ({method}: IntegrationDraft) =>
  method === 'POST' || method === 'PUT' || method === 'PATCH';

/** Whether a header that anybody may read later holds what nobody should. */
export function looksSecret({name, value, secret}: Header): boolean {
  if (secret || !value) return false;
  return /^(?:authorization|cookie|proxy-authorization)$|(?:api|access|auth|secret|private)[-_]?(?:key|token)|token|password|secret/i.test(
    name,
  );
}

/** A sample with which every variable has a value. */
export const SAMPLE: Required<Pick<SampleContact, 'name' | 'email' | 'phoneNumber' | 'externalId'>> & {
  attributes: string;
} = {
  name: 'Maya Okafor',
  email: 'maya.okafor@example.com',
  phoneNumber: '+441174960101',
  externalId: 'tilth-1001',
  attributes: '{"plan": "Allotment society"}',
};

/** A JSON object; undefined: the text is none. */
export function readObject(text: string): Record<string, unknown> | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
