import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { Pool, types } from 'pg';
import { DESK_COUNT, DESK_CREATE, DESK_LIST, DESK_SHOW, DESK_UPDATE } from './bare-desk-statements.ts';
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

/** What clients of Desk.com are told, by the same addresses. */
async function desk(request: IncomingMessage, caseId: string, query: string): Promise<string> {
  if (request.method === 'GET') return caseId === '' ? deskList(query) : one(DESK_SHOW, [caseId]);
  const body = JSON.parse(await textOf(request));
  if (request.method === 'PATCH') return one(DESK_UPDATE, [caseId, body.subject, AGENT.id, AGENT.name]);
  return one(DESK_CREATE, [body.message.from, body.subject, body.message.body, 4, AGENT.name, AGENT.id]);
}

async function deskList(query: string): Promise<string> {
  const perPage = Number(new URLSearchParams(query).get('per_page'));
  const [{ rows: entries }, { rows: counts }] = await Promise.all([
    pool.query<{ json: string }>({ ...DESK_LIST, values: [perPage] }),
    pool.query<{ total: number }>(DESK_COUNT),
  ]);
  const total = counts[0]?.total ?? 0;
  const at = (page: number) => `{"href":"/api/v2/cases?page=${page}&per_page=${perPage}","class":"page"}`;
  const links = `"self":${at(1)},"first":${at(1)},"last":${at(Math.ceil(total / perPage))},"previous":null,"next":${at(2)}`;
  const list = entries.map(({ json }) => json).join(',');
  return `{"total_entries":${total},"page":1,"_links":{${links}},"_embedded":{"entries":[${list}]}}`;
}

async function hook(request: IncomingMessage): Promise<string> {
  const body = await bytesOf(request);
  await pool.query({ ...HOOK, values: [createHash('sha256').update(body).digest(), body] });
  return 'OK';
}

async function answer(request: IncomingMessage): Promise<string> {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const [, , version, noun, caseId = '', part] = path.split('/');
  if (request.url?.startsWith('/hooks/')) return hook(request);
  if (noun === 'search') return one(SEARCH, [new URLSearchParams(query).get('q')]);
  if (noun === 'bulk-changes') return bulk(JSON.parse(await textOf(request)));
  if (noun !== 'cases') throw new Error('There is no such page.');
  if (version === 'v2') return desk(request, caseId, query);
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
