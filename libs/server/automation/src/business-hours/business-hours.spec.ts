import {
  auditApi,
  businessHoursApi,
  casesApi,
  checklistApi,
  filtersApi,
  linksApi,
  siteApi,
  type BusinessCalendar,
  type Condition,
  type WeekHours,
} from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { BusinessHours } from './business-hours.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const agent = () => desk.as(desk.agent);
const every = (from: string, to: string): WeekHours => Array.from({ length: 7 }, () => [{ from, to }]);
const closed: WeekHours = Array.from({ length: 7 }, () => []);
let made = 0;
const create = (fields: object = {}) =>
  admin().call(businessHoursApi.create, { body: { name: `Calendar ${++made}`, week: closed, ...fields } });
const choose = (brandId: number, calendarId: number | null) =>
  admin().call(businessHoursApi.chooseForBrand, { params: { brandId }, body: { calendarId } });
const standard = async (): Promise<BusinessCalendar> => {
  const { items } = await agent().call(businessHoursApi.list, {});
  const found = items.find(({ isDefault }) => isDefault);
  if (!found) throw new Error('There is no default calendar.');
  return found;
};

describe('a new desk', () => {
  it('is open on working days from nine to five, by its own clocks, until somebody says otherwise', async () => {
    expect(await standard()).toMatchObject({
      timeZone: null,
      zone: 'UTC',
      isSetUp: false,
      brandIds: [],
      changed: null,
    });
    await admin().call(siteApi.change, { body: { timeZone: 'Europe/Lisbon' } });
    expect(await standard()).toMatchObject({ timeZone: null, zone: 'Europe/Lisbon' });

    const hours = desk.running.get(BusinessHours);
    expect(await hours.openAt(desk.brandId, new Date('2026-07-01T08:30:00Z'))).toEqual({
      isOpen: true,
      opensAt: null,
      closesAt: new Date('2026-07-01T16:00:00Z'),
    });
    expect(await hours.openAt(desk.brandId, new Date('2026-07-04T08:30:00Z'))).toEqual({
      isOpen: false,
      opensAt: new Date('2026-07-06T08:00:00Z'),
      closesAt: null,
    });
  });

  it('has its hours on the list of what to look at, until somebody has', async () => {
    const item = async () =>
      (await admin().call(checklistApi.read, {})).items.find(({ id }) => id === 'business-hours');
    expect(await item()).toMatchObject({ done: false });
    const { id: calendarId } = await standard();
    const body = {
      specialDays: [{ name: 'Christmas', from: '2026-12-25', until: '2026-12-26', everyYear: true, hours: [] }],
    };
    await admin().call(businessHoursApi.update, { params: { calendarId }, body });
    expect(await item()).toMatchObject({ done: true });
    expect(await standard()).toMatchObject({ isSetUp: true, changed: { by: desk.administrator.name } });
    const { items } = await admin().call(auditApi.list, { query: { noun: 'business-calendar', limit: 1 } });
    expect(items[0]).toMatchObject({ action: 'changed', object: { id: calendarId }, after: body });
  });
});

describe('a calendar', () => {
  it('is read by everybody and changed by some', async () => {
    const { id: calendarId } = await create({ week: every('22:00', '06:00'), timeZone: 'America/New_York' });
    const params = { calendarId };
    expect(await agent().call(businessHoursApi.get, { params })).toMatchObject({
      zone: 'America/New_York',
      isSetUp: true,
    });
    const body = { name: 'Mine' };
    expect(await agent().refusal(businessHoursApi.update, { params, body })).toMatchObject({ status: 403 });
    expect(await agent().refusal(businessHoursApi.create, { body: { ...body, week: closed } })).toMatchObject({
      status: 403,
    });
    expect(await agent().refusal(businessHoursApi.delete, { params })).toMatchObject({ status: 403 });
    const manager = desk.as(await desk.aUser({ role: 'workflow-manager' }));
    expect(await manager.call(businessHoursApi.update, { params, body })).toMatchObject({ name: 'Mine' });
    expect(await admin().refusal(businessHoursApi.create, { body: { name: 'MINE', week: closed } })).toEqual({
      status: 409,
      code: 'calendar.name-taken',
    });
  });

  it('does not lose what a colleague has changed meanwhile', async () => {
    const { id: calendarId } = await create();
    const seen = await admin().send(businessHoursApi.get, { params: { calendarId } });
    const change = (name: string, etag = '*') =>
      admin().send(businessHoursApi.update, { params: { calendarId }, body: { name } }, { 'if-match': etag });
    expect((await change('Theirs')).status).toBe(200);
    expect((await change('Late', seen.headers.get('etag') ?? '')).status).toBe(412);
  });

  it.each<[string, object]>([
    ['name', { name: ' ' }],
    ['week', { week: [] }],
    ['week.0.0.from', { week: [[{ from: '9:00', to: '17:00' }], [], [], [], [], [], []] }],
    ['week.0.0.to', { week: [[{ from: '09:00', to: '09:00' }], [], [], [], [], [], []] }],
    [
      'week.2.1.from',
      {
        week: [
          [],
          [],
          [
            { from: '09:00', to: '12:00' },
            { from: '11:59', to: '13:00' },
          ],
          [],
          [],
          [],
          [],
        ],
      },
    ],
    [
      'week.2.1.from',
      {
        week: [
          [],
          [],
          [
            { from: '22:00', to: '06:00' },
            { from: '23:00', to: '24:00' },
          ],
          [],
          [],
          [],
          [],
        ],
      },
    ],
    ['timeZone', { timeZone: 'Lisbon' }],
    [
      'specialDays.0.from',
      { specialDays: [{ name: 'x', from: '2026-02-30', until: '2026-03-01', everyYear: false, hours: [] }] },
    ],
    [
      'specialDays.0.until',
      { specialDays: [{ name: 'x', from: '2026-02-03', until: '2026-02-01', everyYear: false, hours: [] }] },
    ],
    [
      'specialDays.0.until',
      { specialDays: [{ name: 'x', from: '2026-02-03', until: '2028-02-01', everyYear: false, hours: [] }] },
    ],
    ['isDefault', { isDefault: false }],
  ])('says what is wrong with its %s', async (path, body) => {
    const { id: calendarId } = await standard();
    const response = await admin().send(businessHoursApi.update, { params: { calendarId }, body });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path }] }]);
  });

  it('is the only default', async () => {
    const before = await standard();
    const { id: calendarId } = await create();
    await admin().call(businessHoursApi.update, { params: { calendarId }, body: { isDefault: true } });
    expect(await standard()).toMatchObject({ id: calendarId });
    expect(await admin().refusal(businessHoursApi.delete, { params: { calendarId } })).toEqual({
      status: 409,
      code: 'calendar.is-default',
    });
    await admin().call(businessHoursApi.update, { params: { calendarId: before.id }, body: { isDefault: true } });
    await admin().call(businessHoursApi.delete, { params: { calendarId } });
    expect(await standard()).toMatchObject({ id: before.id });
  });

  it('stays the only default when several are made it at once', async () => {
    const before = await standard();
    const calendars = await Promise.all([create(), create(), create()]);
    const make = (calendarId: number) =>
      admin().send(businessHoursApi.update, { params: { calendarId }, body: { isDefault: true } });
    const responses = await Promise.all(calendars.map(({ id }) => make(id)));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { items } = await agent().call(businessHoursApi.list, {});
    expect(items.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    await make(before.id);
  });

  it('takes its holidays from a file, which saves nothing by itself', async () => {
    const ics =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Labour Day\nDTSTART;VALUE=DATE:20260501\nEND:VEVENT\nEND:VCALENDAR';
    expect(await admin().call(businessHoursApi.readHolidays, { body: { ics } })).toEqual({
      specialDays: [{ name: 'Labour Day', from: '2026-05-01', until: '2026-05-01', everyYear: false, hours: [] }],
      left: [],
    });
    const response = await admin().send(businessHoursApi.readHolidays, { body: { ics: '<html>' } });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path: 'ics' }] }]);
  });
});

