import {
  casesApi,
  companiesApi,
  customersApi,
  macrosApi,
  notesApi,
  rulesApi,
  salesforceConflictsApi,
  salesforceLinksApi,
  salesforceLogApi,
  salesforceSettingsApi,
  salesforceTrafficApi,
} from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../test/fixtures/salesforce.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false }, env: { BUREAU_UNDO_SECONDS: '60' } });
  await connectSalesforce(world, { enable: true });
  await world.poll();
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);

const poll = () => world.poll();
const push = () => world.push();

let people = 0;
async function aCase(more: { subject?: string; text?: string; priority?: number } = {}) {
  people += 1;
  const customer = { address: `ana${people}@fern.example`, name: `Ana Fern${people}` };
  const body = { subject: 'The grinder is stuck', text: 'It does not turn any more.', customer, ...more };
  const { id } = await admin().call(casesApi.open, { body });
  await push();
  return { id, customer, read: () => admin().call(casesApi.get, { params: { caseId: id } }) };
}

const there = (type: string, field: string, value: string) =>
  world.org.records(type).filter((row) => row[field] === value);

describe('a case of a customer whom nobody knew', () => {
  it('appears in Salesforce with its contact', async () => {
    const { id, customer } = await aCase({ priority: 9 });

    const [contact, ...others] = there('Contact', 'Email', customer.address);
    expect(others).toEqual([]);
    expect(contact).toMatchObject({ FirstName: 'Ana', LastName: customer.name.slice(4) });
    expect(there('Case', 'ContactId', String(contact?.['Id']))).toMatchObject([
      {
        Subject: 'The grinder is stuck',
        Description: 'It does not turn any more.',
        ...{ Status: 'New', Priority: 'High', Origin: 'Email', Desk_Id__c: String(id) },
      },
    ]);
    expect(world.org.violations()).toEqual([]);
  });

  it('hangs beneath the account of the customer’s company', async () => {
    const { id: companyId } = await admin().call(companiesApi.create, {
      body: { name: 'Fern & Co', domains: ['fernco.example'] },
    });
    const customer = { address: 'bo@fernco.example', name: 'Bo Lind' };
    await admin().call(casesApi.open, { body: { subject: 'Late', text: 'It is late.', customer } });
    await push();

    const [account, ...more] = there('Account', 'Name', 'Fern & Co');
    expect(more).toEqual([]);
    expect(account).toMatchObject({ Desk_Id__c: String(companyId) });
    const [contact] = there('Contact', 'Email', customer.address);
    expect(contact).toMatchObject({ AccountId: account?.['Id'] });
    expect(there('Case', 'ContactId', String(contact?.['Id']))).toMatchObject([{ AccountId: account?.['Id'] }]);
  });
});

