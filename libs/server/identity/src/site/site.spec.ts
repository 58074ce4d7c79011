import { auditApi, siteApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const ada = () => desk.as(desk.administrator);

describe('what the whole desk has in common', () => {
  it('is for everybody to read and for some to change', async () => {
    const body = { companyName: 'Larkspur & Sons', timeZone: 'Europe/Lisbon', languages: ['en', 'de', 'en'] };
    expect(await ada().call(siteApi.change, { body })).toMatchObject({
      companyName: 'Larkspur & Sons',
      timeZone: 'Europe/Lisbon',
      languages: ['en', 'de'],
      defaultLanguage: 'en',
    });
    expect(await desk.as(desk.agent).call(siteApi.read, {})).toMatchObject({ companyName: 'Larkspur & Sons' });
    const refused = await desk.as(desk.agent).refusal(siteApi.change, { body });
    expect(refused).toEqual({ status: 403, code: 'permission.denied' });
    const manager = desk.as(await desk.aUser({ role: 'administrative-manager' }));
    expect(await manager.call(siteApi.change, { body: { defaultLanguage: 'de' } })).toMatchObject({
      defaultLanguage: 'de',
    });
  });

  it('is told in the audit log', async () => {
    await ada().call(siteApi.change, { body: { timeZone: 'America/Toronto' } });
    const { items } = await ada().call(auditApi.list, { query: { noun: 'site', limit: 1 } });
    expect(items[0]).toMatchObject({ action: 'changed', after: { timeZone: 'America/Toronto' } });
  });

  it('speaks one of its languages when it does not know the customer’s', async () => {
    const said = async (body: object) => {
      const response = await ada().send(siteApi.change, { body });
      return [response.status, await response.json()];
    };
    expect(await said({ languages: ['fr'] })).toMatchObject([422, { errors: [{ path: 'languages' }] }]);
    expect(await said({ defaultLanguage: 'fr' })).toMatchObject([422, { errors: [{ path: 'defaultLanguage' }] }]);
    expect((await said({ languages: ['fr', 'pt-BR'], defaultLanguage: 'pt-BR' }))[0]).toBe(200);
  });

  it.each([
    [{ timeZone: 'Lisbon' }, 'timeZone'],
    [{ timeZone: '' }, 'timeZone'],
    [{ companyName: ' ' }, 'companyName'],
    [{ companyName: 'a\u0000b' }, 'companyName'],
    [{ languages: ['english'] }, 'languages.0'],
    [{ languages: [] }, 'languages'],
    [{}, 'body'],
  ])('is not %j', async (body, path) => {
    const response = await ada().send(siteApi.change, { body });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path }] }]);
  });

  it('does not lose what a colleague has changed meanwhile', async () => {
    const seen = await ada().send(siteApi.read, {});
    const etag = seen.headers.get('etag') ?? '';
    await ada().call(siteApi.change, { body: { companyName: 'Larkspur' } });
    const late = await ada().send(siteApi.change, { body: { companyName: 'Lark' } }, { 'if-match': etag });
    expect(late.status).toBe(412);
  });
});
