import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { aCaseSummary } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { RulesPage } from './index.ts';

const at = '2026-11-03T10:02:00.000+00:00';

const aRule = (id: number, name: string, more: object = {}) => ({
  id,
  name,
  description: '',
  type: 'inbound-interaction',
  brandId: null,
  conditions: { match: 'all', conditions: [{ field: 'case.status', operator: 'is', value: ['new'] }] },
  actions: [{ type: 'set-priority', priority: 8 }],
  stopProcessing: false,
  enabled: true,
  position: id,
  version: 2,
  sentence: 'When a message comes in: if Status is New, then set priority to 8.',
  disabledReason: null,
  disabledBecause: null,
  statistics: { considered: 40, applied: 12, failed: 0, lastAppliedAt: at },
  updatedAt: at,
  updatedBy: { id: 6, name: 'Mia Lindqvist' },
  ...more,
});

const rules = [
  aRule(1, 'Refunds first'),
  aRule(2, 'VIP'),
  aRule(3, 'Close', {
    type: 'time',
    enabled: false,
    disabledReason: 'It was applied to case 12 in three intervals in a row.',
  }),
];

const effect = {
  index: 0,
  type: 'set-priority',
  description: 'Set priority to 8',
  outcome: 'done',
  reason: null,
  changes: [{ field: 'priority', from: 4, to: 8 }],
  message: null,
};

const versions = [
  {
    ...{ version: 2, sentence: '', createdAt: at, createdBy: null },
    ...{ conditions: { match: 'all', conditions: [] }, actions: [], brandId: null },
    differences: ['As the desk says it to programs'],
    changes: [
      { kind: 'action', change: 'new', action: { type: 'set-priority', priority: 8 } },
      { kind: 'match', match: 'any' },
    ],
  },
  {
    version: 1,
    ...{ conditions: { match: 'all', conditions: [] }, actions: [{ type: 'mark-spam' }], brandId: null },
    ...{ differences: [], changes: [], sentence: 'As the desk says it to programs' },
    createdAt: at,
    createdBy: { id: 6, name: 'Mia Lindqvist' },
  },
];

const statusField = {
  key: 'case.status',
  label: 'Status',
  type: 'choice',
  choices: ['new', 'open'],
  refersTo: null,
  operators: ['is', 'is-not', 'changed', 'changed-to'],
};

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'rules:manage'] },
    'GET /custom-fields': { items: [] },
    'GET /rules/fields': { items: [statusField] },
    'GET /rules': { items: rules },
    'GET /rules/1': rules[0] ?? {},
    'GET /rules/1/versions': { items: versions },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null, query: Record<string, string> = {}) {
  const went: unknown[] = [];
  renderPart(desk, <RulesPage item={item} query={query} go={(to) => void went.push(to)} />);
  return went;
}

it('lists rules by when they are considered, in order, and says why the desk switched one off', async () => {
  const went = render(aDeskOfAda());
  const table = await screen.findByRole('table', { name: 'Rules for: A message comes in' });
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  screen.getByText('It was applied to case 12 in three intervals in a row.');
  await expectAccessible();
  await userEvent.click(within(table).getByRole('button', { name: /^VIP/ }));
  expect(went).toEqual([{ item: '2' }]);
});

it('gives a rule another place at once, and undo gives it back', async () => {
  const desk = aDeskOfAda({ 'PUT /rules/order': {} });
  render(desk);
  await userEvent.click(await screen.findByRole('button', { name: /VIP.*up|up.*VIP/i }));
  expect(desk.asked('PUT /rules/order')[0]?.body).toEqual({ type: 'inbound-interaction', ruleIds: [2, 1] });
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(desk.asked('PUT /rules/order')[1]?.body).toEqual({ type: 'inbound-interaction', ruleIds: [1, 2] }),
  );
});

it('switches a rule off, and says so loudly when the desk refuses', async () => {
  const desk = aDeskOfAda({ 'PATCH /rules/1': () => problem(503, 'desk.unavailable') });
  render(desk);
  const isOn = await screen.findByRole<HTMLInputElement>('switch', { name: '“Refunds first” is on' });
  await userEvent.click(isOn);
  await screen.findByText('The rule could not be switched.');
  expect(isOn.checked).toBe(true);
});

