import { sessionApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../fixtures/api-client.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  // Behind a proxy on this machine, so that a test can come from anywhere.
  desk = await startTestDesk({ env: { BUREAU_TRUSTED_PROXY: '127.0.0.1' } });
});
afterAll(() => closeDesk(desk));

const from = (ip: string): ApiClient => desk.anybody.with({ 'x-forwarded-for': ip });
const guess = (email: string, ip: string, password = 'wrong') =>
  from(ip).send(sessionApi.signIn, { body: { email, password } });
let lastIp = 0;
const someIp = () => `198.51.100.${(lastIp += 1)}`;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

describe('whoever guesses', () => {
  it('gets the same answer for a wrong password, an unknown address and a user who left', async () => {
    const person = await desk.aUser();
    const left = await desk.aUser();
    await desk.sql.run('UPDATE users SET disabled_at = now() WHERE id = $1', [left.id]);

    const answers = await Promise.all(
      [
        [person.email, 'wrong'],
        ['nobody@desk.example', 'wrong'],
        [left.email, left.password],
      ].map(async ([email, password]) => {
        const answer = await guess(email!, someIp(), password);
        const { requestId: _, ...body } = (await answer.json()) as Record<string, unknown>;
        return { status: answer.status, body, headers: [...answer.headers.keys()].sort() };
      }),
    );

    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'session.refused' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('cannot tell by the time either', async () => {
    const person = await desk.aUser();
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 9; round++) {
      known.push(await seconds(() => guess(person.email, someIp())));
      unknown.push(await seconds(() => guess(`nobody-${round}@desk.example`, someIp())));
    }

    // argon2 takes tens of milliseconds; without it the answer would come at once.
    const ratio = median(unknown) / median(known);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it('is stopped after ten, from wherever each guess comes', async () => {
    const person = await desk.aUser();
    for (let count = 0; count < 10; count++) expect((await guess(person.email, someIp())).status).toBe(401);

    const right = await guess(person.email, someIp(), person.password);

    expect(right.status).toBe(429);
    expect(await right.json()).toMatchObject({ code: 'session.throttled', retryAfterSeconds: 900 });
  });

  it('is stopped after ten when all come at once', async () => {
    const person = await desk.aUser();
    const ip = someIp();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, count) => guess(person.email, ip, `wrong ${count}`)),
    );

    const looked = answers.filter(({ status }) => status === 401).length;
    expect(looked).toBeLessThanOrEqual(10);
  });

  it('is stopped after as many for an address that does not exist', async () => {
    for (let count = 0; count < 10; count++) await guess('ghost@desk.example', someIp());
    expect((await guess('Ghost@desk.example', someIp())).status).toBe(429);
  });

  it('is stopped after fifty addresses from one network', async () => {
    const network = (host: number) => `2001:db8:7:7::${host.toString(16)}`;
    for (let count = 0; count < 50; count++) await guess(`person-${count}@desk.example`, network(count));
    expect((await guess('person-51@desk.example', network(99))).status).toBe(429);
  });

  it('does not lock out a whole office that signs in', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => desk.aUser()));
    const ip = someIp();
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all(people.map(({ email, password }) => guess(email, ip, password)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    }
  });

  it('does not stop a program that sends forty requests at once', async () => {
    const program = from(someIp()).as(await desk.aUser());
    const answers = await Promise.all(Array.from({ length: 40 }, () => program.send(sessionApi.whoAmI, {})));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('finds the same brake at Basic credentials and at the change of the password', async () => {
    const person = await desk.aUser();
    const wrong = from(someIp()).as({ email: person.email, password: 'wrong' });
    for (let count = 0; count < 10; count++) await wrong.refusal(sessionApi.whoAmI, {});
    expect(await wrong.refusal(sessionApi.whoAmI, {})).toEqual({ status: 429, code: 'session.throttled' });

    const unlocked = await desk.aUser();
    const body = { current: 'wrong', next: 'another long phrase' };
    for (let count = 0; count < 10; count++) await desk.as(unlocked).refusal(sessionApi.changePassword, { body });
    expect(await desk.as(unlocked).refusal(sessionApi.changePassword, { body })).toEqual({
      status: 429,
      code: 'session.throttled',
    });
  });

  it('cannot choose an address of his own where no proxy was declared', async () => {
    const direct = await startTestDesk({ database: desk.database, dataDir: desk.dataDir });
    try {
      const person = await desk.aUser();
      const signIn = (ip: string) =>
        direct.anybody
          .with({ 'x-forwarded-for': ip, 'cf-connecting-ip': ip, 'x-real-ip': ip, forwarded: `for=${ip}` })
          .send(sessionApi.signIn, { body: { email: person.email, password: 'wrong' } });
      await signIn('203.0.113.9');

      const row = await desk.sql.row<{ forged: boolean }>(
        "SELECT EXISTS (SELECT FROM attempts WHERE subject LIKE 'network:203.0.113.%') AS forged",
      );
      expect(row).toEqual({ forged: false });
    } finally {
      await direct.stop();
    }
  });
});
