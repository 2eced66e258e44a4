import {lookup} from 'node:dns/promises';
import {isIP} from 'node:net';
import {isForbidden, isMetadata} from './addresses.ts';
import {CallError} from './call-error.ts';

export interface Address {
  address: string;
  family: number;
}

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<Address[]>;

/** Which systems may be called at all. */
export interface CallPolicy {
  /**
   * Hosts with their ports (`crm.internal:8443`) that may be in a private network and be called without TLS. The
   * metadata services of clouds are out of reach even so.
   */
  readonly allowedHosts: readonly string[];
  /** Where everybody else listens. @default 443 */
  readonly ports?: readonly number[];
  /** Whether everybody else needs TLS. @default true */
  readonly isTlsRequired?: boolean;
}

const TLS_PORT = 443;
/** The one answer about an address that is none of anybody's business: it tells nothing of what is there. */
const FORBIDDEN = 'This address is not allowed. Integrations call systems on the public internet.';

export const systemResolve: Resolve = (hostname) => lookup(hostname, {all: true, order: 'verbatim'});

const portOf = ({protocol, port}: URL) => Number(port || (protocol === 'https:' ? TLS_PORT : 80));

export function isAllowedHost(url: URL, {allowedHosts}: CallPolicy): boolean {
  return allowedHosts.includes(`${url.hostname.toLowerCase()}:${portOf(url)}`);
}

/**
 * An address that may be called, as far as it tells by itself.
 *
 * @throws CallError
 */
export function checkUrl(text: string, policy: CallPolicy): URL {
  if (!URL.canParse(text)) throw new CallError('invalid-url', 'This is not a web address.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new CallError('invalid-url', 'The address must begin with https://.');
  if (url.username || url.password)
    throw new CallError(
      'invalid-url',
      'The address must not hold a user name or password. Use a secret header.',
    );
  const host = hostOf(url);
  if (isIP(host) && isMetadata(host)) throw new CallError('forbidden-address', FORBIDDEN);
  if (isAllowedHost(url, policy)) return url;
  if (isPrivateName(host) || (isIP(host) && isForbidden(host)))
    throw new CallError('forbidden-address', FORBIDDEN);
  const {isTlsRequired = true, ports = [TLS_PORT]} = policy;
  if (isTlsRequired && url.protocol !== 'https:')
    throw new CallError('invalid-url', 'The address must begin with https://.');
  if (!ports.includes(portOf(url)))
    throw new CallError(
      'invalid-url',
      'This port is not allowed. Integrations call the standard port of https.',
    );
  return url;
}

/** Without the brackets of an address of IPv6. */
const hostOf = ({hostname}: URL) => hostname.replace(/^\[(.*)\]$/, '$1');

/** Names that never are of the public internet (RFC 6761, RFC 6762, RFC 9476, ICANN's .internal), and those without a dot. */
function isPrivateName(host: string): boolean {
  if (isIP(host)) return false;
  const name = host.replace(/\.$/, '');
  return (
    !name.includes('.') ||
    /\.(?:localhost|local|internal|intranet|private|lan|home\.arpa|alt|onion)$/.test(name)
  );
}

/**
 * Resolves the name once. What is connected to afterwards is one of these addresses, and nothing else: a name that
 * changes its mind in between changes nothing.
 *
 * @throws CallError when any of its answers is out of bounds
 */
export async function resolveUrl(url: URL, policy: CallPolicy, resolve: Resolve): Promise<Address[]> {
  const host = hostOf(url);
  const family = isIP(host);
  const addresses = family ? [{address: host, family}] : await resolveName(host, resolve);
  const isOut = isAllowedHost(url, policy) ? isMetadata : isForbidden;
  if (addresses.some(({address}) => isOut(address) || isMetadata(address)))
    throw new CallError('forbidden-address', FORBIDDEN);
  return addresses;
}

async function resolveName(host: string, resolve: Resolve): Promise<Address[]> {
  const addresses = await resolve(host).catch(() => []);
  if (addresses.length === 0) throw new CallError('unreachable', `There is no host with the name ${host}.`);
  return addresses;
}

/** The last word: what the connection really leads to. */
export function checkConnected(url: URL, policy: CallPolicy, remoteAddress: string | undefined): void {
  const isOut = isAllowedHost(url, policy) ? isMetadata : isForbidden;
  // An IPv4 connection of a socket for both is written as a mapped address.
  const address = remoteAddress?.replace(/^::ffff:(?=\d+\.)/, '') ?? '';
  if (!isIP(address) || isOut(address)) throw new CallError('forbidden-address', FORBIDDEN);
}