describe('a linked case', () => {
  it('takes an edit of the desk to Salesforce', async () => {
    const { id } = await aCase();
    await admin().call(casesApi.update, {
      params: { caseId: id },
      body: { subject: 'The grinder smokes', status: 'open' },
    });
    await push();
    expect(there('Case', 'Desk_Id__c', String(id))).toMatchObject([{ Subject: 'The grinder smokes', Status: 'Open' }]);
  });

  it('takes an edit of Salesforce to the desk, in its name', async () => {
    const { id, read } = await aCase();
    const [row] = there('Case', 'Desk_Id__c', String(id));
    world.org.as().edit(String(row?.['Id']), { Subject: 'Call Ana back', Priority: 'High' });
    await poll();

    expect(await read()).toMatchObject({ subject: 'Call Ana back', priority: 8 });
    const history = await world.desk.sql.row(
      `SELECT actor ->> 'kind' AS kind, actor ->> 'name' AS name FROM case_events WHERE case_id = $1 ORDER BY sequence DESC LIMIT 1`,
      [id],
    );
    expect(history).toEqual({ kind: 'sync', name: 'Salesforce' });
  });

  it('is answered by a rule when Salesforce changed it, and what the rule did goes back', async () => {
    const { id: ruleId } = await admin().call(rulesApi.create, {
      body: {
        ...{ name: 'Escalated there', type: 'case-updated', enabled: true },
        conditions: { match: 'all', conditions: [{ field: 'change.by', operator: 'is', value: 'sync' }] },
        actions: [{ type: 'set-priority', priority: 10 }],
      },
    });
    const { id, read } = await aCase();
    const [row] = there('Case', 'Desk_Id__c', String(id));
    world.org.as().edit(String(row?.['Id']), { Status: 'Pending' });
    await poll();
    await push();

    expect(await read()).toMatchObject({ status: 'pending', priority: 10 });
    expect(there('Case', 'Desk_Id__c', String(id))).toMatchObject([{ Status: 'Pending', Priority: 'High' }]);
    await admin().call(rulesApi.delete, { params: { ruleId } });
  });

  it('keeps a conflict where both sides changed a field: Salesforce wins, and the other fields go on', async () => {
    const { id, read } = await aCase();
    const [row] = there('Case', 'Desk_Id__c', String(id));
    world.org.as().edit(String(row?.['Id']), { Subject: 'Theirs' });
    await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'Ours', priority: 1 } });
    await push();

    expect(await read()).toMatchObject({ subject: 'Theirs', priority: 1 });
    expect(there('Case', 'Desk_Id__c', String(id))).toMatchObject([{ Subject: 'Theirs', Priority: 'Low' }]);
    const conflicts = await world.desk.sql.rows(
      `SELECT field, desk_value AS desk, salesforce_value AS salesforce, desk_by ->> 'name' AS "deskBy", salesforce_by AS "salesforceBy"
       FROM salesforce_conflicts WHERE object = 'case' AND desk_id = $1`,
      [id],
    );
    expect(conflicts).toEqual([
      {
        field: 'subject',
        desk: 'Ours',
        salesforce: 'Theirs',
        deskBy: 'Ada Osei',
        salesforceBy: expect.stringContaining('Erin'),
      },
    ]);
  });

  it('comes to rest: what both have agreed on is written no more', async () => {
    const { id } = await aCase();
    await poll();
    const before = await world.desk.sql.row('SELECT updated_at::text FROM cases WHERE id = $1', [id]);
    const [row] = there('Case', 'Desk_Id__c', String(id));
    await poll();
    await poll();
    expect(await world.desk.sql.row('SELECT updated_at::text FROM cases WHERE id = $1', [id])).toEqual(before);
    expect(there('Case', 'Desk_Id__c', String(id))).toEqual([row]);
    expect(await world.desk.sql.rows('SELECT object, desk_id, problem FROM salesforce_outbox')).toEqual([]);
  });

  it('has its mail and its notes beneath it', async () => {
    const { id } = await aCase({ text: 'It squeaks.' });
    await admin().call(notesApi.add, {
      params: { caseId: id },
      body: { text: 'She called twice. ' + 'x'.repeat(4_100) },
    });
    await push();

    const [row] = there('Case', 'Desk_Id__c', String(id));
    expect(there('EmailMessage', 'ParentId', String(row?.['Id']))).toMatchObject([
      { TextBody: 'It squeaks.', Incoming: true },
    ]);
    const comments = there('CaseComment', 'ParentId', String(row?.['Id']));
    expect(comments).toHaveLength(2);
    expect(comments[0]).toMatchObject({
      IsPublished: false,
      CommentBody: expect.stringMatching(/^\(1\/2\) She called/),
    });
  });

  it('has an answer beneath it once that has left and can be taken back no more', async () => {
    const { id } = await aCase();
    const { sequence } = await admin().call(casesApi.get, { params: { caseId: id } });
    const body = { text: 'A new seal is on its way.', sequence };
    await admin().call(casesApi.reply, { params: { caseId: id }, body });
    await push();
    const mails = () =>
      there('EmailMessage', 'ParentId', String(there('Case', 'Desk_Id__c', String(id))[0]?.['Id'])).map(
        ({ TextBody, Incoming }) => ({ TextBody, Incoming }),
      );
    const asked = { TextBody: 'It does not turn any more.', Incoming: true };
    expect(mails()).toEqual([asked]);
    await world.desk.sql.run(
      `WITH sent AS (UPDATE deliveries SET state = 'sent' WHERE case_id = $1 RETURNING id, message_id)
       INSERT INTO outbox (name, payload) SELECT 'delivery.changed', jsonb_build_object(
         'deliveryId', id, 'caseId', $1::bigint, 'messageId', message_id, 'state', 'sent') FROM sent`,
      [id],
    );
    await push();
    expect(mails()).toEqual([asked, { TextBody: expect.stringContaining('A new seal'), Incoming: false }]);
  });
});

