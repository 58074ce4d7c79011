import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetState } from './api-budget.ts';
import { loopSuspected } from './loop-breaker.ts';
import { matchField, REFUSAL_SENTENCES, type DescribedField } from './mapping-types.ts';
import { changesQuery, cursorAfter, placeAfter, pollWindow } from './poll-window.ts';
import { readStamp, soql, soqlText, soqlTime, UnknownSalesforceName, type SoqlCondition } from './soql.ts';

const KNOWN = new Set(['Contact', 'Id', 'Name', 'Email', 'Account.Name', 'SystemModstamp']);
const query = (where: SoqlCondition[], fields = ['Id', 'Name']) =>
  soql({ object: 'Contact', fields, where, orderBy: ['Name'], limit: 5 }, KNOWN);

/** What a parser would make of a text literal at the beginning of a text; written from the grammar, not from `soqlText`. */
function readLiteral(source: string): { text: string; rest: string } | null {
  const signs: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\\': '\\', "'": "'", '"': '"' };
  let text = '';
  for (let at = 1; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === "'") return { text, rest: source.slice(at + 1) };
    if (sign === '\\') {
      const meant = signs[source.charAt(++at)];
      if (meant === undefined) return null;
      text += meant;
    } else text += sign;
  }
  return null;
}

describe('A query', () => {
  it('joins its conditions, and names each field once', () => {
    expect(
      query(
        [
          { field: 'Email', is: 'in', value: ['a@b.example', null] },
          { any: [{ field: 'Name', is: 'contains', value: '5%_' }] },
        ],
        ['Id', 'Id', 'Account.Name'],
      ),
    ).toBe(
      "SELECT Id, Account.Name FROM Contact WHERE Email IN ('a@b.example', null) AND (Name LIKE '%5\\%\\_%') ORDER BY Name LIMIT 5",
    );
  });

  it('takes any value for what it is, however hostile', { timeout: 20_000 }, () => {
    const hostile = fc.oneof(
      fc.string({ unit: fc.constantFrom("'", '\\', '"', '\n', '\r', '\0', '%', '\u2019', '\uD800', 'n', ' OR ') }),
      fc.constantFrom(
        "' OR Name != '",
        "\\' OR Id != null",
        "\\\\'",
        "x'; DELETE",
        "')) LIMIT 50000 --",
        '\u2019',
        'a\nb',
        '\uD800',
      ),
    );
    fc.assert(
      fc.property(hostile, (value) => {
        const beginning = 'SELECT Id, Name FROM Contact WHERE Name = ';
        const whole = query([{ field: 'Name', is: '=', value }]);
        expect(whole.startsWith(`${beginning}'`)).toBe(true);
        const text = value.toWellFormed().replaceAll('\0', '');
        expect(readLiteral(whole.slice(beginning.length))).toEqual({ text, rest: ' ORDER BY Name LIMIT 5' });
      }),
      { numRuns: 400 },
    );
  });

  it('takes no name that describe did not give', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('Name FROM User--', 'Id, SsnSecret__c', 'Owner.Name', '__proto__', 'name'),
    );
    fc.assert(
      fc.property(hostile, (name) => {
        fc.pre(!KNOWN.has(name));
        expect(() => query([], [name])).toThrow(UnknownSalesforceName);
        expect(() => query([{ field: name, is: '=', value: null }])).toThrow(UnknownSalesforceName);
        expect(() => soql({ object: name, fields: ['Id'], where: [], orderBy: [], limit: 1 }, KNOWN)).toThrow(
          UnknownSalesforceName,
        );
      }),
    );
  });

  it('says moments to the second, and reads stamps of Salesforce', () => {
    expect(soqlTime(Date.UTC(2026, 10, 3, 9, 0, 0, 900))).toBe('2026-11-03T09:00:00Z');
    expect(readStamp('2026-11-03T09:00:00.000+0000')).toBe(Date.UTC(2026, 10, 3, 9));
    expect(readStamp('yesterday')).toBeNull();
    expect(soqlText("O'Hara")).toBe("'O\\'Hara'");
  });
});

