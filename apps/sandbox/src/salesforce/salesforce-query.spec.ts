import { describe, expect, it } from 'vitest';
import { startWorld } from '../testing/desk.ts';
import { connectionTo, rawTo } from './testing/app.ts';

async function organisation() {
  const sandbox = await startWorld();
  return { ...sandbox, conn: connectionTo(sandbox), raw: rawTo(sandbox) };
}

describe('questions in SOQL', () => {
  it.each([
    ["SELECT Id FROM Case WHERE Status = 'open'", 1],
    ["SELECT Id FROM Case WHERE Status IN ('New', 'Pending') AND Priority != 'High'", 1],
    ["SELECT Id FROM Case WHERE NOT (Status = 'New' OR Origin = 'Email')", 1],
    ["SELECT Id FROM Case WHERE Subject LIKE '%DARK%'", 1],
    ["SELECT Id FROM Contact WHERE Email = 'ANA.FERREIRA@CAFEMAIL.EXAMPLE'", 1],
    ["SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Okoye')", 1],
    ["SELECT Id FROM Contact WHERE Account.Name = 'Harbour Hotel'", 2],
    ['SELECT Id FROM Account WHERE Key_Account__c = TRUE', 1],
    ['SELECT Id FROM Account WHERE Tier__c = null', 2],
    ['SELECT Id FROM Opportunity WHERE Amount > 2000.5 AND CloseDate > 2027-01-01', 1],
    ['SELECT Id FROM Case WHERE SystemModstamp >= 2020-01-01T00:00:00Z AND CreatedDate = TODAY', 3],
    ["SELECT Id FROM Account WHERE Name = 'it\\'s'", 0],
    ['SELECT Id FROM Case ORDER BY Id LIMIT 2 OFFSET 2', 1],
    ['SELECT ApiName FROM CaseStatus WHERE IsClosed = false', 4],
  ])('answers %s', async (soql, count) => {
    const { salesforce } = await organisation();
    expect(salesforce.query(soql)).toHaveLength(count);
  });

  it('shows what is referred to, what refers, and how many there are', async () => {
    const { conn } = await organisation();
    const soql = `SELECT Subject, Contact.Name, Owner.Name, (SELECT CommentBody FROM CaseComments) FROM Case ORDER BY CaseNumber`;
    const { records } = await conn.query(soql);
    expect(records[0]).toMatchObject({
      attributes: { type: 'Case' },
      Contact: { Name: 'Ana Ferreira' },
      Owner: { attributes: { type: 'User' }, Name: 'Desk Integration' },
      CaseComments: { totalSize: 1, records: [{ CommentBody: 'Burr set ordered, arrives on Thursday.' }] },
    });
    expect(records[1]).toMatchObject({ CaseComments: null });
    expect((await conn.query('SELECT COUNT() FROM Contact')).totalSize).toBe(4);
  });

  it.each([
    ['SELECT Id FROM Case WHERE', 'MALFORMED_QUERY'],
    ["SELECT Id FROM Case WHERE Status = 'a' AND Priority = 'b' OR Origin = 'c'", 'MALFORMED_QUERY'],
    ['SELECT Id, Id FROM Case', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Case GROUP BY Status', 'MALFORMED_QUERY'],
    ['SELECT Id, Nothing__c FROM Case', 'INVALID_FIELD'],
    ["SELECT Id FROM Case WHERE SystemModstamp > '2026-01-01T00:00:00Z'", 'INVALID_FIELD'],
    ["SELECT Id FROM Case WHERE Description = 'x'", 'INVALID_FIELD'],
    ['SELECT Id FROM Nothing__c', 'INVALID_TYPE'],
    ["SELECT Id FROM Case WHERE Id = 'nonsense'", 'INVALID_QUERY_FILTER_OPERATOR'],
    ['SELECT Id FROM Case LIMIT 1 OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE'],
  ])('refuses %s with %s', async (soql, errorCode) => {
    const { conn } = await organisation();
    await expect(conn.query(soql)).rejects.toMatchObject({ errorCode });
  });

  it('gives long answers page by page, and forgets where it was after a quarter of an hour', async () => {
    const { conn, salesforce } = await organisation();
    salesforce.seed(
      'Account',
      Array.from({ length: 4500 }, (_, index) => ({ Name: `Company ${index}` })),
    );
    const first = await conn.query('SELECT Id, Name FROM Account ORDER BY SystemModstamp, Id');
    expect(first).toMatchObject({ totalSize: 4503, done: false });
    const second = await conn.queryMore(first.nextRecordsUrl ?? '');
    const third = await conn.queryMore(second.nextRecordsUrl ?? '');
    const ids = [first, second, third].flatMap(({ records }) => records.map(({ Id }) => Id));
    expect(third.done).toBe(true);
    expect(new Set(ids).size).toBe(4503);

    salesforce.turnClock({ advanceMs: 16 * 60_000 });
    await expect(conn.queryMore(first.nextRecordsUrl ?? '')).rejects.toMatchObject({
      errorCode: 'INVALID_QUERY_LOCATOR',
    });
  });

  it('shows the recycle bin for fifteen days to those who ask for it', async () => {
    const { conn, salesforce } = await organisation();
    const [winner = '', loser = ''] = salesforce.seed('Contact', [{ LastName: 'Kept' }, { LastName: 'Lost' }]);
    const [kase = ''] = salesforce.seed('Case', [{ Subject: 'Moves', ContactId: loser }]);
    salesforce.as().merge(winner, [loser]);
    const gone = 'SELECT Id, MasterRecordId FROM Contact WHERE IsDeleted = true';
    expect(salesforce.record(kase)?.['ContactId']).toBe(winner);
    expect((await conn.query(gone)).totalSize).toBe(0);
    expect((await conn.query(gone, { scanAll: true })).records).toMatchObject([{ Id: loser, MasterRecordId: winner }]);

    salesforce.as().undelete(loser);
    expect((await conn.query(`SELECT Id FROM Contact WHERE Id = '${loser}'`)).totalSize).toBe(1);
    salesforce.as().delete(loser);
    salesforce.turnClock({ advanceMs: 16 * 24 * 3_600_000 });
    expect((await connectionTo({ salesforce } as never).query(gone, { scanAll: true })).totalSize).toBe(0);
  });

  it('hides fields and objects from those who may not see them', async () => {
    const sandbox = await startWorld();
    const { salesforce } = sandbox;
    const otto = connectionTo(sandbox, salesforce.users.support);
    await expect(otto.query('SELECT AnnualRevenue FROM Account')).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
    await expect(otto.query('SELECT Id FROM Opportunity')).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
    const account = await otto.describe('Account');
    expect(account.fields.map(({ name }) => name)).not.toContain('AnnualRevenue');
    expect(account.fields.find(({ name }) => name === 'Renewal__c')).toMatchObject({ updateable: false });
    expect(account).toMatchObject({ createable: false, updateable: true });

    const soql = `SELECT SobjectType, PermissionsCreate FROM ObjectPermissions WHERE ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '${salesforce.userId(salesforce.users.support)}') AND SobjectType = 'Account'`;
    expect((await connectionTo(sandbox).query(soql)).records).toMatchObject([{ PermissionsCreate: false }]);
    const fields =
      "SELECT Field, PermissionsEdit FROM FieldPermissions WHERE Field = 'Account.Renewal__c' ORDER BY PermissionsEdit";
    expect(salesforce.query(fields).map(({ PermissionsEdit }) => PermissionsEdit)).toEqual([false, true, true]);
  });

  it('describes fields of every type that Setup offers', async () => {
    const { conn } = await organisation();
    const { sobjects } = await conn.describeGlobal();
    expect(sobjects.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Account', 'Contact', 'Case', 'Task', 'Machine__c']),
    );
    const { fields } = await conn.describe('Contact');
    const named = (name: string) => fields.find((field) => field.name === name);
    expect(named('Favourite_Roast__c')).toMatchObject({ type: 'picklist', restrictedPicklist: true, custom: true });
    expect(named('Card_Number__c')).toMatchObject({ type: 'string', autoNumber: true, createable: false });
    expect(named('Greeting__c')).toMatchObject({
      calculated: true,
      calculatedFormula: '"Dear " & FirstName',
      updateable: false,
    });
    expect(named('Profile__c')).toMatchObject({ type: 'textarea', htmlFormatted: true, extraTypeInfo: 'richtextarea' });
    expect(named('Desk_Id__c')).toMatchObject({ externalId: true, unique: true, caseSensitive: true, length: 36 });
    expect(new Set(fields.map(({ type }) => type)).size).toBeGreaterThan(15);
  });
});
