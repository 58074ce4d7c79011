import { request } from 'node:http';
import { expect } from 'vitest';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import type { Resource } from '../desk-client.fixture.ts';

interface Said {
  method?: string;
  /** Below /api/v2, or with the whole address. */
  path: string;
  /** Exactly these, and nothing that a library would add of itself. */
  headers?: Record<string, string>;
  body?: string | undefined;
}

export interface Heard {
  status: number;
  headers: Record<string, string>;
  body: Resource;
}

/** A request byte for byte as a client sends it: a GET may have a body, and what has one may not say of what type. */
export function speak(desk: TestDesk, { method = 'GET', path, headers = {}, body }: Said): Promise<Heard> {
  const address = new URL(path.startsWith('http') ? path : `/api/v2${path.replace(/^\/api\/v2/, '')}`, desk.url);
  const length: Record<string, string> =
    body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const heard = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
        const isJson = answer.headers['content-type']?.includes('json') === true && text !== '';
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(heard),
          body: isJson ? JSON.parse(text) : text === '' ? undefined : text,
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export function basic({ email, password }: { email: string; password: string }): string {
  return `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`;
}

/** The body of a success; whatever else came is the failure of the test. */
export function good(heard: Heard, status = 200): Resource {
  expect({ status: heard.status, said: heard.status === status ? null : heard.body }).toEqual({ status, said: null });
  return heard.body;
}