describe('A poll', () => {
  const policy = { settleMs: 5_000, overlapMs: 300_000, pageSize: 2, parentMs: 1_000 };
  const cursor = { stamp: 1_000_000, safeLow: null };

  it('begins before what was seen, and before what open transactions may still bring', () => {
    expect(pollWindow(cursor, 1_060_500, policy)).toEqual({ from: 700_000, to: 1_060_000 });
    expect(pollWindow({ ...cursor, safeLow: 900_000 }, 1_060_000, policy).from).toBe(600_000);
  });

  it('goes on from the newest stamp seen, never from a clock', () => {
    expect(cursorAfter(cursor, [{ stamp: 1_030_000 }, { stamp: 900_000 }]).stamp).toBe(1_030_000);
    expect(cursorAfter(cursor, [])).toEqual(cursor);
  });

  it('turns the page within a second that many rows share', () => {
    const rows = [
      { stamp: 1_000_000, id: '001' },
      { stamp: 1_000_000, id: '002' },
    ];
    const place = placeAfter(rows, policy);
    expect(place).toEqual({ stamp: 1_000_000, id: '002' });
    expect(placeAfter(rows.slice(1), policy)).toBeNull();
    const next = changesQuery(
      { object: 'Contact', fields: ['Name'], window: { from: 0, to: 1_060_000 }, place },
      policy,
    );
    expect(soql(next, KNOWN)).toBe(
      "SELECT Id, SystemModstamp, Name FROM Contact WHERE (SystemModstamp > 1970-01-01T00:16:40Z OR (SystemModstamp = 1970-01-01T00:16:40Z AND Id > '002')) AND SystemModstamp <= 1970-01-01T00:17:40Z ORDER BY SystemModstamp, Id LIMIT 2",
    );
  });
});

describe('What is left of the day’s calls', () => {
  it.each([
    [0, { pollSeconds: 60, bulk: true, background: true, reserved: false }],
    [60, { pollSeconds: 120, bulk: true, background: true, reserved: false }],
    [80, { pollSeconds: 300, bulk: true, background: true, reserved: true }],
    [90, { pollSeconds: 300, bulk: false, background: true, reserved: true }],
    [95, { pollSeconds: 300, bulk: false, background: false, reserved: true }],
  ])('after %i %% of them', (used, state) => expect(budgetState({ used, limit: 100 })).toMatchObject(state));
});

describe('A record that the sync writes again and again', () => {
  it('rests after ten times in ten minutes', () => {
    const writes = Array.from({ length: 10 }, (_, index) => index * 1_000);
    expect(loopSuspected(writes.slice(1), 10_000)).toBeNull();
    expect(loopSuspected(writes, 10_000)).toBe(600_000);
    expect(loopSuspected(writes, 600_000)).toBeNull();
  });
});

describe('A field of Salesforce', () => {
  const text: DescribedField = {
    ...{ name: 'Region__c', type: 'string', length: 80, custom: true, createable: true, updateable: true },
    ...{ autoNumber: false, calculated: false, calculatedFormula: null, htmlFormatted: false, nameField: false },
    ...{ compoundFieldName: null, cascadeDelete: false, extraTypeInfo: null },
  };
  it.each<[string, Partial<DescribedField>, ReturnType<typeof matchField>]>([
    ['Text', {}, { goesWith: 'text', readOnly: false }],
    ['Picklist', { type: 'picklist' }, { goesWith: 'list', readOnly: false }],
    ['Checkbox', { type: 'boolean' }, { goesWith: 'boolean', readOnly: false }],
    ['Date that cannot be edited', { type: 'date', updateable: false }, { goesWith: 'date', readOnly: true }],
    ['Auto Number', { autoNumber: true }, { refusal: 'auto-number' }],
    ['Formula', { calculated: true, calculatedFormula: '1+1' }, { refusal: 'formula' }],
    ['Roll-up', { type: 'double', calculated: true }, { refusal: 'roll-up' }],
    ['Lookup', { type: 'reference' }, { refusal: 'lookup' }],
    ['Master-Detail', { type: 'reference', cascadeDelete: true }, { refusal: 'master-detail' }],
    ['Number', { type: 'double' }, { refusal: 'number' }],
    ['Currency', { type: 'currency' }, { refusal: 'currency' }],
    ['Date/Time', { type: 'datetime' }, { refusal: 'date-time' }],
    ['Multi-Select', { type: 'multipicklist' }, { refusal: 'multi-select' }],
    ['Text Area', { type: 'textarea', length: 255 }, { refusal: 'text-area' }],
    ['Long Text Area', { type: 'textarea', length: 32_768 }, { refusal: 'long-text-area' }],
    ['Rich Text', { type: 'textarea', length: 32_768, htmlFormatted: true }, { refusal: 'rich-text' }],
    ['part of an address', { compoundFieldName: 'MailingAddress' }, { refusal: 'compound-part' }],
    ['Geolocation', { type: 'location' }, { refusal: 'geolocation' }],
    ['type of next year', { type: 'hologram' }, { refusal: 'unknown' }],
  ])('of the type %s goes with this, or says why not', (_name, given, match) => {
    expect(matchField({ ...text, ...given }, new Set())).toEqual(match);
    if ('refusal' in match) expect(REFUSAL_SENTENCES[match.refusal]).toMatch(/\.$/);
  });

  it('that is kept in step by itself is not offered again', () => {
    expect(matchField({ ...text, name: 'Title' }, new Set(['Title']))).toEqual({ refusal: 'built-in' });
  });
});
