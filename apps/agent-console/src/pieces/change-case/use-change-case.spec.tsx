import { casesApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, cutOff, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aCase, aFeedEvent } from '../../testing/facts.ts';
import { renderPart } from '../../testing/render-screen.tsx';
import { CaseWorkContext } from './case-work.ts';
import { frozenReason } from './frozen.ts';
import { useChangeCase } from './use-change-case.ts';

const open = aCase({ id: 1042, status: 'open', priority: 4, sequence: 7 });
const higher = { body: { priority: 9 }, after: { priority: 9 }, said: 'Priority is now 9.' };
const lower = { body: { priority: 4 }, after: { priority: 4 }, said: 'Priority is now 4.' };

function Priority({ supportCase }: { supportCase: Case }) {
  const { change } = useChangeCase(supportCase);
  return <button onClick={() => void change(higher, lower)}>{`priority ${supportCase.priority}`}</button>;
}

function Loaded() {
  const supportCase = useRoute(casesApi.get, { params: { caseId: 1042 } });
  return supportCase.data ? <Priority supportCase={supportCase.data} /> : null;
}

async function press(answers: Answers, work = () => undefined) {
  const desk = aDesk({ 'GET /cases/1042': open, ...answers });
  renderPart(
    desk,
    <CaseWorkContext value={work}>
      <Loaded />
    </CaseWorkContext>,
  );
  await userEvent.click(await screen.findByText('priority 4'));
  return desk;
}

describe('changing a case', () => {
  it('shows at once, says what it did, and tells that somebody works on it', async () => {
    const work = vi.fn();
    await press({ 'PATCH /cases/1042': { ...open, priority: 9, sequence: 8 } }, work);
    expect(screen.getByText('priority 9')).toBeTruthy();
    expect(await screen.findByText('Priority is now 9.')).toBeTruthy();
    expect(work).toHaveBeenCalledWith(1042, 'change');
  });

  it('that is undone brings back what was there', async () => {
    const desk = await press({ 'PATCH /cases/1042': { ...open, priority: 9, sequence: 8 } });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(desk.asked('PATCH /cases/1042')[1]?.body).toEqual({ priority: 4 }));
  });

  it('that a colleague’s lock forbids is rolled back and names her', async () => {
    const lock = { user: { id: 7, name: 'Lucie Marchand' }, until: '2026-11-03T10:12:00.000+00:00' };
    await press({ 'PATCH /cases/1042': () => problem(409, 'case.locked', 'A colleague works on it.', { lock }) });
    expect(await screen.findByText(/Lucie Marchand is working on this case/)).toBeTruthy();
    expect(screen.getByText('priority 4')).toBeTruthy();
  });

  it('without a line to the desk says so and can be tried again', async () => {
    const desk = await press({ 'PATCH /cases/1042': cutOff });
    expect(await screen.findByText(/desk cannot be reached/)).toBeTruthy();
    expect(screen.getByText('priority 4')).toBeTruthy();
    desk.answer({ 'PATCH /cases/1042': { ...open, priority: 9, sequence: 8 } });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Priority is now 9.')).toBeTruthy();
  });

  it('tells what a colleague had done to the same field meanwhile', async () => {
    const theirs = aFeedEvent({ sequence: 8, changes: [{ field: 'priority', from: 4, to: 6 }] });
    const other = aFeedEvent({ sequence: 9, changes: [{ field: 'status', from: 'open', to: 'pending' }] });
    await press({
      'PATCH /cases/1042': { ...open, priority: 9, sequence: 10 },
      'GET /cases/1042/feed': { items: [theirs, other], next: null },
    });
    expect(await screen.findByText(/Omar Haddad set the priority to 6 meanwhile; yours came after/)).toBeTruthy();
  });
});

describe('a case that cannot be changed says why', () => {
  const reader = { userId: mia.user.id, mayChange: true, now: Date.parse('2026-11-03T10:05:00Z') };
  const lock = { user: { id: 7, name: 'Omar Haddad' }, until: '2026-11-03T10:12:00.000+00:00' };
  it.each([
    ['closed', { status: 'closed' }, /closed for good/],
    ['merged', { status: 'closed', mergedIntoId: 7 }, /merged into #7/],
    ['in the trash', { deletedAt: '2026-11-03T10:12:00.000+00:00' }, /in the trash/],
    ['a colleague’s', { lock }, /Omar Haddad is working/],
  ] as const)('%s', (_, given, why) => {
    expect(frozenReason(aCase(given), reader)).toMatch(why);
  });

  it('and one that is mine, or whose lock has run out, can', () => {
    expect(frozenReason(aCase({ lock: { ...lock, user: mia.user } }), reader)).toBeNull();
    expect(frozenReason(aCase({ lock: { ...lock, until: '2026-11-03T10:04:00.000+00:00' } }), reader)).toBeNull();
  });
});
