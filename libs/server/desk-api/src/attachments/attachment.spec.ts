import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
let casePath: string;
let articlePath: string;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
  const message = { direction: 'in', from: 'Ana Flores <ana@customer.example>', body: 'Where is it?' };
  casePath = (await client.post('/cases', { subject: 'Files', message })).body._links.self.href.slice(7);
  const topic = (await client.post('/topics', { name: 'Files' })).body._links.self;
  const article = await client.post('/articles', { subject: 'Files', body: 'Here', _links: { topic } });
  articlePath = article.body._links.self.href.slice(7);
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const aFile = (fields: object = {}) => ({
  file_name: 'order.csv',
  content_type: 'text/csv',
  content: Buffer.from('a;b\n1;2\n').toString('base64'),
  ...fields,
});

/** As clients load it: the redirect first, then its address without any credentials. */
async function load(path: string) {
  const redirect = await client.api.fetch(`/api/v2${path}/url`, { redirect: 'manual' });
  const address = redirect.headers.get('location') ?? '';
  const { pathname } = new URL(address);
  return { redirect, pathname, answer: await desk.anybody.fetch(pathname) };
}

describe.each([
  ['a case', () => casePath],
  ['an article', () => articlePath],
])('a file of %s', (_, place) => {
  it('is added, listed, read and loaded from an address of its own', async () => {
    const made = await client.post(`${place()}/attachments`, aFile());
    const path = made.body._links.self.href.slice(7);
    expect(made).toMatchObject({
      status: 201,
      body: {
        file_name: 'order.csv',
        content_type: 'text/csv',
        size: 8,
        url: expect.stringMatching(/^https?:\/\/.*\/attachments\/\d+\/url$/),
        erased_at: null,
        _links: {
          self: { class: 'attachment' },
          uploaded_by: { href: `/api/v2/users/${desk.administrator.id}`, class: 'user' },
        },
      },
    });
    expect(path).toMatch(new RegExp(`^${place()}/attachments/\\d+$`));
    expect((await client.get(path)).body).toEqual(made.body);
    const { body } = await client.get(`${place()}/attachments?sort_field=id&sort_direction=desc`);
    expect(body._embedded.entries[0]).toEqual(made.body);

    const { redirect, answer } = await load(path);
    expect([redirect.status, redirect.headers.get('content-type')]).toEqual([302, 'text/html; charset=utf-8']);
    expect([answer.status, await answer.text()]).toEqual([200, 'a;b\n1;2\n']);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toContain('filename="order.csv"');
  });

  it('is loaded for five minutes, and by no other address', async () => {
    const { body } = await client.post(`${place()}/attachments`, aFile());
    const { pathname } = await load(body._links.self.href.slice(7));
    const [, of = ''] = /downloads\/(\w+)-/.exec(pathname) ?? [];
    const forged = pathname.replace(`${of}-${body.id}`, `${of}-${body.id + 1}`);
    expect((await desk.anybody.fetch(forged)).status).toBe(404);
    desk.clock.advance(301_000);
    expect((await desk.anybody.fetch(pathname)).status).toBe(404);
  });

  it('never runs in a browser, whatever it says that it is', async () => {
    const page = aFile({ file_name: 'page".html', content_type: 'text/html' });
    const { body } = await client.post(`${place()}/attachments`, page);
    const { answer } = await load(body._links.self.href.slice(7));
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is refused without a name, without bytes, and when it is too large', async () => {
    expect((await client.post(`${place()}/attachments`, aFile({ file_name: '' }))).body).toMatchObject({
      errors: { file_name: ['blank'] },
    });
    expect((await client.post(`${place()}/attachments`, aFile({ content: '' }))).body).toMatchObject({
      errors: { content: ['blank'] },
    });
    expect((await client.post(`${place()}/attachments`, aFile({ content: 'no base64!' }))).body).toMatchObject({
      errors: { content: ['invalid'] },
    });
    const large = Buffer.alloc(20 * 1024 * 1024 + 1).toString('base64');
    expect((await client.post(`${place()}/attachments`, aFile({ content: large }))).status).toBe(413);
  });

  it('is deleted, and cannot be loaded any more', async () => {
    const { body } = await client.post(`${place()}/attachments`, aFile({ content: 'Z29uZQ==' }));
    const path = body._links.self.href.slice(7);
    const { pathname } = await load(path);
    expect((await client.delete(path)).status).toBe(204);
    expect((await desk.anybody.fetch(pathname)).status).toBe(404);
  });
});

it('tells the files of the message and of each reply apart', async () => {
  await client.post(`${casePath}/attachments`, aFile());
  const reply = await client.post(`${casePath}/replies`, { body: 'Here it is.', status: 'pending' });
  const count = async (path: string) => (await client.get(`${path}/attachments`)).body.total_entries;
  expect(await count(`${casePath}/message`)).toBe(0);
  expect(await count(reply.body._links.self.href.slice(7))).toBe(0);
  const { body } = await client.get(casePath);
  expect(body._links['attachments']).toMatchObject({ class: 'attachment', count: await count(casePath) });
});
