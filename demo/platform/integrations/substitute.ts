import {CallError} from './http/call-error.ts';
import type {CallRequest} from './http/call.ts';
import type {OpenHeader} from './headers.ts';
import type {Parameter} from './tables.ts';
import {valueOf, type Scope} from './variables.ts';

/** A request with variables in it. Names, methods and hosts hold none. */
export interface RequestTemplate {
  readonly method: string;
  readonly url: string;
  readonly query: readonly Parameter[];
  readonly headers: readonly OpenHeader[];
  /** JSON, with variables in its texts. */
  readonly body: string | null;
}

/** `{{contact.email}}`, also with spaces inside of the braces. */
const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;
const WHOLE = /^\s*\{\{\s*([^{}]*?)\s*\}\}\s*$/;
/** Scheme and authority; then path, query and fragment. */
const ADDRESS = /^(https?:\/\/[^/?#\\]+)(\/[^?#\\]*)?(?:\?([^#]*))?(?:#.*)?$/i;
/** What the parser of URLs takes for "here" and "one up", however it is written. */
const DOTS = /^(?:\.|%2e){1,2}$/i;
/** Everything but tab that a header must not hold: RFC 9110, 5.5. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]+/g;
const METHODS_WITH_BODY = ['POST', 'PUT', 'PATCH'];

/** Whether the variables of an address stand only behind its host. */
export function hasLiteralHost(url: string): boolean {
  const authority = ADDRESS.exec(url)?.[1];
  return authority !== undefined && !/[{}@]/.test(authority);
}

export function variablesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map(([, name]) => name!);
}

/** What was asked for of the scope, and was not there. */
class Fill {
  readonly #scope: Scope;
  readonly missing = new Set<string>();
  readonly found = new Set<string>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  value(name: string): string | number | boolean | undefined {
    const value = valueOf(name, this.#scope);
    (value === undefined ? this.missing : this.found).add(name);
    return value;
  }

  /** @param encode how a value is written in this place */
  text(text: string, encode: (value: string) => string): string {
    return text.replace(VARIABLE, (_, name: string) => encode(String(this.value(name) ?? '')));
  }

  /** Whether a text names variables, and none of them has a value: then it says nothing. */
  isVoid(text: string): boolean {
    const names = variablesIn(text);
    return names.length > 0 && names.every((name) => this.value(name) === undefined);
  }
}

/**
 * Writes the scope's values into a request, each as its place demands: as one segment of the path, one value of the
 * query, one header, or one text of the JSON. Nothing that a value holds can change what is around it.
 *
 * A query parameter, header or text whose variables have no value is left out, empty or null. But a request that would
 * say nothing of whom it is about is not made: `/customers/` and `?email=` answer with somebody else.
 *
 * @throws CallError `missing-variable`, `invalid-url`
 */
export function substitute(template: RequestTemplate, scope: Scope): CallRequest {
  const fill = new Fill(scope);
  const request = {
    method: template.method,
    url: fillUrl(template, fill),
    headers: fillHeaders(template.headers, fill),
    body: METHODS_WITH_BODY.includes(template.method) ? fillBody(template.body, fill) : undefined,
  };
  const absent = [...fill.missing].filter(identifies);
  const isNobody = absent.length > 0 && ![...fill.found].some(identifies);
  if (isNobody || (fill.found.size === 0 && fill.missing.size > 0))
    throw missing(isNobody ? absent : fill.missing);
  if (request.body !== undefined && !request.headers.some(({name}) => name.toLowerCase() === 'content-type'))
    request.headers.push({name: 'Content-Type', value: 'application/json'});
  return request;
}

/** Whether a variable says whom the request is about. Names are shared, and inboxes are nobody. */
const identifies = (name: string) => name.startsWith('contact.') && name !== 'contact.name';

function missing(names: Iterable<string>): CallError {
  const list = [...names].sort().join(', ');
  return new CallError('missing-variable', `This integration needs ${list}, which is not known here.`);
}

function fillUrl({url, query}: RequestTemplate, fill: Fill): string {
  const [, authority, path = '', search = ''] = ADDRESS.exec(url) ?? [];
  if (authority === undefined || !hasLiteralHost(url))
    throw new CallError('invalid-url', 'The address must begin with https:// and a host without variables.');
  const segments = path.split('/').map((segment) => {
    const names = variablesIn(segment);
    const absent = names.filter((name) => fill.value(name) === undefined);
    if (absent.length > 0) throw missing(absent);
    const filled = fill.text(segment, encodeURIComponent);
    if (names.length > 0 && DOTS.test(filled))
      throw new CallError('invalid-url', 'A variable would lead to another place on the host.');
    return filled;
  });
  const parameters = [
    // As they were written, apart from the variables.
    ...search
      .split('&')
      .filter((pair) => pair !== '' && !fill.isVoid(pair.slice(pair.indexOf('=') + 1)))
      .map((pair) => fill.text(pair, encodeURIComponent)),
    ...query
      .filter(({value}) => !fill.isVoid(value))
      .map(({name, value}) => [name, fill.text(value, String)].map(encodeURIComponent).join('=')),
  ];
  return authority + segments.join('/') + (parameters.length > 0 ? `?${parameters.join('&')}` : '');
}

function fillHeaders(headers: readonly OpenHeader[], fill: Fill): {name: string; value: string}[] {
  return headers
    .filter(({value, isSecret}) => isSecret || !fill.isVoid(value))
    .map(({name, value, isSecret}) => {
      // A secret may hold braces of its own.
      const filled = isSecret ? value : fill.text(value, String);
      // Bytes of UTF-8, one character each: what Node would else refuse to send.
      return {name, value: Buffer.from(filled.replace(CONTROL, ' ').trim(), 'utf8').toString('latin1')};
    });
}

function fillBody(body: string | null, fill: Fill): string | undefined {
  if (body === null || body.trim() === '') return undefined;
  return JSON.stringify(fillJson(JSON.parse(body) as unknown, fill));
}

/** A text that is nothing but one variable takes on its value's type. */
function fillJson(value: unknown, fill: Fill): unknown {
  if (typeof value === 'string') {
    const whole = WHOLE.exec(value)?.[1];
    return whole === undefined ? fill.text(value, String) : (fill.value(whole) ?? null);
  }
  if (Array.isArray(value)) return value.map((entry) => fillJson(entry, fill));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, fillJson(entry, fill)]));
}
