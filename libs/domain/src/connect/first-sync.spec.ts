import { describe, expect, it } from 'vitest';
import { fateOfDeskRecord, fateOfRow, type DeskFacts, type RowFacts } from './first-sync.ts';
import { linkTo, NEW_LINK, unlink, type SalesforceRow } from './sync-link.ts';

const row: SalesforceRow = {
  ...{ id: '0013t00002AbCdEAAV', stamp: 1_000, readAt: 1_000, deleted: false, mergedInto: null, deskId: null },
  ...{ values: {}, by: null },
};

function aRow(more: Partial<RowFacts> = {}): RowFacts {
  const settings = { create: true, update: true, recreate: false, conditionsMet: true, matches: true };
  const none = { link: null, deskRecordExists: false, matches: [], shared: false, customer: true, changes: [] };
  return { row, settings, ...none, ...more };
}

function aDeskRecord(more: Partial<DeskFacts> = {}): DeskFacts {
  const settings = { create: true, update: true, recreate: false, conditionsMet: true, matches: true };
  return { link: null, settings, matches: [], twins: false, parentLost: false, ...more };
}

const linked = linkTo(row.id);

describe('a record of Salesforce', () => {
  it.each<[string, Partial<RowFacts>, string]>([
    ['whom nobody knows is made at the desk', {}, 'create-in-desk'],
    ['that one of the desk is like is linked to it', { matches: [{ deskId: 1, linked: false }] }, 'match'],
    ['that carries the id of one of the desk is linked to it', { deskRecordExists: true }, 'match'],
    [
      'that several could be is left to a person',
      { matches: [1, 2].map((deskId) => ({ deskId, linked: false })) },
      'ambiguous',
    ],
    ['whose match is linked is left to a person', { matches: [{ deskId: 1, linked: true }] }, 'ambiguous'],
    ['that another one there is like is left to a person', { shared: true }, 'ambiguous'],
    ['that is linked and agrees stays as it is', { link: linked }, 'unchanged'],
    ['that is linked and differs is brought in step', { link: linked, changes: ['subject'] }, 'update'],
    ['that is linked stays so though another is like it', { link: linked, shared: true }, 'unchanged'],
    ['that somebody took apart is left alone', { link: unlink(linked) }, 'refused'],
    ['without a customer does not come', { customer: false }, 'refused'],
  ])('%s', (_, more, fate) => {
    expect(fateOfRow(aRow(more)).fate).toBe(fate);
  });

  it('says why it does not come', () => {
    const settings = { ...aRow().settings, conditionsMet: false };
    expect(fateOfRow(aRow({ settings }))).toEqual({
      fate: 'refused',
      reason: 'The conditions of this object do not let it go.',
    });
  });
});

describe('a record of the desk without a counterpart', () => {
  const match = { salesforceId: row.id, linked: false };
  it.each<[string, Partial<DeskFacts>, string]>([
    ['is made in Salesforce', {}, 'create-in-salesforce'],
    ['that one there is like is linked to it', { matches: [match] }, 'match'],
    ['that shares its name here is left to a person', { matches: [match], twins: true }, 'ambiguous'],
    ['that shares its name here alone is made', { twins: true }, 'create-in-salesforce'],
    ['whose match is linked is left to a person', { matches: [{ ...match, linked: true }] }, 'ambiguous'],
    ['of a customer who is ambiguous waits', { parentLost: true }, 'refused'],
    [
      'that was on its way goes on',
      { link: { ...NEW_LINK, payload: { values: { name: 'Fern' }, recreates: [] } } },
      'create-in-salesforce',
    ],
  ])('%s', (_, more, fate) => {
    expect(fateOfDeskRecord(aDeskRecord(more)).fate).toBe(fate);
  });

  it('stays where new ones do not go there', () => {
    const settings = { ...aDeskRecord().settings, create: false };
    expect(fateOfDeskRecord(aDeskRecord({ settings })).fate).toBe('refused');
  });
});
