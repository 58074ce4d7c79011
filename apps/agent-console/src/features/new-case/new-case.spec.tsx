import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, json, mia } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aCase } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { NewCasePage } from './new-case-page.tsx';

function aDeskWith(answers: Answers = {}) {
  return aDesk({
    'GET /mailboxes': { items: [] },
    'GET /search/customers': {
      items: [{ id: 3, name: 'Ana Ferreira', address: 'ana@cafe.example', company: null, nameMarks: [] }],
    },
    'POST /cases': () => json(aCase({ id: 1042 }), 201),
    ...answers,
  });
}

function show(desk = aDeskWith()) {
  const opened: number[] = [];
  renderPart(desk, <NewCasePage customerId={null} onOpened={(id) => opened.push(id)} onLeave={() => undefined} />);
  return { desk, opened };
}

it('writes to a customer first, and sends it', async () => {
  const { desk, opened } = show();
  await userEvent.type(await screen.findByRole('combobox', { name: /Customer/ }), 'Ferr');
  await userEvent.click(await screen.findByRole('option', { name: /Ana Ferreira/ }));
  await userEvent.type(screen.getByRole('textbox', { name: /Subject/ }), 'Your grinder is ready');
  await userEvent.type(screen.getByRole('textbox', { name: /Message/ }), 'It can be collected from Monday.');
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Send and open the case' }));
  await screen.findByText('#1042 is open, and the message is on its way.');
  expect(opened).toEqual([1042]);
  expect(desk.asked('POST /cases')[0]?.body).toEqual({
    subject: 'Your grinder is ready',
    text: 'It can be collected from Monday.',
    customerId: 3,
    assigneeId: null,
    priority: 4,
    direction: 'out',
    send: true,
    status: 'pending',
  });
});

it('makes a new customer of an address that nobody has', async () => {
  const { desk } = show(aDeskWith({ 'GET /search/customers': { items: [] } }));
  await userEvent.type(await screen.findByRole('combobox', { name: /Customer/ }), 'new@cafe.example');
  await userEvent.click(await screen.findByRole('option', { name: 'New customer: new@cafe.example' }));
  await userEvent.type(screen.getByRole('textbox', { name: /^Name/ }), 'Nuria');
  await userEvent.type(screen.getByRole('textbox', { name: /Subject/ }), 'Welcome');
  await userEvent.type(screen.getByRole('textbox', { name: /Message/ }), 'Hello.');
  await userEvent.click(screen.getByRole('button', { name: 'Send and open the case' }));
  await screen.findByText(/#1042 is open/);
  expect(desk.asked('POST /cases')[0]?.body).toMatchObject({
    customer: { address: 'new@cafe.example', name: 'Nuria' },
  });
});

it('names every field that is missing, and asks the desk nothing', async () => {
  const { desk } = show();
  await userEvent.click(await screen.findByRole('button', { name: 'Send and open the case' }));
  for (const sentence of ['Choose a customer, or write an e-mail address.', 'Write a subject.', 'Write the message.']) {
    expect(screen.queryByText(sentence)).not.toBeNull();
  }
  expect(desk.asked('POST /cases')).toEqual([]);
});

it('only writes down what a customer said for those who may not reply', async () => {
  const permissions = mia.permissions.filter((one) => one !== 'cases:reply');
  show(aDeskWith({ 'GET /session': { ...mia, permissions } }));
  expect(await screen.findByRole('button', { name: 'Open the case' })).not.toBeNull();
});