it('offers examples where there is no rule yet', async () => {
  const went = render(aDeskOfAda({ 'GET /rules': { items: [] } }));
  await userEvent.click(await screen.findByRole('button', { name: 'Begin with this: Close what is resolved' }));
  expect(went).toEqual([{ item: 'new', query: { example: 'close' } }]);
  await expectAccessible();
});

it('begins with an example, says what it does while it is written, and is created at rest', async () => {
  const desk = aDeskOfAda({ 'POST /rules': (sent: { body: object }) => ({ ...aRule(9, ''), ...sent.body, id: 9 }) });
  const went = render(desk, 'new', { example: 'close' });
  const said = await screen.findByRole('region', { name: 'What it says' });
  expect(said.textContent).toContain(
    'Every 5 minutes, if Status is Resolved and at least 7 days since the case was resolved,',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Create the rule' }));
  await waitFor(() => expect(went).toEqual([{ item: '9', replace: true }]));
  expect(desk.asked('POST /rules')[0]?.body).toMatchObject({ type: 'time', enabled: false });
});

it('is tried on the cases of the last 30 days, and says what would change on each', async () => {
  const trial = {
    sentence: '',
    looked: 431,
    matched: 2,
    more: false,
    items: [{ case: aCaseSummary({ id: 7, subject: 'The valve drips' }), effects: [effect] }],
  };
  const desk = aDeskOfAda({ 'POST /rules/try': trial });
  render(desk, '1');
  await userEvent.click(await screen.findByRole('button', { name: 'Try it' }));
  await screen.findByText('2 of 431 cases match now.');
  expect(screen.getByRole('link', { name: 'The valve drips' }).getAttribute('href')).toBe('/cases/inbox/7');
  expect(within(screen.getByRole('tabpanel')).getByText('Set priority to 8')).not.toBeNull();
  expect(desk.asked('POST /rules/try')[0]?.body).toMatchObject({ type: 'inbound-interaction', brandId: null });
  await expectAccessible();
  await userEvent.click(screen.getByRole('checkbox', { name: /On/ }));
  expect(screen.queryByText('The rule has changed since.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Remove the condition' }));
  screen.getByText('The rule has changed since.');
});

it('shows beside its field what the desk finds at fault', async () => {
  const errors = [{ path: 'actions.0.priority', message: 'Say a priority from 1 to 10.' }];
  const desk = aDeskOfAda({ 'PATCH /rules/1': () => problem(422, 'request.invalid', 'Wrong', { errors }) });
  render(desk, '1');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), '!');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Say a priority from 1 to 10.');
});

it('tells its versions, and is made again what it was', async () => {
  const desk = aDeskOfAda({ 'POST /rules/1/versions/1/restore': rules[0] ?? {} });
  render(desk, '1', { panel: 'versions' });
  await screen.findByText('New action: Set priority to 8');
  await userEvent.click(screen.getByRole('button', { name: 'Restore version 1' }));
  await screen.findByText('The rule is what it was in version 1.');
  await expectAccessible();
});

it('says before it is deleted what goes and what stays', async () => {
  const desk = aDeskOfAda({ 'DELETE /rules/1': {} });
  const went = render(desk, '1');
  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  await screen.findByText('What it did to cases stays, and they still tell of it.');
  await userEvent.click(screen.getByRole('button', { name: 'Delete the rule' }));
  await waitFor(() => expect(went).toEqual([{}]));
});

it('waits for what conditions can ask about, and says when it does not come', async () => {
  const desk = aDeskOfAda({ 'GET /rules/fields': () => problem(503, 'desk.unavailable') });
  renderPart(desk, <RulesPage item="1" query={{}} go={() => undefined} />);
  await screen.findByText('What conditions can ask about could not be loaded.');
  expect(screen.queryByText('case.status')).toBeNull();
});
