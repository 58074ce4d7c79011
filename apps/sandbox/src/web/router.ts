import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import { checked, notFound, Problem } from './problem.ts';

const MAX_BODY_BYTES = 96 * 1024 * 1024;

type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** One request and what a handler may ask of it. */
export type Exchange<Name extends string = string> = {
  param: (name: Name) => string;
  query: URLSearchParams;
  request: IncomingMessage;
  /** The body as JSON or as a form, checked; throws a 422 problem. */
  body: <Schema extends z.ZodType>(schema: Schema) => Promise<z.output<Schema>>;
};

export type Reply =
  | { status?: number; json: unknown }
  | { status?: number; bytes: string | Buffer; headers: Record<string, string> }
  | { stream: (response: ServerResponse) => void };

export type Route = {
  method: 'GET' | 'POST';
  pattern: URLPattern;
  handle: (exchange: Exchange) => Reply | Promise<Reply>;
};

/** `:name` in the path is readable as `param('name')`, and only that. */
export function route<Path extends string>(
  method: Route['method'],
  path: Path,
  handle: (exchange: Exchange<Names<Path>>) => Reply | Promise<Reply>,
): Route {
  return { method, pattern: new URLPattern({ pathname: path }), handle };
}

/** Finds the route and answers; throws Problem for unknown paths and foreign pages. */
export async function answer(routes: Route[], request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  refuseForeignPages(request);
  for (const { method, pattern, handle } of routes) {
    const match = method === request.method ? pattern.exec(url) : null;
    if (match) return handle(exchangeOf(request, url, match.pathname.groups));
  }
  throw notFound(`${request.method} ${url.pathname}`);
}

function exchangeOf(request: IncomingMessage, url: URL, groups: Record<string, string | undefined>): Exchange {
  return {
    param: (name) => decodePart(groups[name] ?? ''),
    query: url.searchParams,
    request,
    body: async (schema) => checked(schema, await readBody(request)),
  };
}

/** A page of another origin must not play customer through the visitor's browser. */
function refuseForeignPages({ method, headers }: IncomingMessage): void {
  if (method === 'GET' || headers.origin === undefined) return;
  if (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host) return;
  throw new Problem({ status: 403, code: 'foreign-page', message: 'Only the sandbox’s own page may do this.' });
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Problem({ status: 400, code: 'bad-path', message: 'The path is not readable: check its % signs.' });
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    throw new Problem({ status: 413, code: 'too-large', message: 'A mail with its attachments may have 64 MB.' });
  }
  const bytes = await buffer(request);
  const type = request.headers['content-type'] ?? 'application/json';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  try {
    return bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Problem({ status: 400, code: 'bad-json', message: 'The body is not JSON.' });
  }
}

/** A form's files become attachments, as in the JSON body; its other fields stay texts. */
async function readForm(bytes: Buffer, type: string): Promise<Record<string, unknown>> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const texts: Record<string, unknown> = {};
  const attachments: { fileName: string; contentType?: string; base64: string }[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') texts[name] = value === 'true' && name === 'forged' ? true : value;
    else if (value.size > 0 || value.name !== '') attachments.push(await attachmentOf(value));
  }
  return { ...texts, attachments };
}

async function attachmentOf(file: File) {
  const content = Buffer.from(await file.arrayBuffer());
  return { fileName: file.name, contentType: file.type || undefined, base64: content.toString('base64') };
}
