import { API } from '@bureau/contracts';
import { Client, type State } from 'ketting';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient } from '../desk-client.fixture.ts';
import { DESK_ROUTES } from '../desk-routes.ts';
import { RouteBook } from '../transport/route-book.ts';

/** How often a link of one name between two kinds of resources is followed. */
const OFTEN = 2;
/** Requests that the desk answers in a minute. */
const A_MINUTE = 100;

let desk: TestDesk;
let asked = 0;
beforeAll(async () => {
  desk = await startTestDesk();
  await furnish();
}, 180_000);
afterAll(() => closeDesk(desk));

/** One of each kind of thing that links lead from or to. */
async function furnish(): Promise<void> {
  const admin = desk.as(desk.administrator);
  const v2 = new DeskClient(admin);
  const post = async (path: string, body: object) => {
    const answer = await v2.post(path, body);
    expect([path, answer.status, answer.status < 300 || answer.body]).toEqual([path, 201, true]);
    return answer.body;
  };
  const group = await admin.call(API.groups.create, { body: { name: 'Second line' } });
  await admin.call(API.customFields.create, {
    body: { owner: 'case', label: 'Roast', type: 'list', choices: ['Light'] },
  });
  await admin.call(API.rules.create, {
    body: { name: 'Urgent', type: 'case-created', actions: [{ type: 'set-priority', priority: 9 }] },
  });
  const company = await post('/companies', { name: 'Cafe Central', domains: ['central.example'] });
  const customer = await post('/customers', {
    ...{ first_name: 'Ana', emails: [{ type: 'work', value: 'ana@central.example' }] },
    _links: { company: { href: `/api/v2/companies/${company.id}`, class: 'company' } },
  });
  for (const type of ['email', 'phone']) {
    const { id } = await post(`/customers/${customer.id}/cases`, {
      ...{ type, subject: `By ${type}`, labels: ['Refund'] },
      message: { direction: 'in', from: 'ana@central.example', body: 'Where is it?' },
      _links: {
        assigned_user: { href: `/api/v2/users/${desk.administrator.id}`, class: 'user' },
        assigned_group: { href: `/api/v2/groups/${group.id}`, class: 'group' },
      },
    });
    await post(`/cases/${id}/replies`, { body: 'Here', status: 'sent' });
    await post(`/cases/${id}/notes`, { body: 'Between us' });
    await post(`/cases/${id}/links`, { url: 'https://tracker.example/8', title: 'Bug 8' });
    await post(`/cases/${id}/attachments`, { file_name: 'order.txt', content_type: 'text/plain', content: 'SGVsbG8=' });
    if (type === 'email') await post(`/cases/${id}/replies/draft`, { body: 'Soon' });
    await desk.sql.run(
      `INSERT INTO feedback (case_id, resolution, rating, rating_type, comment, submitted_at)
       VALUES ($1, 1, 1, 'yes_no', 'Fine', now())`,
      [id],
    );
  }
  const macro = await post('/macros', { name: 'Raise' });
  expect(macro.id).toBeGreaterThan(0);
  const topic = await post('/topics', { name: 'Returns' });
  await post(`/topics/${topic.id}/translations`, { locale: 'fr', name: 'Retours' });
  const article = await post('/articles', {
    subject: 'How to',
    body: 'So.',
    _links: { topic: { href: topic._links.self.href } },
  });
  await post(`/articles/${article.id}/translations`, { locale: 'fr', subject: 'Comment' });
  await post(`/articles/${article.id}/attachments`, {
    file_name: 'a.txt',
    content_type: 'text/plain',
    content: 'SGVsbG8=',
  });
  await post('/jobs', { type: 'bulk_case_update', case: { priority: 8 }, case_ids: [1] });
  await desk.drain();
}

/**
 * ketting, which knows nothing of this desk. It stumbles over links that are null, as Desk.com wrote them: they are taken out
 * on their way to it.
 */
function aWalker(): Client {
  const client = new Client(`${desk.url}/api/v2/`);
  const credentials = Buffer.from(`${desk.administrator.email}:${desk.administrator.password}`).toString('base64');
  client.use(async (request, next) => {
    asked += 1;
    if (asked % A_MINUTE === 0) desk.clock.advance(60_000);
    request.headers.set('authorization', `Basic ${credentials}`);
    const answer = await next(request);
    if (!answer.ok) return answer;
    const text = JSON.stringify(await answer.json(), (name, value: unknown) =>
      name === '_links'
        ? Object.fromEntries(Object.entries(value as object).filter(([, link]) => link !== null))
        : value,
    );
    return new Response(text, { status: answer.status, headers: { 'content-type': 'application/hal+json' } });
  });
  return client;
}

