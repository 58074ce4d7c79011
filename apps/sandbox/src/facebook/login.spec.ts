import { describe, expect, it } from 'vitest';
import { APP_ID, APP_SECRET, LARKSPUR_PAGE, TIDELINE_PAGE } from './defaults.ts';
import { appToken, graphOf, proofOf, startConnected, startFacebook } from './testing/app.ts';

const redirect_uri = 'http://127.0.0.1:3000/connect/facebook/back';
const SCOPE = 'pages_show_list,pages_manage_metadata,pages_read_engagement,pages_read_user_content,pages_messaging';

type Choice = {
  person?: string;
  granted?: string[];
  pages?: string[];
  decision?: string;
  query?: Record<string, string>;
};

/** Goes through the dialog as a browser does; gives the address it ends up at, or the page it stays on. */
async function goThroughDialog(url: string, choice: Choice = {}) {
  const query = {
    client_id: APP_ID,
    redirect_uri,
    state: 'st-1',
    scope: SCOPE,
    response_type: 'code',
    ...choice.query,
  };
  const form = new URLSearchParams({ person: choice.person ?? 'noor', decision: choice.decision ?? 'continue' });
  for (const one of choice.granted ?? SCOPE.split(',')) form.append('permission', one);
  for (const one of choice.pages ?? [LARKSPUR_PAGE, TIDELINE_PAGE]) form.append('page', one);
  const address = `${url}/v25.0/dialog/oauth?${new URLSearchParams(query).toString()}`;
  const response = await fetch(address, { method: 'POST', body: form, redirect: 'manual' });
  return {
    status: response.status,
    back: new URL(response.headers.get('location') ?? address),
    text: await response.text(),
    address,
  };
}

const client = { client_id: APP_ID, client_secret: APP_SECRET };

async function signIn(url: string, choice: Choice = {}) {
  const { back } = await goThroughDialog(url, choice);
  const code = back.searchParams.get('code') ?? '';
  const { body } = await graphOf(url).get('oauth/access_token', undefined, { ...client, redirect_uri, code });
  return { code, short: body.access_token as string };
}

describe('signing in with Facebook', () => {
  it('goes from the dialog to tokens of pages that do not expire', async () => {
    const { facebook, graph } = await startFacebook();
    const { back } = await goThroughDialog(facebook.url);
    expect(back.searchParams.get('state')).toBe('st-1');
    expect(back.hash).toBe('#_=_');

    const { short } = await signIn(facebook.url);
    const long = await graph.get('oauth/access_token', undefined, {
      ...client,
      grant_type: 'fb_exchange_token',
      fb_exchange_token: short,
    });
    expect(long.body).toMatchObject({ token_type: 'bearer', expires_in: 60 * 24 * 3600 });

    const pages = await graph.get('me/accounts', long.body.access_token, {
      fields: 'id,name,access_token,tasks',
      limit: 1,
    });
    expect(pages.body.data[0]).toMatchObject({
      id: LARKSPUR_PAGE,
      name: 'Larkspur Coffee',
      tasks: expect.arrayContaining(['MESSAGING']),
    });
    const more = await graph.get(pages.body.paging.next);
    expect(more.body.data[0].id).toBe(TIDELINE_PAGE);
    expect(more.body.paging.next).toBeUndefined();

    const seen = await graph.get('debug_token', appToken, { input_token: pages.body.data[0].access_token });
    expect(seen.body.data).toMatchObject({
      type: 'PAGE',
      is_valid: true,
      expires_at: 0,
      profile_id: LARKSPUR_PAGE,
      app_id: APP_ID,
    });
    facebook.turnClock({ advanceMs: 90 * 24 * 3_600_000 });
    expect((await graph.get('me?fields=name', pages.body.data[0].access_token)).body).toEqual({
      name: 'Larkspur Coffee',
      id: LARKSPUR_PAGE,
    });
    expect((await graph.get('me', long.body.access_token)).body.error).toMatchObject({ code: 190, error_subcode: 463 });
  });

  it('shows who one can be, then what the app asks for, and remembers the person', async () => {
    const { facebook } = await startFacebook();
    const { address, status } = await goThroughDialog(facebook.url);
    expect(status).toBe(303);

    expect(await (await fetch(address)).text()).toContain('Noor Haddad');
    const asked = await (await fetch(`${address}&as=ben`)).text();
    expect(asked).toContain('Tideline Gear');
    expect(asked).not.toContain('Larkspur Coffee');
    const remembered = await fetch(address, { headers: { cookie: 'sandbox_facebook_person=noor' } });
    expect(await remembered.text()).toContain('Continue as Noor Haddad');
    const again = await fetch(`${address}&auth_type=reauthenticate`, {
      headers: { cookie: 'sandbox_facebook_person=noor' },
    });
    expect(await again.text()).toContain('enter your password again');
  });

  it('says so when the person cancels', async () => {
    const { facebook } = await startFacebook();
    const { back } = await goThroughDialog(facebook.url, { decision: 'cancel' });

    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: 'access_denied',
      error_reason: 'user_denied',
      state: 'st-1',
    });
  });

  it('asks again for what was declined only with auth_type=rerequest', async () => {
    const { facebook, graph } = await startFacebook();
    const granted = SCOPE.split(',').filter((one) => one !== 'pages_messaging');
    const { short } = await signIn(facebook.url, { granted });
    expect((await graph.get('me/permissions', short)).body.data).toContainEqual({
      permission: 'pages_messaging',
      status: 'declined',
    });

    await signIn(facebook.url);
    expect((await graph.get('me/permissions', short)).body.data).toContainEqual({
      permission: 'pages_messaging',
      status: 'declined',
    });
    await signIn(facebook.url, { query: { auth_type: 'rerequest' } });
    expect((await graph.get('me/permissions', short)).body.data).toContainEqual({
      permission: 'pages_messaging',
      status: 'granted',
    });
  });

  it.each([
    ['another app', { client_id: '1' }, 'Invalid App ID'],
    ['an address that is not the app’s', { redirect_uri: 'https://evil.example/back' }, 'URL blocked'],
    ['a permission that does not exist', { scope: 'pages_everything' }, 'Invalid Scopes: pages_everything'],
  ])('stays on its own page for %s', async (_what, query, words) => {
    const { facebook } = await startFacebook();
    const { status, text } = await goThroughDialog(facebook.url, { query });

    expect(status).toBe(400);
    expect(text).toContain(words);
  });

  it('takes a code once, from the address it was made for, within ten minutes', async () => {
    const { facebook, graph } = await startFacebook();
    const exchange = (given: Record<string, string>) =>
      graph.get('oauth/access_token', undefined, { ...client, redirect_uri, ...given });
    const { code } = await signIn(facebook.url);
    const fresh = (await goThroughDialog(facebook.url)).back.searchParams.get('code') ?? '';

    expect((await exchange({ code })).body.error).toMatchObject({ code: 100, error_subcode: 36009 });
    expect(facebook.violations()).toMatchObject([{ kind: 'code-used-twice' }]);
    expect((await exchange({ code: 'no-such-code' })).body.error).toMatchObject({ code: 100, error_subcode: 36009 });
    expect((await exchange({ code: fresh, redirect_uri: `${redirect_uri}/` })).body.error).toMatchObject({
      error_subcode: 36008,
    });
    expect((await exchange({ code: fresh, client_secret: 'wrong' })).body.error).toMatchObject({ code: 1 });
    facebook.turnClock({ advanceMs: 11 * 60_000 });
    expect((await exchange({ code: fresh })).body.error).toMatchObject({ error_subcode: 36007 });
  });
});