describe('what begins in Salesforce', () => {
  it('comes to the desk: an account, its contact and a case', async () => {
    const erin = world.org.as();
    const account = erin.create('Account', { Name: 'Harbour Bakery' });
    const contact = erin.create('Contact', {
      LastName: 'Okafor',
      FirstName: 'Udo',
      Email: 'udo@harbour.example',
      Phone: '+49 30 1234',
      AccountId: account['Id'] ?? null,
    });
    erin.create('Case', {
      Subject: 'New oven',
      Description: 'Wants an offer.',
      ContactId: contact['Id'] ?? null,
      Status: 'Open',
      Priority: 'Low',
      Origin: 'Phone',
    });
    await poll();

    const customers = await admin().call(customersApi.list, { query: { q: 'udo@harbour.example' } });
    expect(customers.items).toMatchObject([{ name: 'Udo Okafor', company: { name: 'Harbour Bakery' } }]);
    const found = await admin().call(casesApi.list, { query: { customerId: customers.items[0]?.id } });
    expect(found.items).toMatchObject([{ subject: 'New oven', status: 'open', priority: 2, channel: 'phone' }]);
  });

  it('comes when its contact is linked, where the desk could not take it without', async () => {
    const erin = world.org.as();
    const twins = ['Ida', 'Ivo'].map((FirstName) =>
      erin.create('Contact', { FirstName, LastName: 'Twin', Email: 'twin@harbour.example' }),
    );
    const link = { object: 'customer' as const };
    await poll();
    const [, contact] = twins;
    await world.desk.sql.run(`DELETE FROM salesforce_links WHERE salesforce_id = $1`, [contact?.['Id']]);
    erin.create('Case', { Subject: 'Whose is it?', ContactId: contact?.['Id'] ?? null, Status: 'New' });
    await poll();
    const found = async () => (await admin().call(casesApi.list, { query: { view: 'all', limit: 100 } })).items;
    const subjects = async () => (await found()).map(({ subject }) => subject);
    expect(await subjects()).not.toContain('Whose is it?');

    const { id } = await admin().call(customersApi.create, {
      body: { firstName: 'Ivo', lastName: 'Twin', emails: [{ type: 'work', value: 'ivo.twin@harbour.example' }] },
    });
    await admin().call(salesforceLinksApi.link, {
      ...{ params: { ...link, deskId: id }, body: { salesforceId: String(contact?.['Id']) } },
    });
    await poll();
    expect(await subjects()).toContain('Whose is it?');
    const used = world.org.usage().used;
    await poll();
    expect(world.org.usage().used - used).toBe(1);
  });

  it('is matched by its e-mail address instead of made again', async () => {
    const { customer } = await aCase();
    await world.desk.sql.run(`DELETE FROM salesforce_links WHERE object = 'customer'`);
    const [contact] = there('Contact', 'Email', customer.address);
    world.org.as().edit(String(contact?.['Id']), { Title: 'Head of coffee', Desk_Id__c: null });
    await poll();

    const found = await admin().call(customersApi.list, { query: { q: customer.address } });
    expect(found.items).toMatchObject([{ title: 'Head of coffee' }]);
  });
});

