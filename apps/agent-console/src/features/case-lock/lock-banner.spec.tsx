import { casesApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { keyOf } from '@bureau/client';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aCase } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseLocksProvider } from './case-locks-provider.tsx';
import { LockBanner } from './lock-banner.tsx';
import { useCaseLock } from './use-case-lock.ts';
import { WorkMark } from './work-mark.tsx';

const until = new Date(Date.now() + 600_000).toISOString();
const omars = { user: { id: 7, name: 'Omar Haddad' }, until };
const mine = { user: { id: 6, name: 'Mia Lindqvist' }, until };
const open = aCase({ id: 1042, status: 'open', sequence: 3 });
const held = { ...open, lock: omars, workedAt: '2026-11-03T10:02:00.000+00:00' };
const mayTakeOver = { ...mia, permissions: [...mia.permissions, 'cases:take-over'] };

function Work() {
  const lock = useCaseLock(1042);
  return (
    <>
      <LockBanner lock={lock} />
      <WorkMark lock={lock} isNew={false} isFrozen={false} />
      <textarea aria-label="Reply" onChange={lock.take} />
      <output>{lock.state}</output>
    </>
  );
}

function show(supportCase: Case, answers: Answers = {}) {
  const desk = aDesk({ 'GET /cases/1042': supportCase, 'DELETE /cases/1042/lock': {}, ...answers });
  renderPart(
    desk,
    <CaseLocksProvider>
      <Work />
    </CaseLocksProvider>,
  );
  return desk;
}

const state = () => screen.getByLabelText('Reply').parentElement?.querySelector('output')?.textContent;
const write = async () => userEvent.type(await screen.findByRole('textbox', { name: 'Reply' }), 'Hello');
const lockCall = 'POST /cases/1042/lock';

describe('a case that I begin to write in', () => {
  it('is mine from the first word, once, and free again when I let go', async () => {
    const desk = show(open, { [lockCall]: { lock: mine, status: 'open', sequence: 3 } });
    await write();
    expect(desk.asked(lockCall)).toHaveLength(1);
    await waitFor(() => expect(state()).toBe('mine'));

    await userEvent.click(await screen.findByRole('button', { name: /Let go/ }));

    expect(desk.asked('DELETE /cases/1042/lock')).toHaveLength(1);
    expect(state()).toBe('free');
  });

  it('stays a colleague’s who has it: who, since when, and what I can do', async () => {
    const desk = show(held);
    expect(await screen.findByText(/Omar Haddad has been working on this case since/)).toBeTruthy();
    expect(screen.getByText(/kept as your draft/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take over' })).toBeNull();
    await write();
    expect(desk.asked(lockCall)).toEqual([]);
    await expectAccessible();
  });

  it('is free by itself once the colleague’s time is over', async () => {
    show({ ...held, lock: { ...omars, until: '2026-11-03T10:12:00.000+00:00' } });
    await screen.findByRole('textbox', { name: 'Reply' });
    await waitFor(() => expect(state()).toBe('free'));
    expect(screen.queryByText(/has been working on this case/)).toBeNull();
  });
});

describe('taking a case over', () => {
  it('is for those who may, and says that the colleague has been told', async () => {
    const desk = show(held, {
      'GET /session': mayTakeOver,
      [lockCall]: () => {
        desk.answer({ 'GET /cases/1042': { ...held, lock: mine } });
        return { lock: mine, status: 'open', sequence: 4 };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Take over' }));

    expect(desk.asked(lockCall)[0]?.body).toEqual({ takeOver: true });
    expect(await screen.findByText(/Omar Haddad has been told/)).toBeTruthy();
    await waitFor(() => expect(state()).toBe('mine'));
    expect(screen.queryByText(/has been working on this case/)).toBeNull();
  });

  it('that is refused says so and changes nothing', async () => {
    show(held, { 'GET /session': mayTakeOver, [lockCall]: () => problem(409, 'case.closed', 'This case is closed.') });
    await userEvent.click(await screen.findByRole('button', { name: 'Take over' }));
    expect(await screen.findByText('The case was not taken over.')).toBeTruthy();
    expect(screen.getByText(/Omar Haddad has been working/)).toBeTruthy();
  });

  it('tells the loser who it was, that nothing is lost, and when the case is free again', async () => {
    const desk = show(open, { [lockCall]: { lock: mine, status: 'open', sequence: 3 } });
    await write();
    await waitFor(() => expect(state()).toBe('mine'));

    const set = (supportCase: Case) =>
      act(() => desk.queries.setQueryData(keyOf(casesApi.get, { params: { caseId: 1042 } }), supportCase));
    await set(held);
    expect(await screen.findByText('Omar Haddad took this case over.')).toBeTruthy();
    expect(screen.getByText(/Nothing that you wrote is lost/)).toBeTruthy();

    await set(open);
    expect(await screen.findByText(/Omar Haddad is done. Your draft is here/)).toBeTruthy();
  });
});
