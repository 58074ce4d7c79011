import type { CustomerIdentity, SocialPost } from '@bureau/contracts';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import { aFeedMessage } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { Profiles } from './profiles.tsx';

const onX: CustomerIdentity = {
  ...{ network: 'x', externalId: '42', handle: 'ana', name: 'Ana Sousa', followers: 2_304, verified: true },
};
const customer = { id: 3, identities: [onX], language: 'pt', avatarUrl: null };

it('shows who somebody is on X, with the way there', async () => {
  renderPart(aDesk(), <Profiles customer={customer} feed={[aFeedMessage()]} />);
  const profile = await screen.findByRole('link', { name: '@ana' });
  expect(profile.getAttribute('href')).toBe('https://x.com/ana');
  expect(screen.getByText('X · 2,304 followers · Portuguese')).toBeTruthy();
  expect(screen.getByText('Verified')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /same person/ })).toBeNull();
  await expectAccessible();
});

it('shows the picture of somebody who writes in Messenger, where people are counted apart', async () => {
  const author = { ...{ externalId: '77', handle: '', name: 'Ana', avatarUrl: '/api/v3/posts/9/avatar' } };
  const post: SocialPost = {
    ...{ network: 'facebook', accountId: 1, accountHandle: 'larkspur', kind: 'message', externalId: 'm_1', url: null },
    author: { ...author, followers: null, verified: false, ours: false },
    ...{ editedAt: null, deletedAt: null, hiddenAt: null, likedAt: null, repostedAt: null, followedAt: null },
    ...{ reaction: null, parts: 1 },
  };
  const identity = { ...onX, network: 'facebook' as const, externalId: 'messenger:77', handle: '' };
  const { container } = renderPart(
    aDesk(),
    <Profiles customer={{ ...customer, identities: [identity] }} feed={[aFeedMessage({ post })]} />,
  );
  await screen.findByText('Ana Sousa');
  expect(container.querySelector('img')?.getAttribute('src')).toBe('/api/v3/posts/9/avatar');
});

it('leaves it to people who may merge whether it is somebody whom the desk knows already', async () => {
  const session = { ...mia, permissions: [...mia.permissions, 'customers:merge'] };
  renderPart(aDesk({ 'GET /session': session }), <Profiles customer={customer} feed={[]} />);
  const link = await screen.findByRole('link', { name: 'The same person as another customer?' });
  expect(link.getAttribute('href')).toBe('/customers/3?merge=true');
});