describe('a conflict', () => {
  it('is listed with both values, and ours can be restored', async () => {
    const { id, read } = await aCase();
    const [row] = there('Case', 'Desk_Id__c', String(id));
    world.org.as().edit(String(row?.['Id']), { Subject: 'Theirs again' });
    await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'Ours again' } });
    await push();

    const { items } = await admin().call(salesforceConflictsApi.list, { query: { object: 'case' } });
    const conflict = items.find(({ record }) => record.deskId === id);
    expect(conflict).toMatchObject({
      ...{ field: 'subject', label: 'Subject', baseValue: 'The grinder is stuck', state: 'open' },
      ...{ deskValue: 'Ours again', salesforceValue: 'Theirs again' },
    });

    const resolved = await admin().call(salesforceConflictsApi.resolve, {
      params: { conflictId: conflict?.id ?? 0 },
      body: { how: 'restore' },
    });
    expect(resolved).toMatchObject({ state: 'restored', resolvedBy: 'Ada Osei' });
    await push();
    expect(await read()).toMatchObject({ subject: 'Ours again' });
    expect(there('Case', 'Desk_Id__c', String(id))).toMatchObject([{ Subject: 'Ours again' }]);
  });

  it('stands once in the history, with its two values, and beside it what else came', async () => {
    const { id } = await aCase();
    const [row] = there('Case', 'Desk_Id__c', String(id));
    const of = { object: 'case' as const, deskId: id };
    const before = await admin().call(salesforceLinksApi.get, { params: of });
    world.org.as().edit(String(row?.['Id']), { Subject: 'Their words', Priority: 'High' });
    await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'Our words' } });
    await poll();

    const { items } = await admin().call(salesforceLogApi.list, { query: { ...of, direction: 'to_desk' } });
    const said = items.map(({ action, fields }) => [
      action,
      ...fields.map((one) => [one.field, one.before, one.after]),
    ]);
    expect(said).toEqual([
      ['conflict', ['subject', 'Our words', 'Their words']],
      ['updated', ['priority', expect.any(String), 'High']],
    ]);
    const after = await admin().call(salesforceLinksApi.get, { params: of });
    expect(Date.parse(after.syncedAt ?? '')).toBeGreaterThan(Date.parse(before.syncedAt ?? ''));
  });

  it('goes the other way where the desk counts: in the history, and for whoever restores what gave way', async () => {
    const { id, read } = await aCase();
    const [row] = there('Case', 'Desk_Id__c', String(id));
    const of = { object: 'case' as const, deskId: id };
    await admin().call(salesforceSettingsApi.update, {
      params: { object: 'case' },
      body: { direction: 'to_salesforce' },
    });
    world.org.as().edit(String(row?.['Id']), { Subject: 'Their loss' });
    await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'Our gain' } });
    await push();
    await admin().call(salesforceSettingsApi.update, { params: { object: 'case' }, body: { direction: 'both' } });

    const { items } = await admin().call(salesforceLogApi.list, { query: { ...of, action: 'conflict' } });
    expect(items).toMatchObject([
      { direction: 'to_salesforce', fields: [{ field: 'subject', before: 'Their loss', after: 'Our gain' }] },
    ]);
    const { items: conflicts } = await admin().call(salesforceConflictsApi.list, { query: { object: 'case' } });
    const found = conflicts.filter(({ record }) => record.deskId === id);
    expect(found).toMatchObject([{ wins: 'desk', deskValue: 'Our gain', salesforceValue: 'Their loss' }]);

    const params = { conflictId: found[0]!.id };
    const resolved = await admin().call(salesforceConflictsApi.resolve, { params, body: { how: 'restore' } });
    expect(resolved.state).toBe('restored');
    await push();
    expect((await read()).subject).toBe('Their loss');
    expect(there('Case', 'Desk_Id__c', String(id))).toMatchObject([{ Subject: 'Their loss' }]);
  });

  it('is for administrators only, and one that is gone is none', async () => {
    const agent = world.desk.as(world.desk.agent);
    expect(await agent.refusal(salesforceConflictsApi.list, {})).toMatchObject({ status: 403 });
    const resolve = { params: { conflictId: 999_999 }, body: { how: 'keep' as const } };
    expect(await admin().refusal(salesforceConflictsApi.resolve, resolve)).toEqual({
      status: 404,
      code: 'salesforce.conflict-not-found',
    });
  });
});

