import { systemLogApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const ada = () => desk.as(desk.administrator);
const unseen = () => ada().call(systemLogApi.unseen, {});
const mark = (entryId: number) => ada().call(systemLogApi.markSeen, { body: { entryId } });
const write = (count: number) =>
  desk.sql.run(
    `INSERT INTO system_log (at, level, part, message) SELECT now(), 'error', 'delivery', 'Refused.'
     FROM generate_series(1, $1)`,
    [count],
  );

describe('the system log', () => {
  it('counts what came since its reader marked it as seen', async () => {
    await write(3);
    const { count, latestId } = await unseen();
    expect(count).toBeGreaterThanOrEqual(3);
    await write(2);
    await mark(latestId!);
    expect(await unseen()).toMatchObject({ count: 2, more: false });
    await mark(999_999_999);
    expect(await unseen()).toEqual({ count: 0, more: false, latestId: null });
    await mark(1);
    expect((await unseen()).count).toBe(0);
  });

  it('counts anew after that, and no further than people care', async () => {
    await write(120);
    expect(await unseen()).toMatchObject({ count: 99, more: true });
  });

  it('is nobody else’s to mark, and of no concern to those who may not read it', async () => {
    expect((await desk.as(desk.agent).refusal(systemLogApi.unseen, {})).status).toBe(403);
    expect((await desk.as(desk.agent).refusal(systemLogApi.markSeen, { body: { entryId: 1 } })).status).toBe(403);
  });
});
