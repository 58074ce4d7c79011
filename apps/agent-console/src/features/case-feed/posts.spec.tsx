import type { FeedMessage, SocialPost } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { aCase, aFeedMessage } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseFeed } from './case-feed.tsx';
import { useFeed } from './use-feed.ts';

const supportCase = aCase({ id: 1042, channel: 'twitter' });

function Feed() {
  return <CaseFeed supportCase={supportCase} feed={useFeed(1042)} outgoing={null} onUndo={vi.fn()} />;
}

const post: SocialPost = {
  ...{ network: 'x', accountId: 1, accountHandle: 'larkspur', kind: 'reply', externalId: '9', parts: 1 },
  author: {
    ...{ externalId: '42', handle: 'ana', name: 'Ana Sousa', avatarUrl: null, followers: 1_200, verified: true },
    ours: false,
  },
  url: 'https://x.com/ana/status/9',
  ...{ editedAt: null, deletedAt: null, hiddenAt: null, likedAt: null, repostedAt: null, followedAt: null },
  reaction: null,
};

const aPost = (given: Partial<SocialPost> = {}, message: Partial<FeedMessage> = {}) =>
  aFeedMessage({
    ...{ id: 7, channel: 'twitter', sender: null, text: 'Hey @larkspur, is it broken?' },
    ...message,
    post: { ...post, ...given },
  });

function show(message: FeedMessage, answers: Record<string, unknown> = {}) {
  const desk = aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'cases:reply'] },
    'GET /cases/1042/feed': { items: [message], next: null },
    ...answers,
  });
  renderPart(desk, <Feed />);
  return desk;
}

const openMenu = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'What to do with this message' }));

describe('a post in the feed', { timeout: 30_000 }, () => {
  it('looks as on its network: writer, handle, links, and the way to it', async () => {
    show(aPost());
    const article = await screen.findByRole('article');
    expect(within(article).getByText('Ana Sousa')).toBeTruthy();
    expect(within(article).getByText('@ana')).toBeTruthy();
    expect(await within(article).findByRole('link', { name: '@larkspur' })).toBeTruthy();
    expect(
      within(article)
        .getByRole('link', { name: /View on X/ })
        .getAttribute('href'),
    ).toBe(post.url);
    await expectAccessible();
  });

  it('shows who of us answered, and through which account', async () => {
    show(aPost({}, { direction: 'out', author: { kind: 'user', id: 6, name: 'Mia Lindqvist' } }));
    const article = await screen.findByRole('article');
    expect(within(article).getByText('Mia Lindqvist')).toBeTruthy();
    expect(within(article).getByText('through @larkspur')).toBeTruthy();
  });

  it('can be liked, and no longer once it is', async () => {
    const desk = show(aPost({ likedAt: '2026-11-20T10:00:00.000Z' }), { 'POST /messages/7/like': aPost() });
    await openMenu();
    expect(screen.queryByRole('menuitem', { name: 'Like' })).toBeNull();
    await userEvent.click(await screen.findByRole('menuitem', { name: 'No longer like' }));
    expect(desk.asked('POST /messages/7/like')[0]?.body).toEqual({ on: false });
  });

  it('says in words what the network refuses', async () => {
    show(aPost(), {
      'POST /messages/7/repost': problem(409, 'post.refused', 'The network refused it.', {
        reason: 'You have reposted this already.',
      }),
    });
    await openMenu();
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Repost' }));
    expect(await screen.findByText('The network refused it. You have reposted this already.')).toBeTruthy();
  });

  it('offers nothing public for what was said in private', async () => {
    show(aPost({ kind: 'message', url: null }));
    expect(await screen.findByText('Private message')).toBeTruthy();
    await openMenu();
    expect(screen.queryByRole('menuitem', { name: 'Like' })).toBeNull();
    expect(screen.queryByRole('link', { name: /View on X/ })).toBeNull();
  });
});
