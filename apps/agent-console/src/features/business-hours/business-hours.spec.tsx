import type { BusinessCalendar } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { BusinessHoursPage } from './index.ts';

const workday = [{ from: '09:00', to: '17:00' }];
const office: BusinessCalendar = {
  ...{ id: 3, name: 'Office hours', timeZone: null, zone: 'UTC', isDefault: true, isSetUp: true, brandIds: [] },
  week: [workday, workday, workday, workday, workday, [], []],
  specialDays: [{ name: 'Christmas', from: '2020-12-25', until: '2020-12-26', everyYear: true, hours: [] }],
  updatedAt: '2026-11-03T10:02:00.000+00:00',
  changed: { at: '2026-11-03T10:02:00.000+00:00', by: 'Omar Haddad' },
};
const nights: BusinessCalendar = { ...office, id: 4, name: 'Nights', isDefault: false, brandIds: [2], specialDays: [] };

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'business-hours:manage'] },
    'GET /business-calendars': { items: [office, nights] },
    'GET /business-calendars/3': office,
    'GET /business-calendars/4': nights,
    'GET /site': {
      companyName: 'Larkspur',
      timeZone: 'UTC',
      languages: ['en'],
      defaultLanguage: 'en',
      updatedAt: office.updatedAt,
    },
    'GET /brands': {
      items: [
        { id: 1, name: 'Larkspur' },
        { id: 2, name: 'Tideline' },
      ],
    },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null) {
  const went: unknown[] = [];
  renderPart(desk, <BusinessHoursPage item={item} query={{}} go={(to) => void went.push(to)} />);
  return went;
}

it('lists the calendars in words, and lets each brand choose', async () => {
  const desk = aDeskOfAda({ 'PUT /brands/1/business-calendar': () => new Response(null, { status: 204 }) });
  const went = render(desk);
  const row = await screen.findByRole('row', { name: /Office hours.*Default.*Mon–Fri 09:00–17:00.*1 special day/ });
  await userEvent.click(await screen.findByRole('button', { name: /Larkspur/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Nights' }));
  expect(desk.asked('PUT /brands/1/business-calendar')[0]?.body).toEqual({ calendarId: 4 });
  await expectAccessible();
  await userEvent.click(within(row).getByRole('button', { name: /^Office hours/ }));
  expect(went).toEqual([{ item: '3' }]);
});

it('asks whether the hours that every desk begins with are right', async () => {
  const unseen = { ...office, isSetUp: false, changed: null };
  const desk = aDeskOfAda({ 'GET /business-calendars': { items: [unseen] }, 'PATCH /business-calendars/3': office });
  render(desk);
  await userEvent.click(await screen.findByRole('button', { name: 'They are right' }));
  expect(desk.asked('PATCH /business-calendars/3')[0]?.body).toEqual({ isDefault: true });
});

it('takes hours as they are typed, copies a day, and saves the week', async () => {
  const desk = aDeskOfAda({ 'PATCH /business-calendars/3': office });
  render(desk, '3');
  const from = await screen.findByRole('textbox', { name: 'Monday from' });
  await userEvent.clear(from);
  await userEvent.type(from, '8');
  await userEvent.tab();
  expect(from.getAttribute('value')).toBe('08:00');
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('textbox', { name: 'Monday to' }).getAttribute('value')).toBe('16:45');
  await userEvent.click(screen.getByRole('button', { name: 'Copy the hours of Monday' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'To every day' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove these hours of Sunday' }));
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const moved = [{ from: '08:00', to: '16:45' }];
  expect(desk.asked('PATCH /business-calendars/3')[0]?.body).toMatchObject({
    week: [moved, moved, moved, moved, moved, moved, []],
  });
});

it('says beside the time that it is none, or that it overlaps', async () => {
  render(aDeskOfAda(), '3');
  await userEvent.click(await screen.findByRole('button', { name: 'Add hours: Monday' }));
  const second = screen.getByRole('textbox', { name: 'Monday from (2)' });
  await userEvent.clear(second);
  await userEvent.type(second, '16');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('textbox', { name: 'Monday from (2)', description: 'It overlaps with 09:00 to 17:00.' });
});

it('adds a special day with hours of its own, and removes another', async () => {
  const desk = aDeskOfAda({ 'PATCH /business-calendars/3': office });
  render(desk, '3');
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Christmas' }));
  await userEvent.click(screen.getByRole('button', { name: 'Add a special day' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Add a special day' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Stocktaking');
  await userEvent.type(dialog.getByLabelText('First day'), '2026-06-30');
  await userEvent.click(dialog.getByRole('button', { name: 'Add hours: Stocktaking' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Add a special day' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
  expect(desk.asked('PATCH /business-calendars/3')[0]?.body).toMatchObject({
    specialDays: [{ name: 'Stocktaking', from: '2026-06-30', until: '2026-06-30', everyYear: false, hours: workday }],
  });
});

it('takes over the holidays of a file once, and says what it leaves out', async () => {
  const christmas = { ...office.specialDays[0] };
  const labour = { name: 'Labour Day', from: '2026-05-01', until: '2026-05-01', everyYear: false, hours: [] };
  const desk = aDeskOfAda({
    'POST /business-calendars/read-holidays': {
      specialDays: [christmas, labour],
      left: [{ name: 'Thanksgiving', reason: 'repeats-otherwise' }],
    },
    'PATCH /business-calendars/3': office,
  });
  render(desk, '3');
  await screen.findByRole('button', { name: 'Import a calendar file (.ics)' });
  await userEvent.upload(
    screen.getByLabelText('Import a calendar file (.ics)', { selector: 'input' }),
    new File(['BEGIN:VCALENDAR'], 'holidays.ics', { type: 'text/calendar' }),
  );
  await screen.findByText(/Left out: Thanksgiving/);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(desk.asked('PATCH /business-calendars/3')[0]?.body).toMatchObject({ specialDays: [christmas, labour] });
});

it('says which brands keep a calendar before it is deleted', async () => {
  const desk = aDeskOfAda({
    'GET /links/business-calendar/4': { items: [{ noun: 'brand', count: 1, examples: [{ id: 2, name: 'Tideline' }] }] },
    'DELETE /business-calendars/4': () => new Response(null, { status: 204 }),
  });
  const went = render(desk, '4');
  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete Nights?' }));
  await dialog.findByText('1 brand keeps the default hours from then on.');
  await userEvent.click(dialog.getByRole('button', { name: 'Delete' }));
  await expect.poll(() => went).toEqual([{ replace: true }]);
});

it('says that a colleague was faster', async () => {
  const conflict = () => problem(412, 'request.precondition-failed', 'Changed meanwhile.');
  render(aDeskOfAda({ 'PATCH /business-calendars/3': conflict }), '3');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), '!');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('alert');
});
