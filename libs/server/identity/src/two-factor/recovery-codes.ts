import { randomBytes } from 'node:crypto';
import type { InstallationSecret } from '@bureau/platform';

const COUNT = 10;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** Characters of five bits each: 80 bits. */
const LENGTH = 16;

/** Ten codes such as `k3vq-7m2x-ab4t-qz5d`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** A code as people type it, without what does not matter. */
export function normaliseCode(code: string): string {
  return code.replace(/[\s-]/g, '').toLowerCase();
}

/** What the database keeps. Keyed, so that a stolen table cannot be searched. */
export function hashRecoveryCode(secret: InstallationSecret, { userId, code }: { userId: number; code: string }) {
  return secret.sign('recovery-code', `${userId}\n${normaliseCode(code)}`);
}
