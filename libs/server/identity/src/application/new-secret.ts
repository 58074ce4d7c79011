import { randomBytes } from 'node:crypto';

/** A name that nobody guesses but anybody may see: 128 random bits, hexadecimal. */
export function newPublicKey(): string {
  return randomBytes(16).toString('hex');
}

/** 256 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** As {@link newSecret}, so that scanners of published code know what they found. */
export function newBearerToken(): string {
  return `bureau_${newSecret()}`;
}

const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789';

/** 40 random bits that a person carries over by hand, within minutes: signs that nobody takes for another. */
export function newCode(): string {
  return [...randomBytes(8)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
}
