import type {ConnectionOptions} from '@nats-io/transport-node';

const DEFAULT_PORT = '4222';

/** NATS_URL is none. The message is for whoever set it, and repeats nothing of it: it may hold a password. */
export class NatsUrlError extends Error {
  override readonly name = 'NatsUrlError';
}

export interface NatsServers {
  /** What may be shown of them. */
  readonly names: string;
  readonly options: Pick<ConnectionOptions, 'servers' | 'user' | 'pass' | 'token' | 'tls'>;
}

function parse(text: string): URL {
  try {
    const url = new URL(text.includes('://') ? text : `nats://${text}`);
    if (/^(nats|tls):$/.test(url.protocol) && url.hostname) return url;
  } catch {
    // told below
  }
  throw new NatsUrlError(
    'NATS_URL must be nats://host:port, or tls://…, with user:password@ or token@ before the host if the server asks ' +
      'for it; several servers of one cluster with commas between them',
  );
}

/**
 * Takes the credentials out of the addresses, so that none is in what the client says about them.
 *
 * @throws NatsUrlError
 */
export function readNatsServers(text: string): NatsServers {
  const urls = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map(parse);
  if (!urls.length) throw new NatsUrlError('NATS_URL is empty');
  const servers = urls.map(({hostname, port}) => `${hostname}:${port || DEFAULT_PORT}`);
  const {username, password} = urls.find((url) => url.username) ?? {username: '', password: ''};
  const [user, pass] = [username, password].map(decodeURIComponent) as [string, string];
  return {
    names: servers.join(', '),
    options: {
      servers,
      ...(pass ? {user, pass} : user && {token: user}),
      ...(urls.some(({protocol}) => protocol === 'tls:') && {tls: {}}),
    },
  };
}
