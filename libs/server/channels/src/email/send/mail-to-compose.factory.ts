import { BUILT_IN_TEMPLATES } from '@bureau/domain';
import type { MailToCompose } from './compose-mail.ts';

/** An agent's answer to Ana, as it is stored. */
export function aMailToCompose(fields: Partial<MailToCompose> = {}): MailToCompose {
  return {
    subject: 'Re: The grinder is stuck',
    text: 'Turn it off and on again.',
    html: null,
    fromName: 'Mia Larsen (Larkspur Coffee)',
    fromAddress: 'support@larkspur.example',
    to: [{ name: 'Ana Sol', address: 'ana@customer.example' }],
    cc: [],
    mailMessageId: 'c1.m2.signature@larkspur.example',
    inReplyTo: 'q1@customer.example',
    references: ['q1@customer.example'],
    at: new Date('2026-11-21T14:05:00Z'),
    automatic: false,
    template: BUILT_IN_TEMPLATES.reply.html,
    values: new Map(),
    signature: 'The Larkspur Coffee team',
    answered: {
      name: 'Ana Sol',
      address: 'ana@customer.example',
      at: '2026-11-21T14:03:00Z',
      text: 'The grinder makes no sound.',
    },
    recipients: ['ana@customer.example'],
    replyAddress: 'support+c1.signature@larkspur.example',
    ...fields,
  };
}
