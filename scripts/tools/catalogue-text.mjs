// What administrators and programs read about conditions and actions, out of the vocabulary itself.
import { ACTION_TYPES, Action, RULE_TYPES } from '../../libs/contracts/src/index.ts';
import {
  describeAction,
  ENGLISH_CONDITIONS,
  languageOf,
  operatorsOf,
  vocabularyOf,
} from '../../libs/domain/src/index.ts';

/** An example for each kind of action; a kind without one ends the program. */
const EXAMPLES = [
  { type: 'set-status', status: 'pending' },
  { type: 'set-priority', priority: 9 },
  { type: 'change-priority', by: 2 },
  { type: 'set-subject', subject: 'Order {{case.id}}' },
  { type: 'set-description', description: 'Waits for a part' },
  { type: 'set-custom-fields', values: { tier: 'Gold' } },
  { type: 'set-language', language: 'de' },
  { type: 'set-brand', brandId: 3 },
  { type: 'snooze', hours: 48 },
  { type: 'mark-spam' },
  { type: 'delete' },
  { type: 'set-group', groupId: 2 },
  { type: 'set-user', userId: 1 },
  { type: 'assign', by: 'round-robin', groupId: 2 },
  { type: 'assign-to-me' },
  { type: 'follow', userId: null },
  { type: 'append-labels', labels: ['Refund'] },
  { type: 'remove-labels', labels: ['Refund'] },
  { type: 'set-labels', labels: ['Refund', 'VIP'] },
  { type: 'quick-reply', html: '<p>Thank you.</p>', plain: null, subject: null },
  { type: 'insert-article', articleId: 12 },
  { type: 'send-email', recipient: { to: 'group', groupId: 2 }, subject: 'Look', html: '<p>It came back.</p>' },
  { type: 'add-note', html: '<p>Called back.</p>' },
  { type: 'acknowledge' },
  { type: 'send-survey' },
  { type: 'call-webhook', webhookId: 4 },
  { type: 'post-to-chatter', text: 'News' },
  { type: 'sync-case' },
  { type: 'sync-customer' },
];

const NOTES = {
  assign:
    'Rules and macros; `by` is `round-robin`, `least-busy` or `last-handler`, within the group or (null) that of the case.',
  'assign-to-me': 'Macros only: whoever applies it.',
  snooze: '`hours` null: until the customer writes.',
  follow: '`userId` null: whoever applies the macro, or is assigned.',
  'quick-reply':
    'Of a rule the desk’s own answer; of a macro words for the reply. `plain` is said where nothing can be formatted.',
  'insert-article': 'In the form of the channel and the language of the customer; as a quick reply otherwise.',
  'send-email': 'To `customer`, `assignee`, `group`, `user` or `address`.',
  acknowledge: 'Once in a conversation, and never to machines.',
  'send-survey':
    'What the case’s brand asks, about a case that is resolved: once for each resolution, and never to machines.',
  'call-webhook': 'Written into a macro only by those who manage macros or rules.',
  'set-labels': 'These and no others.',
  'post-to-chatter': 'Once Salesforce is connected; `@[005…]` mentions a user there.',
  'sync-case': 'Once Salesforce is connected.',
  'sync-customer': 'Once Salesforce is connected.',
};

const NAMES = {
  user: 'Mia Larsen',
  group: 'Repairs',
  brand: 'Larkspur',
  webhook: 'Stock',
  article: 'Clean the grinder',
};

const KINDS = {
  text: 'text',
  choice: 'one of a few words',
  list: 'choice of a list',
  reference: 'one of a kind',
  integer: 'whole number',
  boolean: 'yes or no',
  time: 'time',
  hours: 'hours',
  date: 'day',
};

const OF_HEADERS =
  'Each line of a mail’s header can be asked for by its name, as a text of its own: `message.header.list-id`.';

const PLURALS = { company: 'companies', mailbox: 'mailboxes' };

/** The whole page, as Markdown. */
export function catalogueText() {
  const custom = ['text', 'list', 'boolean', 'integer', 'date'].map((type) => ({
    ...{ owner: 'case', key: type, label: `field of the type ${type}`, type, choices: [] },
  }));
  const vocabulary = vocabularyOf(custom);
  const fields = [...vocabulary.values()];
  return [
    '# Conditions and actions',
    '',
    'Everything that filters and rules can ask, and that rules and macros can do. This page is written by `npm run catalogue` out of the program itself, and a check keeps it true.',
    '',
    '## Conditions',
    '',
    'A condition is a field, an operator and a value: `{"field": "case.status", "operator": "is", "value": ["open", "pending"]}`. A list of values means any one of them. Users and groups can be `"me"` and `"mine"` in filters of somebody’s own.',
    '',
    ...operators(fields),
    ...groupsOf(fields).flatMap(([title, of]) => fieldTable(title, of)),
    ...ruleTypes(vocabulary),
    ...actions(),
    '',
  ].join('\n');
}

