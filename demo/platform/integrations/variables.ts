/** What a request may say of the moment in which it is made. A name that is not here has no value. */
export interface Scope {
  readonly contact?: {
    readonly id?: string | null;
    readonly name?: string | null;
    readonly email?: string | null;
    readonly phoneNumber?: string | null;
    readonly externalId?: string | null;
    readonly attributes?: Readonly<Record<string, unknown>>;
  };
  readonly conversation?: {readonly id?: string | null; readonly subject?: string | null};
  readonly inbox?: {readonly id?: string | null; readonly name?: string | null};
}

export interface Variable {
  name: string;
  description: string;
  sample: string;
}

/** Case-sensitive, as they are written between two pairs of braces. */
export const VARIABLES: readonly Variable[] = [
  {name: 'contact.id', description: 'The contact’s id on the platform', sample: 'c_4f1c0a7be2d94c6f8a1b2c'},
  {name: 'contact.name', description: 'The contact’s name', sample: 'Maya Okafor'},
  {name: 'contact.email', description: 'The contact’s e-mail', sample: 'maya.okafor@example.com'},
  {name: 'contact.phone_number', description: 'The contact’s phone number', sample: '+441174960000'},
  {name: 'contact.external_id', description: 'The contact’s id in your own systems', sample: 'tilth-1001'},
  {name: 'conversation.id', description: 'The id of the conversation that is open', sample: '7d1f2a'},
  {name: 'conversation.subject', description: 'What the conversation is about', sample: 'Where is my order?'},
  {name: 'inbox.id', description: 'The id of the inbox', sample: '0d000000-0000-4000-8000-000000000021'},
  {name: 'inbox.name', description: 'The inbox’s name', sample: 'Website chat'},
];

export const ATTRIBUTE_PREFIX = 'contact.attributes.';

const readers: Record<string, (scope: Scope) => unknown> = {
  'contact.id': ({contact}) => contact?.id,
  'contact.name': ({contact}) => contact?.name,
  'contact.email': ({contact}) => contact?.email,
  'contact.phone_number': ({contact}) => contact?.phoneNumber,
  'contact.external_id': ({contact}) => contact?.externalId,
  'conversation.id': ({conversation}) => conversation?.id,
  'conversation.subject': ({conversation}) => conversation?.subject,
  'inbox.id': ({inbox}) => inbox?.id,
  'inbox.name': ({inbox}) => inbox?.name,
};

/** A value of the scope, with its type; undefined: there is none. Objects have no place in a request. */
export function valueOf(name: string, scope: Scope): string | number | boolean | undefined {
  const value = name.startsWith(ATTRIBUTE_PREFIX)
    ? attribute(name.slice(ATTRIBUTE_PREFIX.length), scope)
    : Object.hasOwn(readers, name)
      ? readers[name]!(scope)
      : undefined;
  if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) return undefined;
  return ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as string | number | boolean)
    : undefined;
}

function attribute(name: string, {contact}: Scope): unknown {
  const attributes = contact?.attributes ?? {};
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}
