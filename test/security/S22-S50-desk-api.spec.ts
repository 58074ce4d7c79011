import { articlesApi, Permission, topicsApi } from '@bureau/contracts';
import { DESK_ROUTES, type DeskRoute } from '@bureau/desk-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../fixtures/api-client.ts';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../fixtures/desk.ts';
import { HOSTILE_TEXTS } from './matrix/hostile-values.ts';
import { aRestrictedPerson, makePersonas, OUTSIDERS, type Personas, type Places } from './matrix/personas.ts';
import { makeSecretCase, stateOf, type SecretCase } from './matrix/secret-case.ts';

let desk: TestDesk;
let personas: Personas;
let places: Places;
let secret: SecretCase;
let replyId: number;
let eventId: number;
let companyId: number;
let feedbackId: number;
let fileId: number;
/** Of the draft of each of those who see the case. */
let uploadIds: Record<'own' | 'assigned', number>;
let topicId: number;
let articleId: number;
let pageId: number;
let integrationId: number;
let accountId: number;
let tweetId: number;
let cookie: string;
beforeAll(async () => {
  desk = await startTestDesk();
  ({ personas, places } = await makePersonas(desk));
  secret = await makeSecretCase(desk, { groupId: places.groupId, assigneeId: personas.assigned.id });
  const last = (table: string) =>
    desk.sql.row<{ id: number }>(`SELECT max(id) AS id FROM ${table} WHERE case_id = $1`, [secret.caseId]);
  replyId = (await last('messages'))!.id;
  eventId = (await last('case_events'))!.id;
  await makeTheRest();
  cookie = await sessionOf(desk.agent);
});
afterAll(() => closeDesk(desk));
/** The cookie of somebody who has signed in at the console. */
async function sessionOf({ email, password }: Person): Promise<string> {
  const answer = await desk.anybody.fetch('/api/v3/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(answer.status).toBe(201);
  return answer.headers.getSetCookie().join('; ');
}

/** A window of requests of one's own. */
beforeEach(() => desk.clock.advance(60_000));

/** What a case has seldom: a file of a reply, a customer's company and opinion, drafts of those who see it; and an article, which is no secret. */
async function makeTheRest(): Promise<void> {
  const made = async (sql: string, values: unknown[]) => (await desk.sql.row<{ id: number }>(sql, values))!.id;
  fileId = await made(
    `INSERT INTO attachments (message_id, position, file_name, content_type, size, sha256)
     SELECT $1, 9, file_name, content_type, size, sha256 FROM attachments WHERE id = $2 RETURNING id`,
    [replyId, secret.attachmentId],
  );
  feedbackId = await made(
    `INSERT INTO feedback (case_id, resolution, rating, rating_type, comment, submitted_at)
     VALUES ($1, 1, 1, 'yes_no', $2, now()) RETURNING id`,
    [secret.caseId, secret.marker],
  );
  companyId = await made(
    `WITH made AS (INSERT INTO companies (name) VALUES ($1) RETURNING id)
     UPDATE customers p SET company_id = made.id FROM made WHERE p.id = $2 RETURNING made.id`,
    [`Company ${secret.marker}`, secret.customerId],
  );
  const anUpload = ({ id }: Person) =>
    made(
      `WITH file AS (INSERT INTO uploads (user_id, file_name, content_type, size, sha256)
         SELECT $2, file_name, content_type, size, sha256 FROM attachments WHERE id = $4 RETURNING id)
       INSERT INTO drafts (case_id, user_id, html, text, sequence, updated_at, upload_ids)
       SELECT $1, $2, '', $3, 1, now(), ARRAY[file.id] FROM file RETURNING upload_ids[1] AS id`,
      [secret.caseId, id, secret.marker, secret.attachmentId],
    );
  uploadIds = { own: await anUpload(personas.own), assigned: await anUpload(personas.assigned) };
  integrationId = await made(
    `INSERT INTO integration_urls (name, kind, markup, visibility, height)
     VALUES ($1, 'link', 'https://erp.example/?q={{customer.email}}', 'everyone', 240) RETURNING id`,
    ['Orders'],
  );
  const admin = desk.as(desk.administrator);
  const brandIds = [places.otherBrandId];
  topicId = (await admin.call(topicsApi.create, { body: { name: 'Orders', brandIds } })).id;
  articleId = (await admin.call(articlesApi.create, { body: { topicId, subject: 'Orders' } })).id;
  accountId = await made(
    `INSERT INTO social_accounts (network, external_id, handle, name, brand_id, imports, connected_at)
     SELECT 'x', '1', 'larkspur', 'Larkspur', brand_id, '{}', now() FROM cases WHERE id = $1 RETURNING id`,
    [secret.caseId],
  );
  tweetId = await made(
    `INSERT INTO social_posts (account_id, external_id, kind, message_id, posted_at)
     VALUES ($1, '7', 'post', $2, now()) RETURNING id`,
    [accountId, replyId],
  );
  pageId = await made(
    `INSERT INTO article_files (article_id, file_name, content_type, size, sha256)
     SELECT $1, 'manual.png', content_type, size, sha256 FROM attachments WHERE id = $2 RETURNING id`,
    [articleId, secret.attachmentId],
  );
}

const routes = DESK_ROUTES.map((route): [name: string, route: DeskRoute] => [`${route.method} ${route.path}`, route]);
const onRows = routes.filter(([, { path }]) => /:case|:customer|:company|:feedback|:tweet/.test(path));

/** What each part of an address names; a new part wants a line here. */
const keys = (): Record<string, unknown> => ({
  case: secret.caseId,
  customer: secret.customerId,
  company: companyId,
  reply: replyId,
  note: secret.noteId,
  event: eventId,
  user: secret.userId,
  group: places.groupId,
  label: 1,
  attachment: secret.attachmentId,
  link: secret.linkId,
  file: fileId,
  upload: uploadIds.own,
  feedback: feedbackId,
  job: 1,
  brand: places.otherBrandId,
  topic: topicId,
  article: articleId,
  page: pageId,
  locale: 'en',
  filter: 1,
  macro: secret.sharedMacroId,
  action: secret.sharedMacroId * 100 + 2,
  integration: integrationId,
  preference: desk.administrator.id * 100 + 11,
  permission: 1,
  rule: 1,
  customField: 1,
  mailbox: 1,
  setting: 1,
  language: 1,
  account: accountId,
  tweet: tweetId,
  handle: 'mayapaddles',
  twitterUser: 1,
  facebookUser: 1,
  device: 1,
  deviceSetting: 100,
  filterOfCustomers: 1,
  filterOfCompanies: 1,
  filterOfOpportunities: 1,
  opportunity: 1,
  search: 1,
  stage: 1,
});

/** A body that is good enough to be carried out. */
const BODIES: Record<string, object> = {
  'POST /cases': {
    subject: 'Hello',
    message: { direction: 'in', from: 'kim@customer.example', body: 'Where is it?' },
  },
  'POST /customers/:customer/cases': { subject: 'Hello', message: { body: 'Where is it?' } },
  'POST /customers': { first_name: 'Kim' },
  'PATCH /customers/:customer': { first_name: 'Kim' },
  'POST /companies': { name: 'Acme' },
  'PATCH /companies/:company': { name: 'Acme' },
  'PATCH /users/:user/preferences/:preference': { value: true },
  'POST /twitter_accounts/:account/follows': { handle: 'mayapaddles' },
  'POST /twitter_accounts/:account/tweets': { body: 'Closed today' },
  'POST /twitter_accounts/:account/tweets/:tweet/actions': { action_type: 'retweet' },
  'POST /twitter_users': { handle: 'mayapaddles' },
  'POST /insights/reports': { metrics: 'cases_created' },
  'POST /insights3/reports': { metrics: 'cases_created' },
  'POST /users/:user/mobile_devices': { token: 'abc', type: 'ios' },
  'PATCH /users/:user/mobile_devices/:device/settings/:deviceSetting': { value: true },
  'POST /labels': { name: 'New label' },
  'PATCH /labels/:label': { name: 'New name' },
  'POST /macros': { name: 'Raise' },
  'PATCH /macros/:macro': { name: 'Raise more' },
  'PATCH /macros/:macro/actions/:action': { value: '9' },
  'POST /integration_urls': { name: 'Orders', markup: 'https://erp.example/?q={{customer.email}}' },
  'PATCH /integration_urls/:integration': { name: 'Orders' },
  'PATCH /cases/:case': { priority: 9 },
  'POST /cases/:case/replies': { body: 'Here', status: 'pending' },
  'POST /cases/:case/notes': { body: 'Between us' },
  'POST /cases/:case/replies/draft': { body: 'Here' },
  'PATCH /cases/:case/replies/draft': { body: 'There' },
  'POST /cases/:case/forward': { to: 'lab@supplier.example', note_text: 'Between us' },
  'POST /cases/:case/links': { url: 'https://tracker.example/8', title: 'Bug 8' },
  'POST /cases/:case/attachments': { file_name: 'order.txt', content_type: 'text/plain', content: 'SGVsbG8=' },
  'POST /topics': { name: 'Returns' },
  'PATCH /topics/:topic': { name: 'Orders' },
  'POST /topics/:topic/translations': { locale: 'fr', name: 'Commandes' },
  'PATCH /topics/:topic/translations/:locale': { name: 'Orders' },
  'POST /topics/:topic/articles': { subject: 'Returns' },
  'POST /articles': { subject: 'Returns', _links: { topic: { href: '/api/v2/topics/1' } } },
  'PATCH /articles/:article': { subject: 'Orders' },
  'POST /articles/:article/translations': { locale: 'fr', subject: 'Commandes' },
  'PATCH /articles/:article/translations/:locale': { subject: 'Orders' },
  'POST /articles/:article/attachments': { file_name: 'order.txt', content_type: 'text/plain', content: 'SGVsbG8=' },
  'POST /jobs': { type: 'bulk_case_update', case: { priority: 9 }, case_ids: [1] },
  'PATCH /cases/:case/notes/:note': { body: 'Between us two' },
  'PATCH /cases/:case/message': { hidden: true },
  'PATCH /cases/:case/replies/:reply': { hidden: true },
  'POST /cases/:case/message/attachments': { file_name: 'order.txt', content: 'SGVsbG8=' },
  'POST /cases/:case/replies/:reply/attachments': { file_name: 'order.txt', content: 'SGVsbG8=' },
  'POST /cases/:case/replies/draft/attachments': { file_name: 'order.txt', content: 'SGVsbG8=' },
  'POST /cases/:case/macros/preview': { _links: { macros: [{ href: '/api/v2/macros/1' }] } },
};

const addressOf = ({ path }: DeskRoute, said: Record<string, unknown> = keys()) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(said[name])));

