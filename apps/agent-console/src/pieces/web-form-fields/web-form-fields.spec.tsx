import type { CustomField } from '@bureau/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { WebFormFields } from './index.ts';

const at = '2026-11-03T10:02:00.000+00:00';
const model: CustomField = {
  ...{ id: 7, owner: 'case', key: 'model', label: 'Model', type: 'text', choices: [], active: true },
  ...{ position: 1, createdAt: at, updatedAt: at },
};

it('says for each field of cases whether the form asks for it, and saves a choice at once', async () => {
  const desk = aDesk({
    'GET /session': mia,
    'GET /brands/2/web-form': { fields: [] },
    'GET /custom-fields': { items: [model, { ...model, id: 8, label: 'Old', active: false }] },
    'PUT /brands/2/web-form': { fields: [{ customFieldId: 7, label: 'Model', required: true }] },
  });
  renderPart(desk, <WebFormFields brandId={2} mayChange />);
  const choice = await screen.findByRole('button', { name: /Not asked.*Model|Model.*Not asked/ });
  expect(screen.queryByText('Old')).toBeNull();
  await expectAccessible();
  await userEvent.click(choice);
  await userEvent.click(await screen.findByRole('option', { name: 'Must be filled' }));
  expect(await screen.findByRole('button', { name: /Must be filled/ })).toBeTruthy();
  expect(desk.asked('PUT /brands/2/web-form')).toHaveLength(1);
});
