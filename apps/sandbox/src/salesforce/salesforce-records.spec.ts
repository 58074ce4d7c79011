import { describe, expect, it } from 'vitest';
import { longId } from './ids.ts';
import { startWorld } from '../testing/desk.ts';
import { connectionTo, rawTo } from './testing/app.ts';

async function organisation(withRecords = false) {
  const sandbox = await startWorld({ salesforce: { withRecords } });
  return { ...sandbox, conn: connectionTo(sandbox), raw: rawTo(sandbox) };
}

const FALSE = { headers: { 'Sforce-Auto-Assign': 'FALSE' } };

describe('records of Salesforce', () => {
  it('are made, read, changed and deleted by jsforce, with 18-character ids and stamps in whole seconds', async () => {
    const { conn, salesforce } = await organisation();
    const account = await conn.sobject('Account').create({ Name: '  Café Norte  ', Phone: '' });
    const contact = await conn
      .sobject('Contact')
      .create({ LastName: 'Sá', Email: 'Rui@Norte.EXAMPLE', AccountId: account.id });
    const made = await conn.sobject('Case').create({ Subject: 'Cold', ContactId: contact.id }, FALSE);

    const row = await conn.sobject('Case').retrieve(made.id ?? '');
    expect(longId(made.id?.slice(0, 15) ?? '')).toBe(made.id);
    expect(row).toMatchObject({
      Status: 'New',
      Priority: 'Medium',
      AccountId: account.id,
      IsClosed: false,
      Origin: null,
    });
    expect(row['SystemModstamp']).toMatch(/:\d\d\.000\+0000$/);
    expect(row['OwnerId']).toBe(salesforce.userId(salesforce.users.admin));
    expect(row['ContactEmail']).toBe('rui@norte.example');
    expect(salesforce.record(account.id ?? '')).toMatchObject({ Name: 'Café Norte' });
    expect(salesforce.record(account.id ?? '')).not.toHaveProperty('Phone');

    expect(await conn.sobject('Case').update({ Id: made.id ?? '', Status: 'Closed' }, FALSE)).toMatchObject({
      success: true,
    });
    expect(salesforce.record(made.id ?? '')).toMatchObject({ IsClosed: true });
    await expect(conn.sobject('Contact').destroy(contact.id ?? '')).rejects.toMatchObject({
      errorCode: 'DELETE_FAILED',
    });
    await conn.sobject('Case').destroy(made.id ?? '');
    await expect(conn.sobject('Case').retrieve(made.id ?? '')).rejects.toMatchObject({
      errorCode: 'ENTITY_IS_DELETED',
    });
    await expect(conn.sobject('Case').retrieve('500SB0000000zzz')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it('give a case to the default owner unless the caller says no', async () => {
    const { conn, salesforce } = await organisation();
    const { id = '' } = await conn.sobject('Case').create({ Subject: 'Whose?' });
    expect(salesforce.record(id)?.['OwnerId']).toMatch(/^00G/);
  });

  it('are not overwritten when they changed since, to the second', async () => {
    const { raw, salesforce } = await organisation();
    salesforce.turnClock({ at: new Date('2026-09-01T10:00:00.400Z'), stopped: true });
    const [id = ''] = salesforce.seed('Contact', [{ LastName: 'Sá' }]);
    const since = { 'If-Unmodified-Since': 'Tue, 01 Sep 2026 10:00:00 GMT' };
    expect((await raw('PATCH', `/sobjects/Contact/${id}`, { body: { Title: 'a' }, headers: since })).status).toBe(204);
    salesforce.turnClock({ advanceMs: 1000 });
    salesforce.as().edit(id, { Title: 'b' });
    const late = await raw('PATCH', `/sobjects/Contact/${id}`, { body: { Title: 'c' }, headers: since });

    expect(late).toMatchObject({ status: 412, body: undefined });
    expect(late.headers.get('date')).toBe('Tue, 01 Sep 2026 10:00:01 GMT');
    expect(late.headers.get('sforce-limit-info')).toBe('api-usage=2/115000');
    expect(salesforce.record(id)).toMatchObject({ Title: 'b', SystemModstamp: '2026-09-01T10:00:01.000+0000' });
  });

  it('are found by an external id, made by it once, and refused a second time', async () => {
    const { conn, raw, salesforce } = await organisation();
    const first = await conn.sobject('Account').upsert({ Name: 'One', Desk_Id__c: 'd-1' }, 'Desk_Id__c');
    const again = await conn.sobject('Account').upsert({ Name: 'Two', Desk_Id__c: 'd-1' }, 'Desk_Id__c');
    expect(again).toMatchObject({ id: first.id, created: false });
    await expect(conn.sobject('Account').create({ Name: 'Three', Desk_Id__c: 'd-1' })).rejects.toMatchObject({
      errorCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: Desk_Id__c duplicates value on record with id: ${first.id}`,
    });
    const body = { LastName: 'By parent', Account: { Desk_Id__c: 'd-1' } };
    expect((await raw('POST', '/sobjects/Contact', { body })).status).toBe(201);
    expect(salesforce.records('Contact')[0]?.['AccountId']).toBe(first.id);

    salesforce.switch({ externalIds: false });
    await expect(conn.sobject('Account').create({ Name: 'Four', Desk_Id__c: 'd-4' })).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
    expect((await conn.describe('Account')).fields.map(({ name }) => name)).not.toContain('Desk_Id__c');
  });

  it('come and go in collections, each with its own result', async () => {
    const { conn, salesforce } = await organisation();
    const results = await conn
      .sobject('Contact')
      .create([{ LastName: 'A' }, { FirstName: 'B' }, { LastName: 'C', Email: 'x' }]);
    expect(results.map(({ success }) => success)).toEqual([true, false, false]);
    expect(results[1]?.errors[0]).toMatchObject({ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] });
    expect(results[2]?.errors[0]).toMatchObject({ statusCode: 'INVALID_EMAIL_ADDRESS' });

    const all = await conn.sobject('Contact').create([{ LastName: 'D' }, {}], { allOrNone: true });
    expect(all[0]?.errors[0]).toMatchObject({ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' });
    expect(salesforce.records('Contact')).toHaveLength(1);
    const [id = ''] = [results[0]?.id];
    const read = await conn.sobject('Contact').retrieve([id, '003SB0000000zzzAAA'], { fields: ['LastName'] } as never);
    expect(read).toMatchObject([{ Id: id, LastName: 'A' }, null]);
    await conn.sobject('Contact').update([{ Id: id, LastName: 'Z' }]);
    expect(salesforce.record(id)).toMatchObject({ Name: 'Z' });
    await expect(
      conn.sobject('Contact').create(Array.from({ length: 201 }, () => ({ LastName: 'X' }))),
    ).rejects.toThrow();
  });

  it('are handled several at a time in one call, later ones by what earlier ones answered', async () => {
    const { conn, salesforce } = await organisation();
    const { used } = salesforce.usage();
    const at = '/services/data/v62.0';
    const answer: { compositeResponse: { httpStatusCode: number; body: unknown }[] } = await conn.requestPost(
      '/composite',
      {
        allOrNone: false,
        compositeRequest: [
          { method: 'POST', url: `${at}/sobjects/Account`, referenceId: 'company', body: { Name: 'Combined' } },
          {
            method: 'POST',
            url: `${at}/sobjects/Contact`,
            referenceId: 'person',
            body: { LastName: 'C', AccountId: '@{company.id}' },
          },
          { method: 'GET', url: `${at}/query/?q=${encodeURIComponent('SELECT Id FROM Account')}`, referenceId: 'rows' },
          { method: 'POST', url: `${at}/sobjects/Contact`, referenceId: 'wrong', body: {} },
          { method: 'GET', url: `${at}/sobjects/Contact/@{wrong.id}`, referenceId: 'halted' },
          {
            method: 'PATCH',
            url: `${at}/sobjects/Account/@{company.id}`,
            referenceId: 'late',
            httpHeaders: { 'If-Unmodified-Since': 'Tue, 01 Sep 2020 10:00:00 GMT' },
            body: { Name: 'Other' },
          },
        ],
      },
    );
    expect(answer.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([
      201, 201, 200, 400, 400, 412,
    ]);
    expect(answer.compositeResponse[4]?.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
    expect(salesforce.records('Contact')[0]?.['AccountId']).toBe(salesforce.records('Account')[0]?.['Id']);
    expect(salesforce.usage().used - used).toBe(1);
  });

  it('are written five collections at a time in one call, each answered by itself', async () => {
    const { conn, salesforce } = await organisation();
    const [known = ''] = salesforce.seed('Account', [{ Name: 'Known' }]);
    const { used } = salesforce.usage();
    const collection = (referenceId: string, records: object[], method = 'POST') => ({
      ...{ method, url: '/services/data/v62.0/composite/sobjects', referenceId },
      body: { allOrNone: false, records: records.map((one) => ({ attributes: { type: 'Account' }, ...one })) },
    });
    const several = (compositeRequest: object[]): Promise<{ compositeResponse: unknown[] }> =>
      conn.requestPost('/composite', { allOrNone: false, compositeRequest });
    const many = Array.from({ length: 200 }, (_, index) => ({ Name: `Of many ${index}` }));

    const { compositeResponse } = await several([
      collection('first', many),
      collection('long', [...many, { Name: 'One too many' }]),
      collection('partly', [{ Name: 'Good' }, {}]),
      collection('changed', [{ id: known, Name: 'Changed' }], 'PATCH'),
      collection('naming', [{ Name: '@{first[0].id}' }]),
    ]);
    expect(compositeResponse).toMatchObject([
      { httpStatusCode: 200, body: many.map(() => ({ success: true })) },
      { httpStatusCode: 400, body: [{ errorCode: 'EXCEEDED_ID_LIMIT' }] },
      { httpStatusCode: 200, body: [{ success: true }, { success: false }] },
      { httpStatusCode: 200, body: [{ id: known, success: true }] },
      { httpStatusCode: 200, body: [{ success: true }] },
    ]);
    expect(salesforce.record(known)).toMatchObject({ Name: 'Changed' });
    expect(salesforce.records('Account').filter(({ Name }) => String(Name).includes('@{'))).toEqual([]);
    expect(salesforce.usage().used - used).toBe(1);

    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => collection(name, [{ Name: name }]));
    await expect(several(six)).rejects.toMatchObject({ errorCode: 'LIMIT_EXCEEDED' });
  });

  it('tell which of them changed and went, not beyond a transaction that is still open', async () => {
    const { conn, salesforce } = await organisation();
    salesforce.turnClock({ at: new Date('2026-09-01T10:00:30.000Z'), stopped: true });
    const [one = '', two = ''] = salesforce.seed('Account', [{ Name: 'One' }, { Name: 'Two' }]);
    salesforce.as().delete(two);
    const commit = salesforce.slowly({ work: [{ edit: one, values: { Name: 'Late' } }] });
    await expect(conn.sobject('Account').update({ Id: one, Name: 'Now' })).rejects.toMatchObject({
      errorCode: 'UNABLE_TO_LOCK_ROW',
    });
    salesforce.turnClock({ advanceMs: 150_000 });

    const window = ['2026-09-01T09:00:00Z', '2026-09-01T10:03:00Z'] as const;
    const updated = await conn.sobject('Account').updated(...window);
    expect(updated).toEqual({ ids: [one], latestDateCovered: '2026-09-01T10:00:00.000+0000' });
    commit();
    expect(salesforce.record(one)).toMatchObject({ Name: 'Late', SystemModstamp: '2026-09-01T10:00:30.000+0000' });
    const deleted = await conn.sobject('Account').deleted(...window);
    expect(deleted).toMatchObject({ deletedRecords: [{ id: two }], latestDateCovered: '2026-09-01T10:03:00.000+0000' });
  });
});
