import type { SocialPost, ThreadPost } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { aCase, aDelivery, aFeedMessage } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseFeed } from './case-feed.tsx';
import { useFeed } from './use-feed.ts';

const supportCase = aCase({ id: 1042, channel: 'twitter' });

function Feed() {
  return <CaseFeed supportCase={supportCase} feed={useFeed(1042)} outgoing={null} onUndo={vi.fn()} />;
}

const ana = {
  ...{ externalId: '42', handle: 'ana', name: 'Ana Sousa', avatarUrl: null, followers: 12, verified: false },
  ours: false,
};
const post: SocialPost = {
  ...{ network: 'x', accountId: 7, accountHandle: 'larkspur', kind: 'reply', externalId: '9', parts: 1, url: null },
  author: ana,
  ...{ editedAt: null, deletedAt: null, hiddenAt: null, likedAt: null, repostedAt: null, followedAt: null },
  reaction: null,
};
const asked = aFeedMessage({ id: 7, channel: 'twitter', text: 'Is it broken?', sender: null, post });
const others: ThreadPost[] = [
  {
    ...{ externalId: '1', kind: 'post', parentId: null, text: 'Our new roast is here.', messageId: null },
    author: { ...ana, externalId: '1', handle: 'larkspur', name: 'Larkspur Coffee', ours: true },
    ...{ url: 'https://x.com/larkspur/status/1', at: '2026-11-03T09:00:00.000+00:00', deletedAt: null },
  },
  {
    ...{ externalId: '2', kind: 'reply', parentId: '1', text: 'Never liked it.', messageId: null, url: null },
    author: { ...ana, externalId: '2', handle: 'tom', name: 'Tom Ashby' },
    ...{ at: '2026-11-03T09:30:00.000+00:00', deletedAt: '2026-11-03T09:40:00.000+00:00' },
  },
  {
    ...{ externalId: '9', kind: 'reply', parentId: '1', text: 'Is it broken?', messageId: 7, url: null, author: ana },
    ...{ at: '2026-11-03T10:00:00.000+00:00', deletedAt: null },
  },
];

function show(answers: Record<string, unknown> = {}) {
  const desk = aDesk({
    'GET /cases/1042/feed': { items: [asked], next: null },
    'GET /cases/1042/thread': { items: others },
    ...answers,
  });
  renderPart(desk, <Feed />);
  return desk;
}

const unfold = async () => userEvent.click(await screen.findByRole('button', { name: 'What was said around it' }));

describe('what was said around a post', { timeout: 30_000 }, () => {
  it('is asked for when somebody wants to know, and shown in order with what is of the case marked', async () => {
    const desk = show();
    await screen.findByRole('article');
    expect(desk.asked('GET /cases/1042/thread')).toHaveLength(0);
    await unfold();
    const around = await screen.findByRole('region', { name: 'Around this conversation' });
    const [first, second, third] = await within(around).findAllByRole('listitem');
    expect(first?.textContent).toContain('Our new roast is here.');
    expect(second?.textContent).toContain('Deleted on the network');
    const here = within(third ?? around).getByRole('link', { name: 'In this case' });
    expect(here.getAttribute('href')).toContain('7');
    await expectAccessible();
  });

  it('says when there is nothing else', async () => {
    show({ 'GET /cases/1042/thread': { items: [others[2]] } });
    await unfold();
    expect(await screen.findByText('Nothing else was said there.')).toBeTruthy();
  });

  it('says what failed, and tries again', async () => {
    const desk = show({ 'GET /cases/1042/thread': () => problem(500, 'internal', 'Broken.') });
    await unfold();
    expect(await screen.findByText('What was said around it could not be loaded.', undefined, { timeout: 15_000 }));
    desk.answer({ 'GET /cases/1042/thread': { items: others } });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Our new roast is here.')).toBeTruthy();
  });
});

describe('a post that did not get through', { timeout: 30_000 }, () => {
  const failed = (response: string) => ({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'social-accounts:view', 'social-accounts:manage'] },
    'GET /cases/1042/feed': {
      items: [
        aFeedMessage({
          ...{ id: 8, direction: 'out', channel: 'twitter', sender: null, text: 'We look.' },
          post: { ...post, author: { ...ana, ours: true } },
          delivery: aDelivery({ state: 'failed', attempts: 1, response }),
        }),
      ],
      next: null,
    },
  });

  it('says so in the words of the network, not in those of mail', async () => {
    show(failed('X takes no text twice from one account. Change the words and send it again.'));
    expect(await screen.findByText(/X takes no text twice/)).toBeTruthy();
    expect(screen.queryByText(/mail server/)).toBeNull();
    expect(screen.queryByRole('link', { name: /Open the account/ })).toBeNull();
  });

  it('says how much of a thread is out, and leads an administrator to the account', async () => {
    show(
      failed('2 of 3 posts stand there. The account must be connected again by an administrator; this leaves then.'),
    );
    expect(await screen.findByText('The first 2 of 3 posts are out.')).toBeTruthy();
    const account = screen.getByRole('link', { name: 'Open the account @larkspur' });
    expect(account.getAttribute('href')).toBe('/admin/social-accounts/7');
    await expectAccessible();
  });
});
