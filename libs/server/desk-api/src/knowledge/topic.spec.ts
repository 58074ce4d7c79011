import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brandsApi } from '@bureau/contracts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

async function aTopic(fields: object = {}) {
  const answer = await client.post('/topics', { name: 'Customer Support', in_support_center: true, ...fields });
  expect(answer.status).toBe(201);
  return { ...answer.body, path: answer.body._links.self.href.slice('/api/v2'.length) };
}

describe('a topic', () => {
  it('is made, read back as it was answered, changed and deleted', async () => {
    const made = await client.post('/topics', {
      name: 'Customer Support',
      description: 'This is key to going from good to great',
      allow_questions: false,
      in_support_center: true,
    });
    const path = made.body._links.self.href.slice(7);
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'Customer Support',
        description: 'This is key to going from good to great',
        allow_questions: false,
        in_support_center: true,
        locale: 'en',
        _links: {
          self: { href: `/api/v2${path}`, class: 'topic' },
          articles: { href: `/api/v2${path}/articles`, class: 'article', count: 0 },
          translations: { href: `/api/v2${path}/translations`, class: 'topic_translation' },
        },
      },
    });
    expect(made.headers.get('location')).toContain(made.body._links.self.href);
    expect((await client.get(path)).body).toEqual(made.body);

    const changed = await client.patch(path, { ...made.body, name: 'Support', in_support_center: false });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Support', in_support_center: false } });
    expect((await client.patch(path, changed.body)).body).toEqual(changed.body);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).status).toBe(404);
  });

  it('is not for customers until somebody says so', async () => {
    expect(await client.post('/topics', { name: 'Quiet' })).toMatchObject({ body: { in_support_center: false } });
  });

  it('wants a name', async () => {
    expect(await client.post('/topics', { description: 'Nothing' })).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: { name: ['blank'] } },
    });
  });

  it('goes to the place that it is given', async () => {
    const [first, second] = [await aTopic({ name: 'First', position: 1 }), await aTopic({ name: 'Second' })];
    await client.patch(second.path, { position: 1 });
    const { body } = await client.get('/topics?sort_field=position&per_page=2');
    expect(body._embedded.entries.map(({ id, position }) => [id, position])).toEqual([
      [second.id, 1],
      [first.id, 2],
    ]);
  });

  it('is listed for its brands, and apart from what customers do not see', async () => {
    const other = await desk
      .as(desk.administrator)
      .call(brandsApi.create, { body: { name: 'Wrenfield', slug: 'wrenfield' } });
    const { id, path } = await aTopic({ brand_ids: [other.id] });
    const ids = async (address: string) => (await client.get(address)).body._embedded.entries.map((entry) => entry.id);
    expect(await ids(`/topics?brand_id=${other.id}`)).toEqual([id]);
    expect(await ids(`/brands/${other.id}/topics`)).toEqual([id]);
    expect(await ids(`${path}/brands`)).toEqual([other.id]);
    expect(await ids('/topics?in_support_center=true')).toContain(id);
    expect(await ids('/topics?in_support_center=false')).not.toContain(id);
    expect((await client.get(`/brands/${other.id}`)).body).toMatchObject({ name: 'Wrenfield' });
    expect((await client.get('/topics?in_support_center=perhaps')).status).toBe(422);
  });
});

describe('a topic in several languages', () => {
  it('is written in another one, and read in the one that the caller would rather have', async () => {
    const { path } = await aTopic({ name: 'Orders' });
    const made = await client.post(`${path}/translations`, { locale: 'pt_br', name: 'Pedidos' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'Pedidos',
        locale: 'pt_br',
        _links: { self: { href: `/api/v2${path}/translations/pt_br`, class: 'topic_translation' } },
      },
    });
    const inWords = async (accepted: string) => (await client.get(path, { 'accept-language': accepted })).body['name'];
    expect(await inWords('pt-BR,en;q=0.5')).toBe('Pedidos');
    expect(await inWords('fr,en;q=0.5,pt-BR;q=0.7')).toBe('Pedidos');
    expect(await inWords('en-GB')).toBe('Orders');
    expect(await inWords('*')).toBe('Orders');

    await client.patch(path, { name: 'Encomendas' }, { 'accept-language': 'pt-br' });
    const { body } = await client.get(`${path}/translations?sort_field=locale`);
    expect(body._embedded.entries.map(({ locale, name }) => [locale, name])).toEqual([
      ['en', 'Orders'],
      ['pt_br', 'Encomendas'],
    ]);
  });

  it('has each language once, and keeps its first', async () => {
    const { path } = await aTopic();
    expect(await client.post(`${path}/translations`, { locale: 'en', name: 'Again' })).toMatchObject({
      status: 422,
      body: { errors: { locale: ['invalid'] } },
    });
    expect((await client.post(`${path}/translations`, { locale: 'not a language', name: 'X' })).status).toBe(422);
    expect((await client.post(`${path}/translations`, { name: 'X' })).body).toMatchObject({
      errors: { locale: ['blank'] },
    });
    await client.post(`${path}/translations`, { locale: 'de', name: 'Hilfe' });
    expect((await client.patch(`${path}/translations/de`, { name: 'Rat' })).body).toMatchObject({ name: 'Rat' });
    expect((await client.delete(`${path}/translations/de`)).status).toBe(204);
    expect((await client.delete(`${path}/translations/en`)).status).toBe(409);
    expect((await client.get(`${path}/translations/de`)).status).toBe(404);
  });
});
