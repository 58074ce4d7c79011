import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { socialAccountsApi } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../../apps/sandbox/src/start-sandbox.ts';
import { aDesk, type TestDesk } from '../../../../test/fixtures/desk.ts';
import { envBothWays, envOf } from '../../../../test/fixtures/networks.ts';
import { ConnectDemo } from './connect-demo.ts';
import { RemoveDemo } from './remove-demo.ts';

let outside: Sandbox;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-outside-'));
  outside = await startSandbox({ dataDir, connected: true });
});
afterAll(async () => {
  await outside.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Connects two brands as seeding does. */
async function connect(desk: TestDesk): Promise<void> {
  const group = await desk.sql.row<{ id: number }>("INSERT INTO groups (name) VALUES ('Social') RETURNING id");
  const groupId = group!.id;
  const larkspur = { id: desk.brandId, groupId };
  const tideline = { id: await desk.aBrand('Tideline Gear'), groupId };
  await desk.sql.transaction(() => desk.running.get(ConnectDemo).run({ larkspur, tideline }));
  await desk.drain();
}

it('connects the brands of the demo to the sandbox, where their keys are good, and takes them along when it goes', async () => {
  const desk = await aDesk({ env: envOf(outside) });
  await connect(desk);

  const { items } = await desk.as(desk.administrator).call(socialAccountsApi.list, {});
  const found = items.map(({ network, handle, brand, state, missingScopes, avatarUrl }) => ({
    ...{ network, handle, brand: brand.name, state, missingScopes, hasPicture: avatarUrl !== null },
  }));
  const wanted = ['Larkspur Coffee', 'Tideline Gear'].flatMap((brand) =>
    (['x', 'facebook'] as const).map((network) => ({
      ...{ network, brand, state: 'ok', missingScopes: [], hasPicture: true },
      handle: brand.replace(' ', '').toLowerCase(),
    })),
  );
  expect(found).toEqual(wanted);

  await desk.running.get(RemoveDemo).run();
  expect(await desk.sql.rows('SELECT id FROM social_accounts')).toEqual([]);
});

it('hears what customers say there from the first minute: asked, answered, reworded, taken down; and takes that along, too', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bureau-outside-'));
  const talking = await startSandbox({ dataDir: folder, connected: true, stories: true });
  const desk = await aDesk({ env: await envBothWays(talking) });
  await connect(desk);
  const casesOf = async () =>
    (
      await desk.sql.rows<{ about: string }>(
        `SELECT channel || ' ' || brand_id || ' ' || (SELECT count(*) FROM messages m WHERE m.case_id = c.id) AS about
         FROM cases c ORDER BY 1`,
      )
    ).map(({ about }) => about);
  const brands = { larkspur: desk.brandId, tideline: desk.brandId + 1 };
  await expect.poll(casesOf, { timeout: 60_000 }).toHaveLength(10);
  // What the company said itself on X, and what was taken down there, is asked for.
  desk.clock.advance(30 * 60_000);
  await expect
    .poll(casesOf, { timeout: 60_000 })
    .toEqual(
      [
        ...[`facebook ${brands.larkspur} 1`, `facebook ${brands.larkspur} 1`, `facebook ${brands.larkspur} 1`],
        ...[`facebook ${brands.tideline} 1`, `facebook ${brands.tideline} 3`],
        ...[`twitter ${brands.larkspur} 1`, `twitter ${brands.larkspur} 1`, `twitter ${brands.larkspur} 2`],
        ...[`twitter ${brands.larkspur} 3`, `twitter ${brands.tideline} 1`],
      ].toSorted(),
    );
  const marks = `SELECT count(*) FILTER (WHERE edited_at IS NOT NULL)::int AS edited,
    count(*) FILTER (WHERE deleted_at IS NOT NULL)::int AS deleted, count(reaction)::int AS reactions FROM social_posts`;
  await expect.poll(() => desk.sql.row(marks), { timeout: 60_000 }).toEqual({ edited: 2, deleted: 1, reactions: 1 });
  await desk.drain();
  // Messenger says who somebody is when it is asked, and that is asked once.
  const nameless =
    "SELECT FROM social_posts WHERE NOT by_account AND (writer ->> 'name' = '' OR avatar_sha256 IS NULL)";
  expect(await desk.sql.rows(`${nameless} AND kind = 'message'`)).toEqual([]);
  expect([...talking.x.violations(), ...talking.facebook.violations()]).toEqual([]);

  await desk.running.get(RemoveDemo).run();
  for (const table of ['cases', 'customers', 'social_posts', 'intake_items'])
    expect(await desk.sql.rows(`SELECT FROM ${table}`)).toEqual([]);
  await talking.stop();
  await rm(folder, { recursive: true, force: true });
}, 240_000);

it('sends no keys of the sandbox to the real networks', async () => {
  const desk = await aDesk();
  await connect(desk);
  expect(await desk.sql.rows('SELECT id FROM social_accounts')).toEqual([]);
});
