import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDate, canonicalEmail, canonicalText, cutText } from './canonical.ts';
import { withFirstEmail, withFirstPhone, firstEmail, firstPhone } from './contact-points.ts';
import { canonicalDeskRecord, canonicalSalesforceRecord, deskFields, salesforceFields } from './field-pair.ts';
import { COMMENT_BYTES, noteParts } from './note-parts.ts';
import { salesforceId } from './salesforce-id.ts';
import { pairOfMapping, standardPairs } from './standard-pairs.ts';
import { deskChannel, deskPriority, originsIn, salesforcePriority } from './status.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });

describe('A value that both sides would call the same', () => {
  it.each([
    ['  Ana  ', 'Ana'],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['e\u0301', 'é'],
    ['   ', null],
    ['', null],
    [undefined, null],
    ['a\0b', 'ab'],
  ])('%j is %j', (value, canonical) => expect(canonicalText(value)).toBe(canonical));

  it('is the same when it is looked at twice', () => {
    fc.assert(fc.property(anyText, (text) => canonicalText(canonicalText(text)) === canonicalText(text)));
  });

  it('knows an address whatever its capitals, and the day of a moment', () => {
    expect(canonicalEmail(' Ana@Customer.Example ')).toBe('ana@customer.example');
    expect(canonicalDate('2026-11-03T09:00:00.000+0000')).toBe('2026-11-03');
    expect(canonicalDate('soon')).toBeNull();
  });

  it('cuts a long subject once, and never through a character', () => {
    expect(cutText('a'.repeat(300), 255)).toBe(`${'a'.repeat(254)}…`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 5, max: 40 }), (text, limit) => {
        const cut = cutText(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
        expect(cutText(cut, limit)).toBe(cut);
      }),
    );
  });
});

describe('An id of Salesforce', () => {
  it('of 15 signs gets the three that make it safe', () => {
    expect(salesforceId('001D000000IqhSL')).toBe('001D000000IqhSLIAZ');
    expect(salesforceId('001D000000IqhSLIAZ')).toBe('001D000000IqhSLIAZ');
  });

  it('that lost its capitals gets them back', () => {
    expect(salesforceId('001d000000iqhsliaz'.toUpperCase())).toBe('001D000000IqhSLIAZ');
    const signs = fc.constantFrom(...'abcXYZ019');
    fc.assert(
      fc.property(fc.array(signs, { minLength: 15, maxLength: 15 }), (id) => {
        const whole = salesforceId(id.join(''));
        expect(salesforceId(whole?.toLowerCase())).toBe(whole);
      }),
    );
  });

  it.each(['001', "001D000000Iqh'L", '001D000000IqhSLAAA', null, 15])('is not %j', (value) =>
    expect(salesforceId(value)).toBeNull(),
  );
});

describe('The fields that every desk has', () => {
  const CASE = standardPairs('case', { personAccounts: false });
  const CUSTOMER = standardPairs('customer', { personAccounts: false });

  it('tell Salesforce about a customer without a last name, and do not believe the answer', () => {
    const { values } = canonicalDeskRecord(CUSTOMER, { firstName: 'Ana', lastName: '', email: 'Ana@Customer.example' });
    expect(values).toEqual({ firstName: 'Ana', lastName: null, email: 'ana@customer.example' });
    const there = salesforceFields(CUSTOMER, values);
    expect(there).toEqual({ FirstName: 'Ana', LastName: '[not provided]', Email: 'ana@customer.example' });
    expect(canonicalSalesforceRecord(CUSTOMER, { LastName: '[Not Provided]' })).toEqual({ lastName: null });
  });

  it('of a person account are those of the person', () => {
    const names = standardPairs('customer', { personAccounts: true }).map(({ salesforceField }) => salesforceField);
    expect(names).toContain('PersonEmail');
    expect(names).toContain('Phone');
    expect(names).not.toContain('AccountId');
  });

  it('make a High of a 9, and leave the 9 when High comes back', () => {
    const { values } = canonicalDeskRecord(CASE, { priority: 9, status: 'open', channel: 'qna' });
    expect(salesforceFields(CASE, values)).toEqual({ Priority: 'High', Status: 'Open', Origin: 'Web' });
    expect(deskFields(CASE, { priority: 'High' }, { priority: 9 }).values).toEqual({ priority: 9 });
    expect(deskFields(CASE, { priority: 'Low' }, { priority: 9 }).values).toEqual({ priority: 2 });
  });

  it('round every priority to its third and back into it', () => {
    for (let priority = 1; priority <= 10; priority++) {
      const bucket = salesforcePriority(priority);
      expect(deskPriority(bucket, priority)).toBe(priority);
      expect(salesforcePriority(deskPriority(bucket, null) ?? 0)).toBe(bucket);
    }
  });

  it.each([
    ['Escalated', 'open', { status: 'unknown-status' }],
    ['Open', 'closed', { status: 'closed-is-final' }],
    ['New', 'open', { status: 'not-new-again' }],
    ['open', 'pending', {}],
  ])('take the status %s for a case that is %s, or say why not', (value, status, problems) => {
    expect(deskFields(CASE, { status: value }, { status }).problems).toEqual(problems);
  });

  it('call the origin of a post what the organisation calls it, and know it by either name', () => {
    const [pair] = CASE.filter(({ kind }) => kind === 'origin');
    const sent = (known: string[]) =>
      pair && canonicalDeskRecord([{ ...pair, values: originsIn(known) }], { channel: 'twitter' }).values;
    expect([['Email', 'X'], ['TWITTER'], []].map(sent)).toEqual([
      ...[{ channel: 'X' }, { channel: 'TWITTER' }, { channel: 'Twitter' }],
    ]);
    expect(['X', 'Twitter', 'x'].map(deskChannel)).toEqual(['twitter', 'twitter', 'twitter']);
  });

  it('answer a case of an origin that nobody knows by e-mail', () => {
    expect(deskChannel('Carrier pigeon')).toBe('email');
    expect(deskChannel('facebook')).toBe('facebook');
  });

  it('say nothing of a field that the user may not see', () => {
    expect(canonicalSalesforceRecord(CUSTOMER, { FirstName: 'Ana', Title: null })).toEqual({
      firstName: 'Ana',
      title: null,
    });
  });
});

