import type { PostAuthor as PostAuthorFacts, SocialPost } from '@bureau/contracts';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PostAuthor, PostMarks, PostText } from './index.ts';

const ana: PostAuthorFacts = {
  ...{ externalId: '42', handle: 'ana', name: 'Ana Sousa', avatarUrl: null, followers: 12_400, verified: true },
  ours: false,
};

const post: SocialPost = {
  ...{ network: 'x', accountId: 1, accountHandle: 'larkspur', kind: 'reply', externalId: '9', author: ana, parts: 1 },
  url: 'https://x.com/ana/status/9',
  ...{ editedAt: null, deletedAt: null, hiddenAt: null, likedAt: null, repostedAt: null, followedAt: null },
  reaction: null,
};

it('shows who wrote it as the network does: name, handle, verified, how many follow', () => {
  render(<PostAuthor author={ana} network="x" />);

  expect(screen.getByText('Ana Sousa').isConnected).toBe(true);
  expect(screen.getByText('@ana').isConnected).toBe(true);
  expect(screen.getByText('Verified').isConnected).toBe(true);
  expect(screen.getByText('12.4K followers').isConnected).toBe(true);
});

it('calls whom the network does not name somebody', () => {
  render(<PostAuthor author={{ ...ana, name: '', handle: '', verified: false, followers: null }} network="facebook" />);

  expect(screen.getByText('Somebody on Facebook').isConnected).toBe(true);
});

it('shows what the customer feels about it', () => {
  render(<PostMarks post={{ ...post, network: 'facebook', kind: 'message', reaction: '❤' }} />);

  expect(screen.getByText('Reaction: ❤').isConnected).toBe(true);
});

it('makes links of mentions, tags and addresses on X, and nothing else of hostile words', async () => {
  render(<PostText network="x" text="@larkspur see https://example.com/a #coffee <img src=x onerror=alert(1)>" />);

  expect((await screen.findByRole('link', { name: '@larkspur' })).getAttribute('href')).toBe('https://x.com/larkspur');
  expect(screen.getByRole('link', { name: '#coffee' }).getAttribute('href')).toBe('https://x.com/hashtag/coffee');
  expect(screen.getByRole('link', { name: 'https://example.com/a' }).getAttribute('rel')).toBe('noopener noreferrer');
  expect(screen.getByText(/<img src=x onerror=alert\(1\)>/).isConnected).toBe(true);
});

it('leads to the post, and says when it is gone instead', () => {
  const { rerender } = render(<PostMarks post={post} />);
  expect(screen.getByRole('link', { name: /View on X/ }).getAttribute('href')).toBe(post.url);

  rerender(<PostMarks post={{ ...post, deletedAt: '2026-11-20T10:00:00.000Z' }} />);
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.getByText(/Deleted on the network/).isConnected).toBe(true);
});
