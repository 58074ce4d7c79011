import {
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  randomUUID,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** What each derived key is for: a key leaked from one use says nothing about another. */
export type KeyUse =
  | 'message-token'
  | 'seal'
  | 'image-proxy'
  | 'set-up'
  | 'fingerprint'
  | 'basic-cache'
  | 'recovery-code'
  | 'web-form'
  | 'case-link'
  | 'download'
  | 'notice';

/** The one secret of an installation; every other key is derived from it (HKDF, RFC 5869). */
export class InstallationSecret {
  /** Derived once, and as objects: every request signs something, and with bytes each signature makes a key of them again. */
  private readonly keys = new Map<KeyUse, KeyObject>();

  constructor(private readonly secret: string) {}

  key(use: KeyUse): KeyObject {
    const key = this.keys.get(use) ?? createSecretKey(Buffer.from(hkdfSync('sha256', this.secret, 'bureau', use, 32)));
    this.keys.set(use, key);
    return key;
  }

  /** Base64url HMAC-SHA256 of `text`. */
  sign(use: KeyUse, text: string): string {
    return createHmac('sha256', this.key(use)).update(text).digest('base64url');
  }

  /** Compares in constant time. */
  verify(use: KeyUse, text: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(use, text));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}

/** The secret from BUREAU_SECRET, else from the data directory, where the first start generates it (mode 0600). */
export function openInstallationSecret(config: Pick<Config, 'secret' | 'dataDir'>): InstallationSecret {
  if (config.secret) return new InstallationSecret(config.secret);
  mkdirSync(config.dataDir, { recursive: true });
  const file = join(config.dataDir, 'secret');
  if (!existsSync(file)) generateSecret(file);
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new Error(`The secret in ${file} is damaged: restore the file, or give BUREAU_SECRET.`);
  return new InstallationSecret(secret);
}

/** Written aside and linked into place: nobody ever reads half a secret, and of several processes one makes it. */
function generateSecret(file: string): void {
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(aside);
  }
}
