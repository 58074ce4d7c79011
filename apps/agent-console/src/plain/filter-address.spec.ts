import { describe, expect, it } from 'vitest';
import { aFilter } from '../testing/facts.ts';
import { addressOf, filterAt, foldersOf } from './filter-address.ts';

const inbox = aFilter({ id: 1, key: 'inbox', name: 'Inbox' });
const phone = aFilter({ id: 2, key: 'phone', folder: 'Channels' });
const mine = aFilter({ id: 3, key: null, name: 'Broken grinders' });

describe('the address of a filter', () => {
  it('is the name that every desk knows, or a number', () => {
    expect([inbox, mine].map(addressOf)).toEqual(['inbox', '3']);
  });

  it('leads back to the filter, also by its number', () => {
    expect(filterAt([inbox, mine], '3')).toBe(mine);
    expect(filterAt([inbox, mine], '1')).toBe(inbox);
    expect(filterAt([inbox, mine], 'nonsense')).toBeUndefined();
  });
});

describe('folders', () => {
  it('hold their filters together, below those at the top', () => {
    expect(foldersOf([phone, inbox, mine])).toEqual([
      { name: '', filters: [inbox, mine] },
      { name: 'Channels', filters: [phone] },
    ]);
  });
});
