import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { attachmentsApi, casesApi, intakeApi, systemLogApi } from '@bureau/contracts';
import { JobWorkers } from '@bureau/platform';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { aDesk, type TestDesk } from '../fixtures/desk.ts';
import { Installation, MAILBOX } from '../fixtures/installation.ts';
import { sendMail } from '../fixtures/mail.ts';
import { createEmptyDatabase, type TestDatabase } from '../setup/test-database.ts';
import { until } from '../setup/until.ts';
import { transmit } from './ledger/smtp-client.ts';

const someone = () => `${crypto.randomUUID()}@customer.example`;

async function itemsOf(desk: TestDesk) {
  return (await desk.as(desk.administrator).call(intakeApi.list, { query: { limit: 100 } })).items;
}

it('puts a mail aside that cannot be read, tells, and goes on with those behind it (F7)', async () => {
  const desk = await aDesk();
  const admin = desk.as(desk.administrator);
  await desk.running.get(JobWorkers).stop();
  for (const subject of ['Before', 'Poison', 'Behind']) await sendMail(desk, { from: someone(), subject });
  const poison = (await itemsOf(desk))[1]!;
  const blob = path.join(desk.dataDir, 'blobs', poison.sha256.slice(0, 2), poison.sha256.slice(2, 4), poison.sha256);
  await rename(blob, `${blob}.lost`);

  await desk.running.get(JobWorkers).start();
  await desk.drain();
  const [behind, aside, before] = await itemsOf(desk);
  expect([before, aside, behind]).toMatchObject([{ fate: 'message' }, { fate: 'failed' }, { fate: 'message' }]);
  expect(aside?.reason).toMatch(/could not be read/);
  const { items: told } = await admin.call(systemLogApi.list, { query: {} });
  expect(told[0]).toMatchObject({ level: 'error', part: 'intake', details: { intakeId: poison.id } });

  await rename(`${blob}.lost`, blob);
  await admin.call(intakeApi.run, { params: { intakeId: poison.id } });
  await desk.drain();
  expect((await itemsOf(desk))[1]).toMatchObject({ fate: 'message', subject: 'Poison' });
});

describe('a storage that takes nothing (F9)', () => {
  /** What a sender hears, and what an agent who attaches a file. */
  async function tryBoth(desk: TestDesk, bytes: number) {
    const text = crypto.randomUUID().repeat(bytes / 36);
    const heard = await sendMail(desk, { from: someone(), text }).then(
      () => '250',
      (error: { response?: string }) => error.response ?? String(error),
    );
    const query = new URLSearchParams({ fileName: 'manual.txt' });
    const path = `/api/v3${attachmentsApi.upload.path}?${query}`;
    const headers = { 'content-type': 'application/octet-stream' };
    const upload = await desk.as(desk.agent).fetch(path, { method: 'POST', body: text, headers });
    const ready = await desk.anybody.fetch('/health/ready');
    return { heard, upload: upload.status, ready: ready.status };
  }

  async function traces(desk: TestDesk) {
    const counts = await desk.sql.row<{ items: number; blobs: number; uploads: number }>(
      `SELECT (SELECT count(*) FROM intake_items) AS items, (SELECT count(*) FROM blobs) AS blobs,
         (SELECT count(*) FROM uploads) AS uploads`,
    );
    const halves = await readdir(path.join(desk.dataDir, 'blobs/incoming')).catch(() => []);
    return { ...counts, halves: halves.length };
  }

  it.skipIf(!canMount())(
    'because the disk is full: 451 and 503, nothing half-saved, and all goes on when there is room',
    async () => {
      const dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-small-'));
      const blobs = path.join(dataDir, 'blobs');
      await mkdir(blobs);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', blobs]);
      const desk = await aDesk({ dataDir });
      onTestFinished(() => void execFileSync('umount', ['-l', blobs]));
      const before = await traces(desk);

      const refused = await tryBoth(desk, 600_000);
      expect(refused).toMatchObject({ heard: expect.stringMatching(/^451 /), upload: 503 });
      expect(await traces(desk)).toEqual(before);

      execFileSync('mount', ['-o', 'remount,size=40m', blobs]);
      expect(await tryBoth(desk, 600_000)).toEqual({ heard: '250', upload: 201, ready: 200 });
      await desk.drain();
      expect(await itemsOf(desk)).toMatchObject([{ fate: 'message' }]);
    },
  );

  it('because it is gone: 451 and 503, not ready, and nothing is lost when it is back', async () => {
    const desk = await aDesk();
    await sendMail(desk, { from: someone() });
    await desk.drain();
    const before = await traces(desk);
    const blobs = path.join(desk.dataDir, 'blobs');
    await rename(blobs, `${blobs}.away`);

    const refused = await tryBoth(desk, 3_600);
    expect(refused).toEqual({ heard: expect.stringMatching(/^451 /), upload: 503, ready: 503 });
    await rename(`${blobs}.away`, blobs);
    expect(await traces(desk)).toEqual(before);
    expect(await tryBoth(desk, 3_600)).toEqual({ heard: '250', upload: 201, ready: 200 });
    await desk.drain();
    expect(await itemsOf(desk)).toMatchObject([{ fate: 'message' }, { fate: 'message' }]);
  });
});

