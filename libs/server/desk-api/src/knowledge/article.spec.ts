import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
let topic: { href: string; class: string };
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
  const { body } = await client.post('/topics', { name: 'Orders', in_support_center: true });
  topic = body._links.self;
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

async function anArticle(fields: object = {}) {
  const sent = { subject: 'Awesome Subject', body: '<p>Awesome <b>apples</b></p>', _links: { topic }, ...fields };
  const answer = await client.post('/articles', sent);
  expect(answer.status).toBe(201);
  return { ...answer.body, path: answer.body._links.self.href.slice('/api/v2'.length) };
}

describe('an article', () => {
  it('is written, read back as it was answered, changed and deleted', async () => {
    const { path, ...made } = await anArticle({
      in_support_center: true,
      quickcode: 'awesome',
      internal_notes: 'Notes to the agent here',
      keywords: 'apple, pear',
    });
    expect(made).toMatchObject({
      subject: 'Awesome Subject',
      body: '<p>Awesome <b>apples</b></p>',
      body_email: 'Awesome apples',
      body_email_auto: true,
      body_web_callback: '<p>Awesome <b>apples</b></p>',
      body_web_callback_auto: true,
      body_twitter: 'Awesome apples',
      rating: null,
      rating_count: 0,
      rating_score: 0,
      keywords: 'apple, pear',
      quickcode: 'awesome',
      in_support_center: true,
      internal_notes: 'Notes to the agent here',
      locale: 'en',
      available_locales: ['en'],
      _links: {
        topic,
        translations: { href: `/api/v2${path}/translations`, class: 'article_translation' },
        created_by: { href: `/api/v2/users/${desk.administrator.id}`, class: 'user' },
      },
    });
    expect((await client.get(path)).body).toEqual(made);

    const changed = await client.patch(path, { ...made, subject: 'Better', in_support_center: false });
    expect(changed).toMatchObject({ status: 200, body: { subject: 'Better', in_support_center: false } });
    expect(changed.body['publish_at']).toBe(Reflect.get(made, 'publish_at'));
    expect((await client.patch(path, changed.body)).body).toEqual(changed.body);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).status).toBe(404);
  });

  it('wants a topic, and one that there is', async () => {
    expect(await client.post('/articles', { subject: 'X', body: 'x' })).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: { _links: { topic: ['blank'] } } },
    });
    const nowhere = { topic: { href: '/api/v2/topics/999999' } };
    expect(await client.post('/articles', { subject: 'X', body: 'x', _links: nowhere })).toMatchObject({
      status: 422,
      body: { errors: { _links: { topic: ['invalid'] } } },
    });
    expect(await client.post('/articles', { body: 'x', _links: { topic } })).toMatchObject({
      body: { errors: { subject: ['blank'] } },
    });
  });

  it('names the body of a channel that is no text, and a time that no calendar has', async () => {
    const { path } = await anArticle({});
    expect(await client.patch(path, { body_chat: ['Hi!'], publish_at: '0000-01-01T00:00:00Z' })).toMatchObject({
      status: 422,
      body: { errors: { body_chat: ['invalid'], publish_at: ['invalid'] } },
    });
    expect((await client.patch(path, { subject: 'Pears' })).status).toBe(200);
  });

  it('has words of its own for a channel until they are to follow from it again', async () => {
    const { path } = await anArticle({ body_email: 'By mail', body_email_auto: false });
    const { body } = await client.patch(path, { body: '<p>Pears</p>', body_chat: 'Hi!' });
    expect(body).toMatchObject({
      body_email: 'By mail',
      body_email_auto: false,
      body_chat: 'Hi!',
      body_chat_auto: false,
      body_phone: 'Pears',
      body_phone_auto: true,
    });
    const again = await client.patch(path, { body_email: 'By mail', body_email_auto: true });
    expect(again.body).toMatchObject({ body_email: 'Pears', body_email_auto: true, body_chat: 'Hi!' });
  });

  it('fits into a post, which ends with where it goes on', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    const { body } = await client.get((await anArticle({ body: long, in_support_center: true })).path);
    const url = String(body['public_url']);
    expect(url).toMatch(/\/customer\/portal\/articles\/\d+-awesome-subject$/);
    expect(body['body_twitter']).toMatch(/^word0 .*\.\.\. http/);
    expect(String(body['body_twitter']).endsWith(url)).toBe(true);
    expect(body['body_qna']).toBe(long);
    expect((await desk.anybody.fetch(new URL(url).pathname)).status).toBe(200);
  });

  it('is nobody’s to read outside as a draft, or while it is for those who work here', async () => {
    expect(await anArticle({ publish_at: null, in_support_center: true })).toMatchObject({
      publish_at: null,
      public_url: null,
    });
    expect(await anArticle()).toMatchObject({ in_support_center: false, public_url: null });
    const soon = '2099-01-01T00:00:00Z';
    expect(await anArticle({ publish_at: soon })).toMatchObject({ publish_at: soon });
  });

  it('is found by words, topic, brand and whether customers see it', async () => {
    const { id } = await anArticle({ subject: 'Kettles', body: 'A kettle whistles.', in_support_center: true });
    const { id: topicId } = (await client.get(topic.href.slice(7))).body;
    const { body: brands } = await client.get('/brands');
    const brandId = brands._embedded.entries[0]!.id;
    const ids = async (query: string) => (await client.get(query)).body._embedded.entries.map((entry) => entry.id);
    expect(await ids('/articles/search?text=whistling')).toEqual([id]);
    expect(await ids('/articles/search?q=kettle+whistles')).toEqual([id]);
    expect(await ids(`/articles/search?text=kettle&topic_ids=${topicId},9&brand_ids=${brandId}`)).toEqual([id]);
    expect(await ids('/articles/search?text=kettle&in_support_center=false')).toEqual([]);
    expect(await ids(`${topic.href.slice(7)}/articles?sort_field=id&sort_direction=desc&per_page=1`)).toEqual([id]);
    expect(await ids(`/brands/${brandId}/articles?sort_field=id&sort_direction=desc&per_page=1`)).toEqual([id]);
    for (const sort of ['id', 'created_at', 'updated_at', 'subject', 'position', 'views', 'rating', 'score']) {
      expect((await client.get(`/articles?sort_field=${sort}`)).status).toBe(200);
    }
  });

  it('stands where it is put among the articles of its topic', async () => {
    const made = await client.post('/topics', { name: 'In order' });
    const _links = { topic: made.body._links.self };
    const first = await anArticle({ _links });
    const second = await anArticle({ _links });
    const third = await anArticle({ _links, position: 2 });
    expect((await client.patch(second.path, { position: 1 })).body).toMatchObject({ id: second.id, position: 1 });
    const { body } = await client.get(`${made.body._links.self.href.slice(7)}/articles?sort_field=position`);
    const standing = body._embedded.entries.map(({ id, position }) => [id, position]);
    expect(standing).toEqual([
      [second.id, 1],
      [first.id, 2],
      [third.id, 3],
    ]);
    expect(await client.patch(third.path, { position: 0 })).toMatchObject({
      status: 422,
      body: { errors: { position: ['invalid'] } },
    });
  });

  it('shows its pictures where it is read', async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const { body } = await client.get(
      (await anArticle({ body: `<p>See <img src="data:image/png;base64,${pixel}"></p>`, in_support_center: true }))
        .path,
    );
    const [, address = ''] = / src="([^"]+)"/.exec(String(body['body'])) ?? [];
    const picture = await desk.anybody.fetch(new URL(address).pathname);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });
});

