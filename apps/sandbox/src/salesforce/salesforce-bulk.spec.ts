import { describe, expect, it } from 'vitest';
import { startWorld } from '../testing/desk.ts';
import { readCsv, writeCsv } from './bulk/csv.ts';
import { connectionTo, rawTo } from './testing/app.ts';

describe('jobs of the Bulk API', () => {
  it('write many records with jsforce, and say what became of each', async () => {
    const sandbox = await startWorld({ salesforce: { withRecords: false } });
    const { salesforce } = sandbox;
    const conn = connectionTo(sandbox);
    conn.bulk2.pollInterval = 50;
    const rows = Array.from({ length: 1200 }, (_, index) => `p-${index},"Person, ${index}",true`);
    const input = ['Desk_Id__c,LastName,Newsletter__c', ...rows, 'p-x,,false', 'p-0,Twice,false'].join('\n');
    const results = await conn.bulk2.loadAndWaitForResults({ object: 'Contact', operation: 'insert', input });

    expect(results.successfulResults).toHaveLength(1200);
    expect(results.failedResults).toMatchObject([
      { sf__Error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --' },
      { sf__Error: expect.stringMatching(/^DUPLICATE_VALUE:duplicate value found: Desk_Id__c/) },
    ]);
    expect(salesforce.records('Contact')[7]).toMatchObject({ LastName: 'Person, 7', Newsletter__c: true });

    const again = 'Desk_Id__c,LastName,Title\np-7,#N/A,Owner\np-8,,Clerk\np-new,New,';
    const upserted = await conn.bulk2.loadAndWaitForResults({
      object: 'Contact',
      operation: 'upsert',
      externalIdFieldName: 'Desk_Id__c',
      input: again,
    });
    expect(upserted.successfulResults.map(({ sf__Created }) => sf__Created)).toEqual(['false', 'true']);
    expect(upserted.failedResults).toHaveLength(1);
    expect(salesforce.records('Contact')[8]).toMatchObject({ LastName: 'Person, 8', Title: 'Clerk' });
  });

  it('answer queries as CSV, page by page', async () => {
    const sandbox = await startWorld();
    const conn = connectionTo(sandbox);
    conn.bulk2.pollInterval = 50;
    const stream = await conn.bulk2.query('SELECT LastName, Account.Name FROM Contact ORDER BY LastName');
    expect(await stream.toArray()).toMatchObject([
      { LastName: 'Ferreira', 'Account.Name': 'Café Ferreira' },
      { LastName: 'Okoye' },
      { LastName: 'Raman' },
      { LastName: 'Weber' },
    ]);
    const raw = rawTo(sandbox);
    const job = await raw('POST', '/jobs/query', { body: { operation: 'query', query: 'SELECT Id FROM Contact' } });
    const { accessToken } = sandbox.salesforce.grant();
    const results = await fetch(
      `${sandbox.salesforce.url}/services/data/v62.0/jobs/query/${job.body.id}/results?maxRecords=3`,
      {
        headers: { Authorization: `Bearer ${accessToken}` },
      },
    );
    expect(results.headers.get('sforce-locator')).toBe('3');
    expect(readCsv(await results.text(), ',')).toHaveLength(4);
  });

  it('read what they write', () => {
    const rows = [
      ['a', 'b'],
      ['with "quotes"', 'and,\nlines'],
    ];
    expect(readCsv(writeCsv(rows, { delimiter: ',', lineEnd: '\r\n' }), ',')).toEqual(rows);
  });
});
