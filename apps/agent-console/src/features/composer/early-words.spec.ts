import { describe, expect, it } from 'vitest';
import { withEarlyWords } from './early-words.tsx';
import { emptyWriting } from './writing.ts';

describe('words typed before the draft was there', () => {
  const empty = { writing: emptyWriting(3, 'key'), saved: true };

  it('are the beginning of an empty reply', () => {
    expect(withEarlyWords(empty, 'Dear <Ana>')).toEqual({
      writing: { ...empty.writing, html: '<p>Dear &lt;Ana&gt;</p>', text: 'Dear <Ana>' },
      saved: false,
    });
  });

  it('come below what the draft held', () => {
    const begun = { writing: { ...empty.writing, html: '<p>One</p>', text: 'One' }, saved: true };
    expect(withEarlyWords(begun, 'Two').writing).toMatchObject({ html: '<p>One</p><p>Two</p>', text: 'One\n\nTwo' });
  });

  it('change nothing when there are none', () => {
    expect(withEarlyWords(empty, '')).toBe(empty);
  });
});
