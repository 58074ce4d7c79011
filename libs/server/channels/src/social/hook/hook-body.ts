import { createHmac, timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import { ProblemError } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';

/** Of one delivery, in bytes; networks send less than a tenth of it. */
const LIMIT = 5 * 1024 * 1024;

/** The body as it came, byte by byte. Throws request.too-large. */
export async function bodyOf(request: FastifyRequest): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > LIMIT) throw new ProblemError('request.too-large');
  if (!(request.body instanceof Readable)) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LIMIT) throw new ProblemError('request.too-large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The HMAC of some bytes as both networks write it: `sha256=…`. */
export function signatureOf(bytes: Uint8Array | string, secret: string, encoding: 'base64' | 'hex'): string {
  return `sha256=${createHmac('sha256', secret).update(bytes).digest(encoding)}`;
}

/** In the same time whatever was claimed. */
export function isSame(claimed: unknown, expected: string): boolean {
  if (typeof claimed !== 'string') return false;
  const [one, other] = [Buffer.from(claimed), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
