import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { Pool, types } from 'pg';
import { BULK, CREATE, FEED, HOOK, LIST, OPEN, REPLY, SEARCH } from './bare-statements.ts';

/**
 * What everything else is measured against: node:http and pg, one statement a request, the same answers as the desk.
 * It knows nobody, checks nothing, logs nothing. Environment: DATABASE_URL; prints its port.
 */
const AGENT = { id: 1, name: 'Agent 1' };
const LIMIT = 50;
const INT8 = 20;

types.setTypeParser(INT8, Number);
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10, options: '-c timezone=UTC' });

interface Listed {
  id: number;
  at: string;
  json: string;
}

async function list(): Promise<string> {
  const { rows } = await pool.query<Listed>({ ...LIST, values: [LIMIT + 1] });
  const shown = rows.slice(0, LIMIT);
  const last = shown.at(-1);
  const more = rows.length > LIMIT && last;
  const next = more ? `"${Buffer.from(`${last.at}/${last.id}`).toString('base64url')}"` : 'null';
  return `{"items":[${shown.map((row) => row.json).join(',')}],"next":${next}}`;
}

async function feed(caseId: string): Promise<string> {
  const { rows } = await pool.query<{ json: string }>({ ...FEED, values: [caseId] });
  return `{"items":[${rows.map((row) => row.json).join(',')}],"next":null}`;
}

async function one(statement: { name: string; text: string }, values: unknown[]): Promise<string> {
  const { rows } = await pool.query<{ json: string }>({ ...statement, values });
  if (!rows[0]) throw new Error('There was no row.');
  return rows[0].json;
}

async function bulk({ caseIds, changes }: { caseIds: number[]; changes: { priority: number } }): Promise<string> {
  await pool.query({ ...BULK, values: [caseIds, changes.priority] });
  return '{"state":"done"}';
}

async function hook(request: IncomingMessage): Promise<string> {
  const body = await bytesOf(request);
  await pool.query({ ...HOOK, values: [createHash('sha256').update(body).digest(), body] });
  return 'OK';
}

async function answer(request: IncomingMessage): Promise<string> {
  const [, , , noun, caseId = '', part] = (request.url ?? '').split(/[/?]/);
  if (request.url?.startsWith('/hooks/')) return hook(request);
  if (noun === 'search') return one(SEARCH, [new URLSearchParams((request.url ?? '').split('?')[1]).get('q')]);
  if (noun === 'bulk-changes') return bulk(JSON.parse(await textOf(request)));
  if (noun !== 'cases') throw new Error('There is no such page.');
  if (request.method === 'GET') {
    if (!/^\d+$/.test(caseId)) return list();
    return part === 'feed' ? feed(caseId) : one(OPEN, [caseId]);
  }
  const body = JSON.parse(await textOf(request));
  return part === 'replies'
    ? one(REPLY, [caseId, body.sequence, body.text, AGENT.id, AGENT.name])
    : one(CREATE, [body.customer.address, body.subject, body.text, 4, AGENT.name, AGENT.id]);
}

async function textOf(request: IncomingMessage): Promise<string> {
  return (await bytesOf(request)).toString('utf8');
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => {
      response.writeHead(request.method === 'POST' && body !== 'OK' ? 201 : 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    },
    (error: Error) =>
      response.writeHead(500, { 'content-length': Buffer.byteLength(error.message) }).end(error.message),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(JSON.stringify({ port: address.port }));
});
