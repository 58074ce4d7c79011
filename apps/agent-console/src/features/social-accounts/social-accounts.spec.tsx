import type { SocialAccount, SocialConnection } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { SocialAccountsPage } from './index.ts';

/** As the desk says it. */
const LOST_KEYS =
  'The password of the page’s administrator was changed. Connect the account again; what was said meanwhile is fetched then.';

const larkspur: SocialAccount = {
  ...{ id: 3, network: 'x', externalId: '77', handle: 'larkspur', name: 'Larkspur Coffee', avatarUrl: null },
  brand: { id: 1, name: 'Larkspur Coffee' },
  group: { id: 4, name: 'Social' },
  isDefault: true,
  imports: { network: 'x', mentions: true, replies: true, quotes: false, directMessages: true, searches: [] },
  ...{ state: 'ok', stateReason: '', missingScopes: [], connectedAt: '2026-11-01T10:00:00.000Z', pushed: true },
  ...{ lastEventAt: '2026-11-20T10:00:00.000Z', lastPolledAt: null },
  limits: [{ what: 'direct-messages', limit: 15, remaining: 1, resetsAt: '2026-11-20T10:15:00.000Z' }],
};
const revoked: SocialAccount = {
  ...larkspur,
  ...{ id: 5, network: 'facebook', handle: 'larkspur.page', name: 'Larkspur on Facebook', isDefault: false },
  imports: { network: 'facebook', visitorPosts: true, companyPosts: false, comments: true, privateMessages: true },
  ...{ state: 'reconnect', stateReason: LOST_KEYS, limits: [] },
};
const networks = ['x' as const, 'facebook' as const].map((network) => ({
  ...{ network, configured: true, canBeTold: true },
  ...{ callbackUrl: 'https://desk.example/callback', webhookUrl: 'https://desk.example/hooks' },
}));

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'social-accounts:view', 'social-accounts:manage'] },
    'GET /social-accounts': { items: [larkspur, revoked] },
    'GET /social-accounts/networks': { items: networks },
    'GET /social-accounts/3': larkspur,
    'GET /social-accounts/5': revoked,
    'GET /brands': { items: [{ id: 1, name: 'Larkspur Coffee', slug: 'larkspur', signature: '' }] },
    'GET /groups': { items: [{ id: 4, name: 'Social' }] },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null, query = {}) {
  const went: unknown[] = [];
  renderPart(desk, <SocialAccountsPage item={item} query={query} go={(to) => void went.push(to)} />);
  return went;
}

it('lists the accounts, what of them becomes cases, and which must be connected again', async () => {
  const went = render(aDeskOfAda());
  const row = await screen.findByRole('row', { name: /@larkspur/ });
  expect(row.textContent).toContain('mentions, replies, and direct messages · to Social');
  const trouble = screen.getByRole('row', { name: /Larkspur on Facebook/ });
  expect(trouble.textContent).toContain('Connect again');
  expect(trouble.textContent).toContain('The password of the page’s administrator was changed.');
  await expectAccessible();

  await userEvent.click(screen.getByRole('button', { name: /@larkspur/ }));
  expect(went).toEqual([{ item: '3' }]);
});

