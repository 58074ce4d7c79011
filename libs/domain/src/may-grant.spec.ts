import { Permission, type CaseAccess } from '@bureau/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excessOf, mayGrant, reachesBrands, reachesGroups, type Rights } from './may-grant.ts';

const rights = (permissions: Permission[], access: Partial<CaseAccess> = {}, everything = false): Rights => ({
  everything,
  permissions,
  access: { scope: 'all', groupIds: [], brandIds: null, ...access },
});

const owner = rights([...Permission.options], {}, true);
const manager = rights(['cases:view', 'users:manage', 'groups:manage']);
const ofGroups = (...groupIds: number[]) => rights(['cases:view'], { scope: 'groups', groupIds });
const ofBrands = (...brandIds: number[]) => rights(['cases:view'], { brandIds });
const assignedOnly = rights(['cases:view'], { scope: 'assigned' });

describe('handing out rights', () => {
  it.each<[what: string, own: Rights, wanted: Rights, excess: string[]]>([
    ['everything by whoever has everything', owner, owner, []],
    ['everything by whoever has every single permission', rights([...Permission.options]), owner, ['everything']],
    ['what one has', manager, rights(['users:manage']), []],
    ['what one lacks', manager, rights(['cases:view', 'roles:manage']), ['roles:manage']],
    ['all cases by whoever sees those of his groups', ofGroups(1), rights(['cases:view']), ['scope']],
    ['the cases of his own group', ofGroups(1, 2), ofGroups(2), []],
    ['the cases of another group', ofGroups(1, 2), ofGroups(2, 3), ['groups']],
    ['the cases of groups by whoever sees his own alone', assignedOnly, ofGroups(1), ['scope']],
    ['one’s own cases by anybody', ofGroups(1), assignedOnly, []],
    ['every brand by whoever serves one', ofBrands(1), rights(['cases:view']), ['brands']],
    ['a brand that one serves', ofBrands(1, 2), ofBrands(1), []],
    ['a brand that one does not serve', ofBrands(1, 2), ofBrands(3), ['brands']],
    ['any brand by whoever serves all', manager, ofBrands(3), []],
  ])('%s', (_, own, wanted, excess) => {
    expect(excessOf(own, wanted)).toEqual(excess);
    expect(mayGrant(own, wanted)).toBe(excess.length === 0);
  });

  it('never makes anybody mightier than the mightiest who hands out, however long the chain', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    const anyRights: fc.Arbitrary<Rights> = fc.record({
      everything: fc.boolean(),
      permissions: fc.subarray([...Permission.options]),
      access: fc.record({
        scope: fc.constantFrom('all', 'groups', 'assigned'),
        groupIds: ids,
        brandIds: fc.option(ids, { nil: null }),
      }),
    });
    fc.assert(
      fc.property(anyRights, anyRights, anyRights, (first, second, third) => {
        fc.pre(mayGrant(first, second) && mayGrant(second, third));
        return mayGrant(first, third);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('letting others see', () => {
  it('reaches as far as one sees', () => {
    expect(reachesGroups(manager, [1, 2])).toBe(true);
    expect(reachesGroups(ofGroups(1), [1])).toBe(true);
    expect(reachesGroups(ofGroups(1), [1, 2])).toBe(false);
    expect(reachesGroups(assignedOnly, [1])).toBe(false);
    expect(reachesBrands(ofBrands(1), [1])).toBe(true);
    expect(reachesBrands(ofBrands(1), [2])).toBe(false);
    expect(reachesBrands(ofBrands(1), null)).toBe(false);
  });
});
