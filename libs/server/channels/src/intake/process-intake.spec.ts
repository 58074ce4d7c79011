import { JobWorkers, StorageUnavailable } from '@bureau/platform';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail } from '../../../../../test/fixtures/mail.ts';
import { MailReader } from '../email/read/index.ts';
import { ProcessIntake } from './process-intake.ts';
import { SweepIntake } from './sweep-intake.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
  await desk.running.get(JobWorkers).stop();
});
afterAll(() => closeDesk(desk));

/** A mail that is safe and waits: nobody works here but the test. */
async function aWaitingMail(): Promise<number> {
  await sendMail(desk, { from: `${crypto.randomUUID()}@customer.example` });
  const row = await desk.sql.row<{ id: number }>('SELECT max(id) AS id FROM intake_items');
  return row?.id ?? 0;
}

const fateOf = async (id: number) =>
  (await desk.sql.row<{ fate: string }>('SELECT fate FROM intake_items WHERE id = $1', [id]))?.fate;

it('does not blame a mail for a storage that is away, however long', async () => {
  const id = await aWaitingMail();
  const blobs = path.join(desk.dataDir, 'blobs');
  await desk.sql.run('UPDATE intake_items SET attempts = 50 WHERE id = $1', [id]);
  await rename(blobs, `${blobs}.away`);
  await expect(desk.running.get(ProcessIntake).run(id)).rejects.toThrow(StorageUnavailable);
  expect(await fateOf(id)).toBe('waiting');

  await rename(`${blobs}.away`, blobs);
  await desk.running.get(ProcessIntake).run(id);
  expect(await fateOf(id)).toBe('message');
});

it('comes back to a mail whose job used up its attempts while the database was away', async () => {
  const id = await aWaitingMail();
  await desk.sql.run(`UPDATE pgboss.job SET state = 'failed', completed_on = now() WHERE name = 'intake.process'`);
  await desk.running.get(JobWorkers).start();
  desk.clock.advance(60_000);
  await desk.running.get(SweepIntake).sweep();
  await desk.drain();
  expect(await fateOf(id)).toBe('message');
  await desk.running.get(JobWorkers).stop();
});

it('does not blame a mail for a desk that stops while reading it', async () => {
  const id = await aWaitingMail();
  const reader = desk.running.get(MailReader);
  let running = true;
  const run = desk.running
    .get(ProcessIntake)
    .run(id)
    .finally(() => (running = false));
  const outcome = expect(run).rejects.toThrow(/parser was stopped/);
  while (running) {
    await reader.close();
    // Closing a closed reader takes no time at all: without this the loop would keep everybody else from running.
    await nextTurn();
  }
  await outcome;
  expect(await fateOf(id)).toBe('waiting');
});
