import { Permission } from '@bureau/contracts';
import { expect, it } from 'vitest';
import { permissionSections, permissionWord } from './index.ts';
import { permissionGerman } from './permissions.words.de.ts';

it('shows every permission once, each with a name and a sentence in both languages', () => {
  const shown = permissionSections.flatMap(({ permissions }) => permissions);
  expect(shown.toSorted()).toEqual(Permission.options.toSorted());
  expect(permissionSections.map(({ id }) => id)).not.toContain('other');
  for (const permission of Permission.options) {
    expect(permissionWord(permission).allows).not.toBe('');
    expect(permissionGerman.permissions[permission]?.allows).toMatch(/\.$/);
  }
});
