import type { Survey } from '@bureau/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { SurveysPage } from './index.ts';

const survey: Survey = {
  brand: { id: 1, name: 'Larkspur Coffee' },
  enabled: true,
  ratingType: 'four_star',
  words: { en: { question: 'How did we do?', additionalQuestion: 'Why?' } },
  ...{ expiresAfterDays: 14, automatic: true, sendAfterHours: 24, notAgainDays: 14 },
  ...{ updatedAt: null, changedBy: null },
};

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'feedback:manage'] },
    'GET /surveys': { items: [survey] },
    'GET /brands/1/survey': survey,
    'GET /site': {
      ...{ companyName: 'Larkspur', timeZone: 'UTC', languages: ['en', 'de'], defaultLanguage: 'en' },
      updatedAt: '2026-11-03T10:02:00.000+00:00',
    },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null) {
  const went: unknown[] = [];
  renderPart(desk, <SurveysPage item={item} query={{}} go={(to) => void went.push(to)} />);
  return went;
}

it('lists what every brand asks, and opens one', async () => {
  const went = render(aDeskOfAda());
  const row = await screen.findByRole('row', {
    name: /Larkspur Coffee.*On.*How did we do\?.*Asks by mail after 24 hours/,
  });
  expect(row).toBeTruthy();
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: /^Larkspur Coffee/ }));
  expect(went).toEqual([{ item: '1' }]);
});

it('shows the mail and the page while they are written, and saves both languages', async () => {
  const desk = aDeskOfAda({ 'PUT /brands/1/survey': survey });
  render(desk, '1');
  const question = await screen.findByLabelText('Question');
  await userEvent.clear(question);
  await userEvent.type(question, 'Are you content?');
  expect(screen.getAllByText('Are you content?')).toHaveLength(2);

  await userEvent.click(await screen.findByRole('button', { name: 'Add a language' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'German' }));
  await userEvent.type(screen.getByLabelText('Question'), 'Zufrieden?');
  expect(screen.getAllByText('Sehr gut')).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(desk.asked('PUT /brands/1/survey')[0]?.body).toMatchObject({
    words: { en: { question: 'Are you content?' }, de: { question: 'Zufrieden?' } },
  });
});

it('says beside the field what is wrong', async () => {
  render(aDeskOfAda(), '1');
  await userEvent.clear(await screen.findByLabelText('Days in which an answer is taken'));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Give a whole number of days.')).toBeTruthy();
});

it('says what is safe when the surveys cannot be read', async () => {
  render(aDeskOfAda({ 'GET /surveys': problem(500, 'desk.failure') }));
  expect(await screen.findByText(/Customers are asked as before/)).toBeTruthy();
});
