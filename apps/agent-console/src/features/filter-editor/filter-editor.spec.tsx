import type { Filter, Session } from '@bureau/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aCaseSummary, aFilter } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { FilterDialog, FiltersPage } from './index.ts';

const manager: Session = { ...mia, permissions: [...mia.permissions, 'filters:manage'] };
const conditions: Filter['conditions'] = {
  match: 'all',
  conditions: [{ field: 'case.status', operator: 'is', value: ['new'] }],
};
const fields = [
  {
    key: 'case.status',
    label: 'Status',
    type: 'choice',
    choices: ['new', 'open', 'pending', 'resolved', 'closed'],
    refersTo: null,
    operators: ['is', 'is-not'],
  },
];
const found = aCaseSummary({ id: 1042, subject: 'Espresso machine leaks' });
const mine = aFilter({
  id: 21,
  name: 'Fresh',
  conditions,
  visibility: { for: 'user', userId: 6 },
  editable: true,
});
const shared = aFilter({ id: 22, name: 'Spare parts', conditions, routes: true, editable: true });

const deskWith = (answers: Answers = {}) =>
  aDesk({
    'GET /session': manager,
    'GET /conditions/fields': { items: fields },
    'POST /filters/preview': { count: 3, more: false, items: [found], description: 'Status is New' },
    'POST /filters': ({ body }) => json(aFilter({ ...(body as object), id: 30 }), 201),
    'PATCH /filters/21': ({ body }) => json({ ...mine, ...(body as object) }),
    'PATCH /filters/22': ({ body }) => json({ ...shared, ...(body as object) }),
    'DELETE /filters/21': () => new Response(null, { status: 204 }),
    'DELETE /filters/22': () => new Response(null, { status: 204 }),
    'PUT /filters/order': () => new Response(null, { status: 204 }),
    ...answers,
  });

const name = () => screen.findByRole('textbox', { name: /Name/ });

describe('the editor above a list', () => {
  const edit = (answers?: Answers) => {
    const [onSaved, onDeleted, onClose] = [vi.fn(), vi.fn(), vi.fn()];
    const desk = deskWith(answers);
    renderPart(desk, <FilterDialog wish={{ filter: mine }} {...{ onSaved, onDeleted, onClose }} />);
    return { desk, onSaved, onDeleted };
  };

  it('shows in words, in number and by example what the conditions find', async () => {
    edit();
    expect(await screen.findByText('3 cases')).toBeTruthy();
    const preview = screen.getByRole('region', { name: 'What it finds now' });
    expect(preview.textContent).toContain('Status is New');
    expect(preview.textContent).toContain('Espresso machine leaks');
    await expectAccessible();
  });

  it('waits for what can be asked about, and never shows its keys', async () => {
    let tell: (fields: object) => void = () => undefined;
    edit({ 'GET /conditions/fields': () => new Promise((told) => (tell = (items) => told(json({ items })))) });
    await name();
    expect(screen.queryByText('case.status')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add a condition' })).toBeNull();
    tell(fields);
    expect(await screen.findByRole('group', { name: 'Status' })).toBeTruthy();
  });

  it('changes the filter that it was opened with', async () => {
    const { desk, onSaved } = edit();
    await userEvent.clear(await name());
    await userEvent.type(await name(), 'Fresh today');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalledWith(expect.objectContaining({ name: 'Fresh today' })));
    expect(desk.asked('PATCH /filters/21')[0]?.body).toMatchObject({ name: 'Fresh today', conditions });
  });

  it('keeps it as it is when the changes become another one', async () => {
    const { desk, onSaved } = edit();
    await userEvent.type(await name(), ' too');
    await userEvent.click(screen.getByRole('button', { name: 'Save as new' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalledWith(expect.objectContaining({ id: 30 })));
    expect(desk.asked('POST /filters')[0]?.body).toMatchObject({ name: 'Fresh too' });
    expect(desk.asked('PATCH /filters/21')).toEqual([]);
  });

  it('saves no filter without a name, and says so beside the field', async () => {
    const { desk, onSaved } = edit();
    await userEvent.clear(await name());
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect((await name()).getAttribute('aria-invalid')).toBe('true'));
    expect(desk.asked('PATCH /filters/21')).toEqual([]);
    expect(onSaved).not.toHaveBeenCalled();
  });

  it('says what the desk refuses, and keeps what was typed', async () => {
    edit({ 'PATCH /filters/21': () => problem(409, 'filter.name-taken', 'Another filter has this name.') });
    await userEvent.type(await name(), ' too');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Another filter has this name/)).toBeTruthy();
    expect(await name()).toHaveProperty('value', 'Fresh too');
  });

  it('deletes one’s own at once, and undo makes it anew', async () => {
    const { desk, onDeleted } = edit();
    await userEvent.click(await screen.findByRole('button', { name: 'Delete filter' }));
    await waitFor(() => expect(onDeleted).toHaveBeenCalledTimes(1));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(desk.asked('POST /filters')[0]?.body).toMatchObject({ name: 'Fresh', conditions }));
  });
});

