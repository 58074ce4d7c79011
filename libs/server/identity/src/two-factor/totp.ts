import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** Steps before and after the present one that are accepted: clocks differ (RFC 6238 §5.2). */
const WINDOW = 1;
/** Bytes, as RFC 4226 §4 recommends. */
const SECRET_BYTES = 20;

/** What authenticators understand everywhere: SHA-1, six digits, half a minute. */
const PLAIN = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS };

/** A new secret, base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What a QR code for an authenticator says. */
export function totpUri(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  return new TOTP({ ...PLAIN, issuer, label: account, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step that a code belongs to; undefined for a code of no step around `now`. Compares in constant time. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...PLAIN, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}
