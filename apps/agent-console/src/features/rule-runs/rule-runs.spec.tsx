import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { WhyDialog } from './why-dialog.tsx';

const at = '2026-11-03T10:02:00.000+00:00';

const subject = { field: 'case.subject', operator: 'contains', value: 'refund' };

const asked = (condition: object, holds: boolean, values: object[]) => ({
  ...{ condition, holds, values },
  description: 'As the desk says it to programs',
  seen: ['As the desk says it to programs'],
  withheld: null,
});

const aConsidered = (ruleId: number, name: string, more: object = {}) => ({
  ruleId,
  name,
  version: 3,
  outcome: 'not-met',
  trace: { match: 'all', holds: false, parts: [asked(subject, false, [{ value: 'The valve drips' }])] },
  gone: false,
  actions: [{ type: 'set-user', userId: 77 }],
  effects: [],
  error: null,
  trouble: null,
  restsUntil: null,
  names: [],
  ...more,
});

const applied = aConsidered(1, 'Refunds first', {
  outcome: 'applied',
  trace: {
    match: 'all',
    holds: true,
    parts: [
      asked(subject, true, [{ value: 'Refund please' }]),
      { match: 'any', holds: true, parts: [asked({ field: 'company.id', operator: 'is', value: 9 }, false, [])] },
    ],
  },
  names: [
    { to: 'company', id: 9, name: 'Acme' },
    { to: 'user', id: 77, name: 'Tomi Adeyemi' },
  ],
  effects: [
    {
      index: 0,
      type: 'set-user',
      description: 'As the desk says it to programs',
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
  considered: 3,
  notMet: 1,
  rules: [applied, aConsidered(2, 'VIP'), aConsidered(3, 'After hours', { outcome: 'stopped', trace: null })],
};

const skipped = {
  ...run,
  id: 2,
  actor: { kind: 'application', id: 4, name: 'Importer' },
  type: 'case-updated',
  skipped: 'suppressed',
  considered: 0,
  notMet: 0,
  rules: [],
};

const desk = (items: object[] = [skipped, run]) => aDesk({ 'GET /cases/1042/rule-runs': { items, next: null } });

const dialog = (asked: { ruleId: number; sequence: number } | null = null) => (
  <WhyDialog caseId={1042} asked={asked} onAskAll={() => undefined} onClose={() => undefined} />
);

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
  expect(conditions.textContent).toContain('Holds: Subject contains «refund»Seen: «Refund please»');
  expect(conditions.textContent).toContain('Does not hold: Company is AcmeSeen: nothing');
  const effects = screen.getByRole('region', { name: 'What it did' });
  expect(effects.textContent).toContain('Done: Assign to Tomi Adeyemi');
  screen.getByText('Version 3');
  await expectAccessible();
});

it('answers why a rule did not do anything, when one looks for it by name', async () => {
  renderPart(desk(), dialog());
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Find a rule' }), 'vip');
  const rule = screen.getByRole('button', { name: /^VIP\s*Not met/ });
  expect(screen.queryByRole('button', { name: /^Refunds first/ })).toBeNull();
  await userEvent.click(rule);
  within(screen.getByRole('region', { name: 'Conditions' })).getByText('Seen: «The valve drips»');
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

it('tells of a thousand rules those that matter, and of all others when one wants to see them', async () => {
  const many = { ...run, considered: 1000, notMet: 998, rules: [applied, aConsidered(2, 'VIP')] };
  const all = { ...many, rules: [applied, aConsidered(2, 'VIP'), aConsidered(700, 'Voucher 700')] };
  const told = (query: URLSearchParams) => {
    if (query.has('runId')) return all;
    return query.has('named') ? { ...many, rules: all.rules.slice(2) } : many;
  };
  const cut = aDesk({ 'GET /cases/1042/rule-runs': ({ query }) => ({ items: [told(query)], next: null }) });
  renderPart(cut, dialog());
  await userEvent.click(await screen.findByRole('button', { name: '998 rules were not met' }));
  await screen.findByRole('button', { name: /^Voucher 700\s*Not met/ });
  await userEvent.click(screen.getByRole('button', { name: '998 rules were not met' }));
  expect(screen.queryByRole('button', { name: /^Voucher 700/ })).toBeNull();

  await userEvent.type(screen.getByRole('searchbox', { name: 'Find a rule' }), 'voucher');
  await screen.findByRole('button', { name: /^Voucher 700\s*Not met/ });
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

it('opens at the rule that was asked about, with the way to its version and to everything else', async () => {
  const seen = desk([run]);
  renderPart(seen, dialog({ ruleId: 1, sequence: 5 }));
  const rule = await screen.findByRole('button', { name: /^Refunds first\s*Applied/, expanded: true });
  expect(seen.asked('GET /cases/1042/rule-runs')[0]?.query.toString()).toBe('ruleId=1&sequence=5');
  expect(rule).toBeTruthy();
  screen.getByRole('button', { name: 'Everything that happened' });
  // Mia may not see rules: she is told which version ran, and led nowhere.
  screen.getByText('Version 3');
  expect(screen.queryByRole('link', { name: 'Open the rule' })).toBeNull();
  await expectAccessible();
});

it('leads whoever may see rules to the version that ran, and from there back', async () => {
  const admin = aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'rules:manage'] },
    'GET /cases/1042/rule-runs': { items: [run], next: null },
  });
  renderPart(admin, dialog({ ruleId: 1, sequence: 5 }));
  const way = await screen.findByRole('link', { name: 'Open the rule' });
  expect(way.getAttribute('href')).toBe('/admin/rules/1?panel=versions&version=3&case=1042&place=5');
});

it('says that what led to it is forgotten', async () => {
  renderPart(desk([]), dialog({ ruleId: 1, sequence: 5 }));
  await screen.findByText(/explanations are kept for 30 days/);
  screen.getByRole('button', { name: 'Everything that happened' });
});

it('says what went wrong, and that a rule is gone', async () => {
  const refused = { index: 0, type: 'set-user', description: '', reason: 'A colleague has the case.' };
  const rules = [
    aConsidered(1, 'Broken', { outcome: 'failed', trouble: { kind: 'refused', refusals: [refused] }, error: 'x' }),
    aConsidered(3, 'Old', { outcome: 'failed', error: 'As it was said before facts were kept.', gone: true }),
  ];
  renderPart(desk([{ ...run, rules }]), dialog());
  await userEvent.click(await screen.findByRole('button', { name: /^Broken\s*Failed/ }));
  screen.getByText('Assign to a deleted user (77): A colleague has the case.');
  await userEvent.click(screen.getByRole('button', { name: /^Old/ }));
  screen.getByText('As it was said before facts were kept.');
  screen.getByText(/The rule has been deleted since\./);
});
