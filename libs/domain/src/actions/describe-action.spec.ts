import { ACTION_TYPES, Actions, type Action } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { describeAction, GERMAN_ACTIONS, referencesOf } from './index.ts';

const NAMES = new Map([
  ['user 1', 'Mia Larsen'],
  ['group 2', 'Repairs'],
  ['brand 3', 'Larkspur'],
  ['webhook 4', 'Stock'],
  ['article 9', 'Descaling'],
]);
const names = {
  nameOf: (to: string, id: number) => NAMES.get(`${to} ${id}`) ?? null,
  labelOf: (key: string) => (key === 'tier' ? 'Tier' : null),
};

const SAID: [action: unknown, english: string, german: string][] = [
  [{ type: 'set-status', status: 'pending' }, 'Set status to Pending', 'Status auf Wartend setzen'],
  [{ type: 'set-priority', priority: 9 }, 'Set priority to 9', 'Priorität auf 9 setzen'],
  [{ type: 'change-priority', by: -2 }, 'Lower priority by 2', 'Priorität um 2 senken'],
  [{ type: 'change-priority', by: 2 }, 'Raise priority by 2', 'Priorität um 2 erhöhen'],
  [{ type: 'set-group', groupId: 2 }, 'Assign to group Repairs', 'Der Gruppe Repairs zuweisen'],
  [{ type: 'set-group', groupId: null }, 'Take the case from its group', 'Der Gruppe entziehen'],
  [{ type: 'set-user', userId: 1 }, 'Assign to Mia Larsen', 'Mia Larsen zuweisen'],
  [{ type: 'set-user', userId: 7 }, 'Assign to a deleted user (7)', 'gelöschte Person (7) zuweisen'],
  [{ type: 'set-user', userId: null }, 'Assign to nobody', 'Niemandem zuweisen'],
  [{ type: 'assign', by: 'round-robin' }, 'Assign in turn', 'Reihum zuweisen'],
  [
    { type: 'assign', by: 'least-busy', groupId: 2 },
    'Assign within Repairs by who has the fewest cases',
    'In Repairs der Person mit den wenigsten Fällen zuweisen',
  ],
  [{ type: 'assign-to-me' }, 'Assign to me', 'Mir zuweisen'],
  [{ type: 'set-labels', labels: ['Refund', 'VIP'] }, 'Set labels to Refund, VIP', 'Nur Etiketten Refund, VIP setzen'],
  [{ type: 'append-labels', labels: ['Refund'] }, 'Add label Refund', 'Etikett Refund hinzufügen'],
  [{ type: 'remove-labels', labels: ['Refund'] }, 'Remove label Refund', 'Etikett Refund entfernen'],
  [{ type: 'set-subject', subject: 'Order {{case.id}}' }, 'Set subject to «Order …»', 'Betreff auf „Order …“ setzen'],
  [{ type: 'set-description', description: 'Waits' }, 'Set description to «Waits»', 'Beschreibung auf „Waits“ setzen'],
  [
    { type: 'set-custom-fields', values: { tier: 'Gold', size: null, paid: true } },
    'Set Tier to «Gold», clear size, set paid to yes',
    'Tier auf „Gold“ setzen, size leeren, paid auf Ja setzen',
  ],
  [{ type: 'set-language', language: 'de' }, 'Set language to de', 'Sprache auf de setzen'],
  [{ type: 'set-brand', brandId: 3 }, 'Move to brand Larkspur', 'Zur Marke Larkspur verschieben'],
  [{ type: 'add-note', html: '<p>Look <b>here</b></p>' }, 'Add note «Look here»', 'Notiz „Look here“ hinzufügen'],
  [{ type: 'quick-reply', html: '<p>Thanks</p>' }, 'Reply «Thanks»', 'Mit „Thanks“ antworten'],
  [
    { type: 'send-email', recipient: { to: 'group', groupId: 2 }, subject: 'Look', html: '<p>x</p>' },
    'Send e-mail «Look» to everybody in Repairs',
    'E-Mail „Look“ an alle in Repairs senden',
  ],
  [{ type: 'acknowledge' }, 'Acknowledge that the message arrived', 'Den Eingang der Nachricht bestätigen'],
  [{ type: 'send-survey' }, 'Send the satisfaction survey', 'Die Umfrage zur Zufriedenheit senden'],
  [{ type: 'snooze', hours: 48 }, 'Snooze for 2 days', 'Für 2 Tage zurückstellen'],
  [{ type: 'snooze', hours: null }, 'Snooze until the customer writes', 'Zurückstellen, bis der Kunde schreibt'],
  [{ type: 'follow', userId: 1 }, 'Let Mia Larsen follow the case', 'Mia Larsen dem Fall folgen lassen'],
  [{ type: 'mark-spam' }, 'Mark as spam', 'Als Spam markieren'],
  [{ type: 'delete' }, 'Move to the trash', 'In den Papierkorb verschieben'],
  [{ type: 'insert-article', articleId: 9 }, 'Reply with article Descaling', 'Mit Artikel Descaling antworten'],
  [{ type: 'call-webhook', webhookId: 4 }, 'Call webhook Stock', 'Webhook Stock aufrufen'],
  [{ type: 'post-to-chatter', text: 'News' }, 'Post «News» to Chatter', '„News“ in Chatter veröffentlichen'],
  [{ type: 'sync-case' }, 'Sync the case to Salesforce', 'Fall mit Salesforce abgleichen'],
  [{ type: 'sync-customer' }, 'Sync the customer to Salesforce', 'Kunden mit Salesforce abgleichen'],
];

const read = (action: unknown): Action => Actions.parse([action])[0]!;

describe('an action in words', () => {
  it.each(SAID)('%j is said in English and German', (action, english, german) => {
    expect(describeAction(read(action), names)).toBe(english);
    expect(describeAction(read(action), { ...names, words: GERMAN_ACTIONS })).toBe(german);
  });

  it('leaves no kind of action without words', () => {
    expect(new Set(SAID.map(([action]) => read(action).type))).toEqual(new Set(ACTION_TYPES));
  });

  it('shows only the beginning of a long text', () => {
    const said = describeAction(read({ type: 'add-note', html: `<p>${'word '.repeat(40)}</p>` }), names);
    expect(said.length).toBeLessThan(80);
  });

  it.each([
    ['<p>Hello {{customer.first_name | default: "there"}},</p><p>thank you.</p>', '«Hello …, thank you.»'],
    [
      '<p>{% if customer.vip %}Dear friend{% else %}Hello{% endif %} {{customer.name}} {{customer.title}}</p>',
      '«Dear friend Hello …»',
    ],
    ['<p>Tea &amp; cake, 2 &lt; 3&nbsp;</p>', '«Tea & cake, 2 < 3»'],
    ['<p>Bon<b>jour</b> !</p>', '«Bonjour!»'],
    [`<p>${'x'.repeat(80)}</p>`, `«${'x'.repeat(59)}…»`],
    [
      '<p>We have sent your money back today and it will arrive in a few days</p>',
      '«We have sent your money back today and it will arrive in a…»',
    ],
  ])('quotes %j as one reads it', (html, quoted) => {
    expect(describeAction(read({ type: 'add-note', html }), names)).toBe(`Add note ${quoted}`);
  });

  it('tells which ids it names', () => {
    const actions = SAID.map(([action]) => read(action));
    expect(referencesOf(actions)).toContainEqual({ to: 'webhook', id: 4 });
    expect(referencesOf(actions).filter(({ to }) => to === 'group')).toHaveLength(3);
  });
});
