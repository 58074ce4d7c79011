import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aDesk, problem, type Answers } from '../../testing/a-desk.ts';
import { aCase } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CustomerPane } from './customer-pane.tsx';

const supportCase = aCase({ customer: { id: 3, name: 'Ana Sousa', address: 'ana@customer.example' } });

const show = (answers: Answers) =>
  renderPart(aDesk(answers), <CustomerPane supportCase={supportCase} feed={[]} hrefOf={(id) => `/cases/${id}`} />);

describe('who asks', () => {
  it('is named while the rest is on its way', async () => {
    show({ 'GET /customers/3': () => new Promise(() => {}) });
    await screen.findByRole('heading', { name: 'Ana Sousa', level: 2 });
    expect(screen.getByRole('link', { name: 'Ana Sousa' }).getAttribute('href')).toBe('/customers/3');
    await expectAccessible();
  });

  it('is named when the rest could not be loaded', async () => {
    show({ 'GET /customers/3': () => problem(503, 'desk.unavailable') });
    await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('heading', { name: 'Ana Sousa', level: 2 })).toBeTruthy();
    await expectAccessible();
  });
});
