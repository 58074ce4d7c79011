import { casesApi } from '@bureau/contracts';
import type { Case, CustomField } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aDesk, json, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aCase } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseFields } from './case-fields.tsx';

const at = '2026-11-03T10:02:00.000+00:00';
const aField = (given: Partial<CustomField> & Pick<CustomField, 'key' | 'label' | 'type'>): CustomField => ({
  id: given.key.length,
  owner: 'case',
  choices: [],
  active: true,
  position: 1,
  createdAt: at,
  updatedAt: at,
  ...given,
});
const fields = [
  aField({ key: 'order', label: 'Order number', type: 'text' }),
  aField({ key: 'refund', label: 'Refund', type: 'integer' }),
  aField({
    key: 'topic',
    label: 'Topic',
    type: 'list',
    choices: ['Product::Fault', 'Product::Advice', 'Order::Return'],
  }),
  aField({ key: 'warranty', label: 'Under warranty', type: 'boolean' }),
  aField({ key: 'old', label: 'Old system', type: 'text', active: false }),
];

function Loaded() {
  const supportCase = useRoute(casesApi.get, { params: { caseId: 1042 } }).data;
  if (!supportCase) return null;
  return (
    <>
      <CaseFields supportCase={supportCase} />
      <CaseFacts supportCase={supportCase} hrefOf={String} />
    </>
  );
}

async function show(given: Partial<Case> = {}, answers: Answers = {}) {
  const supportCase = aCase({ id: 1042, status: 'open', ...given });
  const desk = aDesk({
    'GET /cases/1042': supportCase,
    'PATCH /cases/1042': () => json(supportCase),
    'GET /custom-fields': { items: fields },
    ...answers,
  });
  renderPart(desk, <Loaded />);
  await screen.findByText('Order number');
  return { desk, changes: () => desk.asked('PATCH /cases/1042').map(({ body }) => body) };
}

describe('the fields of a case', () => {
  it('text is saved by Enter, and by leaving', async () => {
    const { changes } = await show({ customFields: { order: 'LC-1' } });
    const order = screen.getByRole('textbox', { name: 'Order number' });
    await userEvent.clear(order);
    await userEvent.type(order, 'LC-2{Enter}');
    await userEvent.type(screen.getByRole('textbox', { name: 'Refund' }), '178');
    await userEvent.tab();
    await waitFor(() =>
      expect(changes()).toEqual([{ customFields: { order: 'LC-2' } }, { customFields: { refund: 178 } }]),
    );
    await expectAccessible();
  });

  it('Esc brings back what was there', async () => {
    const { changes } = await show({ customFields: { order: 'LC-1' } });
    const order = screen.getByRole<HTMLInputElement>('textbox', { name: 'Order number' });
    await userEvent.type(order, '999{Escape}');
    expect(order.value).toBe('LC-1');
    await userEvent.tab();
    expect(changes()).toEqual([]);
  });

  it('what is no number is said beside the field and kept as typed', async () => {
    const { changes } = await show();
    const refund = screen.getByRole<HTMLInputElement>('textbox', { name: 'Refund' });
    await userEvent.type(refund, 'much{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('whole number');
    expect(refund.value).toBe('much');
    expect(changes()).toEqual([]);
  });

  it('what the desk refuses is said beside the field too', async () => {
    const errors = [{ path: 'customFields.order', message: 'At most 20 characters.' }];
    const refused = () => problem(422, 'request.invalid', 'Some fields are wrong.', { errors });
    await show({}, { 'PATCH /cases/1042': refused });
    await userEvent.type(screen.getByRole('textbox', { name: 'Order number' }), 'far too long{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('At most 20 characters.');
    expect(screen.queryByText('Not changed.')).toBeNull();
  });

  it('a nested choice is found by typing and stands under its branch', async () => {
    const { changes } = await show();
    await userEvent.click(screen.getByRole('button', { name: /Topic/ }));
    expect(await screen.findByText('Fault')).toBeTruthy();
    await userEvent.keyboard('return{Enter}');
    await waitFor(() => expect(changes()).toEqual([{ customFields: { topic: 'Order::Return' } }]));
  });

  it('yes, no, and nothing are three answers', async () => {
    const { changes } = await show({ customFields: { warranty: true } });
    await userEvent.click(screen.getByRole('button', { name: /Under warranty.*Yes/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Nothing' }));
    await waitFor(() => expect(changes()).toEqual([{ customFields: { warranty: null } }]));
  });

  it('one out of use is read only, and not shown without a value', async () => {
    await show({ customFields: { old: 'A-7' } });
    expect(screen.getByText('A-7')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Old system' })).toBeNull();
  });

  it('of a closed case are all read only', async () => {
    await show({ status: 'closed', customFields: { order: 'LC-1' } });
    expect(await screen.findByText('LC-1')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

it('the facts say that nobody has answered yet', async () => {
  await show();
  expect(screen.getByText('none yet')).toBeTruthy();
});
