const GROUPS = 8;

/** One customer line: an IPv4 address, or the /64 of an IPv6 one, within which everybody may pick addresses at will. */
export function networkOf(ip: string): string {
  const bare = ip.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const [front, back] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const known = [...(front ?? []), ...(back ?? [])].length;
  const zeros = tail === undefined ? [] : Array<string>(GROUPS - known).fill('0');
  return [...(front ?? []), ...zeros, ...(back ?? [])].slice(0, 4).join(':');
}
