import { describe, expect, it } from 'vitest';
import { xLength } from '../social/x-text/index.ts';
import { bodiesOf, bodyFor, postOf } from './channel-body.ts';

const article = { html: '<p>Fill the tank. <b>Wait</b> an hour.</p>', bodies: {}, url: 'https://help.example/12' };

describe('what an article says on a channel', () => {
  it.each([
    ['callback', '<p>Fill the tank. <b>Wait</b> an hour.</p>'],
    ['email', 'Fill the tank. Wait an hour.'],
    ['chat', 'Fill the tank. Wait an hour.'],
    ['phone', 'Fill the tank. Wait an hour.'],
    ['facebook', 'Fill the tank. Wait an hour.'],
    ['qna', 'Fill the tank. Wait an hour.'],
    ['twitter', 'Fill the tank. Wait an hour.'],
  ] as const)('is derived for %s', (channel, body) => {
    expect(bodyFor(channel, article)).toEqual({ channel, own: false, body });
  });

  it('is what was written for it', () => {
    const bodies = { chat: 'Fill the tank, then tell me.' };
    expect(bodyFor('chat', { ...article, bodies })).toEqual({ channel: 'chat', own: true, body: bodies.chat });
    expect(bodiesOf({ ...article, bodies }).filter(({ own }) => own)).toHaveLength(1);
  });
});

describe('a post', () => {
  const long = 'word '.repeat(80).trim();

  it('is cut after a word and says where it goes on', () => {
    const post = postOf(long, article.url);
    expect(post).toMatch(/word\.\.\. https:\/\/help\.example\/12$/);
    expect(post.length - article.url.length + 23).toBeLessThanOrEqual(280);
  });

  it('needs no address to be cut, and counts an emoji as two, as X does', () => {
    expect(postOf('☕'.repeat(141), '')).toBe(`${'☕'.repeat(138)}...`);
    expect(postOf('🫖'.repeat(140), '')).toBe('🫖'.repeat(140));
  });
});

it('cuts a post where X counts every sign as two', () => {
  const post = postOf('ありがとうございます。'.repeat(30), 'https://larkspur.com/articles/7');
  expect(xLength(post)).toBeLessThanOrEqual(280);
  expect(xLength(post)).toBeGreaterThan(270);
});
