import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, problem } from '../../testing/a-desk.ts';
import { aCase } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseTabs } from './case-tabs.tsx';
import { CaseTabsProvider, useCaseTabs } from './use-case-tabs.tsx';

const leak = aCase({ id: 1, subject: 'Espresso machine leaks', receivedAt: '2026-11-03T10:00:00.000+00:00' });
const bill = aCase({ id: 2, subject: 'A wrong bill', receivedAt: '2026-11-03T09:00:00.000+00:00' });
const gone = () => problem(404, 'case.not-found');

function Strip({ first, onClose }: { first: number; onClose?: (caseId: number) => void }) {
  const [current, open] = useState<number | null>(first);
  const { keep } = useCaseTabs();
  return (
    <>
      <button onClick={() => keep(1)}>keep 1</button>
      <button onClick={() => keep(2)}>keep 2</button>
      <button onClick={() => keep(3)}>keep 3</button>
      <output>{current ?? 'none'}</output>
      <CaseTabs
        current={current}
        hasDraft={(caseId) => caseId === 2}
        hrefOf={(caseId) => `/cases/inbox/${caseId}`}
        onOpen={open}
        onClose={onClose ?? (() => undefined)}
        onLastClosed={() => open(null)}
      />
    </>
  );
}

function show(first: number, onClose?: (caseId: number) => void) {
  const desk = aDesk({ 'GET /cases/1': leak, 'GET /cases/2': bill, 'GET /cases/3': gone });
  const strip = () => (
    <CaseTabsProvider>
      <Strip first={first} onClose={onClose} />
    </CaseTabsProvider>
  );
  return { desk, ...renderPart(desk, strip()) };
}

const tabs = () => screen.getAllByRole('link').map(({ textContent }) => textContent);
const inFront = () => screen.getByRole('status').textContent;
const keepCase = async (caseId: number) => userEvent.click(await screen.findByText(`keep ${caseId}`));

describe('the tabs above the case', () => {
  it('show the case of the list as a tab that is not kept, and keep it on a double click', async () => {
    show(1);
    const link = await screen.findByRole('link', { name: /Espresso machine leaks/ });
    expect(link.closest('li')?.dataset.preview).toBe('true');

    await userEvent.dblClick(link);

    expect(screen.getByRole('link', { name: /Espresso/ }).closest('li')?.dataset.preview).toBeUndefined();
    await expectAccessible();
  });

  it('are there again after a reload', async () => {
    const { unmount } = show(1);
    await keepCase(1);
    await keepCase(2);
    await screen.findByRole('link', { name: /A wrong bill/ });
    unmount();

    show(1);
    expect(await screen.findByRole('link', { name: /A wrong bill/ })).toBeTruthy();
    expect(tabs()).toHaveLength(2);
  });

  it('are moved along, closed and brought back by keys', async () => {
    const closed = vi.fn();
    show(1, closed);
    await keepCase(1);
    await keepCase(2);
    await userEvent.keyboard(']');
    expect(inFront()).toBe('2');
    await userEvent.keyboard('{Alt>}1{/Alt}');
    expect(inFront()).toBe('1');

    await userEvent.keyboard('w');
    expect(inFront()).toBe('2');
    expect(closed).toHaveBeenCalledWith(1);
    await userEvent.keyboard('{Shift>}W{/Shift}');
    expect(inFront()).toBe('1');
  });

  it('lead back to the list when the last one goes', async () => {
    show(1);
    await keepCase(1);
    await userEvent.keyboard('w');
    expect(inFront()).toBe('none');
  });

  it('say that a case is gone, and can still be closed', async () => {
    show(1);
    await keepCase(3);
    expect(await screen.findByRole('link', { name: /This case is gone/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Close #3' }));
    expect(screen.queryByText(/This case is gone/)).toBeNull();
  });

  it('mark an unsent draft, and what the customer wrote meanwhile', async () => {
    const { desk } = show(1);
    await keepCase(1);
    await keepCase(2);
    expect(await screen.findByLabelText('Unsent draft')).toBeTruthy();
    expect(screen.queryByText('The customer has written')).toBeNull();
    await waitFor(() => expect(desk.asked('GET /cases/2')).not.toEqual([]));

    desk.answer({ 'GET /cases/2': { ...bill, receivedAt: '2026-11-03T11:00:00.000+00:00' } });
    await desk.queries.invalidateQueries();

    expect(await screen.findByText('The customer has written')).toBeTruthy();
    await userEvent.keyboard(']');
    await waitFor(() => expect(screen.queryByText('The customer has written')).toBeNull());
  });
});
