import { createHmac } from 'node:crypto';

/**
 * What the other side checks (`Bureau-Signature`): the time in seconds, and the HMAC-SHA256 of `<time>.<body>` with the
 * webhook's secret, in hex. An old time tells a replay.
 */
export function signatureOf(body: string, { secret, at }: { secret: string; at: Date }): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}
