import { customFieldsApi } from '@bureau/contracts';
import { DESK_ROUTES, type DeskRoute } from '@bureau/desk-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';
import { HOSTILE_JSON, HOSTILE_TEXTS } from './matrix/hostile-values.ts';

/** Each value at some places of each body, not at all: how a member is read is said in one place. */
const SHARES = 24;
const HOSTILE = [...HOSTILE_TEXTS, ...HOSTILE_JSON];

let desk: TestDesk;
/** What the parts of addresses name here; anything else is the first of its kind. */
let keys: Record<string, string>;
beforeAll(async () => {
  desk = await startTestDesk();
  keys = await furnish();
});
afterAll(() => closeDesk(desk));

const MESSAGE = {
  ...{
    direction: 'in',
    status: 'received',
    to: 'a@b.example',
    from: 'Ana <ana@customer.example>',
    cc: null,
    bcc: null,
  },
  ...{ subject: 'A kettle', body: 'It drips.', created_at: '2026-05-01T21:38:48Z' },
};
const REPLY = { body: 'Here', status: 'pending', to: 'a@b.example', cc: 'c@d.example', subject: 'Re', hidden: false };
const LINK = { href: '/api/v2/users/1', class: 'user' };
const ARTICLE = {
  ...{ subject: 'How', body: '<p>So</p>', body_email: 'So', body_email_auto: false, keywords: 'a, b' },
  ...{ publish_at: '2026-05-01T21:38:48Z', in_support_center: true, internal_notes: 'Hm', position: 1 },
};
const PERSON = {
  ...{ first_name: 'Ana', last_name: 'Flores', title: 'Dr', language: 'en', custom_fields: { level: 'vip' } },
  emails: [{ type: 'home', value: 'x@y.example' }],
  phone_numbers: [{ type: 'work', value: '123' }],
};

/** Bodies with everything in them that is read, by what is written. */
const BODIES: [path: RegExp, body: object][] = [
  [
    /\/cases$/,
    {
      subject: 'A kettle',
      type: 'email',
      labels: ['Spam'],
      label_ids: [1],
      message: MESSAGE,
      _links: { customer: LINK, assigned_user: LINK },
    },
  ],
  [
    /\/cases\/:case$/,
    {
      subject: 'B',
      status: 'open',
      priority: 5,
      custom_fields: { level: 'vip' },
      locked_until: '2126-01-01T00:00:00Z',
      reply: REPLY,
      _links: { locked_by: LINK, assigned_group: LINK },
    },
  ],
  [/\/replies(?:\/draft|\/:reply)?$/, REPLY],
  [/\/message$/, { hidden: true, body: 'x' }],
  [/\/notes(?:\/:note)?$/, { body: 'Between us', suppress_rules: true }],
  [/\/forward$/, { to: 'a@b.example', cc: 'c@d.example', subject: 'Fwd', note_text: 'Look' }],
  [
    /\/links$/,
    { url: 'https://tracker.example/1', title: 'Bug', _links: { linked_case: { href: '/api/v2/cases/1' } } },
  ],
  [/\/attachments$/, { file_name: 'a.txt', content_type: 'text/plain', content: 'SGVsbG8=' }],
  [/\/preview$/, { _links: { macros: [{ href: '/api/v2/macros/1', class: 'macro' }] } }],
  [/\/customers(?:\/:customer)?$/, PERSON],
  [/\/companies(?:\/:company)?$/, { name: 'Acme', domains: ['acme.example'] }],
  [/\/jobs$/, { type: 'bulk_case_update', case: { priority: 9, _links: { assigned_user: LINK } }, case_ids: [1] }],
  [
    /\/(?:articles|articles\/:article|:locale|translations)$/,
    { ...ARTICLE, locale: 'fr', name: 'Nom', _links: { topic: { href: '/api/v2/topics/1' } } },
  ],
  [/\/topics(?:\/:topic)?$/, { name: 'Orders', description: 'Of orders', position: 1, brand_ids: [1] }],
  [/\/labels(?:\/:label)?$/, { name: 'New', color: 'red', types: ['case'], enabled: true }],
  [/\/macros(?:\/:macro)?$/, { name: 'Raise', folders: ['A'], enabled: true, position: 1 }],
  [/./, { name: 'x', value: 'y', enabled: true }],
];

const WRITES = DESK_ROUTES.filter((route) => 'body' in route && route.body);
const writes = WRITES.map((route): [name: string, route: DeskRoute] => [`${route.method} ${route.path}`, route]);

const bodyFor = ({ path }: DeskRoute) => BODIES.find(([pattern]) => pattern.test(path))?.[1] ?? {};

/** The same body with the value at each of its places, also below. */
function poisoned(body: unknown, value: unknown): unknown[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, member]: [string, unknown]) => {
    const at = (inside: unknown) => (Array.isArray(body) ? [inside] : { ...body, [name]: inside });
    return [at(value), ...poisoned(member, value).map(at)];
  });
}

