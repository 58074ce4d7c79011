import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { InstallationSecret } from './installation-secret.ts';

/** Encrypts a secret for the database: AES-256-GCM, base64 of nonce (12 bytes), tag (16) and cipher text. */
export function seal(secret: InstallationSecret, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret.key('seal'), nonce);
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** The reverse of {@link seal}; throws when the text was sealed by another installation or changed. */
export function unseal(secret: InstallationSecret, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', secret.key('seal'), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