interface Step {
  href: string;
  /** Null for a collection that the walk begins with. */
  promised: string | null;
  from: string;
}

/** Where one comes to by way of this kind of resource. */
const shapeOf = (href: string) => href.replace(/\?.*/, '').replace(/\/\d+/g, '/:n');

/** What a link calls some things, and what those call themselves (desk-api-v2.md 3.2). */
const ALSO: Record<string, string[]> = {
  reply: ['email', 'phone_call', 'tweet', 'chat_message', 'facebook_comment', 'community_answer'],
  macro_preview: ['macro_response'],
  phone: ['phone_call'],
  chat: ['chat_message'],
  facebook_post: ['facebook_comment', 'facebook_message'],
  community_question: ['community_answer'],
};

it('ketting walks every link from every collection without a broken one', async () => {
  const client = aWalker();
  const seen = new Map<string, number>();
  const visited = new Set<string>();
  const broken: unknown[] = [];
  const kinds = new Set<string>();
  const collections = DESK_ROUTES.filter(({ method, path }) => method === 'GET' && !path.includes(':'));
  const steps: Step[] = collections.map(({ path }) => ({
    href: `/api/v2${path}`,
    promised: null,
    from: 'the beginning',
  }));

  for (let step = steps.shift(); step; step = steps.shift()) {
    const { href, promised, from } = step;
    const state = await client
      .go<object>(href)
      .get()
      .catch((error: unknown) => error as Error);
    if (state instanceof Error) {
      if (!isEndOfStream(href, state)) broken.push({ href, from, said: state.message });
      continue;
    }
    const entries = 'total_entries' in state.data ? state.getEmbedded() : [state];
    const classes = [...new Set(entries.map(classOf))];
    const wrong = classes.filter((kind) => promised !== null && kind !== promised && !ALSO[promised]?.includes(kind));
    if (wrong.length > 0) broken.push({ href, from, promised, found: wrong });
    classes.forEach((kind) => kinds.add(kind));
    for (const one of new Set([state, ...entries])) {
      for (const { rel, href: next, ...link } of one.links.getAll()) {
        // ketting makes links of what is embedded, too, and these promise nothing.
        const { class: kind = 'page' } = link as { class?: string };
        const way = [shapeOf(one.uri.replace(desk.url, '')), rel, kind, shapeOf(next)].join(' ');
        const often = seen.get(way) ?? 0;
        if (often >= OFTEN || visited.has(next)) continue;
        seen.set(way, often + 1);
        visited.add(next);
        steps.push({ href: next, promised: kind === 'page' ? null : kind, from: `${one.uri} ${rel}` });
      }
    }
  }

  expect(broken).toEqual([]);
  for (const kind of [
    'case',
    'customer',
    'company',
    'note',
    'attachment',
    'label',
    'article',
    'topic',
    'macro',
    'feedback',
  ]) {
    expect(kinds).toContain(kind);
  }
}, 240_000);

/** By this clients know that they have seen everything (desk-api-v2.md 2.4). */
function isEndOfStream(href: string, { message }: Error): boolean {
  return shapeOf(href) === '/api/v2/interactions' && message === 'HTTP error 422';
}

function classOf(state: State<object>): string {
  const self = state.links.get('self') as { class?: string } | undefined;
  return self?.class ?? 'nothing';
}

it('no link of any resource points to an address that there is not', () => {
  const book = new RouteBook(DESK_ROUTES);
  const sql = DESK_ROUTES.flatMap(({ reads }) =>
    Object.entries(reads.links).flatMap(([name, made]) =>
      typeof made === 'string' ? [[`${reads.class}.${name}`, made]] : [],
    ),
  );
  const nowhere = sql.flatMap(([name = '', made = '']) => {
    const [, written] = /'href', (.*?), 'class'/s.exec(made) ?? [];
    const address = written
      ?.split(/ \|\| /)
      .map((part) => /^'([^']*)'$/.exec(part)?.[1] ?? '1')
      .join('');
    if (!address?.startsWith('/api/v2/')) return [];
    return book.find('GET', address.slice('/api/v2'.length)) === 'nowhere' ? [`${name} ${address}`] : [];
  });
  expect(nowhere).toEqual([]);
});
