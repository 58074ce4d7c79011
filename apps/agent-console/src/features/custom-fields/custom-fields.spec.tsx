import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CustomFieldsPage } from './index.ts';

const at = '2026-11-03T10:02:00.000+00:00';
const aField = (id: number, label: string, more: object = {}) => ({
  ...{ id, owner: 'case', key: label.toLowerCase(), label, type: 'text', choices: [], active: true },
  ...{ position: id, createdAt: at, updatedAt: at, ...more },
});
const topic = aField(1, 'Topic', { type: 'list', choices: ['Order::Late', 'Product'] });

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'custom-fields:manage'] },
    'GET /custom-fields': {
      items: [topic, aField(2, 'Serial', { active: false }), aField(3, 'Tier', { owner: 'company' })],
    },
    'GET /links/custom-field/1': { items: [] },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null, query: Record<string, string> = {}) {
  const went: unknown[] = [];
  renderPart(desk, <CustomFieldsPage item={item} query={query} go={(to) => void went.push(to)} />);
  return went;
}

it('lists the fields of cases, customers and companies apart', async () => {
  const went = render(aDeskOfAda());
  const row = await screen.findByRole('row', { name: /Topic/ });
  expect(row.textContent).toContain('List of 2 choices');
  expect(screen.getByRole('row', { name: /Serial/ }).textContent).toContain('Out of use');
  expect(screen.queryByText('Tier')).toBeNull();
  await expectAccessible();
  await userEvent.click(screen.getByRole('tab', { name: /Companies/ }));
  expect(went).toEqual([{ query: { owner: 'company' }, replace: true }]);
});

it('offers several pasted lines as several choices, and each a place by keyboard', async () => {
  const desk = aDeskOfAda({ 'POST /custom-fields': topic });
  const went = render(desk, 'new');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Label' }), 'Topic');
  await userEvent.click(screen.getByRole('button', { name: /Type/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'List' }));
  await userEvent.click(screen.getByRole('textbox', { name: 'Choice 1' }));
  await userEvent.paste('Late\nWrong item\n\nOther');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Choice 3' })));
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await userEvent.click(screen.getByRole('button', { name: 'Add field' }));
  await waitFor(() => expect(went).toEqual([{ query: { owner: 'case' } }]));
  expect(desk.asked('POST /custom-fields')[0]?.body).toEqual({
    owner: 'case',
    label: 'Topic',
    type: 'list',
    choices: ['Late', 'Other', 'Wrong item'],
  });
});

it('says on how many a choice stays that is taken away', async () => {
  const desk = aDeskOfAda({ 'GET /custom-fields/1/uses': { count: 14 }, 'PATCH /custom-fields/1': topic });
  render(desk, '1');
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Order::Late' }));
  await screen.findByText('“Order::Late” stays on 14 records; it is offered no more.');
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(desk.asked('PATCH /custom-fields/1')[0]?.body).toEqual({
      label: 'Topic',
      active: true,
      choices: ['Product'],
    }),
  );
});

it('shows the field as agents will see it', async () => {
  render(aDeskOfAda(), '1');
  const preview = await screen.findByRole('region', { name: 'As agents will see it' });
  await userEvent.click(within(preview).getByRole('button', { name: /Topic/ }));
  await screen.findByRole('option', { name: 'Order › Late' });
});