describe('a brand', () => {
  it('keeps the hours that were chosen for it, and the desk’s when they are deleted', async () => {
    const brandId = await desk.aBrand('Tern Bikes');
    const { id: calendarId } = await create({ week: every('00:00', '24:00') });
    await choose(brandId, calendarId);
    const openings = async () => (await agent().call(businessHoursApi.now, {})).items;
    expect(await openings()).toContainEqual({ brandId, calendarId, isOpen: true, opensAt: null, closesAt: null });
    const link = { params: { noun: 'business-calendar' as const, objectId: calendarId } };
    expect(await admin().call(linksApi.read, link)).toMatchObject({
      items: [{ noun: 'brand', count: 1, examples: [{ name: 'Tern Bikes' }] }],
    });

    await admin().call(businessHoursApi.delete, { params: { calendarId } });
    const { id: standardId } = await standard();
    expect(await openings()).toContainEqual(expect.objectContaining({ brandId, calendarId: standardId }));
  });

  it('that does not exist, or is not served, chooses nothing', async () => {
    const refusal = (calendarId: number | null) =>
      admin().refusal(businessHoursApi.chooseForBrand, { params: { brandId: 999_999 }, body: { calendarId } });
    expect(await refusal(null)).toEqual({ status: 404, code: 'brand.not-found' });
    const params = { brandId: desk.brandId };
    expect(await admin().refusal(businessHoursApi.chooseForBrand, { params, body: { calendarId: 999_999 } })).toEqual({
      status: 404,
      code: 'calendar.not-found',
    });
    expect(
      await agent().refusal(businessHoursApi.chooseForBrand, { params, body: { calendarId: null } }),
    ).toMatchObject({
      status: 403,
    });
  });
});

describe('a filter on business hours', () => {
  const found = async (...conditions: Condition[]) => {
    const body = { conditions: { match: 'all' as const, conditions } };
    return (await agent().call(filtersApi.preview, { body })).items.map(({ id }) => id);
  };

  it('finds cases by the hours of their brand', async () => {
    const [always, never] = [await desk.aBrand('Always'), await desk.aBrand('Never')];
    await choose(always, (await create({ week: every('00:00', '24:00') })).id);
    await choose(never, (await create()).id);
    const open = async (brandId: number) => {
      const customer = { name: 'Ana', address: `${crypto.randomUUID()}@acme.example` };
      const body = { subject: 'Grinder', text: 'It is stuck.', channel: 'phone' as const, customer, brandId };
      return (await agent().call(casesApi.open, { body })).id;
    };
    const [a, b] = [await open(always), await open(never)];
    await desk.sql.run(`UPDATE cases SET created_at = now() - interval '30 hours' WHERE id = ANY($1)`, [[a, b]]);
    const brand: Condition = { field: 'case.brand', operator: 'is', value: [always, never] };

    expect(await found(brand, { field: 'case.businessHours', operator: 'is', value: true })).toEqual([a]);
    expect(await found(brand, { field: 'case.businessHours', operator: 'is', value: false })).toEqual([b]);
    const since = (operator: 'at-least' | 'less-than', value: number): Condition => ({
      field: 'case.businessHoursSinceCreated',
      operator,
      value,
    });
    expect(await found(brand, since('at-least', 29))).toEqual([a]);
    expect(await found(brand, since('at-least', 31))).toEqual([]);
    expect(await found(brand, since('less-than', 1))).toEqual([b]);
  });
});
