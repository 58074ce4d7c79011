import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareXIds, timeOfXId, xIdAt } from './x-id.ts';

describe('an id of X', () => {
  it('tells when it was given out', () => {
    expect(timeOfXId('2080765813578191303')?.toISOString()).toBe('2026-07-24T21:23:23.373Z');
    expect(timeOfXId('not an id')).toBeNull();
  });

  it('has an earliest one for any time', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2010-11-05'), max: new Date('2070-01-01'), noInvalidDate: true }),
        (time) => {
          expect(timeOfXId(xIdAt(time))).toEqual(time);
        },
      ),
    );
    expect(xIdAt(new Date('1999-01-01'))).toBe('0');
  });

  it('is compared as a number, not as text, and not as a number that JavaScript rounds', () => {
    expect(compareXIds('999', '1000')).toBeLessThan(0);
    expect(compareXIds('2080765813578191303', '2080765813578191304')).toBeLessThan(0);
    expect(compareXIds('7', '7')).toBe(0);
  });
});
