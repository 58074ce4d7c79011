import {
  auditApi,
  customFieldsApi,
  salesforceConnectionApi,
  salesforceMappingsApi as api,
  salesforceSettingsApi,
  type CreateCustomField,
} from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce();
  const fields: CreateCustomField[] = [
    { owner: 'case', label: 'Serial', type: 'text', choices: [] },
    { owner: 'case', label: 'Cause', type: 'list', choices: ['Grinder', 'pump', 'Weather'] },
    { owner: 'case', label: 'Warranty', type: 'boolean', choices: [] },
    { owner: 'case', label: 'Bought', type: 'date', choices: [] },
    { owner: 'case', label: 'Count', type: 'integer', choices: [] },
  ];
  for (const body of fields) await admin().call(customFieldsApi.create, { body });
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);
const ofCase = () => admin().call(api.ofObject, { params: { object: 'case' } });
const map = (deskField: string, salesforceField: string, more = {}) => ({
  body: { object: 'case' as const, deskField, salesforceField, ...more },
});
const errorsOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { path: string; message: string }[] };
  return errors;
};

describe('the fields of an object', () => {
  it('are shown only when there is an organisation that says what it has', async () => {
    expect(await admin().refusal(api.ofObject, { params: { object: 'case' } })).toEqual({
      status: 409,
      code: 'salesforce.not-connected',
    });
    await connectSalesforce(world);
  });

  it('are mapped by themselves where the desk has its own, offered where types match, and refused with the reason', async () => {
    const { standard, deskFields, salesforceFields, salesforceObject } = await ofCase();
    expect(salesforceObject).toEqual({ name: 'Case', label: 'Case' });
    expect(standard).toContainEqual(
      expect.objectContaining({ deskField: 'status', deskLabel: 'Status', salesforceField: 'Status', problem: '' }),
    );
    expect(deskFields.map(({ key, type }) => `${key} ${type}`)).toEqual([
      ...['custom.serial text', 'custom.cause list', 'custom.warranty boolean', 'custom.bought date'],
    ]);
    const verdicts = new Map(salesforceFields.map(({ name, goesWith, refusal }) => [name, goesWith ?? refusal]));
    expect(verdicts.get('Machine_Serial__c')).toBe('text');
    expect(verdicts.get('Root_Cause__c')).toBe('list');
    expect(verdicts.get('Subject')).toBe('built-in');
    expect(verdicts.get('Machine__c')).toBe('lookup');
    expect(verdicts.get('Refund__c')).toBe('currency');
    expect(verdicts.get('CaseNumber')).toBe('auto-number');
  });
});

describe('mapping two fields', () => {
  it('puts values of the same name together, and is in the audit log', async () => {
    const mapping = await admin().call(api.create, map('custom.cause', 'Root_Cause__c'));
    expect(mapping).toMatchObject({
      ...{ type: 'list', direction: 'both', enabled: true, problem: '' },
      ...{ deskLabel: 'Cause', salesforceLabel: 'Root Cause' },
      values: [
        { desk: 'Grinder', salesforce: 'Grinder' },
        { desk: 'pump', salesforce: 'Pump' },
      ],
    });
    const values = [...mapping.values, { desk: 'Weather', salesforce: 'Unknown' }];
    const changed = await admin().call(api.update, { params: { mappingId: mapping.id }, body: { values } });
    expect(changed.values).toEqual(values);
    const { items } = await admin().call(auditApi.list, { query: { noun: 'salesforce' } });
    expect(items[0]).toMatchObject({ action: 'changed', object: { name: 'custom.cause – Root_Cause__c' } });
  });

  it('needs the same type, on a field that takes it, and says what would be right', async () => {
    const wrong: [string, string, object, string, RegExp][] = [
      [
        'custom.serial',
        'Root_Cause__c',
        {},
        'salesforceField',
        /type Picklist, which goes with a list, not with a text/,
      ],
      ['custom.serial', 'Refund__c', {}, 'salesforceField', /cannot be mapped\. Amounts of money/],
      ['custom.serial', 'Subject', {}, 'salesforceField', /one of the standard fields/],
      ['custom.serial', 'Nothing__c', {}, 'salesforceField', /no field Nothing__c on Case/],
      ['custom.count', 'Machine_Serial__c', {}, 'deskField', /Choose a custom field/],
      ['custom.warranty', 'IsClosed', {}, 'direction', /let it only come to the desk/],
    ];
    for (const [desk, salesforce, more, path, words] of wrong) {
      const refused = await admin().send(api.create, map(desk, salesforce, more));
      expect([refused.status, salesforce]).toEqual([422, salesforce]);
      expect(await errorsOf(refused)).toEqual([{ path, message: expect.stringMatching(words) }]);
    }
    const injected = map('custom.serial', "Subject FROM Case WHERE Name = '");
    expect(await admin().refusal(api.create, injected)).toMatchObject({ status: 422 });
    const values = [{ desk: 'Snow', salesforce: 'Ice' }];
    const refused = await admin().send(api.create, map('custom.cause', 'Type', { values }));
    expect((await errorsOf(refused)).map(({ path }) => path)).toEqual(['values.0.desk', 'values.0.salesforce']);
  });

  it('gives each field one partner', async () => {
    expect(await admin().refusal(api.create, map('custom.cause', 'Type'))).toEqual({
      status: 409,
      code: 'salesforce.field-mapped',
    });
  });

  it('lets a field that nobody may write there come to the desk', async () => {
    const body = map('custom.warranty', 'IsClosed', { direction: 'to_desk' });
    const mapping = await admin().call(api.create, body);
    expect(mapping).toMatchObject({ direction: 'to_desk', problem: '' });
    const refused = await admin().send(api.update, { params: { mappingId: mapping.id }, body: { direction: 'both' } });
    expect(await errorsOf(refused)).toEqual([{ path: 'direction', message: expect.any(String) }]);
    await admin().call(api.remove, { params: { mappingId: mapping.id } });
    expect(await admin().refusal(api.remove, { params: { mappingId: mapping.id } })).toMatchObject({ status: 404 });
  });

  it('says that a field is gone, goes on with the others, and works again when it is back', async () => {
    await admin().call(api.create, map('custom.serial', 'Machine_Serial__c'));
    const back = world.org.removeField({ object: 'Case', field: 'Machine_Serial__c' });
    await admin().call(salesforceConnectionApi.checkAgain, {});
    const problems = async () =>
      (await ofCase()).mappings.map(({ salesforceField, problem }) => [salesforceField, problem]);
    expect(await problems()).toEqual([
      ['Root_Cause__c', ''],
      ['Machine_Serial__c', expect.stringMatching(/^Salesforce has no field Machine_Serial__c on Case any more/)],
    ]);
    back();
    await admin().call(salesforceConnectionApi.checkAgain, {});
    expect((await problems()).map(([, problem]) => problem)).toEqual(['', '']);
  });

  it('is no matter of whoever may not manage it', async () => {
    const agent = world.desk.as(world.desk.agent);
    expect(await agent.refusal(api.create, map('custom.bought', 'Bought_On__c'))).toMatchObject({ status: 403 });
    expect(await agent.refusal(api.ofObject, { params: { object: 'case' } })).toMatchObject({ status: 403 });
  });
});

