import { casesApi } from '@bureau/contracts';
import { Client } from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { aDesk } from '../../../../../test/fixtures/desk.ts';
import { OutboxRelay } from './outbox-relay.ts';

it('brings again what a relay gave to a queue that lost it before the relay had ended', async () => {
  const desk = await aDesk();
  await desk.drain();
  await desk.running.get(OutboxRelay).stop();
  const customer = { address: 'ana@customer.example' };
  await desk.as(desk.agent).call(casesApi.open, { body: { subject: 'The grinder hums', text: 'Help.', customer } });

  const relay = new Client({ connectionString: desk.database.url });
  await relay.connect();
  onTestFinished(() => relay.end());
  await relay.query('BEGIN');
  await relay.query('UPDATE outbox SET relayed_at = now() WHERE relayed_at IS NULL');
  await desk.sql.run('TRUNCATE pgboss.job');
  const waiting = () =>
    relay.query(
      `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE NOT granted AND datname = current_database() AND query LIKE '%FROM outbox%'`,
    );
  await vi.waitFor(async () => expect((await waiting()).rowCount).toBe(1), { timeout: 10_000 });
  await relay.query('COMMIT');

  const handled = () =>
    desk.sql.rows(
      `SELECT FROM handled_events JOIN outbox ON outbox.id = event_id
       WHERE subscriber = 'rules-on-opened' AND name = 'case.opened'`,
    );
  await vi.waitFor(async () => expect(await handled()).toHaveLength(1), { timeout: 10_000 });
});