describe('the filters that others work with', () => {
  const urgent = aFilter({ id: 23, name: 'Urgent', visibility: { for: 'group', groupId: 1 } });
  const show = (item: string | null = null, answers: Answers = {}) => {
    const desk = deskWith({ 'GET /filters': { items: [shared, urgent] }, ...answers });
    const go = vi.fn();
    renderPart(desk, <FiltersPage item={item} query={{}} go={go} />);
    return { desk, go };
  };

  it('are told with what they find and who sees them, and open by a press', async () => {
    const { go } = show();
    const row = await screen.findByRole('row', { name: /Spare parts/ });
    expect(within(row).getByText('Routed')).toBeTruthy();
    expect(row.textContent).toContain('Everybody');
    expect((await screen.findByRole('row', { name: /Urgent/ })).textContent).toContain('The group Support');
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: /^Spare parts/ }));
    expect(go).toHaveBeenCalledWith({ item: '22' });
  });

  it('are switched off in their row; what the desk refuses is put back, loudly', async () => {
    const { desk } = show();
    await userEvent.click(await screen.findByRole('switch', { name: 'Spare parts is enabled' }));
    await waitFor(() => expect(desk.asked('PATCH /filters/22')[0]?.body).toEqual({ enabled: false }));

    desk.answer({ 'PATCH /filters/22': () => problem(403, 'permission.denied', 'You may not do that.') });
    await userEvent.click(screen.getByRole('switch', { name: 'Spare parts is enabled' }));
    expect(await screen.findByText('That was not changed.')).toBeTruthy();
  });

  it('name who loses a list before it is deleted', async () => {
    const { desk, go } = show('22');
    await userEvent.click(await screen.findByRole('button', { name: 'Delete filter' }));
    const question = await screen.findByRole('alertdialog', { name: 'Delete the filter Spare parts?' });
    expect(question.textContent).toContain('Everybody loses this list.');
    expect(question.textContent).toContain('Routing hands out its cases no longer.');
    await userEvent.click(within(question).getByRole('button', { name: 'Delete filter' }));
    await waitFor(() => expect(go).toHaveBeenCalledWith({}));
    expect(desk.asked('DELETE /filters/22')).toHaveLength(1);
  });

  it('say so when there is none', async () => {
    show(null, { 'GET /filters': { items: [] } });
    expect(await screen.findByText('No filter is shared yet.')).toBeTruthy();
  });

  it('say that one is gone', async () => {
    show('99');
    expect(await screen.findByText('There is no such filter.')).toBeTruthy();
  });

  it('that cannot be read offer another attempt', async () => {
    show(null, { 'GET /filters': () => problem(503, 'desk.unavailable') });
    expect(await screen.findByText('The filters could not be loaded.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
