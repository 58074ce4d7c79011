import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldPair } from './field-pair.ts';
import { mergeField, type FieldInput } from './merge-field.ts';
import { isSent, mergeRecord, openPairs, previewLink, unsent } from './merge-record.ts';
import { agreeOn, hold, isStale, linkTo, promise, type SalesforceRow, type SyncLink } from './sync-link.ts';

const plain: FieldInput = {
  ...{ base: 'x', desk: 'x', salesforce: 'x', sent: [] },
  ...{ direction: 'both', firstLink: 'salesforce' },
};

describe('One field', () => {
  it.each<[string, Partial<FieldInput>, ReturnType<typeof mergeField>]>([
    ['is left when nobody changed it', {}, { goes: null, base: 'x', loses: null }],
    ['goes to Salesforce when the desk changed it', { desk: 'y' }, { goes: 'to_salesforce', base: 'x', loses: null }],
    ['comes to the desk when Salesforce changed it', { salesforce: 'y' }, { goes: 'to_desk', base: 'y', loses: null }],
    [
      'is Salesforce’s when both changed it',
      { desk: 'y', salesforce: 'z' },
      { goes: 'to_desk', base: 'z', loses: 'desk' },
    ],
    ['is agreed when both changed it alike', { desk: 'y', salesforce: 'y' }, { goes: null, base: 'y', loses: null }],
    [
      'is no edit of Salesforce when the desk sent it and its answer was lost',
      { desk: 'z', salesforce: 'y', sent: ['y'] },
      { goes: 'to_salesforce', base: 'y', loses: null },
    ],
    [
      'at the first link is filled where one side has nothing',
      { base: undefined, desk: 'y', salesforce: null },
      { goes: 'to_salesforce', base: null, loses: null },
    ],
    [
      'at the first link is Salesforce’s where both have something',
      { base: undefined, desk: 'y', salesforce: 'z' },
      { goes: 'to_desk', base: 'z', loses: 'desk' },
    ],
    [
      'at the first link is the desk’s where that was chosen',
      { base: undefined, desk: 'y', salesforce: 'z', firstLink: 'desk' },
      { goes: 'to_salesforce', base: 'z', loses: 'salesforce' },
    ],
    [
      'that goes one way stays as Salesforce wants it there',
      { salesforce: 'y', direction: 'to_salesforce' },
      { goes: null, base: 'x', loses: null },
    ],
    [
      'that comes one way stays as the desk wants it here',
      { desk: 'y', direction: 'to_desk' },
      { goes: null, base: 'x', loses: null },
    ],
  ])('%s', (_name, given, verdict) => expect(mergeField({ ...plain, ...given })).toEqual(verdict));

  it('comes to rest: after what it decides has been done, nothing is left to do', () => {
    const value = fc.constantFrom('x', 'y', 'z', null);
    const input = fc.record({
      ...{
        base: fc.option(value, { nil: undefined }),
        desk: value,
        salesforce: value,
        sent: fc.array(value, { maxLength: 2 }),
      },
      direction: fc.constantFrom('both' as const, 'to_salesforce' as const, 'to_desk' as const),
      firstLink: fc.constantFrom('salesforce' as const, 'desk' as const),
    });
    fc.assert(
      fc.property(input, (given) => {
        const { goes, base } = mergeField(given);
        const desk = goes === 'to_desk' ? given.salesforce : given.desk;
        const salesforce = goes === 'to_salesforce' ? given.desk : given.salesforce;
        const after = { ...given, desk, salesforce, sent: [], base: goes === 'to_salesforce' ? given.desk : base };
        expect(mergeField(after).goes).toBeNull();
      }),
    );
  });
});

const PAIRS: FieldPair[] = [
  { deskField: 'title', salesforceField: 'Title', kind: 'text', direction: 'both' },
  { deskField: 'phone', salesforceField: 'Phone', kind: 'phone', direction: 'both' },
];
const link: SyncLink = { ...linkTo('003000000000001AAA'), base: { title: 'Buyer', phone: '111' } };
const row = (values: SalesforceRow['values']): SalesforceRow => ({
  ...{
    id: '003000000000001AAA',
    stamp: 5_000,
    readAt: 9_000,
    deleted: false,
    mergedInto: null,
    deskId: null,
    by: 'Erin',
  },
  values,
});
const merge = (desk: Record<string, string>, there: SalesforceRow['values'], of = link) =>
  mergeRecord({ pairs: PAIRS, desk, row: row(there), link: of, firstLink: 'salesforce' });

