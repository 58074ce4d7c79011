import { RATING_WORDS, type ActorStamp } from '@bureau/contracts';
import { MESSAGE_CLIENTS, type CaseFacts } from './facts.ts';
import type { Field } from './field.ts';
import { HEADERS } from './header-fields.ts';
import { MESSAGE_IN_HOURS } from './business-hours-fields.ts';
import { some, textOf } from './read-field.ts';

/** Who can have done something. */
const DOERS = [
  'customer',
  'user',
  'application',
  'rule',
  'macro',
  'sync',
  'system',
] as const satisfies readonly ActorStamp['kind'][];

const MESSAGE: Field[] = [
  textOf('message.subject', 'Message subject', ({ message }) => [message?.subject ?? '']),
  textOf('message.text', 'Message body', ({ message }) => [message?.text ?? '']),
  textOf('message.from', 'Message from', ({ message }) => [message?.from ?? '']),
  textOf('message.to', 'Message to', ({ message }) => message?.to ?? []),
  textOf('message.cc', 'Message cc', ({ message }) => message?.cc ?? []),
  textOf(HEADERS, 'Message headers', ({ message }) => message?.headers ?? []),
  textOf('message.mailer', 'Message mail program', ({ message }) => [message?.mailer ?? '']),
  {
    key: 'message.client',
    label: 'Message client',
    kind: { type: 'choice', choices: MESSAGE_CLIENTS },
    read: ({ message }) => some(message?.client),
  },
  {
    key: 'message.mailbox',
    label: 'Message mailbox',
    kind: { type: 'reference', to: 'mailbox' },
    read: ({ message }) => some(message?.mailboxId),
  },
  {
    key: 'message.size',
    label: 'Message size',
    kind: { type: 'integer' },
    read: ({ message }) => some(message?.size),
  },
  {
    key: 'message.automatic',
    label: 'Message is automatic',
    kind: { type: 'boolean' },
    read: ({ message }) => [message?.automatic ?? false],
  },
  MESSAGE_IN_HOURS,
];

const CHANGE: Field[] = [
  {
    key: 'change.by',
    label: 'Done by',
    kind: { type: 'choice', choices: DOERS },
    read: ({ by }: CaseFacts) => some(by),
  },
];

/** What a customer has just said of how a case was dealt with. */
const SATISFACTION: Field[] = [
  {
    key: 'satisfaction.rating',
    label: 'Rating just given',
    kind: { type: 'choice', choices: RATING_WORDS, ordered: true },
    read: ({ satisfaction }) => some(satisfaction?.rating),
  },
  {
    key: 'satisfaction.commented',
    label: 'Rating just given has a comment',
    kind: { type: 'boolean' },
    read: ({ satisfaction }) => some(satisfaction?.commented),
  },
];

/** What only business rules know: what has just happened, and the message or the rating that it brought. */
export const HAPPENING: Field[] = [...MESSAGE, ...SATISFACTION, ...CHANGE].map((field) => ({
  ...field,
  rulesOnly: true,
}));