describe('a link', () => {
  const of = (deskId: number) => ({ params: { object: 'case' as const, deskId } });

  it('says where each value came from', async () => {
    const { id } = await aCase();
    const [row] = there('Case', 'Desk_Id__c', String(id));
    world.org.as().edit(String(row?.['Id']), { Priority: 'High' });
    await poll();

    const state = await world.desk.as(world.desk.agent).call(salesforceLinksApi.get, of(id));
    expect(state).toMatchObject({ state: 'ok', salesforceId: row?.['Id'], waiting: false, problem: null });
    expect(state.fields.find(({ field }) => field === 'priority')).toMatchObject({
      value: 'High',
      provenance: { from: 'salesforce', by: expect.stringContaining('Erin') },
    });
    expect(state.fields.find(({ field }) => field === 'subject')?.provenance).toMatchObject({ from: 'desk' });
  });

  it('can be taken apart and joined again, with a look at what that changes', async () => {
    const { id, read } = await aCase();
    const [row] = there('Case', 'Desk_Id__c', String(id));
    await admin().call(salesforceLinksApi.unlink, of(id));
    world.org.as().edit(String(row?.['Id']), { Subject: 'Written there' });
    await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'Written here' } });
    await poll();
    expect(await read()).toMatchObject({ subject: 'Written here' });
    expect(there('Case', 'Desk_Id__c', String(id))).toMatchObject([{ Subject: 'Written there' }]);

    const { differences } = await admin().call(salesforceLinksApi.preview, { ...of(id), query: {} });
    expect(differences).toEqual([
      {
        ...{ field: 'subject', label: 'Subject', wins: 'salesforce' },
        ...{ deskValue: 'Written here', salesforceValue: 'Written there' },
      },
    ]);
    await admin().call(salesforceLinksApi.link, { ...of(id), body: {} });
    await push();
    expect(await read()).toMatchObject({ subject: 'Written there' });
  });

  it('outlives the record in Salesforce, which can be made anew', async () => {
    const { id } = await aCase();
    const [row] = there('Case', 'Desk_Id__c', String(id));
    world.org.as(world.org.users.admin).delete(String(row?.['Id']));
    await poll();
    expect(await admin().call(salesforceLinksApi.get, of(id))).toMatchObject({ state: 'tombstone_salesforce' });

    await admin().call(salesforceLinksApi.recreate, of(id));
    await push();
    const [anew] = there('Case', 'Desk_Id__c', String(id));
    expect(anew).toMatchObject({ Subject: 'The grinder is stuck' });
    expect(await admin().call(salesforceLinksApi.get, of(id))).toMatchObject({
      state: 'ok',
      salesforceId: anew?.['Id'],
    });
  });
});

