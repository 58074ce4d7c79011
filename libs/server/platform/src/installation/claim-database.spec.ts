import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { InstallationSecret } from '../config/index.ts';
import { claimDatabase } from './claim-database.ts';

const OURS = new InstallationSecret('the secret that this desk was set up with');
const ANOTHER = new InstallationSecret('the secret of a desk in another building');

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.sql.run(`DELETE FROM settings WHERE key = 'installation'`));

const claim = (secret: InstallationSecret) => claimDatabase(desk.sql, secret);
const claimed = () => desk.sql.rows(`SELECT value FROM settings WHERE key = 'installation'`);

it('lets processes of one desk that start at the same moment agree', async () => {
  for (let round = 0; round < 10; round++) {
    await desk.sql.run(`DELETE FROM settings WHERE key = 'installation'`);
    await Promise.all(Array.from({ length: 8 }, () => claim(OURS)));
    expect(await claimed()).toHaveLength(1);
  }
});

it('stays with whoever claimed it first', async () => {
  await claim(OURS);
  const before = await claimed();
  await expect(claim(ANOTHER)).rejects.toThrow(/not the one this database was set up with: give BUREAU_SECRET/);
  await claim(OURS);
  expect(await claimed()).toEqual(before);
});
