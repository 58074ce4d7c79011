import type { Mailbox } from '@bureau/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { MailboxesPage } from './index.ts';

const mailbox: Mailbox = {
  ...{ id: 1, brand: { id: 1, name: 'Larkspur Coffee' }, address: 'support@larkspur.example', name: 'Larkspur' },
  ...{ imap: null, smtp: null, groupId: null, autoAcknowledge: false, survey: 'as-brand', surveyAfterHours: null },
  ...{ enabled: true, isDefault: true, state: 'ok', stateReason: '', sendingTrouble: '', imported: null },
  ...{ lastReceivedAt: null, changed: null },
};
const survey = {
  ...{ brand: mailbox.brand, enabled: true, ratingType: 'yes_no', words: { en: { question: 'Content?' } } },
  ...{ expiresAfterDays: 14, automatic: true, sendAfterHours: 24, notAgainDays: 14, updatedAt: null, changedBy: null },
};

const aDeskWith = (answers = {}) =>
  aDesk({
    'GET /session': {
      ...mia,
      permissions: [...mia.permissions, 'mailboxes:view', 'mailboxes:manage', 'feedback:manage'],
    },
    'GET /mailboxes': { items: [mailbox] },
    'GET /mailboxes/1/test': { test: null },
    'GET /groups': { items: [] },
    'GET /surveys': { items: [survey] },
    'PATCH /mailboxes/1': mailbox,
    ...answers,
  });

const open = (desk: ReturnType<typeof aDesk>) =>
  renderPart(desk, <MailboxesPage item="1" query={{}} go={() => undefined} />);

it('says whether its customers are asked after a resolution, and after how many hours', async () => {
  const desk = aDeskWith();
  open(desk);
  await userEvent.click(await screen.findByRole('button', { name: /Satisfaction survey/ }));
  await screen.findByRole('option', { name: /As the brand has it.*Larkspur Coffee asks after 24 hours/ });
  await userEvent.click(screen.getByRole('option', { name: /Send it after a resolution/ }));
  await userEvent.type(await screen.findByLabelText('Hours after the resolution'), '3');
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(desk.asked('PATCH /mailboxes/1')[0]?.body).toMatchObject({ survey: 'send', surveyAfterHours: 3 });
});

it('names hours that are none', async () => {
  open(aDeskWith({ 'GET /mailboxes': { items: [{ ...mailbox, survey: 'send' }] } }));
  await userEvent.type(await screen.findByLabelText('Hours after the resolution'), '800');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('At most 720 hours.')).toBeTruthy();
});

it('warns while the survey of the brand is off', async () => {
  open(aDeskWith({ 'GET /surveys': { items: [{ ...survey, enabled: false }] } }));
  expect(await screen.findByText(/The survey of Larkspur Coffee is switched off/)).toBeTruthy();
});
