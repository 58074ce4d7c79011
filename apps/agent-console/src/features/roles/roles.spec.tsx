import { rolesApi } from '@bureau/contracts';
import type { Role } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { RolesPage } from './index.ts';

const aRole = (given: Partial<Role>): Role => ({
  id: 1,
  key: null,
  name: 'Agent',
  description: '',
  everything: false,
  permissions: ['cases:view'],
  caseScope: 'all',
  ownBrandsOnly: false,
  twoFactorRequired: false,
  userCount: 3,
  updatedAt: '2026-11-03T10:02:00.000+00:00',
  ...given,
});
const agent = aRole({});
const administrator = aRole({
  id: 10,
  name: 'Administrator',
  everything: true,
  permissions: ['cases:view'],
  userCount: 1,
});
const items = [agent, administrator];

function draw(answers: Answers = {}) {
  const desk = aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, rolesApi.change.shape.allow] },
    'GET /roles': { items },
    'GET /roles/1': () => new Response(JSON.stringify(agent), { headers: { etag: '"7"' } }),
    'PATCH /roles/1': agent,
    ...answers,
  });
  renderPart(desk, <RolesPage item={null} query={{}} go={() => undefined} />);
  return desk;
}

const cell = (name: string) => screen.findByRole('checkbox', { name });

async function allowReplies() {
  await userEvent.click(await cell('Reply to customers, Agent'));
  await userEvent.click(screen.getByRole('button', { name: 'Review and save' }));
  return screen.findByRole('dialog', { name: 'What will change' });
}

it('marks what was changed, says what it means for how many people, and saves the role as it was read', async () => {
  const desk = draw();
  const dialog = await allowReplies();
  expect(screen.getByText('1 change in 1 role, for 3 users')).toBeDefined();
  expect(within(dialog).getByText('May from now on: Reply to customers')).toBeDefined();

  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  const [sent] = desk.asked('PATCH /roles/1');
  expect(sent?.body).toEqual({ permissions: ['cases:view', 'cases:reply'] });
  expect(sent?.headers.get('if-match')).toBe('"7"');
});

it('goes from tick to tick with the arrows, and ticks with Space', async () => {
  draw();
  (await cell('See cases, Agent')).focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(await cell('Open cases, Agent'));
  await userEvent.keyboard(' ');
  expect(await cell('Open cases, Agent, changed')).toHaveProperty('checked', true);
  await userEvent.keyboard('{ArrowRight}{End}{Home}{ArrowUp}');
  expect(document.activeElement).toBe(await cell('See cases, Agent'));
});

it('leaves a role that may do everything as it is', async () => {
  draw();
  const fixed = await cell('See cases, Administrator');
  await userEvent.click(fixed);
  expect(fixed).toHaveProperty('checked', true);
  expect(screen.queryByRole('button', { name: 'Review and save' })).toBeNull();
});

it('names what one lacks oneself when the desk refuses a grant, and keeps the change', async () => {
  draw({ 'PATCH /roles/1': () => problem(403, 'rights.exceeded', 'No.', { excess: ['cases:reply'] }) });
  const dialog = await allowReplies();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(
    await within(dialog).findByText('You cannot give or take what you do not have yourself: Reply to customers.'),
  ).toBeDefined();
  expect(within(dialog).getByText('May from now on: Reply to customers')).toBeDefined();
});

it('does not overwrite what somebody else changed meanwhile', async () => {
  const theirs = { ...agent, updatedAt: '2026-11-03T10:09:00.000+00:00' };
  const desk = draw({ 'GET /roles/1': () => json(theirs) });
  const dialog = await allowReplies();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(dialog).findByText(/Somebody changed this role meanwhile/)).toBeDefined();
  expect(desk.asked('PATCH /roles/1')).toEqual([]);
});

it('can be used with a screen reader', async () => {
  draw();
  await cell('See cases, Agent');
  await expectAccessible();
});
