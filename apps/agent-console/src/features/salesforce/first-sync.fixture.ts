import type { FirstSync, FirstSyncCounts, FirstSyncRow } from '@bureau/contracts';

const none: FirstSyncCounts = {
  ...{ 'create-in-salesforce': 0, 'create-in-desk': 0, match: 0, update: 0 },
  ...{ unchanged: 0, ambiguous: 0, refused: 0, failed: 0 },
};

/** What a dry run has found. */
export const previewed: FirstSync = {
  ...{ id: 1, phase: 'preview', state: 'previewed', reason: '', calls: 9 },
  ...{ startedBy: 'Mia Lindqvist', startedAt: '2026-11-20T10:00:00.000Z', finishedAt: null },
  objects: [
    {
      ...{ object: 'customer', total: 1_250, seen: 1_250, done: none },
      planned: { ...none, 'create-in-desk': 1_204, match: 40, ambiguous: 2 },
    },
  ],
};

export const rows: FirstSyncRow[] = [
  {
    ...{ id: 1, object: 'customer', fate: 'match', deskId: 12, salesforceId: '003SB0000000001AAA', name: 'Ana Sousa' },
    ...{ url: 'https://larkspur.my.salesforce.com/003SB0000000001AAA', fields: ['Title'], reason: '' },
  },
  {
    ...{ id: 2, object: 'customer', fate: 'ambiguous', deskId: null, salesforceId: '003SB0000000002AAA' },
    ...{ name: 'Bo Lind', url: null, fields: [], reason: 'Several records of Salesforce could be this one.' },
  },
];