async function send(route: DeskRoute, body: string): Promise<{ status: number; said: Record<string, unknown> }> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => keys[name] ?? '1');
  const answer = await desk.as(desk.administrator).fetch(`/api/v2${path}`, { method: route.method, body });
  const text = await answer.text();
  return { status: answer.status, said: text === '' ? {} : JSON.parse(text) };
}

/** What a write leaves: the number of rows, and for cases how far they have come. What only waits for a write does not count. */
async function digest(): Promise<string> {
  const tables = ['messages', 'notes', 'drafts', 'attachments', 'case_events', 'case_links', 'deliveries', 'customers'];
  const more = [
    'customer_contacts',
    'customer_addresses',
    'companies',
    'company_domains',
    'labels',
    'macros',
    'outbox',
  ];
  const last = ['articles', 'article_translations', 'topics', 'topic_translations', 'bulk_changes', 'audit_entries'];
  const counts = [...tables, ...more, ...last].map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`);
  const row = await desk.sql.row<{ state: string }>(
    `SELECT row_to_json(all_of)::text AS state FROM (SELECT ${counts.join(', ')},
       (SELECT sum(sequence) FROM cases) AS sequences, (SELECT count(*) FROM cases WHERE locked_by IS NOT NULL) AS locks) all_of`,
  );
  return row?.state ?? '';
}

describe('what is wrong somewhere in a body', () => {
  it.each(writes)('of %s is refused in words, and leaves nothing behind', async (_, route) => {
    const body = bodyFor(route);
    const sent = HOSTILE.flatMap((value, index) =>
      poisoned(body, value).filter((__, place) => (index + place) % SHARES === 0),
    );
    const failures: unknown[] = [];
    let before = await digest();
    for (const [index, one] of sent.entries()) {
      if (index % 100 === 0) desk.clock.advance(60_000);
      const { status, said } = await send(route, JSON.stringify(one));
      const after = await digest();
      const isCalm = status < 400 || (status < 500 && status !== 429 && typeof said['message'] === 'string');
      const isWhole = status < 400 || after === before;
      if (!isCalm || !isWhole) failures.push({ status, said, sent: JSON.stringify(one).slice(0, 300) });
      before = after;
    }
    expect(failures).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  });

  it('is refused when it is no object, or no JSON', async () => {
    const before = await digest();
    const answers: unknown[] = [];
    for (const [index, [name, route]] of writes.entries()) {
      const texts = ['[]', '1', '"text"', 'true', '{', '{"a":1', '\u0000', "{'a': 1}", 'NaN'];
      const text = texts[index % texts.length] ?? '';
      const { status, said } = await send(route, text);
      if (status !== 400 || typeof said['message'] !== 'string') answers.push([name, text, status, said]);
    }
    expect(answers).toEqual([]);
    expect(await digest()).toBe(before);
  });

  const limitOf = (route: DeskRoute) => ('longest' in route ? route.longest : undefined);
  const ofEachLimit = writes.filter(
    ([, one], at) => writes.findIndex(([, other]) => limitOf(other) === limitOf(one)) === at,
  );

  it.each(ofEachLimit)('of %s is refused when it is too long', async (_, route) => {
    desk.clock.advance(60_000);
    const before = await digest();
    const longest = limitOf(route) ?? 10 * 1024 * 1024;
    const { status, said } = await send(route, JSON.stringify({ x: 'x'.repeat(longest) }));
    expect([status, typeof said['message']]).toEqual([413, 'string']);
    expect(await digest()).toBe(before);
  });
});

/** One of everything, and its number. */
async function furnish(): Promise<Record<string, string>> {
  const ask = async (method: string, path: string, body?: object) => {
    const sent = body && { body: JSON.stringify(body) };
    const answer = await desk.as(desk.administrator).fetch(`/api/v2${path}`, { method, ...sent });
    const resource: { id: number } = await answer.json();
    expect([path, answer.status < 300]).toEqual([path, true]);
    return String(resource.id);
  };
  for (const owner of ['case', 'customer'] as const) {
    const body = { owner, label: 'Level', type: 'text' as const };
    await desk.as(desk.administrator).call(customFieldsApi.create, { body });
  }
  const supportCase = await ask('POST', '/cases', { subject: 'A kettle', message: MESSAGE });
  const place = `/cases/${supportCase}`;
  const note = await ask('POST', `${place}/notes`, { body: 'Between us' });
  const reply = await ask('POST', `${place}/replies`, { body: 'Hello', status: 'sent' });
  await ask('POST', `${place}/replies/draft`, { body: 'Hm' });
  const topic = await ask('POST', '/topics', { name: 'Orders' });
  const article = await ask('POST', `/topics/${topic}/articles`, { subject: 'How', body: 'So' });
  const macro = await ask('POST', '/macros', { name: 'Raise' });
  return {
    ...{ case: supportCase, note, reply, topic, article, macro, locale: 'en' },
    customer: await ask('POST', '/customers', PERSON),
    company: await ask('POST', '/companies', { name: 'Acme' }),
    label: await ask('POST', '/labels', { name: 'A label' }),
    action: String(Number(macro) * 100 + 2),
    user: String(desk.administrator.id),
    preference: String(desk.administrator.id * 100 + 11),
  };
}
