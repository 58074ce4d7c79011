import { describe, expect, it } from 'vitest';
import { startWorld } from '../testing/desk.ts';
import { connectionTo, rawTo } from './testing/app.ts';

async function organisation() {
  const sandbox = await startWorld({ salesforce: { withRecords: false } });
  return { ...sandbox, conn: connectionTo(sandbox), raw: rawTo(sandbox) };
}

describe('what an organisation does to those who write', () => {
  it.each([
    ['Case', { Subject: 'x'.repeat(256) }, 'STRING_TOO_LONG', ['Subject']],
    ['Contact', { LastName: 'A', Email: 'nobody' }, 'INVALID_EMAIL_ADDRESS', ['Email']],
    [
      'Contact',
      { LastName: 'A', Favourite_Roast__c: 'Blue' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      ['Favourite_Roast__c'],
    ],
    ['Contact', { LastName: 'A', Member_Since__c: '2026-02-30' }, 'JSON_PARSER_ERROR', undefined],
    ['Contact', { LastName: 'A', Newsletter__c: 'yes' }, 'JSON_PARSER_ERROR', undefined],
    ['Contact', { LastName: 'A', Loyalty_Points__c: 1e9 }, 'NUMBER_OUTSIDE_VALID_RANGE', ['Loyalty_Points__c']],
    ['Contact', { LastName: 'A', Nothing__c: 1 }, 'INVALID_FIELD', undefined],
    ['Contact', { LastName: 'A', Name: 'B' }, 'INVALID_FIELD_FOR_INSERT_UPDATE', ['Name']],
    ['Contact', { LastName: 'A', AccountId: 'nonsense' }, 'MALFORMED_ID', ['AccountId']],
    ['Contact', { LastName: 'A', AccountId: '001SB0000000zzz' }, 'INVALID_CROSS_REFERENCE_KEY', ['AccountId']],
    ['Contact', {}, 'REQUIRED_FIELD_MISSING', ['LastName']],
    ['CaseStatus', { MasterLabel: 'New one' }, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', []],
  ])('refuses %s %j with %s', async (type, body, errorCode, fields) => {
    const { raw, salesforce } = await organisation();
    const answer = await raw('POST', `/sobjects/${type}`, { body });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode }] });
    expect(answer.body[0].fields).toEqual(fields);
    expect(salesforce.records('Contact')).toEqual([]);
  });

  it('counts a comment in bytes', async () => {
    const { conn, salesforce } = await organisation();
    const [ParentId = ''] = salesforce.seed('Case', [{ Subject: 'S' }]);
    const comment = (CommentBody: string) => conn.sobject('CaseComment').create({ ParentId, CommentBody });
    expect((await comment('a'.repeat(4000))).success).toBe(true);
    await expect(comment('ä'.repeat(2001))).rejects.toMatchObject({ errorCode: 'STRING_TOO_LONG' });
  });

  it('has rules that refuse, and rules that change fields in the same transaction', async () => {
    const { conn, raw, salesforce } = await organisation();
    const end = salesforce.validationRule({
      object: 'Case',
      when: "Priority = 'High' AND Reason = null",
      message: 'Say why.',
      field: 'Reason',
    });
    salesforce.workflow({
      object: 'Case',
      when: "Origin = 'Email'",
      set: { Subject: '{Subject|upper}', Reason: 'Other' },
      on: 'create',
    });
    const refused = await raw('POST', '/sobjects/Case', { body: { Subject: 'a', Priority: 'High' } });
    expect(refused.body).toEqual([
      { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Say why.', fields: ['Reason'] },
    ]);
    end();
    const made = await conn.sobject('Case').create({ Subject: 'help', Origin: 'Email', Priority: 'High' });
    expect(salesforce.record(made.id ?? '')).toMatchObject({ Subject: 'HELP', Reason: 'Other' });
  });

  it('finds duplicates, and lets those pass who insist where it may', async () => {
    const { raw, salesforce } = await organisation();
    const [first] = salesforce.seed('Contact', [{ LastName: 'A', Email: 'a@b.example' }]);
    const end = salesforce.duplicateRule({ object: 'Contact', fields: ['Email'], action: 'alert' });
    const insist = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' };
    const body = { LastName: 'B', Email: 'A@b.example' };
    const refused = await raw('POST', '/sobjects/Contact', { body });
    expect(refused.body).toMatchObject([
      {
        errorCode: 'DUPLICATES_DETECTED',
        duplicateResult: { matchResults: [{ matchRecords: [{ record: { Id: first } }] }] },
      },
    ]);
    expect((await raw('POST', '/sobjects/Contact', { body, headers: insist })).status).toBe(201);
    end();
    salesforce.duplicateRule({ object: 'Contact', fields: ['Email'] });
    expect((await raw('POST', '/sobjects/Contact', { body, headers: insist })).status).toBe(400);
  });

  it('keeps writers from a record that somebody else writes, and from its children', async () => {
    const { conn, salesforce } = await organisation();
    const [account = ''] = salesforce.seed('Account', [{ Name: 'Busy' }]);
    salesforce.lock([account], 2000);
    const child = () => conn.sobject('Contact').create({ LastName: 'A', AccountId: account });
    await expect(child()).rejects.toMatchObject({ errorCode: 'UNABLE_TO_LOCK_ROW' });
    salesforce.turnClock({ advanceMs: 2001 });
    expect((await child()).success).toBe(true);
  });

  it.each([
    ['UNABLE_TO_LOCK_ROW', 400],
    ['STORAGE_LIMIT_EXCEEDED', 400],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 400],
    ['CANNOT_EXECUTE_FLOW_TRIGGER', 400],
    ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 400],
    ['INVALID_SESSION_ID', 401],
    ['REQUEST_LIMIT_EXCEEDED', 403],
    ['API_DISABLED_FOR_ORG', 403],
    ['UNKNOWN_EXCEPTION', 500],
    ['SERVER_UNAVAILABLE', 503],
  ])('says %s on demand, once', async (code, status) => {
    const { raw, salesforce } = await organisation();
    salesforce.fail({ code });
    const first = await raw('POST', '/sobjects/Account', { body: { Name: 'A' } });
    expect(first).toMatchObject({ status, body: [{ errorCode: code }] });
    expect((await raw('POST', '/sobjects/Account', { body: { Name: 'A' } })).status).toBe(201);
  });

  it('fails for one field alone, on demand', async () => {
    const { raw, salesforce } = await organisation();
    salesforce.fail({ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Fax'], withField: 'Fax', times: null });
    expect((await raw('POST', '/sobjects/Account', { body: { Name: 'A', Fax: '1' } })).body[0].fields).toEqual(['Fax']);
    expect((await raw('POST', '/sobjects/Account', { body: { Name: 'A' } })).status).toBe(201);
  });

  it('counts calls, and has no more when the day’s are used up', async () => {
    const { raw, salesforce } = await organisation();
    salesforce.switch({ dailyCalls: 10 });
    salesforce.useUp(9);
    expect((await raw('GET', '/limits')).headers.get('sforce-limit-info')).toBe('api-usage=10/10');
    expect(await raw('GET', '/limits')).toMatchObject({ status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }] });
    salesforce.switch({ apiEnabled: false });
    expect((await raw('GET', '/limits')).body).toMatchObject([{ errorCode: 'API_DISABLED_FOR_ORG' }]);
  });

  it('has people who are their own company, if that is switched on', async () => {
    const { conn, salesforce } = await organisation();
    salesforce.switch({ personAccounts: true });
    const RecordTypeId = salesforce.recordTypes.person;
    const made = await conn
      .sobject('Account')
      .create({ RecordTypeId, FirstName: 'Ida', LastName: 'Holm', PersonEmail: 'IDA@h.example' });
    const row = salesforce.record(made.id ?? '');
    const shadow = salesforce.record(String(row?.['PersonContactId']));
    expect(row).toMatchObject({ Name: 'Ida Holm', IsPersonAccount: true, PersonEmail: 'ida@h.example' });
    expect(shadow).toMatchObject({
      Name: 'Ida Holm',
      Email: 'ida@h.example',
      AccountId: made.id,
      IsPersonAccount: true,
    });

    await conn.sobject('Account').update({ Id: made.id ?? '', PersonMobilePhone: '0171' });
    expect(salesforce.record(String(row?.['PersonContactId']))).toMatchObject({ MobilePhone: '0171' });
    const change = conn.sobject('Contact').update({ Id: String(row?.['PersonContactId']), Title: 'Dr' });
    await expect(change).rejects.toMatchObject({ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' });
    await expect(conn.sobject('Account').create({ RecordTypeId, Name: 'No' })).rejects.toThrow('bad field names');
    await conn.sobject('Account').destroy(made.id ?? '');
    expect(salesforce.records('Contact')).toEqual([]);
  });

  it('posts to a feed with mentions', async () => {
    const { conn, raw, salesforce } = await organisation();
    const [subjectId = ''] = salesforce.seed('Case', [{ Subject: 'S' }]);
    const segments = [
      { type: 'Text', text: 'Resolved, ' },
      { type: 'Mention', id: salesforce.userId('erin@larkspur.example') },
    ];
    await conn.chatter
      .resource('/feed-elements')
      .create({ feedElementType: 'FeedItem', subjectId, body: { messageSegments: segments } });
    expect(salesforce.records('FeedItem')).toMatchObject([
      { ParentId: subjectId, Body: 'Resolved, @Erin Sales', Type: 'TextPost' },
    ]);
    const feed = await raw('GET', `/chatter/feeds/record/${subjectId}/feed-elements`);
    expect(feed.body.elements[0].body.text).toBe('Resolved, @Erin Sales');
    const picklists = await raw('GET', `/ui-api/object-info/Case/picklist-values/${salesforce.recordTypes.support}`);
    expect(picklists.body.picklistFieldValues.Status.defaultValue.value).toBe('New');
  });

  it('is played over the control plane as by a test', async () => {
    const { url, salesforce } = await organisation();
    const post = async (path: string, body: object) => {
      const response = await fetch(`${url}/__control/salesforce/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    };
    const made = await post('act', { kind: 'create', type: 'Account', values: { Name: 'Over HTTP' } });
    const Id: string = made.body.record.Id;
    await post('act', { kind: 'edit', id: Id, values: { Phone: '123' } });
    expect(salesforce.record(Id)).toMatchObject({ Name: 'Over HTTP', Phone: '123' });
    expect(await post('act', { kind: 'edit', id: Id, values: { Name: '' } })).toMatchObject({
      status: 409,
      body: { code: 'REQUIRED_FIELD_MISSING' },
    });
    expect((await post('setup', { personAccounts: true })).body).toMatchObject({
      personAccounts: true,
      apiEnabled: true,
    });
    expect((await post('setup', { nonsense: true })).status).toBe(422);
    await post('reset', {});
    expect(salesforce.records('Account')).toEqual([]);
  });
});
