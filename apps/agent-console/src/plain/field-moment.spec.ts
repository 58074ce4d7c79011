import { afterEach, describe, expect, it } from 'vitest';
import { writeFor } from '../language/format.ts';
import { fieldMoment, momentOfField } from './field-moment.ts';

afterEach(() => writeFor({}));

describe('a moment in a field', () => {
  it.each([
    ['Europe/Berlin', '2026-07-01T09:00', '2026-07-01T07:00:00.000Z'],
    ['Europe/Berlin', '2026-12-01T09:00', '2026-12-01T08:00:00.000Z'],
    ['America/New_York', '2026-11-01T09:00', '2026-11-01T14:00:00.000Z'],
    ['Asia/Kolkata', '2026-03-29T02:30', '2026-03-28T21:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25T09:00', '2026-10-25T08:00:00.000Z'],
  ])('is by the clock of %s: %s', (timeZone, typed, at) => {
    writeFor({ timeZone });
    expect(momentOfField(typed)).toBe(at);
    expect(fieldMoment(at)).toBe(typed);
  });

  it('that names none is empty', () => {
    expect(momentOfField('')).toBe('');
  });
});
