/** Registered in place of an origin, it stands for every loopback one: any scheme, host name and port of this machine. */
export const LOOPBACK = 'loopback';

function isLoopback(origin: string): boolean {
  try {
    const {protocol, hostname} = new URL(origin);
    if (protocol !== 'http:' && protocol !== 'https:') return false;
    // RFC 6761, 6.3: names under .localhost never leave the machine.
    return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
  } catch {
    return false;
  }
}

/** Whether a page of this origin may use the contact API of a site with these origins. Exact, apart from loopback. */
export function isAllowed(origin: string, origins: readonly string[]): boolean {
  return origins.includes(origin) || (origins.includes(LOOPBACK) && isLoopback(origin));
}