describe('what Salesforce does not take', () => {
  it('rests with its reason while the rest goes on, and goes when somebody tries again', async () => {
    const { id } = await aCase();
    const heal = world.org.fail({
      ...{ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No smoke, please.', fields: ['Subject'], times: null },
      ...{ operation: 'update', object: 'Case', withField: 'Subject' },
    });
    await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'It smokes', status: 'pending' } });
    await push();
    expect(there('Case', 'Desk_Id__c', String(id))).toMatchObject([
      { Subject: 'The grinder is stuck', Status: 'Pending' },
    ]);

    const { items: groups } = await admin().call(salesforceLinksApi.problemGroups, {});
    expect(groups).toMatchObject([
      {
        object: 'case',
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        field: 'subject',
        count: 1,
        message: 'No smoke, please.',
      },
    ]);
    const { items: rows } = await admin().call(salesforceLinksApi.problems, { query: {} });
    expect(rows).toMatchObject([{ record: { object: 'case', deskId: id, name: 'It smokes' }, retryAt: null }]);

    heal();
    expect(await admin().call(salesforceLinksApi.retry, { body: {} })).toEqual({ count: 1 });
    await push();
    expect(there('Case', 'Desk_Id__c', String(id))).toMatchObject([{ Subject: 'It smokes' }]);
    expect((await admin().call(salesforceLinksApi.problemGroups, {})).items).toEqual([]);
  });

  it('is made once though the answer was lost', async () => {
    world.org.fault({
      path: '/services/data/*/sobjects/Case',
      method: 'POST',
      times: 1,
      effect: { kind: 'lose-answer' },
    });
    const { id } = await aCase({ subject: 'Lost and found' });
    for (let turn = 0; turn < 3; turn++) await push();
    expect(there('Case', 'Subject', 'Lost and found')).toMatchObject([{ Desk_Id__c: String(id) }]);
    expect(await admin().call(salesforceLinksApi.get, { params: { object: 'case', deskId: id } })).toMatchObject({
      state: 'ok',
    });
  });

  it.each(['try', 'poll'])('stands once in the history when the next %s finds that it was made', async (who) => {
    const cases = '/services/data/*/sobjects/Case';
    world.org.fault({ path: cases, method: 'POST', times: 1, effect: { kind: 'lose-answer' } });
    // By this a try looks for it.
    if (who === 'poll') world.org.fault({ path: '/services/data/*/queryAll', effect: { kind: 'drop' } });
    const { id } = await aCase({ subject: `Told once by a ${who}` });
    await (who === 'poll' ? poll() : push());
    world.org.clearFaults();
    const { items } = await admin().call(salesforceLogApi.list, { query: { object: 'case', deskId: id } });
    const detail = 'The desk got no answer to this and found it in Salesforce later.';
    expect(items).toMatchObject([{ direction: 'to_salesforce', action: 'created', detail }]);
    expect(items[0]?.fields).toContainEqual(
      expect.objectContaining({ field: 'subject', before: null, after: `Told once by a ${who}` }),
    );
  });
});

it('names the customer whom a case went across with, not her id in Salesforce', async () => {
  const { id, customer, read } = await aCase();
  const { items } = await admin().call(salesforceLogApi.list, { query: { object: 'case', deskId: id } });
  const [contact] = there('Contact', 'Email', customer.address);
  const contactId = String(contact?.['Id']);
  expect(items[0]?.fields).toContainEqual({ field: 'customer', label: 'Customer', before: null, after: contactId });
  const { customer: known } = await read();
  expect(items[0]?.records).toEqual({
    [contactId]: { object: 'customer', deskId: known.id, name: customer.name },
  });
});

it('tells what it did, and how the traffic is', async () => {
  const { id } = await aCase();
  const { items } = await admin().call(salesforceLogApi.list, { query: { object: 'case', deskId: id } });
  expect(items).toMatchObject([{ direction: 'to_salesforce', action: 'created', name: 'The grinder is stuck' }]);
  expect(items[0]?.fields).toContainEqual({ field: 'status', label: 'Status', before: null, after: 'New' });

  const traffic = await admin().call(salesforceTrafficApi.get, {});
  expect(traffic.objects.find(({ object }) => object === 'case')).toMatchObject({ waiting: 0, failed: 0 });
  expect(traffic).toMatchObject({ lagToSalesforce: null, pollEvery: 60 });

  const kept = await admin().call(salesforceLogApi.updateSettings, { body: { keepDays: 90 } });
  expect(kept).toEqual({ keepDays: 90 });
  expect(await admin().call(salesforceLogApi.settings, {})).toEqual(kept);
});

