import { UserRepository } from '@bureau/identity';
import { RoomRules } from '@bureau/platform';
import { expect, it } from 'vitest';
import { aDesk } from '../../../../../test/fixtures/desk.ts';

it('tells of posts that wait only whoever may read them', async () => {
  const desk = await aDesk();
  const mayJoin = async (userId: number) => {
    const actor = await desk.running.get(UserRepository).actor(userId);
    return actor !== undefined && desk.running.get(RoomRules).mayJoin(actor, 'questions');
  };
  expect(await mayJoin(desk.administrator.id)).toBe(true);
  expect(await mayJoin(desk.agent.id)).toBe(false);
});
