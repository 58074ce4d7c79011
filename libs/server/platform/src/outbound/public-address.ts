import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4 that is no single host of the public internet (IANA special-purpose registry, RFC 6890; multicast and above). */
const SPECIAL_IPV4 = subnets('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]);

/** Only global unicast (RFC 4291 §2.4): loopback, fc00::/7, fe80::/10, multicast, mapped and translated IPv4 lie outside. */
const GLOBAL_IPV6 = subnets('ipv6', [['2000::', 3]]);

/** Within it: protocol assignments and Teredo, documentation, and 6to4, which carries an IPv4 address. */
const SPECIAL_IPV6 = subnets('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

function subnets(family: 'ipv4' | 'ipv6', networks: [network: string, prefix: number][]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}

/**
 * Whether an IP address, as the resolver or a URL writes it, is a host of the public internet. Everything that could be
 * this machine, its neighbours or a cloud's metadata service is not (S47), nor is anything that is no IP address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !SPECIAL_IPV4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  return GLOBAL_IPV6.check(address, 'ipv6') && !SPECIAL_IPV6.check(address, 'ipv6');
}