describe('an article in several languages', () => {
  it('is read in the one that the caller would rather have', async () => {
    const { path } = await anArticle({ subject: 'Apples' });
    const made = await client.post(`${path}/translations`, { locale: 'es', subject: 'Manzanas', body: '<p>Sí</p>' });
    expect(made).toMatchObject({
      status: 201,
      body: { locale: 'es', subject: 'Manzanas', body_chat: 'Sí', body_chat_auto: true, outdated: false },
    });
    const { body } = await client.get(path, { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' });
    expect(body).toMatchObject({ subject: 'Manzanas', locale: 'es', available_locales: ['en', 'es'] });
    expect((await client.get(path, { 'accept-language': 'fr' })).body).toMatchObject({ subject: 'Apples' });
  });

  it('is outdated in all but the first when that changes, until it is written anew', async () => {
    const { path } = await anArticle();
    await client.post(`${path}/translations`, { locale: 'de', subject: 'Äpfel' });
    await client.patch(path, { subject: 'Pears' });
    const { body } = await client.get(`${path}/translations?sort_field=locale`);
    expect(body._embedded.entries.map(({ locale, outdated }) => [locale, outdated])).toEqual([
      ['de', true],
      ['en', false],
    ]);
    expect((await client.patch(`${path}/translations/de`, { subject: 'Birnen' })).body).toMatchObject({
      subject: 'Birnen',
      outdated: false,
    });
    expect((await client.patch(`${path}/translations/de`, { outdated: true })).body).toMatchObject({ outdated: true });
    expect((await client.post(`${path}/translations`, { locale: 'de', subject: 'X' })).status).toBe(422);
    expect((await client.delete(`${path}/translations/de`)).status).toBe(204);
    expect((await client.delete(`${path}/translations/en`)).status).toBe(409);
  });
});
