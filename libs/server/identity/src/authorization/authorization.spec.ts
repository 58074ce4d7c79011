import { applicationsApi, authorizationsApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { allow, aProgram, CALLBACK, type AskingProgram } from '../../../../../test/fixtures/asking-program.ts';
import { AuthorizationRepository } from './authorization.repository.ts';

let desk: TestDesk;
let program: AskingProgram;
beforeAll(async () => {
  desk = await startTestDesk();
  program = await aProgram(desk);
});
afterAll(() => closeDesk(desk));
/** A window of requests of one's own. */
beforeEach(() => desk.clock.advance(60_000));

const asked = async (callback?: string | null) => (await program.requestToken(callback)).said;

describe('a program that asks to be let in', () => {
  it.each(['header', 'query', 'form'] as const)('comes by three steps to a token, signing in its %s', async (way) => {
    const first = await program.requestToken(`${CALLBACK}?state=7`, { way });
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/x-www-form-urlencoded']);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(first.said['oauth_callback_confirmed']).toBe('true');

    const { redirectTo } = await allow(desk, desk.agent, first.said['oauth_token']!);
    const back = new URL(redirectTo!);
    expect(back.origin + back.pathname).toBe(CALLBACK);
    expect(back.searchParams.get('state')).toBe('7');
    expect(back.searchParams.get('oauth_token')).toBe(first.said['oauth_token']);

    const token = await program.accessToken(first.said, back.searchParams.get('oauth_verifier')!, { way });
    expect([token.status, Object.keys(token.said)]).toEqual([200, ['oauth_token', 'oauth_token_secret']]);
    expect(await program.status('/api/v2/cases', token.said)).toBe(200);
    expect(await program.status('/api/v3/cases', token.said)).toBe(200);
    // Neither what she did not allow, nor what is hers alone.
    expect(await program.status('/api/v2/customers', token.said)).toBe(403);
    expect(await program.status('/api/v3/access-tokens', token.said)).toBe(403);
  });

  it('without an address of its own is answered with a code that she carries over', async () => {
    const request = await asked('oob');
    const { code, redirectTo } = await allow(desk, desk.agent, request['oauth_token']!);
    expect([code, redirectTo]).toEqual([expect.stringMatching(/^[A-Z0-9]{8}$/), null]);
    expect((await program.accessToken(request, code!)).status).toBe(200);
  });

  it('and names no address comes back to the one that is registered', async () => {
    const { redirectTo } = await allow(desk, desk.agent, (await asked(null))['oauth_token']!);
    expect(redirectTo).toMatch(/^https:\/\/shop\.example\/cb\?oauth_token=/);
  });

  it('is shown to the person with what she could allow, and nothing that runs the desk', async () => {
    const params = { token: (await asked())['oauth_token']! };
    const look = await desk.as(desk.administrator).call(authorizationsApi.look, { params });
    expect(look).toMatchObject({ returnsTo: 'shop.example', application: { websiteUrl: null } });
    expect(look.scopes).toEqual(expect.arrayContaining(['cases:view', 'cases:reply', 'articles:write']));
    expect(look.scopes.filter((scope) => /^(users|roles|groups|applications|settings):manage/.test(scope))).toEqual([]);
    const body = { scopes: ['users:manage' as const] };
    await expect(desk.as(desk.administrator).call(authorizationsApi.allow, { params, body })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('gets nothing that she has lost until it comes for it', async () => {
    const person = await desk.aUser({ role: 'administrator' });
    const request = await asked('oob');
    const { code } = await allow(desk, person, request['oauth_token']!);
    await desk.sql.run('UPDATE users SET disabled_at = now() WHERE id = $1', [person.id]);
    expect((await program.accessToken(request, code!)).said['oauth_problem']).toBe('token_rejected');
  });
});

describe('a person who refuses', () => {
  it('is led back with the word, and it is over', async () => {
    const request = await asked();
    const params = { token: request['oauth_token']! };
    const { redirectTo } = await desk.as(desk.agent).call(authorizationsApi.deny, { params });
    expect(redirectTo).toContain('oauth_problem=user_refused');
    await expect(allow(desk, desk.agent, params.token)).rejects.toMatchObject({ code: 'authorization.denied' });
    expect((await program.accessToken(request, 'x')).status).toBe(401);
  });
});

describe('a request', () => {
  it('is answered once', async () => {
    const request = await asked('oob');
    const { code } = await allow(desk, desk.agent, request['oauth_token']!);
    await expect(allow(desk, desk.administrator, request['oauth_token']!)).rejects.toMatchObject({
      code: 'authorization.gone',
    });
    const tokens = await Promise.all(Array.from({ length: 4 }, () => program.accessToken(request, code!)));
    expect(tokens.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
  });

  it('is too old after ten minutes, and forgotten', async () => {
    const request = await asked('oob');
    desk.clock.advance(10 * 60_000 + 1000);
    await expect(allow(desk, desk.agent, request['oauth_token']!)).rejects.toMatchObject({
      code: 'authorization.gone',
    });
    desk.clock.advance(2 * 60_000);
    await desk.running.get(AuthorizationRepository).sweep();
    expect(await desk.sql.row('SELECT FROM oauth_requests UNION ALL SELECT FROM oauth_request_nonces')).toBeUndefined();
  });
});

describe('what acts for me', () => {
  it('is listed with what it may, for me alone, and ends when I say so', async () => {
    const person = await desk.aUser();
    const request = await asked('oob');
    const { code } = await allow(desk, person, request['oauth_token']!, ['cases:view', 'cases:note']);
    const { said } = await program.accessToken(request, code!);
    const { items } = await desk.as(person).call(authorizationsApi.mine, {});
    expect(items).toMatchObject([{ token: said['oauth_token'], scopes: ['cases:view', 'cases:note'], expired: false }]);
    const params = { tokenId: items[0]!.id };
    await expect(desk.as(desk.administrator).call(authorizationsApi.endMine, { params })).rejects.toMatchObject({
      code: 'token.not-found',
    });
    await desk.as(person).call(authorizationsApi.endMine, { params });
    expect(await program.status('/api/v2/cases', said)).toBe(401);
    expect(await desk.as(person).call(authorizationsApi.mine, {})).toEqual({ items: [] });
  });

  it('is seen by who manages applications, and stands in the audit log', async () => {
    const admin = desk.as(desk.administrator);
    const { items } = await admin.call(applicationsApi.list, {});
    const { id: applicationId } = items.find(({ key }) => key === program.keys.key)!;
    const tokens = await admin.call(applicationsApi.tokens, { params: { applicationId } });
    expect(tokens.items.map(({ user }) => user.id)).toContain(desk.agent.id);
    const entries = await desk.sql.rows("SELECT FROM audit_entries WHERE noun = 'application' AND user_id = $1", [
      desk.agent.id,
    ]);
    expect(entries.length).toBeGreaterThan(0);
  });
});
