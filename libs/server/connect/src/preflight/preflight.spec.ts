import { salesforceConnectionApi as api, salesforceSettingsApi, type Preflight } from '@bureau/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce();
  await connectSalesforce(world);
});
afterAll(() => world.close());
const undo: (() => void)[] = [];
afterEach(() => {
  for (const back of undo.splice(0).reverse()) back();
  world.org.switch({ personAccounts: false, externalIds: true });
});

const admin = () => world.desk.as(world.desk.administrator);
const check = async () => (await admin().call(api.checkAgain, {})).preflight;
const todosOf = ({ checks }: Preflight) =>
  checks.filter(({ verdict }) => verdict === 'missing').map(({ id, todo }) => [id, todo?.what]);
const as = 'integration@larkspur.example';

/** What the user of the desk may do with a field there, until the end of the test. */
function lets(object: string, field: string, access: 'none' | 'read'): void {
  undo.push(world.org.fieldAccess({ as, object, field, access }));
}

describe('the check of an organisation', () => {
  it('finds everything where it belongs, costs few calls, and keeps what it found with its time', async () => {
    const before = world.org.usage().used;
    const found = await check();
    expect(todosOf(found)).toEqual([]);
    expect(found.passed).toBe(true);
    expect(world.org.usage().used - before).toBeLessThanOrEqual(8);
    expect((await admin().call(api.preflight, {})).preflight).toEqual(found);
    expect(world.org.violations()).toEqual([]);
  });

  it('says which field the user may not see or edit, and the way through both set-ups', async () => {
    lets('Contact', 'Email', 'read');
    lets('Account', 'Fax', 'none');
    lets('Case', 'Origin', 'none');
    const found = await check();
    expect(todosOf(found)).toEqual([
      ['field:Account.Fax', 'Let the user see the field Fax of Account.'],
      ['field:Contact.Email', 'Let the user edit the field Email of Contact.'],
      ['field:Case.Origin', 'Let the user edit the field Origin of Case.'],
    ]);
    expect(found.checks[1]?.todo).toEqual({
      what: expect.any(String),
      lightning: ['Object Manager', 'Contact', 'Fields & Relationships', 'Email', 'Set Field-Level Security'],
      classic: ['Customize', 'Contacts', 'Fields', 'Email', 'Set Field-Level Security'],
    });
  });

  it('says which records the user may not make, and that cases go on without what is beneath them', async () => {
    undo.push(world.org.objectRights({ as, object: 'Contact', rights: { create: false, edit: false } }));
    undo.push(world.org.objectRights({ as, object: 'CaseComment', rights: { create: false } }));
    undo.push(world.org.objectRights({ as, object: 'Task', rights: { read: false } }));
    const found = await check();
    expect(todosOf(found)).toContainEqual(['object:Contact', 'Let the user create and edit records of Contact.']);
    const advice = found.checks.filter(({ verdict }) => verdict === 'advice').map(({ id }) => id);
    expect(advice).toEqual(expect.arrayContaining(['object:CaseComment', 'object:Task']));
    expect(found.passed).toBe(false);
  });

  it('says which statuses and priorities are missing', async () => {
    undo.push(world.org.picklist({ object: 'Case', field: 'Status', values: ['*New', 'Working', 'Closed'] }));
    undo.push(world.org.picklist({ object: 'Case', field: 'Priority', values: ['High', 'Low'] }));
    expect(todosOf(await check())).toEqual([
      ['value:Case.Status:Open', 'Add the value Open to Status of Case.'],
      ['value:Case.Status:Pending', 'Add the value Pending to Status of Case.'],
      ['value:Case.Status:Resolved', 'Add the value Resolved to Status of Case.'],
      ['value:Case.Priority:Medium', 'Add the value Medium to Priority of Case.'],
    ]);
  });

  it('does without a field for the ids of the desk, and says what it would be good for', async () => {
    world.org.switch({ externalIds: false });
    const found = await check();
    expect(found.checks.find(({ id }) => id === 'external-id:Contact')).toMatchObject({
      verdict: 'advice',
      todo: { what: expect.stringContaining('Text, 36 characters, External ID, Unique (case sensitive)') },
    });
    expect((await admin().call(api.get, {})).connection?.externalIds).toEqual({
      company: null,
      customer: null,
      case: null,
    });
    world.org.switch({ externalIds: true });
    await check();
  });

  it('finds accounts of persons, asks for their fields, and makes customers of their record type', async () => {
    world.org.switch({ personAccounts: true });
    lets('Account', 'PersonEmail', 'read');
    const found = await check();
    expect(todosOf(found)).toEqual([
      ['field:Account.PersonEmail', 'Let the user edit the field PersonEmail of Account.'],
    ]);
    expect((await admin().call(api.get, {})).connection).toMatchObject({ personAccounts: true });
    const { items } = await admin().call(salesforceSettingsApi.list, {});
    expect(items.find(({ object }) => object === 'customer')?.recordTypeId).toBe(world.org.recordTypes.person);
  });

  it('says that an edition without API is the reason when it is', async () => {
    const end = world.org.fail({ code: 'API_DISABLED_FOR_ORG', times: null });
    const found = await check();
    end();
    expect(todosOf(found)).toEqual([['api-access', expect.stringContaining('Professional Edition')]]);
    expect((await check()).passed).toBe(true);
  });

  it('leaves what it found before when Salesforce does not answer', async () => {
    const before = await check();
    const end = world.org.fail({ code: 'SERVER_UNAVAILABLE', times: null });
    expect(await admin().refusal(api.checkAgain, {})).toEqual({ status: 503, code: 'salesforce.unavailable' });
    end();
    expect((await admin().call(api.preflight, {})).preflight).toEqual(before);
  });
});
