import { followersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase, somebody } from '../case/case.factory.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const follow = (who: Person, caseId: number, userId = who.id) =>
  desk.as(who).call(followersApi.add, { params: { caseId, userId } });

describe('following a case', () => {
  it('is told once in its history, and ended again', async () => {
    const { id, sequence } = await aCase(desk);
    await follow(desk.agent, id);
    const { followers } = await follow(desk.agent, id);
    expect(followers).toEqual([{ id: desk.agent.id, name: 'Mia Larsen' }]);
    expect((await readCase(desk, id)).sequence).toBe(sequence + 1);

    await desk.as(desk.agent).call(followersApi.remove, { params: { caseId: id, userId: desk.agent.id } });
    expect(await readCase(desk, id)).toMatchObject({ followers: [], sequence: sequence + 2 });
  });

  it('can be asked of a colleague who may see it, by who may change it', async () => {
    const { id } = await aCase(desk);
    const [colleague, blind] = [await desk.aUser({ name: 'Fay' }), await somebody(desk, { scope: 'assigned' })];
    expect((await follow(desk.agent, id, colleague.id)).followers).toMatchObject([{ name: 'Fay' }]);

    const asked = { params: { caseId: id, userId: blind.id } };
    expect(await desk.as(desk.agent).refusal(followersApi.add, asked)).toEqual({
      status: 422,
      code: 'request.invalid',
    });
    expect(await desk.as(blind).refusal(followersApi.add, asked)).toEqual({ status: 404, code: 'case.not-found' });
    const reader = desk.as(await somebody(desk, { permissions: ['cases:view'] }));
    const another = { params: { caseId: id, userId: desk.agent.id } };
    expect(await reader.refusal(followersApi.add, another)).toEqual({ status: 403, code: 'permission.denied' });
  });
});
