import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { LabelsPage } from './index.ts';

const at = '2026-11-03T10:02:00.000+00:00';
const aLabel = (id: number, name: string, more: object = {}) => ({
  ...{
    id,
    name,
    color: 'blue',
    description: '',
    types: ['case'],
    enabled: true,
    position: id,
    createdAt: at,
    updatedAt: at,
  },
  ...more,
});
const labels = [aLabel(1, 'Refund'), aLabel(2, 'Warranty', { description: 'Ours to mend.', enabled: false })];

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'labels:manage'] },
    'GET /labels': { items: labels },
    'GET /labels/uses': {
      items: [
        { labelId: 1, count: 1000, more: true },
        { labelId: 2, count: 3, more: false },
      ],
    },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null) {
  const went: unknown[] = [];
  renderPart(desk, <LabelsPage item={item} query={{}} go={(to) => void went.push(to)} />);
  return went;
}

it('lists labels with their state and how many cases carry them', async () => {
  const went = render(aDeskOfAda());
  const row = await screen.findByRole('row', { name: /Warranty/ });
  expect(row.textContent).toContain('Not offered');
  await screen.findByText('1,000+');
  await expectAccessible();
  await userEvent.click(within(row).getByRole('button', { name: /^Warranty/ }));
  expect(went).toEqual([{ item: '2' }]);
});

it('takes a label to another place at once, and back when the desk refuses', async () => {
  const desk = aDeskOfAda({ 'PUT /labels/order': () => problem(503, 'desk.unavailable') });
  render(desk);
  const row = await screen.findByRole('row', { name: /Refund/ });
  const names = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent?.slice(0, 6));
  await userEvent.click(within(row).getByRole('button', { name: /down/i }));
  await screen.findByText('The order could not be saved; it is as it was.');
  expect(desk.asked('PUT /labels/order')[0]?.body).toEqual({ ids: [2, 1] });
  expect(names()).toEqual(['Refund', 'Warran']);
});

it('is named with a fault beside the field', async () => {
  const desk = aDeskOfAda();
  render(desk, 'new');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'x');
  await userEvent.click(screen.getByRole('button', { name: 'Add label' }));
  await screen.findByText('Write at least 2 characters.');
  expect(desk.asked('POST /labels')).toEqual([]);
  await expectAccessible();
});

it('says what hangs on a label before it is deleted', async () => {
  const links = {
    items: [
      { noun: 'case', count: 3, examples: [{ id: 7, name: 'The grinder is stuck' }] },
      { noun: 'filter', count: 1, examples: [{ id: 4, name: 'Under warranty' }] },
    ],
  };
  const desk = aDeskOfAda({
    'GET /links/label/2': links,
    'DELETE /labels/2': () => new Response(null, { status: 204 }),
  });
  const went = render(desk, '2');
  await userEvent.click(await screen.findByRole('button', { name: 'Delete label' }));
  const dialog = await screen.findByRole('alertdialog', { name: /Warranty/ });
  await within(dialog).findByText('Its mark on 3 cases; the history keeps it');
  expect(within(dialog).getByRole('link', { name: 'Under warranty' })).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete label' }));
  await waitFor(() => expect(desk.asked('DELETE /labels/2')).toHaveLength(1));
  expect(went).toEqual([{}]);
});

it('is merged into another one, once it is clear what goes over', async () => {
  const links = {
    items: [
      { noun: 'case', count: 3, examples: [{ id: 7, name: 'The grinder is stuck' }] },
      { noun: 'filter', count: 1, examples: [{ id: 4, name: 'Under warranty' }] },
    ],
  };
  const desk = aDeskOfAda({ 'GET /links/label/2': links, 'POST /labels/2/merge': labels[0] });
  const went = render(desk, '2');
  await userEvent.click(await screen.findByRole('button', { name: 'Merge into…' }));
  const dialog = await screen.findByRole('alertdialog', { name: /Merge the label “Warranty”/ });
  const merge = within(dialog).getByRole('button', { name: 'Merge labels' });
  expect(merge).toHaveProperty('disabled', true);
  await userEvent.type(within(dialog).getByRole('combobox'), 'Ref');
  await userEvent.click(await screen.findByRole('option', { name: 'Refund' }));
  await screen.findByText('3 cases get “Refund” instead, and 1 filter asks for it.');
  await userEvent.click(merge);
  await waitFor(() => expect(desk.asked('POST /labels/2/merge')[0]?.body).toEqual({ intoId: 1 }));
  await waitFor(() => expect(went).toEqual([{ item: '1' }]));
});

it('says that the labels could not be loaded, and tries again', async () => {
  const desk = aDeskOfAda({ 'GET /labels': () => problem(503, 'desk.unavailable') });
  render(desk);
  await screen.findByText('The labels could not be loaded.');
  desk.answer({ 'GET /labels': { items: labels } });
  await userEvent.click(screen.getByRole('button', { name: /try again/i }));
  await screen.findByRole('row', { name: /Refund/ });
});
