import { casesApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aCase } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseNotices } from './case-notices.tsx';
import { FollowButton } from './follow-button.tsx';
import { SnoozePicker } from './snooze-picker.tsx';
import { useCaseMenu } from './use-case-menu.ts';

const open = aCase({ id: 1042, status: 'open' });

function Head({ supportCase }: { supportCase: Case }) {
  const { actions } = useCaseMenu(supportCase);
  return (
    <>
      <FollowButton actions={actions} />
      <SnoozePicker supportCase={supportCase} />
      <CaseNotices supportCase={supportCase} actions={actions} hrefOf={(caseId) => `/cases/inbox/${caseId}`} />
    </>
  );
}

function Loaded() {
  const supportCase = useRoute(casesApi.get, { params: { caseId: 1042 } }).data;
  return supportCase ? <Head supportCase={supportCase} /> : null;
}

async function show(given: Partial<Case> = {}, answers: Answers = {}) {
  const supportCase = { ...open, ...given };
  const desk = aDesk({
    'GET /cases/1042': supportCase,
    'PATCH /cases/1042': () => json(supportCase),
    'DELETE /cases/1042': () => new Response(null, { status: 204 }),
    'POST /cases/1042/restore': supportCase,
    ...answers,
  });
  renderPart(desk, <Loaded />);
  await screen.findByRole('button', { name: /Snooze/ });
  return desk;
}

describe('letting a case sleep', () => {
  it('until the customer writes is two keys and a word', async () => {
    const desk = await show();
    await userEvent.keyboard('z');
    await screen.findByRole('menuitem', { name: /Tomorrow/ });
    await expectAccessible();
    await userEvent.keyboard('until{Enter}');
    await waitFor(() => expect(desk.asked('PATCH /cases/1042')[0]?.body).toEqual({ snooze: { until: null } }));
  });

  it('until a moment that is over is refused beside the field', async () => {
    const desk = await show();
    await userEvent.keyboard('z');
    await userEvent.click(await screen.findByRole('menuitem', { name: /Pick a date/ }));
    const field = await screen.findByLabelText('Date and time');
    await userEvent.clear(field);
    await userEvent.type(field, '2020-01-01T09:00');
    await userEvent.click(screen.getByRole('button', { name: 'Snooze' }));
    expect(await screen.findByText(/still to come/)).toBeTruthy();
    expect(desk.asked('PATCH /cases/1042')).toEqual([]);
  });

  it('says until when, and wakes by a press', async () => {
    const until = '2026-12-01T08:00:00.000Z';
    const desk = await show({ snooze: { since: '2026-11-03T10:02:00.000Z', until } });
    expect(screen.getByText(/Snoozed until/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Wake up now' }));
    await waitFor(() => expect(desk.asked('PATCH /cases/1042')[0]?.body).toEqual({ snooze: null }));
  });
});

describe('the trash', () => {
  it('takes a case at once, says so, and gives it back', async () => {
    const desk = await show();
    await userEvent.keyboard('#');
    expect(await screen.findByText('Put into the trash.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(desk.asked('POST /cases/1042/restore')).toHaveLength(1));
  });

  it('is no key of those who may not', async () => {
    const permissions = mia.permissions.filter((one) => one !== 'cases:delete');
    const desk = await show({}, { 'GET /session': { ...mia, permissions } });
    await userEvent.keyboard('#');
    expect(desk.asked('DELETE /cases/1042')).toEqual([]);
  });

  it('refused: the case is back where it was, loudly', async () => {
    await show({}, { 'DELETE /cases/1042': () => problem(409, 'case.locked', 'A colleague works on this case.') });
    await userEvent.keyboard('#');
    expect(await screen.findByText('A colleague works on this case.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(/In the trash since/)).toBeNull());
  });
});

it('I follow a case by a press, and follow it no longer by undo', async () => {
  const added = { followers: [{ id: 6, name: 'Mia Lindqvist' }] };
  const removed = { followers: [] };
  const call = '/cases/1042/followers/6';
  const desk = await show({}, { [`PUT ${call}`]: added, [`DELETE ${call}`]: removed });
  await userEvent.click(screen.getByRole('button', { name: 'Follow' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(desk.asked(`DELETE ${call}`)).toHaveLength(1));
});

it('a closed case says so and what comes next; a merged one leads to the other', async () => {
  await show({ status: 'closed', mergedIntoId: 7 });
  expect(screen.getByRole('link', { name: '#7' }).getAttribute('href')).toBe('/cases/inbox/7');
});
