import {BlockList, isIPv4, isIPv6} from 'node:net';

/**
 * Where nothing of the public internet is: IANA's special-purpose registries (RFC 6890 and what came after), and the
 * services of clouds that answer from an ordinary address.
 */
const FORBIDDEN_4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carriers' own; Alibaba's metadata
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local; the metadata of most clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments; Oracle's metadata
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // AMT
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
  '168.63.129.16/32', // Azure's wire server
];

/** All but global unicast (2000::/3) is forbidden anyway; of that, these. */
const FORBIDDEN_6 = [
  '2001::/23', // protocol assignments, Teredo, ORCHID
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: holds an address of IPv4
  '2620:4f:8000::/48', // AS112
  '3fff::/20', // documentation
];

/** Hands out the machine's own credentials: not even an allowed host may lead there. */
const METADATA = [
  '169.254.0.0/16',
  '100.100.100.200/32',
  '192.0.0.192/32',
  '168.63.129.16/32',
  'fe80::/10',
  'fd00:ec2::/32',
  'fd20:ce::254/128',
];

function blockListOf(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', prefix] = subnet.split('/');
    list.addSubnet(network, Number(prefix), isIPv4(network) ? 'ipv4' : 'ipv6');
  }
  return list;
}

const forbidden4 = blockListOf(FORBIDDEN_4);
const forbidden6 = blockListOf(FORBIDDEN_6);
const global6 = blockListOf(['2000::/3']);
const metadata = blockListOf(METADATA);
/** IPv4 inside of IPv6: mapped, compatible, translated (RFC 6052, RFC 8215), SIIT. */
const embedding6 = blockListOf([
  '::/96',
  '::ffff:0:0/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
]);

/** The last 32 bits, as an address of IPv4. */
function embedded(address: string): string {
  // The URL parser writes an address in one way, without dots.
  const groups = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const tail = (groups.length > 1 ? groups[1]! : groups[0]!).split(':').filter(Boolean);
  const [high = '0', low = '0'] = ['0', '0', ...tail].slice(-2);
  const number = parseInt(high, 16) * 65_536 + parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
}

/** `fe80::1%eth0` is `fe80::1`. */
const withoutZone = (address: string) => address.replace(/%.*$/, '');

/** Whether the address is one of a cloud's metadata services, however it is written. */
export function isMetadata(address: string): boolean {
  const plain = withoutZone(address);
  if (isIPv4(plain)) return metadata.check(plain, 'ipv4');
  if (!isIPv6(plain)) return false;
  return metadata.check(plain, 'ipv6') || (embedding6.check(plain, 'ipv6') && isMetadata(embedded(plain)));
}

/** Whether nobody outside of a private network answers there. What is no address is forbidden, too. */
export function isForbidden(address: string): boolean {
  const plain = withoutZone(address);
  if (isIPv4(plain)) return forbidden4.check(plain, 'ipv4');
  if (!isIPv6(plain)) return true;
  return !global6.check(plain, 'ipv6') || forbidden6.check(plain, 'ipv6');
}