async function ask(
  caller: ApiClient,
  route: DeskRoute,
  { address = addressOf(route), query = '', body }: { address?: string; query?: string; body?: unknown } = {},
): Promise<{ status: number; text: string }> {
  const answer = await caller.fetch(`/api/v2${address}${query}`, {
    method: route.method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}

it('knows what every part of every address names', () => {
  const parts = DESK_ROUTES.flatMap(({ path }) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  expect(parts.filter((name) => !(name! in keys()))).toEqual([]);
});

describe('the permissions of the API of Desk.com', () => {
  let person: Person;
  beforeAll(async () => {
    person = await aRestrictedPerson(desk, {});
  });

  it.each(routes.filter(([, { allow }]) => allow !== 'signed-in'))(
    '%s is refused to a role that may everything else',
    async (name, route) => {
      const rest = Permission.options.filter((permission) => permission !== route.allow);
      await desk.sql.run(
        'UPDATE roles SET permissions = $2 FROM users WHERE users.role_id = roles.id AND users.id = $1',
        [person.id, rest],
      );
      expect((await ask(desk.as(person), route, { body: BODIES[name] })).status).toBe(403);
    },
  );

  it.each(routes)('%s is closed to strangers, and to the cookie of a session', async (name, route) => {
    for (const headers of [{}, { cookie }, { authorization: 'Bearer x' }, { authorization: 'OAuth x' }]) {
      const { status } = await ask(desk.anybody.with(headers as Record<string, string>), route, { body: BODIES[name] });
      expect([headers, status]).toEqual([headers, 401]);
    }
  });
});

describe('the rows of the API of Desk.com', () => {
  it.each(onRows)('%s knows no foreign case', async (name, route) => {
    const before = await stateOf(desk, secret);
    for (const outsider of OUTSIDERS) {
      const { status } = await ask(desk.as(personas[outsider]), route, { body: BODIES[name] });
      expect([outsider, status]).toEqual([outsider, 404]);
    }
    expect(await stateOf(desk, secret)).toBe(before);
  });

  it.each(
    routes.filter(
      ([, { does, path }]) => /list|stream/.test(does) && !/:case|:customer|:company|:account|:device/.test(path),
    ),
  )('%s mentions no foreign case in a list, a count or what is embedded', async (_, route) => {
    const embeds = Object.keys(route.reads.embeds ?? {}).join(',');
    const whole = await ask(desk.as(desk.administrator), route, { query: `?embed=${embeds}` });
    for (const outsider of OUTSIDERS) {
      const { status, text } = await ask(desk.as(personas[outsider]), route, { query: `?embed=${embeds}` });
      expect([outsider, status, text.includes(secret.marker)]).toEqual([outsider, 200, false]);
      if (whole.text.includes(secret.marker)) expect(JSON.parse(text).total_entries).toBe(0);
    }
  });

  it.each(onRows.filter(([, { does }]) => does === 'show' || does === 'list'))(
    '%s is read by those who may see the case',
    async (_, route) => {
      for (const insider of ['own', 'assigned'] as const) {
        const address = addressOf(route, { ...keys(), upload: uploadIds[insider] });
        expect([insider, (await ask(desk.as(personas[insider]), route, { address })).status]).toEqual([insider, 200]);
      }
    },
  );
});

describe('what is hostile to the API of Desk.com', () => {
  const SHARES = 8;
  /** What an address can carry: no lone surrogate, and nothing longer than any server takes. */
  const addressable = HOSTILE_TEXTS.filter((value) => value !== '\uD800' && value !== '' && value.length < 250);

  /** Every value somewhere, not everywhere: the verbs behind are attacked with all of them where they are at home. */
  const share = <T>(values: readonly T[], place: number): T[] =>
    values.filter((_, index) => (index + place) % SHARES === 0);

  async function expectCalm(route: DeskRoute, requests: { address?: string; query?: string; body?: unknown }[]) {
    const caller = desk.as(desk.administrator);
    const failures: unknown[] = [];
    for (const [index, request] of requests.entries()) {
      if (index % 100 === 0) desk.clock.advance(60_000);
      const { status, text } = await ask(caller, route, request);
      const said = text === '' ? {} : JSON.parse(text);
      const isTold = status < 400 || typeof said.message === 'string';
      if (status >= 500 || status === 429 || !isTold) failures.push({ ...request, status, said });
    }
    expect(failures).toEqual([]);
  }

  /** One of those that read or take the same: what is asked of them is understood in one place. */
  const oneOfEach = (what: (route: DeskRoute) => unknown) =>
    routes.filter(([, route], index) => {
      const same = routes.findIndex(([, other]) => what(other) === what(route));
      return what(route) !== undefined && same === index;
    });

  it.each(routes.filter(([, { path }]) => path.includes(':')))(
    'in the address of %s does nothing',
    async (name, route) => {
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, key = '']) => key);
      const requests = names.flatMap((key, place) =>
        share(addressable, place + route.path.length).map((value, index) => ({
          address: addressOf(route, { ...keys(), [key]: index % 2 ? value : `e-${value}` }),
          body: BODIES[name],
        })),
      );
      await expectCalm(route, requests);
    },
  );

  it('in what every list can be asked does nothing', async () => {
    const [, route] = routes.find(([name]) => name === 'GET /cases')!;
    const parameters = ['page', 'per_page', 'sort_field', 'sort_direction', 'since_id', 'max_id', 'fields', 'embed'];
    const asked = (name: string, value: string) => ({ query: `?${new URLSearchParams({ [name]: value })}` });
    await expectCalm(route, [
      ...parameters.flatMap((name, place) => share(addressable, place).map((value) => asked(name, value))),
      ...addressable.flatMap((value) => [asked('custom_x', value), asked(`custom_${value}`, 'x'), asked(value, 'x')]),
    ]);
  });

  it.each(oneOfEach(({ does, reads }) => (does === 'list' ? reads.filters : undefined)))(
    'in the parameters of %s does nothing',
    async (_, route) => {
      const requests = Object.keys(route.reads.filters ?? {}).flatMap((name, place) =>
        share(addressable, place).map((value) => ({ query: `?${new URLSearchParams({ [name]: value })}` })),
      );
      await expectCalm(route, requests);
    },
  );
});
