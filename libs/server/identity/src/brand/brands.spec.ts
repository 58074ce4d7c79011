import { brandsApi, rolesApi, usersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const create = (name: string, slug: string) => admin().call(brandsApi.create, { body: { name, slug } });

describe('a brand', () => {
  it('is added and changed by those who may', async () => {
    const { id } = await create('Tern Bikes', 'tern-bikes');
    const change = { params: { brandId: id }, body: { signature: 'The Tern team' } };
    expect(await admin().call(brandsApi.change, change)).toMatchObject({
      id,
      name: 'Tern Bikes',
      slug: 'tern-bikes',
      signature: 'The Tern team',
      defaultMailboxId: null,
      changed: { by: desk.administrator.name },
      userIds: [],
      groupIds: [],
    });
    expect(await desk.as(desk.agent).refusal(brandsApi.change, change)).toMatchObject({ status: 403 });
  });

  it('has a slug of its own that can stand in an address', async () => {
    await create('One', 'one');
    const refused = (slug: string) => admin().refusal(brandsApi.create, { body: { name: 'Two', slug } });
    expect(await refused('one')).toEqual({ status: 409, code: 'brand.slug-taken' });
    for (const slug of ['', 'Two', 'a b', '../x', '-a', 'a--b', '%00', 'ü']) {
      expect(await refused(slug)).toEqual({ status: 422, code: 'request.invalid' });
    }
  });

  it('answers from one of its own mailboxes', async () => {
    const { id } = await create('Heron Boats', 'heron-boats');
    const own = await desk.aMailbox('heron@larkspur.example', { brandId: id });
    const foreign = desk.mailbox.id;
    const choose = (defaultMailboxId: number | null) => ({ params: { brandId: id }, body: { defaultMailboxId } });

    expect(await admin().call(brandsApi.change, choose(own.id))).toMatchObject({ defaultMailboxId: own.id });
    expect(await admin().refusal(brandsApi.change, choose(foreign))).toEqual({ status: 422, code: 'request.invalid' });
  });

  it('is deleted only when nothing belongs to it', async () => {
    const { id } = await create('Gone', 'gone');
    const params = { brandId: id };
    expect(await desk.as(desk.agent).refusal(brandsApi.remove, { params })).toMatchObject({ status: 403 });
    expect(await admin().refusal(brandsApi.remove, { params: { brandId: desk.brandId } })).toEqual({
      status: 409,
      code: 'brand.in-use',
    });

    await admin().call(brandsApi.remove, { params });
    expect(await admin().refusal(brandsApi.read, { params })).toEqual({ status: 404, code: 'brand.not-found' });
  });

  it('does not exist for whoever serves only others (S32)', async () => {
    const foreign = await create('Foreign', 'foreign');
    const body = {
      name: 'Own brands',
      permissions: ['users:view' as const, 'brands:manage' as const],
      ownBrandsOnly: true,
    };
    const role = await admin().call(rolesApi.create, { body });
    const person = await desk.aUser();
    const fields = { roleId: role.id, brandIds: [desk.brandId] };
    await admin().call(usersApi.change, { params: { userId: person.id }, body: fields });

    const { items } = await desk.as(person).call(brandsApi.list, {});
    expect(items.map(({ id }) => id)).toEqual([desk.brandId]);
    const params = { brandId: foreign.id };
    expect(await desk.as(person).refusal(brandsApi.read, { params })).toEqual({ status: 404, code: 'brand.not-found' });
    expect(await desk.as(person).refusal(brandsApi.change, { params, body: { name: 'Mine' } })).toMatchObject({
      status: 404,
    });
    expect(await desk.as(person).refusal(brandsApi.create, { body: { name: 'New', slug: 'new' } })).toMatchObject({
      status: 403,
    });
  });
});
