/**
 * The form in which two addresses are compared: lower case, without surrounding space or angle brackets.
 * RFC 5321 §2.4 lets the local part be case-sensitive; no provider in use does, and people type as they like.
 */
export function normaliseAddress(address: string): string {
  return address.trim().replace(/^<|>$/g, '').toLowerCase();
}

/** Whether both texts name the same mailbox; the `+detail` part counts. */
export function sameAddress(one: string, other: string): boolean {
  return normaliseAddress(one) === normaliseAddress(other);
}

/** The address without its `+detail`: `support+c17.x@a.example` → `support@a.example` (RFC 5233). */
export function withoutDetail(address: string): string {
  return normaliseAddress(address).replace(/\+[^@]*@/, '@');
}

/** Whether `address` is one of `own`, whatever `+detail` it carries. */
export function isOneOf(address: string, own: readonly string[]): boolean {
  const bare = withoutDetail(address);
  return own.some((candidate) => withoutDetail(candidate) === bare);
}

/** The part after the last @ in lower case, or an empty text. */
export function domainOf(address: string): string {
  const normal = normaliseAddress(address);
  const at = normal.lastIndexOf('@');
  return at < 0 ? '' : normal.slice(at + 1);
}