it('lets a macro choose what goes to Salesforce, where only what was chosen goes', async () => {
  const only = { params: { object: 'case' as const }, body: { onlyWhenSet: true } };
  await admin().call(salesforceSettingsApi.update, only);
  const { id } = await aCase({ subject: 'Not chosen yet' });
  expect(there('Case', 'Subject', 'Not chosen yet')).toEqual([]);

  const { id: macroId } = await admin().call(macrosApi.create, {
    body: { name: 'To Salesforce', actions: [{ type: 'sync-case' }] },
  });
  await admin().call(macrosApi.apply, { params: { caseId: id }, body: { macroIds: [macroId] } });
  await push();
  expect(there('Case', 'Subject', 'Not chosen yet')).toMatchObject([{ Desk_Id__c: String(id) }]);
  await admin().call(salesforceSettingsApi.update, { ...only, body: { onlyWhenSet: false } });
});

describe('a company that is deleted at the desk', () => {
  it('stays there as the account of its contacts and cases, until somebody gives them another', async () => {
    const { id: companyId } = await admin().call(companiesApi.create, { body: { name: 'Fern & Sons' } });
    const emails = [{ type: 'work' as const, value: 'bo@fern-sons.example' }];
    const body = { firstName: 'Bo', lastName: 'Fern', emails, companyId };
    const { id: customerId } = await admin().call(customersApi.create, { body });
    const open = (subject: string) =>
      admin().call(casesApi.open, { body: { subject, text: 'It does not turn any more.', customerId } });
    await open('Before');
    await push();
    const [account] = there('Account', 'Name', 'Fern & Sons');
    const accounts = () =>
      [...there('Contact', 'Email', 'bo@fern-sons.example'), ...there('Case', 'ContactId', contactId())].map(
        (row) => row['AccountId'] ?? null,
      );
    const contactId = () => String(there('Contact', 'Email', 'bo@fern-sons.example')[0]?.['Id']);

    await admin().call(companiesApi.delete, { params: { companyId } });
    await admin().call(customersApi.update, { params: { customerId }, body: { title: 'Roaster' } });
    await open('After');
    await push();
    await poll();
    await poll();
    expect(there('Contact', 'Email', 'bo@fern-sons.example')).toMatchObject([{ Title: 'Roaster' }]);
    expect(accounts()).toEqual([account?.['Id'], account?.['Id'], account?.['Id']]);
    const problems = await admin().call(salesforceLinksApi.problemGroups, {});
    expect(problems.items.map(({ code }) => code)).not.toContain('record-deleted-here');

    const { id: other } = await admin().call(companiesApi.create, { body: { name: 'Fern Brothers' } });
    await admin().call(customersApi.update, { params: { customerId }, body: { companyId: other } });
    await push();
    await poll();
    const [brothers] = there('Account', 'Name', 'Fern Brothers');
    expect(accounts()[0]).toBe(brothers?.['Id']);
  });

  it('comes back to a customer for whom another account is chosen there', async () => {
    const { id: companyId } = await admin().call(companiesApi.create, { body: { name: 'Moss' } });
    const emails = [{ type: 'work' as const, value: 'cy@moss.example' }];
    const { id: customerId } = await admin().call(customersApi.create, {
      body: { lastName: 'Moss', emails, companyId },
    });
    await push();
    await admin().call(companiesApi.delete, { params: { companyId } });
    await push();
    const [contact] = there('Contact', 'Email', 'cy@moss.example');
    world.org.as().edit(String(contact?.['Id']), { Description: 'Seen' });
    await poll();
    const { Id } = world.org.as().create('Account', { Name: 'Moss & Heath' });
    world.org.as().edit(String(contact?.['Id']), { AccountId: Id ?? null });
    await poll();
    const { company } = await admin().call(customersApi.get, { params: { customerId } });
    expect(company?.name).toBe('Moss & Heath');
    const conflicts = await admin().call(salesforceConflictsApi.list, { query: {} });
    expect(
      conflicts.items.filter(({ record }) => record.object === 'customer' && record.deskId === customerId),
    ).toEqual([]);
  });
});
