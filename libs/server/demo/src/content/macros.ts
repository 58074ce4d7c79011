import type { Action } from '@bureau/contracts';
import { LABELS, type LabelKey } from './classification.ts';

export interface DemoMacro {
  name: string;
  description: string;
  folders: string[];
  /** Whose it is alone; left out: everybody's. */
  of?: string;
  actions: Action[];
}

const HELLO = '<p>Hello {{customer.first_name | default: "there"}},</p>';
const REGARDS = '<p>Kind regards<br>{{current_user.name}}</p>';

const reply = (paragraphs: string, plain: string | null = null): Action => ({
  type: 'quick-reply',
  html: `${HELLO}${paragraphs}${REGARDS}`,
  plain,
  subject: null,
});

const label = (key: LabelKey): Action => ({ type: 'append-labels', labels: [LABELS[key].name] });

/** What the agents of the demo desk need again and again, in the order in which it is offered. */
export const MACROS: readonly DemoMacro[] = [
  {
    name: 'Parcel is on its way',
    description: 'Where it is, and that we look again if it does not arrive.',
    folders: ['Delivery'],
    actions: [
      reply(
        '<p>your parcel has left us and is with the carrier. It usually takes two working days from there.</p><p>If it is not with you by then, just answer this message and I will have it searched for.</p>',
        'Hello {{customer.first_name | default: "there"}}, your parcel is with the carrier; two working days, usually. Not there by then? Write to us and we search for it.',
      ),
      label('delivery'),
      { type: 'set-status', status: 'pending' },
    ],
  },
  {
    name: 'Ask for the order number',
    description: 'When we cannot find the order.',
    folders: ['Delivery', 'Money'],
    actions: [
      reply(
        '<p>to look this up I need the order number. It begins with an L or a T and stands in the subject of your confirmation.</p>',
        'Could you send us the order number? It stands in the subject of your confirmation.',
      ),
      { type: 'set-status', status: 'pending' },
    ],
  },
  {
    name: 'Arrived broken: replace it',
    description: 'Apology, replacement, and a note for the warehouse.',
    folders: ['Returns'],
    actions: [
      reply(
        '<p>I am sorry that it arrived broken. A new one leaves us tomorrow; you need not send the old one back.</p>',
      ),
      label('damaged'),
      { type: 'change-priority', by: 2 },
      {
        type: 'add-note',
        html: '<p>Replacement promised to {{customer.name | default: "the customer"}}. Please pack it with the thick paper.</p>',
      },
    ],
  },
  {
    name: 'Refund is on its way',
    description: 'Says when the money arrives, and resolves the case.',
    folders: ['Money', 'Returns'],
    actions: [
      reply(
        '<p>we have refunded the amount to the card that you paid with. Your bank shows it within five working days.</p>',
        'Your refund is on its way; your bank shows it within five working days.',
      ),
      label('refund'),
      { type: 'set-status', status: 'resolved' },
    ],
  },
  {
    name: 'Thank you, done',
    description: 'The customer says that all is well.',
    folders: [],
    actions: [
      reply('<p>thank you for telling us – enjoy it. We are here whenever there is something else.</p>'),
      { type: 'set-status', status: 'resolved' },
    ],
  },
  {
    name: 'Mine, and urgent',
    description: 'Takes the case on, raises it and keeps an eye on it.',
    folders: [],
    actions: [{ type: 'assign-to-me' }, { type: 'change-priority', by: 3 }, { type: 'follow', userId: null }],
  },
  {
    name: 'Wait for the supplier',
    description: 'Sleeps for two days.',
    folders: [],
    of: 'henrik@bureau.example',
    actions: [
      { type: 'add-note', html: '<p>Asked the supplier about case {{case.id}}; they answer within two days.</p>' },
      { type: 'snooze', hours: 48 },
    ],
  },
];