describe('tokens', () => {
  it.each([
    ['remove-app', 458],
    ['checkpoint', 459],
    ['new-password', 460],
    ['expire', 463],
    ['sign-out', 467],
  ] as const)('die with %s as 190/%i, and the app can ask why', async (kind, subcode) => {
    const { facebook, graph, page, token } = await startConnected();
    facebook.authority.changeTokens({ person: 'noor', kind });

    const { status, body } = await graph.get(`${page}/feed`, token);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      type: 'OAuthException',
      code: 190,
      error_subcode: subcode,
      fbtrace_id: expect.any(String),
    });
    const seen = await graph.get('debug_token', appToken, { input_token: token });
    expect(seen.body.data).toMatchObject({ is_valid: false, error: { code: 190, subcode } });
  });

  it('of a page die when the person loses the role', async () => {
    const { facebook, graph, page, token } = await startConnected();
    facebook.authority.changeRole({ person: 'noor', page, tasks: [] });

    expect((await graph.get(`${page}/feed`, token)).body.error).toMatchObject({ code: 190, error_subcode: 492 });
  });

  it('come with a proof, which is checked', async () => {
    const { facebook, token } = await startConnected();
    const call = async (query: string) =>
      (await fetch(`${facebook.url}/v25.0/me?access_token=${token}${query}`)).json();

    expect((await call('')).error).toMatchObject({
      code: 100,
      message: expect.stringContaining('require an appsecret_proof'),
    });
    expect((await call('&appsecret_proof=00')).error).toMatchObject({
      code: 100,
      message: expect.stringContaining('Invalid appsecret_proof'),
    });
    expect((await call(`&appsecret_proof=${proofOf(token)}`)).name).toBe('Larkspur Coffee');
    expect(facebook.violations()).toMatchObject([{ kind: 'missing-proof' }]);
    facebook.authority.changeApp({ requireProof: false });
    expect((await call('')).name).toBe('Larkspur Coffee');
  });

  it('are asked for, understood, or refused by what is wrong with them', async () => {
    const { graph } = await startFacebook();

    expect((await graph.get('me')).body.error).toMatchObject({ code: 104 });
    expect((await graph.get('me', 'rubbish')).body.error).toMatchObject({ code: 190 });
    expect((await graph.get('me', `EAAK${'x'.repeat(60)}`)).body.error).toMatchObject({
      code: 190,
      error_subcode: 467,
    });
    expect((await graph.get('me', `${APP_ID}|wrong`)).body.error).toMatchObject({ code: 190 });
    expect((await graph.get('me', appToken)).body.error).toMatchObject({ code: 2500 });
  });

  it('used in a loop after they died are counted against the app', async () => {
    const { facebook, graph, token } = await startConnected();
    facebook.authority.changeTokens({ person: 'noor', kind: 'sign-out' });
    for (let call = 0; call < 6; call += 1) await graph.get('me', token);

    expect(facebook.violations()).toMatchObject([{ kind: 'dead-token-loop' }]);
  });

  it('lose what the person takes back, one permission or everything', async () => {
    const { graph, page, token, user } = await startConnected();
    await graph.delete('me/permissions/pages_read_engagement', user);
    expect((await graph.get(`${page}/feed`, token)).body.error).toMatchObject({ code: 10 });

    await graph.delete('me/permissions', user);
    expect((await graph.get(`${page}/feed`, token)).body.error).toMatchObject({ code: 190, error_subcode: 458 });
  });
});
