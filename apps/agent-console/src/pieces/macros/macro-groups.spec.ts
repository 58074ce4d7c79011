import { describe, expect, it } from 'vitest';
import { aMacro } from '../../testing/macro-facts.ts';
import { foundMacros, macroGroups } from './macro-groups.ts';

const refund = aMacro({ id: 1, name: 'Refund', folders: ['Orders', 'Money'] });
const thanks = aMacro({ id: 2, name: 'Thank you', usedByMe: 9 });
const others = [3, 4, 5, 6].map((id) => aMacro({ id, name: `Other ${id}`, folders: ['Orders'] }));
const all = [refund, thanks, ...others];

describe('the macros to choose from', () => {
  it('begin with those one uses most, then stand in each of their folders', () => {
    const groups = macroGroups(all, '').map(({ id, rows }) => [id, rows.map(({ macro }) => macro.id)]);
    expect(groups).toEqual([
      ['often', [2]],
      ['top', [2]],
      ['folder Money', [1]],
      ['folder Orders', [1, 3, 4, 5, 6]],
    ]);
  });

  it('name nothing twice where there are few', () => {
    expect(macroGroups([refund, thanks], '').map(({ id }) => id)).toEqual(['top', 'folder Money', 'folder Orders']);
  });

  it('are found by name and by folder, what one uses more first', () => {
    expect(foundMacros(all, 'ref').map(({ macro }) => macro.id)).toEqual([1]);
    expect(foundMacros(all, 'money').map(({ macro }) => macro.id)).toEqual([1]);
    const twins = [aMacro({ id: 8, name: 'Reply A' }), aMacro({ id: 9, name: 'Reply B', usedByMe: 4 })];
    expect(foundMacros(twins, 'reply').map(({ macro }) => macro.id)).toEqual([9, 8]);
    expect(macroGroups(all, 'nowhere')).toEqual([]);
  });
});
