import { describe, expect, it } from 'vitest';
import { colleaguesLike, mentionAt, mentionedIn } from './mentions.ts';

const mia = { id: 6, name: 'Mia Lindqvist' };
const omar = { id: 7, name: 'Omar Haddad' };

describe('naming a colleague', () => {
  it.each([
    ['@Om', { begin: 0, typed: 'Om' }],
    ['please ask @Omar Ha', { begin: 11, typed: 'Omar Ha' }],
    ['write to ana@cafe', null],
    ['nobody', null],
  ])('in %j', (text, mention) => {
    expect(mentionAt(text, text.length)).toEqual(mention);
  });

  it('finds him by either name, and no longer once it is written out', () => {
    expect(colleaguesLike([mia, omar], 'had')).toEqual([omar]);
    expect(colleaguesLike([mia, omar], 'Omar Haddad')).toEqual([]);
  });

  it('tells those whose names stand in the note in full', () => {
    expect(mentionedIn('@omar haddad: the tray. Not @Mia.', [mia, omar])).toEqual([7]);
  });
});