function operators(fields) {
  const rows = Object.entries(ENGLISH_CONDITIONS.operators).map(([operator, words]) => {
    const kinds = fields.filter((field) => operatorsOf(field, { forRules: true }).includes(operator));
    const types = [...new Set(kinds.map(({ kind }) => KINDS[kind.type]))];
    return [`\`${operator}\``, words, types.join(', ')];
  });
  return ['### Operators', '', ...table(['Operator', 'Reads', 'Of'], rows), ''];
}

function groupsOf(fields) {
  const groups = { case: 'The case', time: 'Times of the case', customer: 'The customer', company: 'The company' };
  const others = {
    message: 'The message',
    change: 'What happened',
    satisfaction: 'The rating',
    custom: 'Custom fields',
  };
  const titles = { ...groups, ...others };
  return [...Map.groupBy(fields, groupOf)].map(([group, of]) => [titles[group] ?? group, of]);
}

function groupOf({ key, kind, custom }) {
  if (custom) return 'custom';
  const [owner] = key.split('.');
  return owner === 'case' && ['time', 'hours'].includes(kind.type) ? 'time' : owner;
}

function fieldTable(title, fields) {
  const rows = fields.map((field) => [field.label, `\`${keyOf(field)}\``, valuesOf(field.kind), remarksOf(field)]);
  const note = fields.some(({ key }) => key === 'message.headers') ? [OF_HEADERS, ''] : [];
  return [`### ${title}`, '', ...table(['Field', 'Key', 'Values', ''], rows), '', ...note];
}

/** A desk’s own fields go by their own keys. */
function keyOf({ key, custom }) {
  return custom ? `${custom.owner}.custom.KEY` : key;
}

function valuesOf(kind) {
  if (kind.type === 'reference') return `ids of ${PLURALS[kind.to] ?? `${kind.to}s`}`;
  if (kind.type === 'choice') return kind.choices.map((choice) => `\`${choice}\``).join(' ');
  return KINDS[kind.type];
}

function remarksOf({ rulesOnly, changesAs, kind }) {
  const remarks = [
    ...(rulesOnly ? ['rules only'] : []),
    ...(changesAs === undefined ? [] : ['changes']),
    ...(kind.ordered ? ['ordered'] : []),
    ...(kind.open ? ['business hours of the brand'] : []),
  ];
  return remarks.join(', ');
}

function ruleTypes(vocabulary) {
  const rows = RULE_TYPES.map((type) => {
    const fields = [...languageOf(type, vocabulary).vocabulary.values()];
    const about = (owner) => (fields.some(({ key }) => key.startsWith(`${owner}.`)) ? 'yes' : 'no');
    const changes = fields.some(({ changesAs }) => changesAs !== undefined) ? 'yes' : 'no';
    return [`\`${type}\``, about('message'), changes, about('change')];
  });
  return [
    '### What rules of each type can ask',
    '',
    'All ask for the case, its customer and company. Fields marked _changes_ know `changed`, `changed-from` and `changed-to` where the type asks for changes.',
    '',
    ...table(['Type', 'The message', 'Changes', 'What happened'], rows),
    '',
  ];
}

function actions() {
  const missing = ACTION_TYPES.filter((type) => !EXAMPLES.some((example) => example.type === type));
  if (missing.length > 0) throw new Error(`Give ${missing.join(', ')} an example in scripts/tools/catalogue-text.mjs.`);
  const rows = EXAMPLES.map((example) => {
    const action = Action.parse(example);
    const said = describeAction(action, { nameOf: (to) => NAMES[to], labelOf: () => 'Tier' });
    return [said, `\`${JSON.stringify(example)}\``, NOTES[example.type] ?? ''];
  });
  return [
    '## Actions',
    '',
    'Actions are done one after the other; each sees what those before it did. Texts can have placeholders such as `{{customer.first_name | default: "there"}}`; one without a value says nothing.',
    '',
    ...table(['Does', 'In the API', ''], rows),
  ];
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}
