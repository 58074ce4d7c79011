import { createHmac } from 'node:crypto';

const ESCAPED: Record<string, string> = { '/': '\\/', '<': '\\u003C', '%': '\\u0025', '@': '\\u0040' };

/**
 * JSON as Facebook sends it: everything that is not ASCII as \uXXXX, and / < % @ escaped as well (“Validating payloads”
 * in its Webhooks guide). The signature is made over these bytes: JSON that was read and written again never fits it.
 */
export function asciiJson(payload: unknown): string {
  return JSON.stringify(payload)
    .replace(/[/<%@]/g, (sign) => ESCAPED[sign] ?? sign)
    .replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Both headers; apps should check the second. */
export function signatures(secret: string, body: string): Record<string, string> {
  const sign = (algorithm: string) => createHmac(algorithm, secret).update(body).digest('hex');
  return { 'X-Hub-Signature': `sha1=${sign('sha1')}`, 'X-Hub-Signature-256': `sha256=${sign('sha256')}` };
}
