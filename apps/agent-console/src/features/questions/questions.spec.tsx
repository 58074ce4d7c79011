import type { Question, WaitingPost } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { aCase } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseQuestion, QuestionsPage } from './index.ts';

const at = '2026-11-03T10:02:00.000+00:00';
const brand = { id: 1, name: 'Larkspur Coffee' };
const post: WaitingPost = {
  ...{
    kind: 'question',
    id: 5,
    questionId: 5,
    brand,
    caseId: 1042,
    subject: 'How fine?',
    text: '<b>For a moka pot</b>',
  },
  ...{ authorName: 'Ana', isKnown: false, createdAt: at },
};
const question: Question = {
  ...{ id: 5, brand, topic: { id: 2, name: 'Brewing' }, case: { id: 1042, status: 'open' }, subject: 'How fine?' },
  ...{
    text: 'For a moka pot',
    authorName: 'Ana',
    isKnown: false,
    state: 'waiting',
    bestAnswerId: null,
    closedAt: null,
  },
  createdAt: at,
  answers: [
    {
      id: 8,
      text: 'As table salt',
      authorName: 'Ben',
      byAgent: false,
      isKnown: true,
      state: 'published',
      up: 2,
      down: 1,
      createdAt: at,
    },
  ],
};
const moderator = { ...mia, permissions: [...mia.permissions, 'questions:moderate'] };
const settings = { items: [{ brand, moderation: 'guests' }] };

it('shows what waits as words, and publishes it with one press', async () => {
  const desk = aDesk({
    'GET /session': moderator,
    'GET /question-posts': { items: [post], next: null },
    'GET /question-settings': settings,
    'POST /questions/5/judge': { ...question, state: 'published' },
  });
  renderPart(desk, <QuestionsPage />);
  expect(await screen.findByText('<b>For a moka pot</b>')).toBeTruthy();
  expect(screen.getByText(/Ana · guest · Larkspur Coffee/)).toBeTruthy();
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  expect(desk.asked('POST /questions/5/judge')[0]?.body).toEqual({ state: 'published' });
});

it('lets each brand say whose posts wait', async () => {
  const desk = aDesk({
    'GET /session': moderator,
    'GET /question-posts': { items: [], next: null },
    'GET /question-settings': settings,
    'PUT /brands/1/question-settings': () => new Response(null, { status: 204 }),
  });
  renderPart(desk, <QuestionsPage />);
  expect(await screen.findByText('Everything that was posted has been read.')).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: /Larkspur Coffee/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Everybody’s' }));
  expect(desk.asked('PUT /brands/1/question-settings')[0]?.body).toEqual({ moderation: 'everybody' });
});

it('answers in public from the case, and keeps the words when that is refused', async () => {
  const desk = aDesk({
    'GET /session': moderator,
    'GET /cases/1042/question': { question },
    'POST /questions/5/answers': () => problem(409, 'case.moved-on'),
    'POST /questions/5/best-answer': { ...question, bestAnswerId: 8 },
  });
  renderPart(desk, <CaseQuestion supportCase={aCase({ id: 1042, channel: 'qna', sequence: 7 })} />);
  const pane = await screen.findByRole('region', { name: 'Public question' });
  expect(within(pane).getByText('Waits to be read')).toBeTruthy();
  expect(within(pane).getByText('2 found it helpful, 1 did not')).toBeTruthy();
  await expectAccessible();
  await userEvent.type(within(pane).getByLabelText('Answer in public'), 'Setting 12');
  await userEvent.click(within(pane).getByRole('button', { name: 'Post publicly' }));
  expect(desk.asked('POST /questions/5/answers')[0]?.body).toEqual({ text: 'Setting 12', sequence: 7 });
  expect(within(pane).getByDisplayValue('Setting 12')).toBeTruthy();
  await userEvent.click(within(pane).getByRole('button', { name: 'Mark as best' }));
  expect(desk.asked('POST /questions/5/best-answer')[0]?.body).toEqual({ answerId: 8 });
});
