import { Readable } from 'node:stream';
import { ProblemError } from '@bureau/platform';

/** Bytes of a body: the longest reply, every character of it escaped. */
const BODY_LIMIT = 10 * 1024 * 1024;

/**
 * The members that were sent, whatever type the body says it has, or none: some clients send no Content-Type, some send
 * `null` with every request (desk-api-v2.md 2.1). Throws request.malformed, request.too-large.
 */
export async function readBody(sent: unknown, longest = BODY_LIMIT): Promise<object> {
  const text = sent instanceof Readable ? await textOf(sent, longest) : '';
  if (text.trim() === '') return {};
  const body = parse(text);
  if (body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body)) throw new ProblemError('request.malformed');
  return body;
}

async function textOf(stream: Readable, longest: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes: Buffer = Buffer.from(chunk);
    size += bytes.length;
    if (size > longest) throw new ProblemError('request.too-large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    throw new ProblemError('request.malformed');
  }
}
