import { connect } from 'node:net';
import { API, OpenCase } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const JSON_TYPE = { 'content-type': 'application/json' };
const OCTETS = { 'content-type': 'application/octet-stream' };

const post = (path: string, body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  desk.as(desk.agent).fetch(path, { method: 'POST', headers, body });

describe('the prototype of all objects', () => {
  it.each(['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"a":{"__proto__":null}}'])(
    'stays clean after the body %s',
    async (body) => {
      expect([400, 422]).toContain((await post('/api/v3/cases', body)).status);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );

  it.each([
    '__proto__[polluted]=1',
    '__proto__.polluted=1',
    'constructor[prototype][polluted]=1',
    'limit[__proto__]=1',
    '__proto__=1&limit=10',
    'limit=10&limit=20',
    'limit=10%00',
    'view[]=all',
  ])('stays clean after the query %s', async (query) => {
    const answer = await desk.as(desk.agent).fetch(`/api/v3/cases?${query}`);
    expect([200, 400, 422]).toContain(answer.status);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('takes fields that no contract names for nothing (mass assignment)', async () => {
    const body = {
      subject: 'Hello',
      text: 'Hello',
      customer: { address: 'ana@customer.example', id: 1 },
    };
    const columns = await desk.sql.rows<{ id: number; name: string; type: string }>(
      `SELECT ordinal_position AS id, column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = 'cases'`,
    );
    const hostile = columns.flatMap(({ name, type }) =>
      [name, name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())]
        .filter((property) => !Object.keys(OpenCase.shape).includes(property))
        .map((property) => [property, forged(type)]),
    );
    expect(hostile.length).toBeGreaterThan(40);

    const plain = await openAndRead(body);
    const loaded = await openAndRead({ ...body, ...Object.fromEntries(hostile) });
    expect(loaded.state).toEqual(plain.state);
    expect(loaded.id).toBe(plain.id + 1);
  });
});

/** Opens a case; its row, where every time that is true reads «now». */
async function openAndRead(body: object): Promise<{ id: number; state: Record<string, unknown> }> {
  const response = await post('/api/v3/cases', JSON.stringify(body));
  expect(response.status).toBe(201);
  const { id } = (await response.json()) as { id: number };
  const row = await desk.sql.row<{ state: Record<string, unknown> }>(
    `SELECT to_jsonb(c) - 'id' AS state FROM cases c WHERE id = $1`,
    [id],
  );
  const state = Object.entries(row!.state).map(([column, value]) => [column, isRecent(value) ? 'now' : value]);
  return { id, state: Object.fromEntries(state) };
}

function isRecent(value: unknown): boolean {
  const age = Date.now() - Date.parse(String(value));
  return typeof value === 'string' && value.includes('T') && Math.abs(age) < 600_000;
}

/** What no column of a new case holds. */
function forged(type: string): unknown {
  if (type === 'boolean') return true;
  if (type.startsWith('timestamp')) return '2020-01-01T00:00:00Z';
  if (type === 'ARRAY') return [1];
  if (type === 'jsonb') return { forged: true };
  return type === 'text' ? 'pending' : 3;
}

describe('a body', () => {
  it('deeper than any is refused, and nobody else waits', async () => {
    const deep = '['.repeat(500_000) + ']'.repeat(500_000);
    const start = performance.now();
    const [hostile, other] = await Promise.all([
      post('/api/v3/session', deep),
      desk.as(desk.agent).call(API.cases.list, {}),
    ]);
    expect([400, 413, 422]).toContain(hostile.status);
    expect(other.items).toBeDefined();
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('larger than any reply is refused before it is read', async () => {
    const large = JSON.stringify({ email: 'x'.repeat(12 * 1024 * 1024), password: 'x' });
    const answer = await desk.anybody.fetch('/api/v3/session', { method: 'POST', headers: JSON_TYPE, body: large });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'request.too-large' });
  });

  it.each([
    '{',
    '{"email":',
    'nonsense',
    '"text"',
    'null',
    '[]',
    '1e999',
    '{"email":{"$ne":""},"password":{"$ne":""}}',
  ])('of %s is refused with a reason', async (body) => {
    const answer = await desk.anybody.fetch('/api/v3/session', { method: 'POST', headers: JSON_TYPE, body });
    expect([400, 422]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('with a NUL character is refused, naming the reason', async () => {
    const body = { subject: 'a\0b', text: 'c\0d', customer: { address: 'ana@customer.example' } };
    const answer = await post('/api/v3/cases', JSON.stringify(body));
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain('NUL');
    expect(await desk.anybody.as({ email: 'a\0b', password: 'x' }).refusal(API.session.whoAmI, {})).toMatchObject({
      status: 401,
    });
  });

  it.each(['1 OR 1=1', '1;DROP TABLE cases', '-1', '0', '1e400', '9223372036854775808', '1.5', "1'", '%00', 'NaN'])(
    'or an address with the number %j brings nothing and breaks nothing',
    async (id) => {
      for (const path of ['/api/v3/cases/', '/api/v3/attachments/', '/api/v3/intake/', '/api/v3/customers/']) {
        const { status } = await desk.as(desk.agent).fetch(path + encodeURIComponent(id));
        expect([path, [404, 422, 400].includes(status)]).toEqual([path, true]);
      }
    },
  );

  it.each(["' OR ''='", '%', '\\', '$1', '{"a":1}', '2026-01-01', 'zzzz', '1', 'AAAA=='])(
    'or a cursor of %j brings nothing and breaks nothing',
    async (cursor) => {
      for (const route of ['cases', 'intake', 'system-log']) {
        const path = `/api/v3/${route}?cursor=${encodeURIComponent(cursor)}`;
        const { status } = await desk.as(desk.administrator).fetch(path);
        expect([path, status < 500]).toEqual([path, true]);
      }
    },
  );
});

describe('an upload', () => {
  it('ends at twenty megabytes, announced or not', async () => {
    const answer = await post('/api/v3/uploads?fileName=big.bin', Buffer.alloc(21 * 1024 * 1024), OCTETS);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'request.too-large' });
  });

  it.each(['application/json', 'text/plain', 'text/html', 'application/octet-stream', 'image/svg+xml'])(
    'of type %s is kept byte for byte',
    async (type) => {
      const bytes = '{"not": json}';
      const answer = await post('/api/v3/uploads?fileName=a.txt', bytes, { 'content-type': type });
      expect(await answer.json()).toMatchObject({ size: bytes.length });
    },
  );

  it('needs a session before its first byte is kept', async () => {
    const before = await desk.sql.row<{ count: number }>('SELECT count(*) AS count FROM blobs');
    const answer = await desk.anybody.fetch('/api/v3/uploads?fileName=a', {
      method: 'POST',
      headers: OCTETS,
      body: 'x',
    });
    expect(answer.status).toBe(401);
    expect(await desk.sql.row('SELECT count(*) AS count FROM blobs')).toEqual(before);
  });
});

describe('a connection', () => {
  it('with an endless head is closed, and others are served meanwhile', async () => {
    const { hostname, port } = new URL(desk.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.write('GET /api/v3/session HTTP/1.1\r\nHost: x\r\n');
    for (let count = 0; count < 200; count++) socket.write(`X-${count}: ${'a'.repeat(1000)}\r\n`);
    socket.resume();

    expect(await desk.as(desk.agent).call(API.session.whoAmI, {})).toBeDefined();
    await closed;
  });
});
