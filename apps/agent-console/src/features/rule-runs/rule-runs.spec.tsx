import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { WhyDialog } from './why-dialog.tsx';

const at = '2026-11-03T10:02:00.000+00:00';

const asked = (description: string, holds: boolean, seen: string[]) => ({
  condition: { field: 'case.subject', operator: 'contains', value: 'refund' },
  description,
  seen,
  withheld: null,
  holds,
});

const aConsidered = (ruleId: number, name: string, more: object = {}) => ({
  ruleId,
  name,
  version: 3,
  outcome: 'not-met',
  trace: { match: 'all', holds: false, parts: [asked('Subject contains «refund»', false, ['The valve drips'])] },
  effects: [],
  error: null,
  ...more,
});

const applied = aConsidered(1, 'Refunds first', {
  outcome: 'applied',
  trace: {
    match: 'all',
    holds: true,
    parts: [
      asked('Subject contains «refund»', true, ['Refund please']),
      { match: 'any', holds: true, parts: [asked('Company is Acme', false, [])] },
    ],
  },
  effects: [
    {
      index: 0,
      type: 'set-priority',
      description: 'Set priority to 8',
      outcome: 'done',
      reason: null,
      changes: [{ field: 'priority', from: 4, to: 8 }],
      message: null,
    },
  ],
});

const run = {
  id: 1,
  type: 'inbound-interaction',
  at,
  actor: { kind: 'customer', id: 3, name: 'Ana Ferreira' },
  sequence: 4,
  skipped: null,
  rules: [applied, aConsidered(2, 'VIP'), aConsidered(3, 'After hours', { outcome: 'stopped', trace: null })],
};

const skipped = {
  ...run,
  id: 2,
  actor: { kind: 'application', id: 4, name: 'Importer' },
  type: 'case-updated',
  skipped: 'suppressed',
  rules: [],
};

const desk = (items: object[] = [skipped, run]) => aDesk({ 'GET /cases/1042/rule-runs': { items, next: null } });

const dialog = () => <WhyDialog caseId={1042} onClose={() => undefined} />;

it('tells what happened and what each rule made of it, those that were not met folded away', async () => {
  renderPart(desk(), dialog());
  await screen.findByText('A message came in');
  screen.getByText(/by Ana Ferreira/);
  screen.getByText('No rule was considered: whoever wrote this asked for none.');
  expect(screen.queryByRole('button', { name: /^VIP/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'One rule was not met' }));
  screen.getByRole('button', { name: /^VIP\s*Not met/ });
  await expectAccessible();
});

it('opens to the conditions as they were asked, with what was seen, and what was done', async () => {
  renderPart(desk(), dialog());
  await userEvent.click(await screen.findByRole('button', { name: /^Refunds first\s*Applied/ }));
  const conditions = screen.getByRole('region', { name: 'Conditions' });
  expect(conditions.textContent).toContain('Holds: Subject contains «refund»Seen: Refund please');
  expect(conditions.textContent).toContain('Does not hold: Company is AcmeSeen: nothing');
  const effects = screen.getByRole('region', { name: 'What it did' });
  expect(effects.textContent).toContain('Done: Set priority to 8');
  screen.getByText('Version 3');
  await expectAccessible();
});

it('answers why a rule did not do anything, when one looks for it by name', async () => {
  renderPart(desk(), dialog());
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Find a rule' }), 'vip');
  const rule = screen.getByRole('button', { name: /^VIP\s*Not met/ });
  expect(screen.queryByRole('button', { name: /^Refunds first/ })).toBeNull();
  await userEvent.click(rule);
  within(screen.getByRole('region', { name: 'Conditions' })).getByText('Seen: The valve drips');
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find a rule' }), 'x');
  await screen.findByText('No rule called “vipx” was considered here.');
});

it('says until when a rule rests that came back to the case too often', async () => {
  const resting = { outcome: 'resting', restsUntil: '2026-11-03T11:02:00.000+00:00' };
  renderPart(desk([{ ...run, rules: [aConsidered(4, 'Answer everything', resting)] }]), dialog());
  await userEvent.click(await screen.findByRole('button', { name: /^Answer everything\s*Rests here/ }));
  screen.getByText(/It rests on this case until .*2026/);
  await expectAccessible();
});

it('says that no rule has looked yet, and that something failed', async () => {
  const empty = desk([]);
  renderPart(empty, dialog());
  await screen.findByText('No rule has looked at this case yet.');
});

it('says what is safe when the answer does not come', async () => {
  renderPart(aDesk({ 'GET /cases/1042/rule-runs': () => problem(503, 'desk.unavailable') }), dialog());
  await screen.findByText('What rules did could not be loaded.');
});