describe('A list with a table of values', () => {
  const values = [
    { desk: 'North', salesforce: 'N' },
    { desk: 'Far north', salesforce: 'N' },
    { desk: 'South', salesforce: 'S' },
  ];
  const mapping = {
    deskField: 'custom.region',
    salesforceField: 'Region__c',
    type: 'list',
    direction: 'both',
    values,
  } as const;
  const pairs = [pairOfMapping({ ...mapping, values: [...values] })];

  it('says what has no pair, and the other fields go on', () => {
    expect(canonicalDeskRecord(pairs, { 'custom.region': 'East' }).problems).toEqual({
      'custom.region': 'value-without-pair',
    });
    expect(deskFields(pairs, { 'custom.region': 'E' }, null).problems).toEqual({
      'custom.region': 'value-without-pair',
    });
  });

  it('leaves the choice that means the same', () => {
    expect(deskFields(pairs, { 'custom.region': 'N' }, { 'custom.region': 'Far north' }).values).toEqual({
      'custom.region': 'Far north',
    });
    expect(deskFields(pairs, { 'custom.region': 'N' }, { 'custom.region': 'South' }).values).toEqual({
      'custom.region': 'North',
    });
  });
});

describe('Of many addresses and numbers', () => {
  const ana = {
    address: 'ana@work.example',
    emails: [
      { type: 'home' as const, value: 'ana@home.example' },
      { type: 'work' as const, value: 'ana@work.example' },
    ],
    phoneNumbers: [
      { type: 'work' as const, value: '111' },
      { type: 'home' as const, value: '222' },
      { type: 'work' as const, value: '333' },
    ],
  };

  it('the one that answers go to, and the first of each kind, stand there', () => {
    expect(firstEmail(ana)).toBe('ana@work.example');
    expect(firstPhone(ana, 'work')).toBe('111');
    expect(firstPhone(ana, 'mobile')).toBeNull();
  });

  it('only that one changes when it changes there', () => {
    expect(withFirstPhone(ana, 'work', '444').phoneNumbers.map(({ value }) => value)).toEqual(['444', '222', '333']);
    expect(withFirstEmail(ana, 'ana@new.example')).toEqual({
      address: 'ana@new.example',
      emails: [ana.emails[0], { type: 'work', value: 'ana@new.example' }],
    });
  });

  it('the next moves up when it is cleared there', () => {
    expect(firstPhone({ ...ana, ...withFirstPhone(ana, 'work', null) }, 'work')).toBe('333');
    expect(withFirstEmail(ana, null).address).toBe('ana@home.example');
  });

  it('what is written is read again, and stands there once', () => {
    const kind = fc.constantFrom('home', 'work', 'mobile', 'other');
    const contact = fc.record({ type: kind, value: fc.constantFrom('111', '222', '333') });
    const list = fc.uniqueArray(contact, { maxLength: 4, selector: ({ value }) => value });
    fc.assert(
      fc.property(list, kind, fc.constantFrom('111', '444'), (phoneNumbers, type, value) => {
        const after = { ...ana, ...withFirstPhone({ ...ana, phoneNumbers }, type, value) };
        expect(firstPhone(after, type)).toBe(value);
        expect(after.phoneNumbers.filter((phone) => phone.value === value)).toHaveLength(1);
      }),
    );
  });
});

describe('A note', () => {
  it('that fits is one comment, and a long one says which part it is', () => {
    expect(noteParts('Called back.')).toEqual(['Called back.']);
    const parts = noteParts(`${'word '.repeat(1_000)}end`);
    expect(parts).toHaveLength(2);
    expect(parts[0]).toMatch(/^\(1\/2\) word /);
    expect(parts[1]).toMatch(/^\(2\/2\) .*end$/);
  });

  it('loses nothing, and no part is longer than a comment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.integer({ min: 60, max: 200 }), (text, limit) => {
        const parts = noteParts(text, limit);
        for (const part of parts) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(limit);
        const plain = parts.length === 1 ? parts : parts.map((part) => part.replace(/^\(\d+\/\d+\) /, ''));
        expect(plain.join('')).toBe(text);
      }),
    );
    expect(COMMENT_BYTES).toBe(4_000);
  });
});
