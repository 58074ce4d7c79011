import { describe, expect, it } from 'vitest';
import { CHANNELS, hintIn } from './change-event.ts';

const event = (ChangeEventHeader: object) => ({ schema: 's', payload: { ChangeEventHeader, Name: 'x' }, event: {} });

describe('what a change event says', () => {
  it('is awaited of every object that is kept in step', () => {
    expect(CHANNELS).toEqual(['/data/AccountChangeEvent', '/data/ContactChangeEvent', '/data/CaseChangeEvent']);
  });

  it.each([
    ['Case', ['case']],
    ['Contact', ['customer']],
    ['Account', ['company', 'customer']],
    ['Opportunity', []],
  ])('of %s hints at %j', (entityName, objects) => {
    expect(hintIn(event({ entityName, changeType: 'GAP_UPDATE' }), 'Bureau')).toEqual(objects);
  });

  it('hints at nothing where we wrote it ourselves', () => {
    const ours = { entityName: 'Case', changeOrigin: 'com/salesforce/api/rest/62.0;client=Bureau' };
    expect(hintIn(event(ours), 'Bureau')).toEqual([]);
    expect(hintIn(event({ ...ours, changeOrigin: 'com/salesforce/api/rest/62.0;client=Bureaus' }), 'Bureau')).toEqual([
      'case',
    ]);
  });

  it.each([null, 'x', {}, { payload: {} }, { payload: { ChangeEventHeader: { entityName: 7 } } }])(
    'hints at nothing where it cannot be read: %j',
    (unreadable) => {
      expect(hintIn(unreadable, 'Bureau')).toEqual([]);
    },
  );
});