describe('a thousand mails from one sender (F12)', () => {
  const FLOOD = 1_000;
  const HUMANS = 10;
  const flooder = `robot-${crypto.randomUUID()}@customer.example`;
  let database: TestDatabase;
  let bureau: Installation;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    bureau = await Installation.start({ databaseUrl: database.url, processes: { desk: 'api,worker' } });
    const hasMailbox = async () =>
      (await bureau.sql.query('UPDATE mailboxes SET auto_acknowledge = true')).rowCount === 1;
    await until(hasMailbox, { what: 'the desk has set itself up', withinMs: 10_000 });
  });
  afterAll(async () => {
    await bureau?.stop();
    await database.drop();
  });

  async function write(from: string, subject: string): Promise<void> {
    const raw = `From: <${from}>\r\nTo: <${MAILBOX}>\r\nSubject: ${subject}\r\nMessage-ID: <${crypto.randomUUID()}@x.example>\r\n\r\n${subject}`;
    expect(await transmit({ port: bureau.process('desk').smtpPort, from, to: MAILBOX, raw })).toBe(true);
  }

  /** Milliseconds until a human's mail is a case that agents see. */
  async function writeAndSee(subject: string): Promise<number> {
    const from = someone();
    await write(from, subject);
    const seen = async () => {
      const { items } = await bureau.api('desk').call(casesApi.list, { query: { limit: 100 } });
      return items.some(({ customer }) => customer.address === from);
    };
    return until(seen, { what: `${subject} is a case`, withinMs: 60_000, everyMs: 50 });
  }

  it('each has its fate, at most three are acknowledged, and people in between are not kept waiting', async () => {
    const delays: Promise<number>[] = [];
    const start = performance.now();
    const robots = Array.from({ length: 4 }, async (_, robot) => {
      for (let n = robot; n < FLOOD; n += 4) {
        await write(flooder, `Alarm ${n}`);
        if (n % (FLOOD / HUMANS) === 0) delays.push(writeAndSee(`A person asks ${n}`));
      }
    });
    await Promise.all(robots);
    const sentInMs = Math.round(performance.now() - start);
    const waits = await Promise.all(delays);
    const fates = async () => {
      const { rows } = await bureau.sql.query<{ fate: string; count: string }>(
        'SELECT fate, count(*) FROM intake_items GROUP BY 1',
      );
      return Object.fromEntries(rows.map(({ fate, count }) => [fate, Number(count)]));
    };
    await until(async () => !(await fates())['waiting'], {
      what: 'every mail has its fate',
      withinMs: 60_000,
      everyMs: 250,
    });
    console.info(`Flood: ${FLOOD} mails in ${sentInMs} ms, people waited ${waits.sort((a, b) => a - b).join(', ')} ms`);

    expect(waits).toHaveLength(HUMANS);
    expect(Math.max(...waits)).toBeLessThan(30_000);
    expect(await fates()).toEqual({ message: FLOOD + HUMANS });
    const isQuiet = async () =>
      (
        await bureau.sql.query(
          `SELECT FROM deliveries WHERE state IN ('pending', 'sending') UNION ALL SELECT FROM outbox WHERE relayed_at IS NULL`,
        )
      ).rowCount === 0;
    await until(isQuiet, { what: 'what is to be sent is sent', withinMs: 30_000, everyMs: 250 });
    expect((await bureau.sandbox.mailsFor(flooder)).length).toBeLessThanOrEqual(3);
  });
});

function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && mountsTmpfs();
}

function mountsTmpfs(): boolean {
  const folder = path.join(tmpdir(), `bureau-mount-${crypto.randomUUID()}`);
  try {
    execFileSync('mkdir', [folder]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    void rm(folder, { recursive: true, force: true });
  }
}
