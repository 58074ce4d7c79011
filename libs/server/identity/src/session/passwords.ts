import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters OWASP recommends for it: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashed once for nobody: the sign-in of an unknown address takes as long as that of a known one. */
const nobody = hash(randomBytes(32), ARGON2);

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2);
}

/** False for a wrong password, and, after the same time, for a user who does not exist or has no password yet. */
export async function passwordFits(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const known = passwordHash ?? null;
  const fits = await verify(known ?? (await nobody), password);
  return fits && known !== null;
}