describe('A record', () => {
  it('takes each field from where it was changed, and tells where it came from', () => {
    const merged = merge({ title: 'Chief buyer', phone: '111' }, { title: 'Buyer', phone: '222' });
    expect(merged).toMatchObject({ toDesk: { phone: '222' }, toSalesforce: { title: 'Chief buyer' }, conflicts: [] });
    expect(merged.link).toMatchObject({
      ...{ base: { title: 'Buyer', phone: '222' }, stamp: 5_000, seenAt: 9_000 },
      provenance: { phone: { from: 'salesforce', at: 5_000, by: 'Erin' } },
    });
  });

  it('keeps what was lost in a conflict', () => {
    expect(merge({ title: 'Ours', phone: '111' }, { title: 'Theirs', phone: '111' }).conflicts).toEqual([
      { field: 'title', base: 'Buyer', desk: 'Ours', salesforce: 'Theirs', wins: 'salesforce' },
    ]);
  });

  it('goes on without a field that the desk cannot take, which rests until somebody changes it', () => {
    const merged = merge({ title: 'Buyer', phone: '111' }, { title: 'New', phone: 'ask Ana' });
    expect(merged).toMatchObject({ toDesk: { title: 'New' }, refused: { phone: 'not-a-phone-number' } });
    expect(merged.link.base.phone).toBe('111');

    const again = merge({ title: 'New', phone: '111' }, { title: 'New', phone: 'ask Ana' }, merged.link);
    expect(again).toMatchObject({ toDesk: {}, refused: {}, toSalesforce: {} });
    const mended = merge({ title: 'New', phone: '111' }, { title: 'New', phone: '222' }, merged.link);
    expect(mended).toMatchObject({ toDesk: { phone: '222' }, link: { held: {} } });
  });

  it('says nothing of a field that went out of sight', () => {
    const merged = merge({ title: 'Ours', phone: '222' }, { title: 'Buyer' });
    expect(merged).toMatchObject({ toDesk: {}, toSalesforce: { title: 'Ours' } });
    expect(merged.link.base.phone).toBe('111');
  });

  it('stays in the outbox until Salesforce has everything but what it refused', () => {
    const desk = { title: 'Ours', phone: '333' };
    expect(unsent(PAIRS, link, desk)).toEqual(['title', 'phone']);
    const refused = hold(link, { phone: { desk: '333', salesforce: '111', code: 'STRING_TOO_LONG' } });
    const sent = agreeOn(promise(refused, { title: 'Ours' }), { title: 'Ours' }, { at: 1, by: null });
    expect(sent).toMatchObject({ sent: {}, base: { title: 'Ours', phone: '111' } });
    expect(isSent(PAIRS, sent, desk)).toBe(true);
    expect(isSent(PAIRS, sent, { ...desk, title: 'Later' })).toBe(false);
    expect(isSent(PAIRS, sent, null)).toBe(false);
  });

  it('does not believe a row that was asked for before what it knows', () => {
    const known = { ...link, stamp: 5_000, seenAt: 9_000 };
    expect(isStale(row({}), known)).toBe(false);
    expect(isStale({ ...row({}), readAt: 8_999 }, known)).toBe(true);
    expect(isStale({ ...row({}), stamp: 4_000 }, known)).toBe(true);
  });

  it('shows before a first link whose value both will have', () => {
    const desk = { title: 'Ours', phone: '111' };
    const input = { pairs: PAIRS, desk, row: row({ title: 'Theirs', phone: null }), firstLink: 'salesforce' as const };
    expect(previewLink(input)).toEqual([
      { field: 'title', desk: 'Ours', salesforce: 'Theirs', wins: 'salesforce' },
      { field: 'phone', desk: '111', salesforce: null, wins: 'desk' },
    ]);
  });

  it('goes only the ways that its object is open for', () => {
    const oneWay = { ...PAIRS[0]!, direction: 'to_desk' as const };
    expect(openPairs([PAIRS[0]!, oneWay], { toSalesforce: true, toDesk: false })).toEqual([
      { ...PAIRS[0], direction: 'to_salesforce' },
    ]);
  });
});
