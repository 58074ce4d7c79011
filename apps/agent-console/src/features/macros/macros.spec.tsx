import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aCase, aCaseSummary } from '../../testing/facts.ts';
import { aMacro, aMacroPreview, anEffect } from '../../testing/macro-facts.ts';
import { renderPart } from '../../testing/render-screen.tsx';
import { MacroButton } from './macro-button.tsx';
import { MacrosPage } from './macros-page.tsx';

const supportCase = aCase({ id: 1042, sequence: 7 });
const refund = aMacro({ id: 1, name: 'Refund', folders: ['Money'] });
const thanks = aMacro({ id: 2, name: 'Thank you', actions: [{ type: 'set-priority', priority: 3 }] });
const applied = { ...aMacroPreview(), applicationId: 5, sequence: 8 };

function onACase(answers: Answers = {}) {
  const desk = aDesk({
    'GET /macros': { items: [refund, thanks] },
    'GET /cases/1042': supportCase,
    'POST /cases/1042/macros/preview': aMacroPreview(),
    'POST /cases/1042/macros': () => json(applied),
    'POST /cases/1042/macros/5/undo': { undone: ['status'], kept: ['priority'], notes: 0, notesKept: 0, stays: [] },
    ...answers,
  });
  renderPart(desk, <MacroButton supportCase={supportCase} />);
  return desk;
}

const open = async () => {
  await userEvent.click(await screen.findByRole('button', { name: /Apply a macro/ }));
  return within(await screen.findByRole('dialog'));
};

describe('macros for a case', () => {
  it('are chosen by typing, with what they would do beside them', async () => {
    const desk = onACase();
    const dialog = await open();
    expect(await dialog.findByText('Hello Ana, it is on its way.')).toBeTruthy();
    expect(await dialog.findByText('Set status to Resolved')).toBeTruthy();
    await userEvent.keyboard('thank{Enter}');
    expect(await screen.findByText('Applied Thank you.')).toBeTruthy();
    expect(desk.asked('POST /cases/1042/macros')[0]?.body).toEqual({ macroIds: [2] });
  });

  it('are applied several at once, in the order in which they were added', async () => {
    const desk = onACase();
    const dialog = await open();
    await dialog.findByRole('option', { name: /Thank you/ });
    await userEvent.keyboard('thank{Shift>}{Enter}{/Shift}');
    await userEvent.clear(dialog.getByRole('combobox'));
    await userEvent.keyboard('ref{Shift>}{Enter}{/Shift}');
    await userEvent.click(dialog.getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(desk.asked('POST /cases/1042/macros')[0]?.body).toEqual({ macroIds: [2, 1] }));
  });

  it('are taken back by one undo, which says what stays', async () => {
    onACase();
    await open();
    await userEvent.keyboard('ref{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Took Refund back.')).toBeTruthy();
    expect(await screen.findByText('Changed since, and kept: priority.')).toBeTruthy();
  });

  it('name what the agent may not do, and what the words lack', async () => {
    const reply = { html: '<p>Hello ,</p>', text: 'Hello ,', subject: null, missing: ['customer.first_name'] };
    const refused = anEffect({
      type: 'delete',
      outcome: 'refused',
      reason: 'Your role does not allow this.',
      changes: [],
    });
    onACase({ 'POST /cases/1042/macros/preview': aMacroPreview({ reply, effects: [refused], refused: [0] }) });
    const dialog = await open();
    expect(await dialog.findByText('Left out')).toBeTruthy();
    expect(await dialog.findByText('Your role does not allow this.')).toBeTruthy();
    expect(await dialog.findByText(/No value for First name/)).toBeTruthy();
  });

  it('that are refused say why, and change nothing', async () => {
    onACase({
      'POST /cases/1042/macros': () => problem(409, 'case.moved-on', 'Somebody was faster.', { sequence: 9 }),
    });
    await open();
    await userEvent.keyboard('ref{Enter}');
    expect(await screen.findByText('Refund was not applied.')).toBeTruthy();
    expect(await screen.findByText(/was faster. Look at what is new/)).toBeTruthy();
  });
});

describe('the page of macros', () => {
  const page = (answers: Answers = {}, item: string | null = null) => {
    const go = vi.fn();
    const desk = aDesk({
      'GET /session': { ...mia, permissions: [...mia.permissions, 'macros:manage'] },
      'GET /macros': ({ query }) => ({ items: query.get('scope') === 'shared' ? [refund, thanks] : [] }),
      'GET /cases': { items: [aCaseSummary({ id: 1042 })], next: null },
      'POST /macros/try': aMacroPreview(),
      ...answers,
    });
    renderPart(desk, <MacrosPage item={item} query={{}} go={go} />);
    return { desk, go };
  };

  it('lists them by folder with what they do, and switches one off', async () => {
    const { desk } = page({ 'PATCH /macros/1': refund });
    expect(await screen.findByRole('table', { name: 'Money' })).toBeTruthy();
    expect(screen.getByRole('table', { name: 'In no folder' })).toBeTruthy();
    expect(await screen.findByText('Set status to Resolved')).toBeTruthy();
    await userEvent.click(screen.getByRole('switch', { name: 'Refund is on' }));
    await waitFor(() => expect(desk.asked('PATCH /macros/1')[0]?.body).toEqual({ enabled: false }));
  });

  it('shows a macro on a real case while it is written, and keeps it', async () => {
    const { desk, go } = page({ 'POST /macros': () => json({ ...refund, id: 9 }, 201) }, 'new');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Urgent');
    await userEvent.click(screen.getByRole('button', { name: 'Add an action' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Set priority' }));
    expect(await screen.findByText('Hello Ana, it is on its way.')).toBeTruthy();
    expect(await screen.findByText('On X: 28 of 280 characters')).toBeTruthy();
    expect(desk.asked('POST /macros/try').at(-1)?.body).toMatchObject({ caseId: 1042 });
    await userEvent.click(screen.getByRole('button', { name: 'Save the macro' }));
    await waitFor(() => expect(go).toHaveBeenCalledWith({ item: '9', replace: true }));
    expect(desk.asked('POST /macros')[0]?.body).toMatchObject({ name: 'Urgent', visibility: { for: 'everyone' } });
  });
});