it('says what to do when no network can be connected', async () => {
  render(
    aDeskOfAda({ 'GET /social-accounts/networks': { items: networks.map((one) => ({ ...one, configured: false })) } }),
  );
  expect(await screen.findByText(/This desk has no keys of an app/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Connect' })).toBeNull();
});

it('tells whoever comes back from the network what came of it', async () => {
  render(aDeskOfAda(), null, { outcome: 'other-account' });
  expect(await screen.findByText(/Another account signed in than the one to connect again/)).toBeTruthy();
});

const connection: SocialConnection = {
  ...{ id: 9, network: 'facebook', brand: { id: 1, name: 'Larkspur Coffee' }, account: null, state: 'ready' },
  ...{ refusal: null, refusalDetail: '', expiresAt: '2026-11-22T12:00:00.000Z' },
  candidates: [
    { externalId: '1', handle: 'larkspur', name: 'Larkspur', missingScopes: [], account: null },
    {
      ...{ externalId: '2', handle: 'fern', name: 'Fern & Co', missingScopes: ['pages_messaging'] },
      account: { id: 8, brand: { id: 2, name: 'Fern' }, connected: true },
    },
  ],
};

it('lets whoever signed in with another account try again as the right one', async () => {
  const account = { id: 3, handle: 'larkspur', name: 'Larkspur Coffee' };
  const refused = { state: 'refused', refusal: 'other-account', refusalDetail: '@tidelinegear', candidates: [] };
  const desk = aDeskOfAda({
    'GET /social-accounts/connections/9': { ...connection, network: 'x', account, ...refused },
    'POST /social-accounts/3/reconnect': problem(409, 'social-account.not-connected'),
  });
  render(desk, 'connection-9');
  expect(await screen.findByText(/It was @tidelinegear\./)).toBeTruthy();
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Sign in as @larkspur' }));
  expect(desk.asked('POST /social-accounts/3/reconnect')[0]?.body).toEqual({ switchAccount: true });
  expect(await screen.findByText('The sign-in could not begin.')).toBeTruthy();
});

it('asks the network who signs in when somebody says that it is another one', async () => {
  const desk = aDeskOfAda({ 'POST /social-accounts/connections': problem(409, 'social-account.not-configured') });
  render(desk);
  await userEvent.click((await screen.findAllByRole('button', { name: 'Connect' }))[0]!);
  await userEvent.click(await screen.findByRole('menuitem', { name: /Connect an X account/ }));
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Ask for another account/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Go to X' }));
  expect(desk.asked('POST /social-accounts/connections')[0]?.body).toEqual({
    ...{ network: 'x', brandId: 1, switchAccount: true },
  });
});

it('shows what is to be entered at the developer pages', async () => {
  render(aDeskOfAda());
  await userEvent.click(await screen.findByText('Addresses for the developer pages of X and Facebook'));
  const x = screen.getByRole('region', { name: 'At X: developer.x.com' });
  expect(within(x).getByText('https://desk.example/callback')).toBeTruthy();
  expect(within(x).getByText('https://desk.example/hooks')).toBeTruthy();
  expect(within(x).getByRole('button', { name: 'Copy: Callback URI' })).toBeTruthy();
});

it('connects the pages that are ticked, and says what a page lacks or whose it is', async () => {
  const desk = aDeskOfAda({
    'GET /social-accounts/connections/9': connection,
    'POST /social-accounts/connections/9/choose': { items: [revoked] },
  });
  const went = render(desk, 'connection-9');
  const form = (await screen.findByRole('checkbox', { name: /Larkspur/ })).closest('form')!;
  expect(within(form).getByText(/belongs to Fern here · not granted: pages_messaging/)).toBeTruthy();
  const connect = within(form).getByRole('button', { name: 'Connect' });
  expect(connect).toHaveProperty('disabled', true);

  await userEvent.click(screen.getByRole('checkbox', { name: /^Larkspur/ }));
  await userEvent.click(connect);
  expect(desk.asked('POST /social-accounts/connections/9/choose')[0]?.body).toEqual({ externalIds: ['1'] });
  expect(await screen.findByText('Larkspur on Facebook connected.')).toBeTruthy();
  expect(went).toEqual([{ item: '5', replace: true }]);
});

it('keeps the ticks and says why when the desk refuses', async () => {
  const desk = aDeskOfAda({
    'GET /social-accounts/connections/9': connection,
    'POST /social-accounts/connections/9/choose': problem(409, 'social-connection.over'),
  });
  render(desk, 'connection-9');
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Larkspur/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
  expect(await screen.findByText('Nothing was connected.')).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: /^Larkspur/ })).toHaveProperty('checked', true);
});

it('saves what becomes cases, and marks a limit that is nearly used up', async () => {
  const desk = aDeskOfAda({ 'PATCH /social-accounts/3': larkspur });
  render(desk, '3');
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Quotes/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(desk.asked('PATCH /social-accounts/3')[0]?.body).toMatchObject({ imports: { quotes: true, mentions: true } });
  expect(screen.getByRole('row', { name: /Direct messages 1 of 15/ })).toBeTruthy();
  await expectAccessible();
});

it('offers an account that lost its keys nothing but to connect it again', async () => {
  render(aDeskOfAda(), '5');
  expect(
    await screen.findByText(/was changed\. Connect the account again; what was said meanwhile is fetched then\./),
  ).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Connect again' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
});

it('asks before an account is disconnected, and says what stays', async () => {
  const desk = aDeskOfAda({ 'POST /social-accounts/3/disconnect': { ...larkspur, state: 'disconnected' } });
  render(desk, '3');
  await userEvent.click(await screen.findByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Disconnect' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Disconnect @larkspur?' });
  expect(within(dialog).getByText('All cases and posts stay, and the account can be connected again.')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Disconnect' }));
  expect(await screen.findByText('@larkspur is disconnected.')).toBeTruthy();
  expect(desk.asked('POST /social-accounts/3/disconnect')).toHaveLength(1);
});