describe('what the pane shows', () => {
  it('is fields of any type, in the order that somebody chose, and none that are not there', async () => {
    const params = { object: 'case' as const };
    const fields = ['Refund__c', 'CaseNumber', 'Machine_Serial__c'];
    expect(await admin().call(api.display, { params, body: { fields } })).toEqual({ fields });
    expect((await ofCase()).displayed).toEqual(fields);
    const refused = await admin().send(api.display, { params, body: { fields: ['Refund__c', 'Nope__c'] } });
    expect(await errorsOf(refused)).toEqual([{ path: 'fields.1', message: expect.stringContaining('Nope__c') }]);
  });
});

describe('how an object is kept in step', () => {
  const settings = { params: { object: 'case' as const } };

  it('is both ways at first, and as somebody says then', async () => {
    const { items } = await admin().call(salesforceSettingsApi.list, {});
    expect(items.map(({ object, direction }) => [object, direction])).toEqual([
      ...[
        ['company', 'both'],
        ['customer', 'both'],
        ['case', 'both'],
      ],
    ]);
    const body = { direction: 'to_salesforce' as const, createInDesk: false, onlyWhenSet: true };
    expect(await admin().call(salesforceSettingsApi.update, { ...settings, body })).toMatchObject(body);
    const { items: entries } = await admin().call(auditApi.list, { query: { noun: 'salesforce' } });
    expect(entries[0]).toMatchObject({ object: { name: 'case' }, after: { direction: 'to_salesforce' } });
  });

  it('asks conditions of the desk in its own words, and of Salesforce in those of its fields', async () => {
    const ask = (field: string, value: string) => ({
      match: 'all' as const,
      conditions: [{ field, operator: 'is' as const, value }],
    });
    const good = {
      conditionsToSalesforce: ask('company.name', 'Larkspur'),
      conditionsToDesk: ask('salesforce.Type', 'Problem'),
    };
    expect(await admin().call(salesforceSettingsApi.update, { ...settings, body: good })).toMatchObject(good);

    const company = {
      params: { object: 'company' as const },
      body: { conditionsToSalesforce: ask('case.subject', 'x') },
    };
    expect(await errorsOf(await admin().send(salesforceSettingsApi.update, company))).toEqual([
      { path: 'conditionsToSalesforce.conditions.0.field', message: expect.any(String) },
    ]);
    const bad = { conditionsToDesk: ask('salesforce.Nope__c', 'x'), recordTypeId: '012000000000000AAA' };
    const refused = await admin().send(salesforceSettingsApi.update, { ...settings, body: bad });
    expect((await errorsOf(refused)).map(({ path }) => path)).toEqual([
      'conditionsToDesk.conditions.0.field',
      'recordTypeId',
    ]);
  });

  it('makes records of a type that the user may make', async () => {
    const { recordTypes, conditionFields } = await admin().call(salesforceSettingsApi.choices, settings);
    expect(recordTypes.length).toBeGreaterThan(1);
    expect(conditionFields.find(({ name }) => name === 'Type')).toMatchObject({
      ...{ key: 'salesforce.Type', type: 'choice' },
      choices: expect.arrayContaining([{ value: 'Problem', label: 'Problem' }]),
    });
    const recordTypeId = recordTypes[1]?.id ?? null;
    expect(await admin().call(salesforceSettingsApi.update, { ...settings, body: { recordTypeId } })).toMatchObject({
      recordTypeId,
    });
  });
});
