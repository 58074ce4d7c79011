import { applicationsApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withTwoFactor } from '../../../../../test/fixtures/authenticator.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { signOAuth1 } from '../../../../../test/fixtures/oauth1.ts';
import { DeskClient } from '../desk-client.fixture.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.toNextMinute());

const asWhom = (email: string, password: string) => new DeskClient(desk.anybody.as({ email, password }));

describe('an agent with a password', () => {
  it('is known, and is told nothing more when it is wrong', async () => {
    const { email, password } = desk.agent;
    expect((await asWhom(email, password).get('/cases')).status).toBe(200);
    const wrong = await asWhom(email, 'another phrase altogether').get('/cases');
    expect(wrong.status).toBe(401);
    const nobody = await asWhom('nobody@desk.example', password).get('/cases');
    expect([nobody.status, nobody.body]).toEqual([wrong.status, wrong.body]);
  });

  it('who has a second factor is told to use a token, and a token is taken', async () => {
    const person = await desk.aUser({ role: 'administrator' });
    const body = { name: 'Pipeline' };
    const { application, secret } = await desk.as(person).call(applicationsApi.create, { body });
    const params = { applicationId: application.id };
    const scopes = { scopes: ['cases:view' as const] };
    const made = await desk.as(person).call(applicationsApi.createToken, { params, body: scopes });
    await withTwoFactor(desk, person);

    const refused = await asWhom(person.email, person.password).get('/cases');
    expect(refused.status).toBe(401);
    expect(refused.body.message).toContain('access token');
    const keys = { key: application.key, secret, token: made.accessToken.token, tokenSecret: made.tokenSecret };
    const timestamp = Math.floor(desk.clock.now().getTime() / 1000);
    const authorization = signOAuth1(keys, { url: `${desk.url}/api/v2/cases`, timestamp });
    expect((await new DeskClient(desk.anybody.with({ authorization })).get('/cases')).status).toBe(200);
  });

  it('who still has to set up a second factor is told so', async () => {
    const change = (isRequired: boolean) =>
      desk.sql.run('UPDATE roles SET two_factor_required = $2 FROM users u WHERE u.role_id = roles.id AND u.id = $1', [
        desk.agent.id,
        isRequired,
      ]);
    await change(true);
    const answer = await asWhom(desk.agent.email, desk.agent.password).get('/cases');
    await change(false);
    expect(answer).toMatchObject({ status: 403, body: { message: expect.stringContaining('second factor') } });
  });

  it('is braked when guessed at, and so is whoever guesses', async () => {
    const person = await desk.aUser();
    const guesses = Array.from({ length: 15 }, (_, guess) =>
      asWhom(person.email, `guess number ${guess}`).get('/cases'),
    );
    const answers = await Promise.all(guesses);
    const braked = answers.filter(({ status }) => status === 429);
    // Who guesses many at once may be braked a little earlier, and never later.
    expect(braked.length).toBeGreaterThanOrEqual(5);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(15 - braked.length);
    expect(Number(braked[0]!.headers.get('retry-after'))).toBeGreaterThan(60);
    // What was braked was never looked at and does not count: he has as many tries left as are not used up.
    for (const guess of answers.keys()) await asWhom(person.email, `guess number ${15 + guess}`).get('/cases');
    expect((await asWhom(person.email, person.password).get('/cases')).status).toBe(429);
  });
});
