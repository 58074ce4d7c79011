import { describe, expect, it } from 'vitest';
import { concernsInWords, isImported } from './social-imports.ts';
import { subjectOfPost } from './subject-of-post.ts';

const x = { network: 'x', mentions: true, replies: false, quotes: false, directMessages: false, searches: [] } as const;

describe('what is imported', () => {
  it('is what the administrator chose, in whichever way the post concerns us', () => {
    const imports = { ...x, searches: [] };
    expect(isImported(imports, ['mention'])).toBe(true);
    expect(isImported(imports, ['reply'])).toBe(false);
    expect(isImported(imports, ['reply', 'mention'])).toBe(true);
    expect(isImported(imports, ['search'])).toBe(false);
    expect(isImported({ ...imports, searches: ['kettle'] }, ['search'])).toBe(true);
    expect(isImported(imports, [])).toBe(false);
  });

  it('never takes one network’s choice for the other’s', () => {
    const page = { network: 'facebook', visitorPosts: true, companyPosts: true, comments: true, privateMessages: true };
    expect(isImported({ ...page, network: 'facebook' }, ['mention'])).toBe(false);
    expect(isImported({ ...page, network: 'facebook' }, ['comment'])).toBe(true);
  });

  it('is named in words', () => {
    expect(concernsInWords(['mention', 'reply'])).toBe('mentions or replies');
    expect(concernsInWords([])).toBe('such posts');
  });
});

describe('the subject of a post', () => {
  it.each([
    ['@acme @don My kettle leaks\nSince Monday', 'Don', 'My kettle leaks'],
    ['Hello @acme', 'Don', 'Hello @acme'],
    ['@acme', 'Don', 'Don'],
    ['', '', 'A post'],
    ['   white \t space  ', 'Don', 'white space'],
  ])('%j of %s: %s', (text, name, subject) => {
    expect(subjectOfPost(text, name)).toBe(subject);
  });

  it('is cut between words, and never in the middle of a character', () => {
    const subject = subjectOfPost('word '.repeat(40), 'Don');
    expect(subject).toMatch(/word…$/);
    expect(subject.length).toBeLessThanOrEqual(80);
    expect(subjectOfPost('😀'.repeat(80), 'Don').isWellFormed()).toBe(true);
  });
});
