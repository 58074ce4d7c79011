import { draftsApi } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase } from '../case/case.factory.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const written = { html: '<p>Hello</p>', text: 'Hello', sequence: 1 };

it('an unsent answer remembers from which account, for whom and how it is to leave on its network', async () => {
  const agent = desk.as(desk.agent);
  const params = { caseId: (await aCase(desk)).id };
  const post = { accountId: 7, audience: 'private' as const, answers: 9, split: true };
  await agent.call(draftsApi.save, { params, body: { ...written, post } });
  expect((await agent.call(draftsApi.get, { params })).draft?.post).toEqual(post);

  await agent.call(draftsApi.save, { params, body: written });
  expect((await agent.call(draftsApi.get, { params })).draft?.post).toBeNull();
});
