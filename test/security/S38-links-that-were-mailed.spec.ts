import { createHash } from 'node:crypto';
import { API, invitationsApi, passwordResetsApi, usersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../fixtures/desk.ts';
import { linksTo, noticesTo } from '../fixtures/links.ts';
import { startDeskAndOutside, type DeskAndOutside } from '../fixtures/outside.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside({ BUREAU_TRUSTED_PROXY: '127.0.0.1' });
  desk = both.desk;
});
afterAll(() => both.close());

const PASSWORD = 'another long phrase';
const GONE = { status: 410, code: 'link.gone' };
let lastIp = 0;
const fromAnywhere = () => desk.anybody.with({ 'x-forwarded-for': `198.51.100.${(lastIp += 1)}` });
const ask = (email: string) => fromAnywhere().send(passwordResetsApi.request, { body: { email } });
const complete = (token: string) =>
  desk.anybody.refusal(passwordResetsApi.complete, { body: { token, password: PASSWORD } });

async function aResetFor(email: string): Promise<string> {
  await ask(email);
  const [token = ''] = await linksTo(both, email);
  return token;
}

async function anInvitation() {
  const email = `${crypto.randomUUID()}@larkspur.example`;
  const { id } = await desk.as(desk.administrator).call(usersApi.invite, { body: { name: 'Bo', email, roleId: 1 } });
  const [token = ''] = await linksTo(both, email);
  return { id, email, token };
}

describe('a link for a new password', () => {
  it('ends after an hour', async () => {
    const token = await aResetFor((await desk.aUser()).email);
    desk.clock.advance(61 * 60_000);
    expect(await complete(token)).toEqual(GONE);
  });

  it('works once, and ends the others', async () => {
    const { email } = await desk.aUser();
    await aResetFor(email);
    await ask(email);
    const [first = '', second = ''] = await linksTo(both, email);

    await desk.anybody.call(passwordResetsApi.complete, { body: { token: first, password: PASSWORD } });

    expect(await complete(first)).toEqual(GONE);
    expect(await complete(second)).toEqual(GONE);
  });

  it('works once for ten who use it at once', async () => {
    const token = await aResetFor((await desk.aUser()).email);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        desk.anybody.send(passwordResetsApi.complete, { body: { token, password: PASSWORD } }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, ...Array<number>(9).fill(410)]);
  });

  it('is no use to whoever reads the database, nor is what waits to be mailed', async () => {
    const token = await aResetFor((await desk.aUser()).email);
    const rows = await desk.sql.rows<{ row: string; hash: Buffer }>(
      'SELECT to_jsonb(t)::text AS row, token_hash AS hash FROM user_tokens t',
    );

    const hash = createHash('sha256').update(token).digest();
    expect(rows.some((row) => row.hash.equals(hash))).toBe(true);
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    for (const value of [hash.toString('hex'), hash.toString('base64url'), `\\x${hash.toString('hex')}`]) {
      expect(await complete(value)).toEqual(GONE);
    }
  });

  it.each(['', 'null', 'undefined', '0', '[object Object]', "' OR 1=1 --", '%', '__proto__'])(
    'is never %j',
    async (token) => {
      expect(await complete(token)).toEqual(GONE);
      expect(await desk.anybody.refusal(invitationsApi.look, { body: { token } })).toEqual(GONE);
    },
  );

  it('ends when the address that it went to is no longer the user’s', async () => {
    const person = await desk.aUser();
    const token = await aResetFor(person.email);
    const body = { email: `${crypto.randomUUID()}@larkspur.example` };
    await desk.as(desk.administrator).call(usersApi.change, { params: { userId: person.id }, body });
    expect(await complete(token)).toEqual(GONE);
  });

  it('is no use to a user who was shut out, and none is mailed to him', async () => {
    const person = await desk.aUser();
    const token = await aResetFor(person.email);
    await desk.as(desk.administrator).call(usersApi.disable, { params: { userId: person.id } });
    await ask(person.email);

    expect(await complete(token)).toEqual(GONE);
    expect(await linksTo(both, person.email)).toEqual([token]);
  });

  it('is mailed three times an hour at most, however many networks ask', async () => {
    const { email } = await desk.aUser();
    for (let count = 0; count < 6; count++) await ask(email);
    expect(await noticesTo(both, email)).toHaveLength(3);
  });
});

describe('an invitation', () => {
  it('ends after seven days, and works once', async () => {
    const [late, once] = [await anInvitation(), await anInvitation()];
    const accept = ({ token }: { token: string }) => ({ body: { token, name: 'Bo', password: PASSWORD } });
    await desk.anybody.call(invitationsApi.accept, accept(once));
    expect(await desk.anybody.refusal(invitationsApi.accept, accept(once))).toEqual(GONE);

    desk.clock.advance(7 * 86_400_000 + 1);
    expect(await desk.anybody.refusal(invitationsApi.accept, accept(late))).toEqual(GONE);
  });

  it('does not set the password of anybody who has one, and the other way round', async () => {
    const { token, email } = await anInvitation();
    const reset = await aResetFor((await desk.aUser()).email);

    expect(await complete(token)).toEqual(GONE);
    expect(await desk.anybody.refusal(invitationsApi.look, { body: { token: reset } })).toEqual(GONE);
    await ask(email);
    expect(await linksTo(both, email)).toEqual([token]);
  });

  it('lets nobody in before it is accepted: no password is not an empty one', async () => {
    const { email } = await anInvitation();
    for (const password of ['null', 'undefined', ' ']) {
      expect(await desk.anybody.refusal(API.session.signIn, { body: { email, password } })).toMatchObject({
        status: 401,
      });
      expect(await desk.anybody.as({ email, password }).refusal(usersApi.me, {})).toMatchObject({ status: 401 });
    }
    expect(await desk.anybody.as({ email, password: '' }).refusal(usersApi.me, {})).toMatchObject({ status: 401 });
  });
});

describe('whoever asks for a new password (S39)', () => {
  it('gets the same answer for a user, a stranger, somebody invited and somebody who left', async () => {
    const left = await desk.aUser();
    await desk.as(desk.administrator).call(usersApi.disable, { params: { userId: left.id } });
    const emails = [(await desk.aUser()).email, 'nobody@desk.example', (await anInvitation()).email, left.email];

    const answers = await Promise.all(
      emails.map(async (email) => {
        const answer = await ask(email);
        return { status: answer.status, body: await answer.text(), headers: [...answer.headers.keys()].toSorted() };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 202, body: '' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('is slowed down in the same way for addresses that do not exist', async () => {
    for (const email of [(await desk.aUser()).email, 'ghost@desk.example']) {
      const statuses: number[] = [];
      for (let count = 0; count < 11; count++) statuses.push((await ask(email)).status);
      expect(statuses).toEqual([...Array<number>(10).fill(202), 429]);
    }
  });
});
