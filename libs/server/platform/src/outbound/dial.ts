import { Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { OutboundRefused } from './outbound-refused.ts';
import { isPublicAddress } from './public-address.ts';

export interface Address {
  address: string;
  family: number;
}

/** All addresses of a host name, IPv4 first. */
export type ResolveHost = (hostname: string) => Promise<Address[]>;

/**
 * Asks the DNS itself. The system's `getaddrinfo` would block one of the few threads that also read files, so that a mail
 * full of names that do not answer could hold up the whole desk.
 */
export const resolveHost: ResolveHost = async (hostname) => {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  return [
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
  ];
};

export interface DialRules {
  resolve: ResolveHost;
  /** Origins such as `http://10.0.0.7:8080` that the operator lets the desk reach although they are not public. */
  exemptOrigins: readonly string[];
}

/**
 * The one address to connect to for a URL. A name with any address that is not public is refused: with a mixed answer,
 * the next question could bring the other one (DNS rebinding, S47).
 * @throws OutboundRefused
 */
export async function addressFor(url: URL, { resolve, exemptOrigins }: DialRules): Promise<Address> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutboundRefused('scheme', url.protocol);
  if (url.username !== '' || url.password !== '') throw new OutboundRefused('credentials', url.host);

  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(hostname);
  const addresses = family === 0 ? await resolved(hostname, resolve) : [{ address: hostname, family }];
  const [first] = addresses;
  if (!first) throw new OutboundRefused('unreachable', hostname);
  if (exemptOrigins.includes(url.origin)) return first;
  if (!addresses.every(({ address }) => isPublicAddress(address))) throw new OutboundRefused('address', hostname);
  return first;
}

async function resolved(hostname: string, resolve: ResolveHost): Promise<Address[]> {
  try {
    return await resolve(hostname);
  } catch {
    throw new OutboundRefused('unreachable', hostname);
  }
}

/** A lookup for sockets that gives the address that was checked, and asks nobody again. */
export function pinnedTo({ address, family }: Address): LookupFunction {
  return (_hostname, options, done) => {
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}
