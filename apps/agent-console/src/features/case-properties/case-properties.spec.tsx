import { casesApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aDesk, json, mia } from '../../testing/a-desk.ts';
import type { Answers, Sent } from '../../testing/a-desk.ts';
import { aCase } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseProperties } from './case-properties.tsx';
import { LabelStrip } from './label-strip.tsx';
import { SubjectEditor } from './subject-editor.tsx';

const refund = { id: 31, name: 'Refund', color: 'blue' as const };
const open = aCase({ id: 1042, status: 'open', subject: 'Espresso machine leaks', labels: [refund] });
const person = { role: { id: 1, name: 'Agent' }, state: 'active', groupIds: [], available: false };
const people = [
  { ...person, ...mia.user, available: true },
  { ...person, id: 7, name: 'Omar Haddad', email: 'omar@larkspur.example', available: true },
  { ...person, id: 8, name: 'Zoë Adler', email: 'zoe@larkspur.example' },
];

function Head() {
  const supportCase = useRoute(casesApi.get, { params: { caseId: 1042 } }).data;
  if (!supportCase) return null;
  return (
    <>
      <SubjectEditor supportCase={supportCase} />
      <CaseProperties supportCase={supportCase} />
      <LabelStrip supportCase={supportCase} />
    </>
  );
}

async function show(given: Partial<Case> = {}, answers: Answers = {}) {
  const supportCase = { ...open, ...given };
  const desk = aDesk({
    'GET /cases/1042': supportCase,
    'PATCH /cases/1042': () => json(supportCase),
    'GET /users': { items: people },
    ...answers,
  });
  renderPart(desk, <Head />);
  await screen.findByRole('heading', { level: 1 });
  return desk;
}

const changes = (desk: Awaited<ReturnType<typeof show>>) =>
  desk.asked('PATCH /cases/1042').map(({ body }: Sent) => body);

describe('properties by key', () => {
  it('says of a colleague who is out of office until when, and who stands in', async () => {
    const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const user = { id: 7, name: 'Omar Haddad' };
    const absence = { user, from: hour(-1), until: hour(30), standIn: { id: 8, name: 'Zoë Adler' } };
    await show({}, { 'GET /routing/absences': { items: [absence] } });
    await userEvent.keyboard('a');
    const omar = await screen.findByRole('menuitem', { name: /Omar Haddad/ });
    await waitFor(() => expect(omar.textContent).toMatch(/Out of office until .* · Zoë Adler stands in.*away/));
  });

  it('a finds a colleague by a part of the name and says who is available', async () => {
    const desk = await show();
    await userEvent.keyboard('a');
    expect((await screen.findByRole('menuitem', { name: /Omar Haddad/ })).textContent).toContain('available');
    await expectAccessible();
    await userEvent.keyboard('adler{Enter}');
    await waitFor(() => expect(changes(desk)).toEqual([{ assigneeId: 8 }]));
  });

  it('p and a figure set the priority; what holds already is not set again', async () => {
    const desk = await show({ priority: 4 });
    await userEvent.keyboard('p');
    await userEvent.click(await screen.findByRole('menuitem', { name: /Priority 4/ }));
    await userEvent.keyboard('p');
    await screen.findByRole('menuitem', { name: /Priority 8/ });
    await userEvent.keyboard('8{Enter}');
    await waitFor(() => expect(changes(desk)).toEqual([{ priority: 8 }]));
  });

  it('m takes the case', async () => {
    const desk = await show();
    await userEvent.keyboard('m');
    await waitFor(() => expect(changes(desk)).toEqual([{ assigneeId: 6 }]));
  });

  it('say why, of a case that is closed for good', async () => {
    const desk = await show({ status: 'closed' });
    await userEvent.keyboard('s');
    expect((await screen.findAllByText(/closed for good/)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(changes(desk)).toEqual([]);
  });
});

describe('the subject', () => {
  const field = () => screen.findByRole('textbox', { name: 'Subject' });

  it('is changed where it stands: Enter saves', async () => {
    const desk = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Espresso machine leaks' }));
    await userEvent.clear(await field());
    await userEvent.keyboard('The valve drips{Enter}');
    await waitFor(() => expect(changes(desk)).toEqual([{ subject: 'The valve drips' }]));
  });

  it('comes back on Esc, and an empty one is never saved', async () => {
    const desk = await show();
    await userEvent.keyboard('{Shift>}E{/Shift}');
    await userEvent.type(await field(), 'Something else{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Espresso machine leaks' }));
    await userEvent.clear(await field());
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Espresso machine leaks' })).toBeTruthy();
    expect(changes(desk)).toEqual([]);
  });
});

describe('labels', () => {
  it('are taken off by a press, and only that one', async () => {
    const desk = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Remove Refund' }));
    await waitFor(() => expect(changes(desk)).toEqual([{ labels: [31], labelAction: 'remove' }]));
  });

  it('are made on the fly by those who may', async () => {
    const desk = await show();
    await userEvent.keyboard('l');
    await screen.findByRole('menuitem', { name: 'Refund' });
    await userEvent.keyboard('Valve');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Make the label “Valve”' }));
    await waitFor(() => expect(changes(desk)).toEqual([{ labels: ['Valve'], labelAction: 'append' }]));
  });

  it('are only found by those who may not', async () => {
    const permissions = mia.permissions.filter((one) => one !== 'labels:create');
    await show({}, { 'GET /session': { ...mia, permissions } });
    await userEvent.keyboard('l');
    await screen.findByRole('menuitem', { name: 'Refund' });
    await userEvent.keyboard('Valve');
    expect(await screen.findByText('Nothing matches.')).toBeTruthy();
  });
});
