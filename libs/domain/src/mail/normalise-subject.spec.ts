import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseSubject, sameSubject } from './normalise-subject.ts';

describe('a subject without its marks', () => {
  it.each([
    ['Re: Grinder', 'Grinder'],
    ['RE: AW: SV: Antw: Grinder', 'Grinder'],
    ['Fwd: Fw: WG: Grinder', 'Grinder'],
    ['Re[2]: Re(3): Re^4: Grinder', 'Grinder'],
    ['Re :Grinder', 'Grinder'],
    ['回复：磨豆机', '磨豆机'],
    ['Ответ: кофемолка', 'кофемолка'],
    ['RÉF : Moulin', 'Moulin'],
    ['YNT: Değirmen', 'Değirmen'],
    ['[EXTERNAL] Re: [ext] Grinder', 'Grinder'],
    ['Re:\r\n  Grinder\t noise ', 'Grinder noise'],
    ['Re: Re:', ''],
    ['Refund: grinder', 'Refund: grinder'],
    ['I need help', 'I need help'],
    ['Reason: unknown', 'Reason: unknown'],
    ['[Larkspur] Grinder', '[Larkspur] Grinder'],
  ])('reads %j as %j', (subject, expected) => {
    expect(normaliseSubject(subject)).toBe(expected);
  });

  it('stays as it is when normalised again', () => {
    fc.assert(
      fc.property(fc.string(), (subject) => normaliseSubject(normaliseSubject(subject)) === normaliseSubject(subject)),
    );
  });

  it('is the same however often it was answered', () => {
    const marks = fc.array(fc.constantFrom('Re: ', 'AW:', 'SV: ', 'Fwd: ', 'Re[2]: ', 'Antw: '));
    fc.assert(fc.property(marks, (chain) => sameSubject(`${chain.join('')}Grinder noise`, 'GRINDER noise')));
  });
});
